-- Pairs wait in a list at the end of the index and are sorted in by `UnsortedPairs` every few seconds, all of them at once: one by one
-- each looked for its own place in a gigabyte, which was four fifths of what an import wrote with. Searches read the list too, so
-- what is committed is found; at a thousand acts a second it takes a search some milliseconds. The limit is where PostgreSQL would sort
-- them in amid somebody's act; it is not reached while the timers run.
alter index similarity.passage_pairs set (fastupdate = on, gin_pending_list_limit = 16384);
