# What the pages say, in English. The same keys with the same arguments are in every language; `cargo xtask i18n` checks it.
# No message has room for a person's text, and none says that anybody agreed to anything.

## The frame of every page
skip = Skip to the content
nav = Ways about this office
nav-messages = Messages
nav-between = Between the sides
nav-house = The house
office-desk = the desk
office-principal = a principal's office
office-envoy = an envoy's office
office-unnamed = An office that the desk has not written to yet
language-choose = Language of these pages
leave = Leave: close this office in this browser
waiting-count = { $n ->
    [0] nothing waits
    [one] { $n } matter waits
   *[other] { $n } matters wait
}

## Places
place-waiting = What waits for me
place-board = Outstanding
place-items = Items
place-channels = Channels
place-questions = Private questions
place-pairs = Parallel declarations
place-proposals = Proposals
place-offers = Offers
place-texts = Negotiating texts
place-readouts = Readouts
place-notes = The world outside
place-conflicts = Contradictions
place-parties = Parties
place-mandates = Mandates
place-interests = Declared interests
place-lines = Lines
place-line = The line
place-told = Who was told what
place-record = Record

## What each list is, and what to do where it is empty
about-channels = What two to six parties can have conveyed to each other, under one name and one status block.
none-channels = There is no channel yet.
first-desk-channels = Open one: goodoffices desk open-channel names it and its parties.
first-side-channels = The desk opens channels. Nothing needs to be done here.
about-questions = Private between the desk and one party. Never part of a channel's items.
none-questions = Nothing has been asked yet.
first-desk-questions = Ask a party when something has to be clear before you carry it.
first-side-questions = When the desk has a question for you alone, it stands here.
about-pairs = Each side lodges its own declaration. None is shown before all are lodged, and all are released in one act. There is never a joint text.
none-pairs = No pair of declarations has been opened.
first-desk-pairs = Open a pair in a channel when its parties are ready to declare each for itself.
first-side-pairs = The desk opens a pair. You are then asked for your own declaration.
about-proposals = Numbered options with sealed answers. What all would take is shown at a fixed time, once.
none-proposals = There is no proposal.
first-desk-proposals = Put options to a channel's parties with a time for the reveal.
first-side-proposals = When the desk proposes, its options stand here and you answer them sealed.
about-offers = Good offices that are offered. Only the desk learns which of its offers was taken up.
none-offers = Nothing has been offered.
first-desk-offers = Offer your good offices in words of your own.
first-side-offers = An offer of the desk's would stand here. You may take it up, decline it, or leave it.
about-texts = A text that the desk alone owns, in versions. Each side's comments are private to the desk.
none-texts = There is no negotiating text.
first-desk-texts = Table a first version for a channel's parties.
first-side-texts = A text that the desk tables stands here, for your comments to the desk alone.
about-readouts = What is said in public. Each party concerned clears it first; what is published is signed.
none-readouts = There is no readout.
first-desk-readouts = Draft one, name whom it concerns, and they are asked to clear it.
first-side-readouts = A readout that concerns you stands here before anyone publishes it.
about-notes = What was said in public, or in the press, and which items it touches.
none-notes = Nothing has been noted of the world outside.
first-desk-notes = Record a disclosure or a statement, or hold a press text against what is here.
first-side-notes = When the desk records that an item is spoken of in public, it stands here.
about-conflicts = Where two offices of one party contradict each other.
none-conflicts = No offices contradict each other.
first-desk-conflicts = If they do, it is shown here, and their principal can be asked.
about-parties = The sides that this desk serves, their offices, and the mandates of their envoys.
none-parties = The desk serves nobody yet.
first-desk-parties = Take a party in: goodoffices desk add-party names it and its principal. Then invite its office.
about-mandates = By a mandate an envoy may do some acts in some channels until some time.
none-mandates = There is no mandate.
first-side-mandates = A principal's office appoints its envoys: goodoffices party appoint.
about-interests = Interests of the intermediary's own, which all parties may read.
none-interests = No interest has been declared.
first-desk-interests = Declare what you have at stake yourself, so that the parties need not guess it.
first-side-interests = If the desk declares an interest of its own, it stands here.
about-lines = A line is sealed from end to end. When it is new, compare its six check words by voice.
none-lines = There is no line yet.
first-desk-lines = Invite a party's office: goodoffices desk invite makes the invitation and its six words.
first-side-lines = Join by the desk's invitation: goodoffices party join.
about-told = For each item: who has been told what, what was done with it, and which officers had a hand in it.
about-record = Every act in order, in the words of the journal: who took it, and what came of it.
nothing-recorded = Nothing has been recorded yet.

