## What should be known of this office and of what it holds
letter-no = Letter { $n }
warns-act-refused = An act was refused here:
warns-refused-by-desk = The desk refused an act of this office:
warns-untraced = This office has words that this desk had conveyed and does not know any more.
warns-unplaced = This office showed something from before this desk was restored that cannot be placed.
warns-disclosed = The desk records that it is spoken of in public.
warns-letter-set-aside = It was set aside:
warns-wrong-hub = What answers in the hub's place is not the hub that the invitation named: do not go on over this network.
warns-pass-refused = The hub does not admit this office's deposits: ask the desk for a new invitation.
warns-hub-full = The hub has no room for deposits: its operator has to make some; what waits is sent then.
warns-restored = This office was put back to an older state: on this line it shows what the other end had of it.
warns-peer-restored = The office at the other end was put back to an older state.
warns-scrub-due = The disk may still hold words that were erased: free some space on it; it is cleared with the next change.

## Which officer had a hand in it, and in what; an officer's name stands before it
hand-wrote = wrote it
hand-wrote-down = wrote it down
hand-rendered = rendered it
hand-released = released it

## What an office did that another of its party contradicts; its name stands before it, an item after it
conflict-answered = answered with

## Whose something is, after a name
whose-envoy = envoy
whose-told = as the desk was told
