## Drafts
draft-here = What you had typed is here again, kept on
draft-drop = Throw it away
draft-keep = Keep this for later
draft-kept = Kept in this office at
draft-not-kept = This is not kept: it is too long, or was sent already.
sent-otherwise = This form was sent already, and said something else then. Nothing of what it says now was done: look at what was done before, and send it if it is meant to be said too.

## The lock
lock = Locked
lock-about = Nobody used this office here for a while, or the machine slept. Nothing is lost: what was typed is kept in the office.
lock-do = Or open it with a new address: `pages`, asked in a terminal of this machine, gives one.
lock-passphrase = Passphrase
lock-open = Open
lock-wrong = That is not the passphrase that opens it. After five wrong ones a new address is needed.

## The alarm: how urgent, and never what
alarm-on = Turn on sound and notices for what is urgent
alarm-urgent = Something urgent waits
alarm-flash = Something waits that is flash
