## The watch: alarm, lock, drafts
