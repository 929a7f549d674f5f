-- A page of the ledger is chosen from one of these alone: the rows themselves are large, and a rare plate or row would have
-- every one of them read.
DROP INDEX inspection_by_time;
DROP INDEX inspection_by_checkpoint;
CREATE INDEX inspection_by_time ON inspection (made_at, id, checkpoint_id, plate, row);
CREATE INDEX inspection_by_checkpoint ON inspection (checkpoint_id, made_at, id, plate, row);