## What to do first
nothing-waits = Nothing waits for you.
begin-party = Begin by taking a party in: goodoffices desk add-party names it and its principal. Then invite its office.
begin-channel = Open a channel between parties: goodoffices desk open-channel. Then they can lodge.
begin-letter = The desk has not written yet. The line may need a moment, or the desk's office may be closed.
begin-desk = What parties lodge will stand here, the most urgent marked.
begin-lodge = Lodge something with the desk, or wait: what is conveyed to you will stand here.
known = To be known
no-items = There are no items yet.
no-items-desk = What parties lodge stands here.
no-items-party = Lodge something with the desk; what is conveyed to you will stand here too.

## Lists
find = Find words
find-do = Find
find-none = Show all
find-further = Look further back
found-none = Nothing was found.
found-none-yet = Nothing was found among the latest. Look further back.
pager = Pages
pager-at = Page { $page } of { $pages }
pager-newer = Newer
pager-older = Older
pager-latest = Latest

## An item
item = Item
item-no = Item { $n }
item-not-here = an item that is not here
from = from
to = to
others = Others
co-mediators = Mediating too
channel = Channel
state = State
lapse = Lapses
lapses = lapses
as-of = As of
conveyed-on = Conveyed on
on-behalf-of = On behalf of
carrier = Carried by
precedence = Precedence
disposition = Disposition
dispositions = What addressees did with it
dispositions-hint = None of these means assent, and the author is not told.
handling = Handling
approval = Approval
approval-first = The author approves the words first.
disclosure = Disclosure
language = Language of the text
answers = Answers
reaffirms = Reaffirms
supersedes = Supersedes
superseded-by = Superseded by
same-as = The same as
maybe-same = May be the same as
reason = Reason
to-several = One text to several
to-several-yes = Every addressee was given these same words.
read-at = Read at
status-block = Status block
unconfirmed = unconfirmed
closed = closed
conditions = Conditions
invoked = invoked
reservations = Reservations
scope = Scope
keep-ambiguous = Ambiguous by intention
translation = Translation
correction = correction
delivered = with its office
not-delivered = not yet with its office
fidelity-code = Fidelity code
words-authentic = The authentic text
words-conveyed = The words that were conveyed
words-gone = The words are not here, or not any more.
show-text = Show its text
officers = Officers
officer = Officer
acts = What you can do
said-to-approve = Words that wait for approval
said-renditions-out = What was released, to each addressee
said-conveyed-in-your-name = What was conveyed in your name
said-corrected = As it was conveyed and corrected, oldest first

## An oral message
oral-hidden = An oral message: open it to read it.
oral-before = This is an oral message. It is for reading on this screen alone, and the desk is told that it was read.
oral-read = Read it now
oral-masked = Covered while this window is not the one in front.
oral-after = It cannot be marked, copied or printed here. Nothing keeps a camera from the screen.

## The status block
status-no-commitment = no commitment
status-no-coordination = no coordination
status-no-recognition = no recognition
status-without-prejudice = without prejudice
status-no-precedent = no precedent

## Forms and their customs
form-oral-message = Oral message
form-non-paper = Non-paper
form-aide-memoire = Aide-mémoire
form-personal-message = Personal message
form-declaration = Declaration
form-note-verbale = Note verbale
form-talking-points = Talking points
formrule-oral-message = Read on the screen; no copy is handed over. The desk alone is told that it was read.
formrule-non-paper = It names neither its origin nor a date, and is not to be cited.
formrule-aide-memoire = Dated, in the third person, unsigned.
formrule-personal-message = Said on behalf of a principal, and brought by a carrier.
formrule-declaration = Addressed to the intermediary alone, and released only as one of a pair.
formrule-note-verbale = Official: it can be attributed to its author.
formrule-talking-points = For one's own use; never conveyed.

