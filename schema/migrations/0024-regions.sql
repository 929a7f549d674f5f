-- Whose a message of the screens is: of a county, a city, a province; NULL = everybody's of that audience.
ALTER TABLE message ADD COLUMN area TEXT;

-- Cases of a county, and of all that lies in a city or a province.
CREATE INDEX hotline_case_by_area ON hotline_case (area, made_at, id);
CREATE INDEX hotline_case_queue_by_area ON hotline_case (area, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX hotline_case_queue_by_checkpoint ON hotline_case (checkpoint_id, due_at, id) WHERE due_at IS NOT NULL;

-- When a checkpoint was closed, or every lane of it (jiaozuo-20#1).
CREATE TABLE checkpoint_closure (
  id TEXT PRIMARY KEY NOT NULL,
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  why TEXT NOT NULL CHECK (why IN ('lanes', 'checkpoint')),
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  UNIQUE (checkpoint_id, why, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX checkpoint_closure_by_time ON checkpoint_closure (from_at);
CREATE INDEX checkpoint_closure_open ON checkpoint_closure (checkpoint_id) WHERE to_at IS NULL;

-- Neighbours that rose because of one: told to the city once.
CREATE TABLE region (
  -- One a closure.
  id TEXT PRIMARY KEY NOT NULL REFERENCES checkpoint_closure (id),
  since INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX region_by_time ON region (told_at);
CREATE INDEX region_running ON region (id) WHERE ended_at IS NULL;
CREATE TABLE region_member (
  region_id TEXT NOT NULL REFERENCES region (id),
  incident_id TEXT NOT NULL REFERENCES incident (id),
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (region_id, incident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_member_of ON region_member (incident_id);

-- Roads that are blocked or slow (R109): who told of it, since when, whose it is, and what became of it.
CREATE TABLE road_block (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('blocked', 'slow', 'exit')),
  road TEXT NOT NULL,
  place TEXT NOT NULL,
  county TEXT NOT NULL,
  source TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  -- The unit in charge, and the contact of traffic police and road administration 路警联动; JSON, sealed.
  owner TEXT NOT NULL,
  contact_sealed TEXT NOT NULL,
  -- How to drive round it; drivers read it.
  detour TEXT,
  level TEXT NOT NULL CHECK (level IN ('county', 'city', 'province')),
  level_since INTEGER,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL REFERENCES staff (id),
  resolved_at INTEGER,
  resolution TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX road_block_open ON road_block (started_at) WHERE resolved_at IS NULL;
CREATE INDEX road_block_resolved ON road_block (resolved_at) WHERE resolved_at IS NOT NULL;

-- Service areas, places to stop, points for tests (R86–R93), as drivers are told of them.
CREATE TABLE place (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('service-area', 'stop', 'test-point')),
  name TEXT NOT NULL,
  road TEXT NOT NULL,
  direction TEXT,
  county TEXT NOT NULL,
  -- A public number.
  phone TEXT,
  hours TEXT NOT NULL,
  free INTEGER NOT NULL CHECK (free IN (0, 1)),
  for_trucks INTEGER NOT NULL CHECK (for_trucks IN (0, 1)),
  -- JSON: meals, fuel, test, toilet.
  services TEXT NOT NULL,
  -- Of a point for tests the health authority that runs it (R88).
  owner TEXT,
  closed_at INTEGER,
  -- JSON: reason, the documents of city and province.
  closing TEXT,
  -- Nobody is told twice that it is due.
  due_told_at INTEGER,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX place_by_kind ON place (kind, name, id);
