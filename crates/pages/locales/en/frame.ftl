# What the pages say, in English. No message has room for a person's text, and none says that anybody agreed to anything.

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
unlabelled = the other side
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
first-desk-channels = Open one: it has a name, its parties, and a status block for ever.
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
first-desk-parties = Take a party in by its name and its principal's title. Then invite its office.
about-mandates = By a mandate an envoy may do some acts in some channels until some time.
none-mandates = There is no mandate.
first-side-mandates = A principal's office appoints its envoys here.
about-interests = Interests of the intermediary's own, which all parties may read.
none-interests = No interest has been declared.
first-desk-interests = Declare what you have at stake yourself, so that the parties need not guess it.
first-side-interests = If the desk declares an interest of its own, it stands here.
about-lines = A line is sealed from end to end. When it is new, compare its six check words by voice.
none-lines = There is no line yet.
first-desk-lines = Invite a party's office from its card among the parties: that makes the invitation and its six words.
first-side-lines = Join by the desk's invitation: goodoffices party join.
about-told = For each item: who has been told what, what was done with it, and which officers had a hand in it.
about-record = Every act in order: who took it, and what came of it.
nothing-recorded = Nothing has been recorded yet.

## What to do first
nothing-waits = Nothing waits for you.
begin-party = Begin by taking a party in. Then invite its office.
begin-channel = Open a channel between parties. Then they can lodge.
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
find-forgotten = What was searched for is not known any more: search again.
pager = Pages
pager-at = Page { $page } of { $pages }
pager-newer = Newer
pager-older = Older
pager-latest = Latest

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
trouble-address-do = If it was not you who used it, somebody else has this office open: close it (Ctrl-C) and open it again. Otherwise `pages`, asked in a terminal of this machine, gives another address; each works once.
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
