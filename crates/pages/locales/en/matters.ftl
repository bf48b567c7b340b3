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
when = When
by-whom = By whom
what-came = What came of it
