-- Every edition this server ever judged by, whole: found again by its id after the program has moved on.
CREATE TABLE edition_kept (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A change of the law's numbers by this city's command: drafted, tried out, signed by two, published, and taken back.
CREATE TABLE amendment (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  -- The draft as it was written (shared/policy/amendment.ts): JSON.
  draft TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('emergency', 'regular')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'dropped', 'rolled-back')),
  drafted_by TEXT NOT NULL,
  drafted_at INTEGER NOT NULL,
  -- What the dry run found, and over which days: JSON; of this very version.
  dry_run TEXT,
  first_by TEXT,
  first_at INTEGER,
  second_by TEXT,
  published_at INTEGER,
  from_at INTEGER,
  -- The edition it made.
  edition TEXT,
  ended_at INTEGER,
  ended_by TEXT,
  end_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_by_state ON amendment (state, from_at);

-- Everything that was done to an amendment, in order: of two at once the second is refused, and each text stays as it was signed.
CREATE TABLE amendment_step (
  amendment_id TEXT NOT NULL REFERENCES amendment (id),
  number INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('draft', 'change', 'try', 'sign', 'publish', 'drop', 'roll-back')),
  version INTEGER NOT NULL,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- The draft, where this step wrote it.
  draft TEXT,
  PRIMARY KEY (amendment_id, number)
) STRICT, WITHOUT ROWID;

-- Settings of a county or a checkpoint that were proved to make nothing stricter (changxing overlay check).
CREATE TABLE overlay (
  id TEXT PRIMARY KEY NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('county', 'checkpoint')),
  -- County code or checkpoint id.
  place TEXT NOT NULL,
  file TEXT NOT NULL,
  proof TEXT NOT NULL,
  superior TEXT NOT NULL,
  -- What the proof rests on (provedUnder): over another law it does not bind.
  under TEXT NOT NULL,
  edition TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('in-force', 'ended')),
  accepted_by TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by TEXT,
  end_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX overlay_one_per_place ON overlay (level, place) WHERE state = 'in-force';