## Vocabularies
handling-verbatim = Word for word, or not at all
handling-paraphrase = In other words, or word for word
handling-gist = The gist will do
handling-at-desk = As the desk sees fit
label-verbatim = verbatim
label-paraphrase = paraphrase
label-gist = gist
labelabout-verbatim = the authentic text with all that belongs to it; anything else is refused
labelabout-paraphrase = the same in other words
labelabout-gist = what it comes to
precedence-routine = routine
precedence-urgent = urgent
precedence-flash = flash
disclosure-secret = Nothing may be said of it
disclosure-without-attribution = It may be used without saying whose it is
disclosure-may-mention = The intermediary may mention it
disclosure-public = Anyone may speak of it
disposition-noted = Noted
disposition-without-recognition = Received without recognition
disposition-ad-referendum = Taken ad referendum
disposition-not-accepted = Not accepted
disposition-returned-unread = Returned unread
dispositionabout-noted = you have taken note of it
dispositionabout-without-recognition = you recognise neither its sender nor the message
dispositionabout-ad-referendum = you take it to those who decide
dispositionabout-not-accepted = you turn it down
dispositionabout-returned-unread = its words are erased here, for good
may-lodge = lodge
may-dispose = dispose
may-approve = approve words
may-answer = answer the desk
may-clear = clear readouts
state-lodged = lodged
state-awaiting-countersign = awaiting countersign
state-held = held
state-awaiting-approval = awaiting approval
state-approved = words approved
state-conveyed = conveyed
state-returned = returned
state-recalled = recalled
state-lapsed = lapsed
state-lapsed-unread = lapsed unread
state-voided = voided
state-erased = erased
waits-response = Waits for your disposition or answer
waits-approval = The desk asks you to approve its words
waits-countersign = Waits for your countersign
waits-leave = The desk asks for leave to use what you confided
waits-carriage = To be rendered, released or returned
waits-admission = Came under a mandate that was over: admit or return it
waits-invocation = A condition was invoked: release that or return it
waits-correction = A correction waits for its release
waits-confirmation = Did you say so? The desk wrote it down
waits-answer = A proposal waits for your sealed answer
waits-offer = An offer waits: take it up, decline it, or leave it
waits-clearance = A readout waits for your clearance
waits-reply = The desk asks you in private
own-outreach = the desk's own words
own-idea = an idea of the intermediary's
own-assurance = an assurance of the intermediary's
grade-sight = at sight
grade-rough = rough
grade-official = official
touches-name = a name or title
touches-label = a label
touches-quote = words of an item
touches-day = a day of conveyance
pairstate-open = open
pairstate-opening = being opened
pairstate-complete = complete
pairstate-released = released
pairstate-not-completed = not completed
proposalstate-open = open
proposalstate-revealed = revealed
proposalstate-voided = voided
offerstate-open = open
offerstate-taken-up = taken up
offerstate-declined = declined
offerstate-lapsed = lapsed
offerstate-answered = answered
readoutstate-awaiting-clearance = awaiting clearance
readoutstate-cleared = cleared
readoutstate-objected-to = objected to
readoutstate-published = published
readoutstate-withdrawn = withdrawn
linestate-working = working
linestate-silent = silent
linestate-broken = broken
linestate-waiting = waiting
linestate-expired = expired
lineabout-working = The hub answers, and so does the other end.
lineabout-silent = The hub answers, and the other end does not. Its office may be closed.
lineabout-broken = The hub does not answer. Check the network; what waits is sent when it is back.
lineabout-waiting = Nobody has taken up the invitation yet.
lineabout-expired = The invitation was not taken up in time. Invite again.
note-disclosure = Disclosure
note-statement = Statement in public
note-exposure = Press text

## Private questions
question-no = Question { $n }
about-item = about
reply = Reply
no-reply-yet = No reply yet.

## Between the sides
pair-no = Pair { $n }
pair-lodged = Have lodged
pair-own = Yours
pair-yours = It is lodged, and sealed from everyone.
pair-yours-not = It is not lodged.
nobody-yet = nobody yet
declarations = Declarations
proposal-no = Proposal { $n }
subject = Subject
reveal-at = Shown on
common = What all would take
your-answer = What you would take
answers-from = Answers
no-option = none of them
offer-no = Offer { $n }
text-no = Text { $n }
version-no = Version { $n }
comment = Comment of

## Readouts and the world outside
readout-no = Readout { $n }
readout-own = your own
readout-key = The key by which it is verified
draft = Draft
concerns = Concerns
mentions = Mentions
cleared-by = Cleared by
objection-of = Objection of
published-on = Published on
signature = Signature
findings-count = { $n ->
    [one] It touches what may not be spoken of in { $n } place
   *[other] It touches what may not be spoken of in { $n } places
}
occasion = Occasion
of-items = Of
like-authentic = like the authentic text
like-released = like words that were released
likeness = likeness { $n } of 100
had-been-told = These had been told those words; it says nothing of who passed them on:
principal-asked = The principal was asked.
principal-not-asked = The principal has not been asked.

