-- The two marks of the ledger, 离线核验 and 端云不一致, are asked for as well: they stand in the indexes a page is chosen from.
DROP INDEX inspection_by_time;
DROP INDEX inspection_by_checkpoint;
CREATE INDEX inspection_by_time ON inspection (made_at, id, checkpoint_id, plate, row, offline, agrees);
CREATE INDEX inspection_by_checkpoint ON inspection (checkpoint_id, made_at, id, plate, row, offline, agrees);
