-- Numbers published to everybody (R108, 第十六条): 应急运输保障电话 and 举报电话. Proposed by one of the command, decided by another; neither
-- row is ever changed, and the newest that was approved is in force. A number that is NULL is taken back.
CREATE TABLE number_proposal (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('emergency', 'complaints')),
  number TEXT,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES staff (id),
  proposed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX number_proposal_at ON number_proposal (proposed_at, id);
CREATE TABLE number_decision (
  proposal_id TEXT PRIMARY KEY NOT NULL REFERENCES number_proposal (id),
  approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
  reason TEXT,
  decided_by TEXT NOT NULL REFERENCES staff (id),
  decided_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