## The house
principal = Principal
principals-office = the principal's office
address = To be addressed as
offices = Offices
no-office-yet = No office has joined yet.
line-no = Line { $n }
capacity = Capacity
may = May
until = Until
until-revoked = until it is revoked
revoked = revoked
countersign = Countersign
countersign-yes = The principal countersigns what is lodged.
queue = On their way
set-aside = Set aside
letters-count = { $n ->
    [0] no letters
    [one] { $n } letter
   *[other] { $n } letters
}
check-words = Check words: compare them by voice, once
told-whom = Told to
when = When
by-whom = By whom
what-came = What came of it

## Acts
lodge = Say something
lodge-about = You give it to the desk, and the desk conveys it, asks, or returns it. Which form is it to have?
do-lodge = Lodge with the desk
do-dispose = Dispose of it
do-answer = Answer it
do-approve = Approve these very words
do-object = Object
do-reply = Reply to the desk
do-supersede = Replace it
do-reaffirm = Say it again
do-render = Render
do-release = Release
do-return = Return to its author
do-ask = Ask a party
done-lodged = Lodged with the desk.
done-disposed = Done. The desk alone is told.
done-approved = Approved: these very words and no others.
done-objected = The desk is told; these words will not be conveyed.
done-replied = Replied, to the desk alone.
done-rendered = Rendered. Nothing has left the desk.
done-released = Released.
done-returned = Returned to its author, with the reason.
done-asked = Asked.
done-read = Read. The desk alone is told.
dispose-about = The desk alone is told what you choose. None of these means assent.
release-about = Exactly this leaves the desk, and nothing else. It cannot be taken back once an addressee has it.
release-missing = It is not rendered yet for:
will-see = What will be seen by
more = More that may be said of it
refused = It was refused

## Fields
field-channel = Channel
field-to = To whom
field-behalf = On whose behalf
field-carrier = Who carries it
field-text = The words
field-conditions = On what conditions
field-reservations = What is reserved
field-days = Days
field-handling = How the words are to be handled
field-approve = I approve the words before they are conveyed
field-precedence = How urgent it is
field-disclosure = What may be said of it outside
field-scope = What it covers, and what not
field-as-of = As of when it is said
field-not-before = Not to be conveyed before
field-not-after = Not to be conveyed after
field-language = In which language it is written
field-ambiguous = Passages that are ambiguous by intention
field-as = What you do with it
field-reason = Why
field-label = What the words are to the authentic text
field-party = Whom to ask
field-principal-only = Ask the principal's office alone, and no envoy's
hint-lines = One a line.
hint-days = After so many days it is void by itself.
hint-days-question = For so many days an answer is awaited.
hint-handling = The addressee gets the released words only. Your own words stay with you and the desk.
hint-utc = In UTC.
hint-language = A tag such as fa, or a name.
hint-ambiguous = Word for word as they stand in the text, one a line. A translator keeps them so.
hint-object = The desk alone reads it. You may leave it out.
hint-reply = The desk alone reads it.
hint-render = The words in which it may be conveyed. Conditions, reservations and scope go with it as their author wrote them.
hint-return = The author reads it.
form-wrong = Something has to be put right:
form-stale = This form is too old. Open it anew and copy your words into it.
wrong-choose = Choose one.
wrong-text = Words are missing.
wrong-days = Give a number of days, from 1 to 3650.
wrong-moment = That is no date with a time.

## Times
time-utc = { $time } UTC
time-over = over
time-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
time-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
time-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}

## Where there is no page
trouble-host = This address is not the one that was given
trouble-host-do = Open the address exactly as the office printed it, beginning with http://127.0.0.1.
trouble-site = This came from another site
trouble-site-do = Nothing was done. Go to the office's own page and do it there.
trouble-session = This office is locked to this browser
trouble-session-do = Open it with a new address. The office prints one when it is opened.
trouble-address = This address was used already, or is over
trouble-address-do = Each address works once. Open the office anew for another one.
trouble-page = There is no such page
trouble-page-do = Go back, or begin at the office's first page.
trouble-long = That is too long
trouble-long-do = Nothing was done. Go back and shorten it; an item's text has 256 KiB at most.
trouble-busy = The office did not answer in time
trouble-busy-do = It may be at work. Wait a moment and try again; what you sent takes effect once.
trouble-closed = The office was closed
trouble-closed-do = Open it again. What you sent may be sent again; it takes effect once.
trouble-failed = The office could not do it
trouble-failed-do = Its disk may be full or damaged. Look at the terminal in which it is open.
