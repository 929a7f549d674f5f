-- The green lane for appeals 申诉绿色通道 (henan-16#15, jiaozuo-20#15).
CREATE TABLE appeal (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'external-code', 'verdict')),
  trip_id TEXT,
  seat INTEGER,
  person_tag TEXT,
  -- The reason of the ledger it is about; of a verdict, the inspection.
  opening TEXT,
  inspection_id TEXT,
  plate TEXT NOT NULL,
  -- Where it was made: a checkpoint or another place with a poster.
  place TEXT,
  said TEXT NOT NULL,
  note_sealed TEXT,
  by_kind TEXT NOT NULL CHECK (by_kind IN ('driver', 'terminal', 'system')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'cleared', 'upheld', 'referred', 'corrected')),
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
  -- The conditions a machine could check, and what it found: JSON.
  checks TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by TEXT,
  decided_at INTEGER,
  decided_by TEXT,
  way TEXT,
  reply TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_waiting ON appeal (state, submitted_at);
CREATE INDEX appeal_by_trip ON appeal (trip_id, submitted_at);
-- One appeal at a time about one thing.
CREATE UNIQUE INDEX appeal_once_on_code ON appeal (person_tag, opening) WHERE decided_at IS NULL AND opening IS NOT NULL;
CREATE UNIQUE INDEX appeal_once_on_verdict ON appeal (inspection_id) WHERE decided_at IS NULL AND inspection_id IS NOT NULL;

-- A wrong verdict after the undo minutes: the record stays, this stands beside it.
CREATE TABLE verdict_correction (
  inspection_id TEXT PRIMARY KEY NOT NULL REFERENCES inspection (id),
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL,
  row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
