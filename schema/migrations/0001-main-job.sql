-- Times are milliseconds since 1970 (UTC); flags are 0/1; JSON is TEXT; ids are UUIDv7 text made where the thing is made.
-- `*_sealed` is AES-GCM under the server's data key; `*_tag` is an HMAC, so that a person can be found without being readable.

CREATE TABLE checkpoint (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  road TEXT NOT NULL,
  county TEXT NOT NULL,
  lanes INTEGER NOT NULL CHECK (lanes BETWEEN 1 AND 30),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  fictional INTEGER NOT NULL CHECK (fictional IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'head', 'inspector', 'dispatcher', 'epidemic', 'supervisor')),
  checkpoint_id TEXT REFERENCES checkpoint (id),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_session (
  token_tag TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_session_by_staff ON staff_session (staff_id);

-- One-time secrets: the first administrator's link and the enrolment of a phone.
CREATE TABLE one_time_secret (
  secret_tag TEXT PRIMARY KEY NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'enrolment')),
  staff_id TEXT REFERENCES staff (id),
  checkpoint_id TEXT REFERENCES checkpoint (id),
  lane INTEGER,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What can happen only once, whoever is first: a secret's tag, or 'first-administrator'.
CREATE TABLE once (
  what TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key (
  kid TEXT PRIMARY KEY NOT NULL,
  key_use TEXT NOT NULL CHECK (key_use IN ('freight', 'pass', 'bundle')),
  public_jwk TEXT NOT NULL,
  private_sealed TEXT NOT NULL,
  not_before INTEGER NOT NULL,
  retired_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE trip (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  plate TEXT NOT NULL,
  trailer TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('in-province', 'cross-province', 'unknown')),
  from_region TEXT NOT NULL,
  via TEXT NOT NULL,
  to_region TEXT NOT NULL,
  checkpoint_id TEXT REFERENCES checkpoint (id),
  eta INTEGER NOT NULL,
  cargo TEXT NOT NULL,
  cargo_name TEXT,
  consignee TEXT,
  risk_stay INTEGER CHECK (risk_stay IN (0, 1)),
  plan TEXT NOT NULL CHECK (plan IN ('leave-at-once', 'short-stay')),
  lodging TEXT CHECK (lodging IN ('fixed', 'none')),
  through_train INTEGER NOT NULL CHECK (through_train IN (0, 1)),
  registered_at INTEGER NOT NULL,
  -- The terminal that registered it on site; null = the driver did.
  terminal_id TEXT,
  form_hash TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  cancelled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX trip_by_plate ON trip (plate, registered_at);

-- Each change keeps the version before it.
CREATE TABLE trip_history (
  trip_id TEXT NOT NULL REFERENCES trip (id),
  version INTEGER NOT NULL,
  snapshot_sealed TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (trip_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE trip_crew (
  trip_id TEXT NOT NULL REFERENCES trip (id),
  seat INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('driver', 'escort')),
  document TEXT NOT NULL,
  name_sealed TEXT NOT NULL,
  number_sealed TEXT NOT NULL,
  phone_sealed TEXT,
  surname TEXT NOT NULL,
  id_tail TEXT NOT NULL,
  person_tag TEXT NOT NULL,
  phone_tag TEXT,
  phone_tail_tag TEXT,
  PRIMARY KEY (trip_id, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX trip_crew_by_person ON trip_crew (person_tag);

CREATE TABLE pass (
  number TEXT PRIMARY KEY NOT NULL,
  trip_id TEXT NOT NULL REFERENCES trip (id),
  -- The pass whose place this one took after a change of the trip 换发; null = the trip's first.
  replaces TEXT UNIQUE REFERENCES pass (number),
  jti TEXT NOT NULL UNIQUE,
  plate TEXT NOT NULL,
  from_region TEXT NOT NULL,
  to_region TEXT NOT NULL,
  cargo TEXT NOT NULL,
  issuer TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER NOT NULL,
  token TEXT NOT NULL,
  issued_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX pass_first_of_trip ON pass (trip_id) WHERE replaces IS NULL;
CREATE INDEX pass_by_trip ON pass (trip_id, issued_at);
CREATE INDEX pass_by_plate ON pass (plate, valid_to);

CREATE TABLE revocation (
  jti TEXT PRIMARY KEY NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('revoked', 'suspended')),
  at INTEGER NOT NULL,
  -- After this the credential has expired anyway and the row leaves the bundle.
  until INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE health_result (
  id TEXT PRIMARY KEY NOT NULL,
  person_tag TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('negative', 'positive', 'pending')),
  sampled_at INTEGER,
  reported_at INTEGER,
  source TEXT NOT NULL,
  taken_in_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX health_result_by_person ON health_result (person_tag, taken_in_at);

-- Persons on the positive, red and tracking lists, matched in the background (R32).
CREATE TABLE listed_person (
  person_tag TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('positive', 'red', 'tracking')),
  surname TEXT NOT NULL,
  id_tail TEXT NOT NULL,
  since INTEGER NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terminal (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  lane INTEGER NOT NULL,
  device TEXT NOT NULL,
  segment TEXT,
  public_jwk TEXT NOT NULL,
  thumbprint TEXT NOT NULL,
  bound_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  released_at INTEGER,
  released_by TEXT,
  release_reason TEXT
) STRICT, WITHOUT ROWID;
-- One card, one phone, one inspector: at most one bound terminal each.
CREATE UNIQUE INDEX terminal_one_per_inspector ON terminal (staff_id) WHERE released_at IS NULL;
CREATE UNIQUE INDEX terminal_one_per_key ON terminal (thumbprint) WHERE released_at IS NULL;
CREATE UNIQUE INDEX terminal_one_per_segment ON terminal (segment) WHERE released_at IS NULL AND segment IS NOT NULL;

CREATE TABLE inspection (
  id TEXT PRIMARY KEY NOT NULL,
  terminal_id TEXT NOT NULL REFERENCES terminal (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  lane INTEGER NOT NULL,
  plate TEXT NOT NULL,
  trip_id TEXT,
  made_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  offline INTEGER NOT NULL CHECK (offline IN (0, 1)),
  row TEXT NOT NULL,
  outcome TEXT NOT NULL,
  server_row TEXT NOT NULL,
  agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
  edition TEXT NOT NULL,
  modifiers TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL,
  device_verdict TEXT NOT NULL,
  crew TEXT NOT NULL,
  -- Tags of the crew as the phones compute them (shared/sync/crew-tag.ts), JSON.
  crew_tags TEXT NOT NULL,
  corrects TEXT UNIQUE REFERENCES inspection (id),
  envelope TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX inspection_by_time ON inspection (made_at, id);
CREATE INDEX inspection_by_checkpoint ON inspection (checkpoint_id, made_at);
CREATE INDEX inspection_by_plate ON inspection (plate, made_at);

-- What a verdict opens: code reasons (Y1, and R1–R3 as proposals) of one person.
CREATE TABLE code_reason (
  id TEXT PRIMARY KEY NOT NULL,
  inspection_id TEXT NOT NULL REFERENCES inspection (id),
  seat INTEGER NOT NULL,
  person_tag TEXT,
  reason TEXT NOT NULL CHECK (reason IN ('Y1', 'Y2', 'R1', 'R2', 'R3')),
  state TEXT NOT NULL CHECK (state IN ('open', 'proposed', 'closed', 'withdrawn')),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  UNIQUE (inspection_id, seat, reason)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_reason_by_person ON code_reason (person_tag, state);

-- What a verdict asks somebody to do: tracking, escort, medical …
CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL,
  inspection_id TEXT NOT NULL REFERENCES inspection (id),
  kind TEXT NOT NULL,
  checkpoint_id TEXT NOT NULL,
  plate TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  UNIQUE (inspection_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_open ON task (state, kind, opened_at);
