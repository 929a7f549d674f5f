-- Congestion 拥堵 (R110–R120): what is told of a queue, what was reckoned, incidents and whom they called, and who answers for what.
ALTER TABLE staff ADD COLUMN area TEXT;

CREATE TABLE duty_person (
  id TEXT PRIMARY KEY NOT NULL,
  role TEXT NOT NULL CHECK (role IN (
    'leader', 'cadre', 'head', 'party-principal', 'government-principal', 'county-desk', 'city-desk', 'province-desk',
    'logistics-office', 'liaison')),
  checkpoint_id TEXT REFERENCES checkpoint (id),
  -- GB/T 2260, of those who answer for a county, a city or the province.
  area TEXT,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  phone_sealed TEXT NOT NULL,
  rank INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  ended_at INTEGER,
  put_by TEXT NOT NULL REFERENCES staff (id),
  put_at INTEGER NOT NULL,
  CHECK ((checkpoint_id IS NULL) <> (area IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_person_by_checkpoint ON duty_person (checkpoint_id, from_at) WHERE checkpoint_id IS NOT NULL;
CREATE INDEX duty_person_by_area ON duty_person (area, from_at) WHERE area IS NOT NULL;

-- Check-ins of drivers and reports of people; inspections and lanes have their own tables.
CREATE TABLE queue_input (
  id TEXT PRIMARY KEY NOT NULL,
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  kind TEXT NOT NULL CHECK (kind IN ('check-in', 'report')),
  at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  plate TEXT,
  source TEXT,
  metres REAL,
  stake_metres REAL,
  wait_minutes REAL,
  by_kind TEXT NOT NULL CHECK (by_kind IN ('anyone', 'driver', 'terminal', 'staff')),
  by_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_input_received ON queue_input (checkpoint_id, received_at, id);
CREATE INDEX queue_input_age ON queue_input (received_at);
CREATE INDEX inspection_received ON inspection (checkpoint_id, received_at, id);

-- What was reckoned, each half minute, for two days. Whoever writes a moment first has it: of two servers one does the work.
CREATE TABLE queue_reading (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  at INTEGER NOT NULL,
  wait REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  virtual REAL NOT NULL,
  vehicles INTEGER NOT NULL,
  metres REAL NOT NULL,
  confidence TEXT NOT NULL,
  lost_since INTEGER,
  level INTEGER NOT NULL,
  over_kilometre INTEGER NOT NULL,
  -- JSON: what the next one needs to know of this one.
  condition TEXT NOT NULL,
  -- 0 = nothing was ever heard of this queue.
  known INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_reading_age ON queue_reading (at);

-- Everything an incident is made of; never changed, never taken away. Where an incident stands is the fold over them.
CREATE TABLE congestion_event (
  id TEXT PRIMARY KEY NOT NULL,
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  known_at INTEGER NOT NULL,
  detail TEXT NOT NULL,
  by_kind TEXT NOT NULL,
  by_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX congestion_event_known ON congestion_event (checkpoint_id, known_at, id);
CREATE INDEX congestion_event_of_kind ON congestion_event (checkpoint_id, kind, known_at, id);

-- The name of an incident, and its standing as it was last folded, to find it by.
CREATE TABLE incident (
  id TEXT PRIMARY KEY NOT NULL,
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  origin TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  step TEXT,
  watched INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  UNIQUE (checkpoint_id, origin)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_by_checkpoint ON incident (checkpoint_id, opened_at);
CREATE INDEX incident_by_time ON incident (opened_at);

-- Whom an incident called; its key makes each call one, whoever makes it.
CREATE TABLE incident_call (
  id TEXT PRIMARY KEY NOT NULL,
  incident_id TEXT NOT NULL REFERENCES incident (id),
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  key TEXT NOT NULL,
  step TEXT,
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  -- JSON: whom, as he was named then.
  ear TEXT NOT NULL,
  person_id TEXT,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  late INTEGER NOT NULL,
  about TEXT,
  ack_key TEXT UNIQUE,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  UNIQUE (incident_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_call_of_person ON incident_call (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX incident_call_by_phone ON incident_call (at) WHERE channel = 'phone';

CREATE TABLE call_done (
  call_id TEXT PRIMARY KEY NOT NULL REFERENCES incident_call (id),
  at INTEGER NOT NULL,
  by_staff TEXT NOT NULL REFERENCES staff (id),
  outcome TEXT NOT NULL,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_photo (
  incident_id TEXT NOT NULL REFERENCES incident (id),
  at INTEGER NOT NULL,
  by_staff TEXT NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  photo_sealed TEXT NOT NULL,
  PRIMARY KEY (incident_id, at)
) STRICT, WITHOUT ROWID;
