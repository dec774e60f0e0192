-- A search reads the list once for each month it looks into, for a rare word all of them: 9 ms where 13 MB wait, so that five years of months were half a
-- second beside an import. With two megabytes whoever writes many texts at once sorts them in as they go.
alter index similarity.passage_pairs set (gin_pending_list_limit = 2048);
