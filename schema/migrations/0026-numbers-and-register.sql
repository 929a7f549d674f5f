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

-- Why and by whose leave a checkpoint stands where it stands (R121, R123, R124; 十六条第六条, 二十条第六条、第十八条). Each change is a row of its
-- own that is never changed; the newest one holds.
CREATE TABLE checkpoint_register (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  approval_no TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('border', 'exit', 'trunk', 'affected')),
  kind_reason TEXT,
  -- Metres along the road, as in checkpoint_site.
  stake INTEGER,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'both')),
  -- The bridge at one end of which it stands.
  bridge TEXT,
  -- 临时党支部: secretary, members, rules of work and discipline.
  branch_secretary TEXT,
  branch_members TEXT,
  branch_rules TEXT,
  reason TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES staff (id),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, version)
) STRICT, WITHOUT ROWID;
