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
