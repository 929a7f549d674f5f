-- How a checkpoint lies on its road (R110, R116): what the wait is reckoned with and what stands beside the road. Each change is a row
-- of its own that is never changed; the newest one holds. Without a row nothing is known of the road.
CREATE TABLE checkpoint_site (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  approach_lanes INTEGER NOT NULL CHECK (approach_lanes BETWEEN 1 AND 30),
  approach_metres INTEGER NOT NULL CHECK (approach_metres BETWEEN 50 AND 50000),
  green_lane INTEGER,
  -- Metres along the road: K44+950 is 44950. The way of the stakes: 1 = they grow away from the booth, up the queue.
  booth_stake INTEGER,
  stakes_grow INTEGER,
  fence_metres INTEGER,
  -- JSON: [{"number":1,"metres":300}]. A number stays with its sign, which has it in its code.
  signs TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES staff (id),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, version),
  CHECK ((booth_stake IS NULL) = (stakes_grow IS NULL))
) STRICT, WITHOUT ROWID;

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
