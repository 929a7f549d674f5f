-- The green lane for appeals 申诉绿色通道 (henan-16#15, jiaozuo-20#15).
CREATE TABLE appeal (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'external-code', 'verdict')),
  trip_id TEXT,
  seat INTEGER,
  person_tag TEXT,
  surname TEXT NOT NULL,
  -- What it is about: of a code, the reason in the ledger; of a code from outside, its colour and day; of a verdict, null.
  opening TEXT,
  reason TEXT,
  ground TEXT,
  inspection_id TEXT,
  -- Whose head answers for the verdict; of the other kinds null.
  checkpoint_id TEXT,
  plate TEXT NOT NULL,
  -- Where it was made: a checkpoint or another place with a poster.
  place TEXT,
  said TEXT NOT NULL,
  note_sealed TEXT,
  by_kind TEXT NOT NULL CHECK (by_kind IN ('driver', 'terminal', 'system')),
  by_id TEXT,
  -- Of a code from outside: who gave it, and what it shows.
  region TEXT,
  colour TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'cleared', 'upheld', 'referred', 'corrected')),
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
  -- The conditions a machine could check, and what it found: JSON.
  checks TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by TEXT,
  decided_at INTEGER,
  decided_by TEXT,
  elapsed_ms INTEGER,
  way TEXT,
  document TEXT,
  why TEXT,
  false_evidence INTEGER NOT NULL DEFAULT 0 CHECK (false_evidence IN (0, 1)),
  reply TEXT,
  CHECK ((decided_at IS NULL) = (state IN ('waiting', 'accepted'))),
  CHECK ((decided_at IS NULL) = (elapsed_ms IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_running ON appeal (submitted_at, id) WHERE decided_at IS NULL;
CREATE INDEX appeal_done ON appeal (decided_at, id) WHERE decided_at IS NOT NULL;
CREATE INDEX appeal_by_trip ON appeal (trip_id, submitted_at);
-- One appeal at a time about one thing.
CREATE UNIQUE INDEX appeal_once_on_code ON appeal (person_tag, opening) WHERE kind = 'code' AND decided_at IS NULL;
CREATE UNIQUE INDEX appeal_once_outside ON appeal (person_tag, opening) WHERE kind = 'external-code';
CREATE UNIQUE INDEX appeal_once_on_verdict ON appeal (inspection_id) WHERE kind = 'verdict' AND decided_at IS NULL;

-- A wrong verdict after the undo minutes: the record stays, this stands beside it.
CREATE TABLE verdict_correction (
  inspection_id TEXT PRIMARY KEY NOT NULL REFERENCES inspection (id),
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- What was wrong, as it is right: JSON. Then the facts as corrected, and the judgement of them.
  corrected TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL,
  row TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
