-- Passes with their place on a status list (IETF Token Status List), from whoever applied; SQLite changes a NOT NULL only by making the table anew.
PRAGMA defer_foreign_keys = ON;

-- One list of a pool: it dies with the last pass on it, and a full one makes room for the next.
CREATE TABLE status_list (
  id INTEGER PRIMARY KEY NOT NULL,
  opened_at INTEGER NOT NULL,
  -- No pass is put on it any more.
  closed_at INTEGER,
  -- The latest end of a pass on it.
  until INTEGER NOT NULL,
  size INTEGER NOT NULL,
  issued INTEGER NOT NULL
) STRICT;
-- Passes issued before stand on the first one, and it lives as long as they do; sealed anew, they name their place.
INSERT INTO status_list (id, opened_at, closed_at, until, size, issued)
SELECT 1, 0, NULL, coalesce(max(valid_to), 0), max(524288, count(*)), count(*) FROM pass;

CREATE TABLE pass_kept AS SELECT * FROM pass;
DROP TABLE pass;
CREATE TABLE pass (
  number TEXT PRIMARY KEY NOT NULL,
  -- null = applied for by a company, for a vehicle; whoever registers a trip with that vehicle and route finds it.
  trip_id TEXT REFERENCES trip (id),
  -- null = issued before applications were kept.
  application_id TEXT UNIQUE,
  -- The pass whose place this one took 换发.
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
  issued_at INTEGER NOT NULL,
  list INTEGER NOT NULL REFERENCES status_list (id),
  idx INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('valid', 'revoked', 'suspended')),
  status_at INTEGER,
  status_by TEXT,
  -- A code from the closed list of reasons; null = valid.
  status_reason TEXT,
  status_note TEXT,
  UNIQUE (list, idx)
) STRICT, WITHOUT ROWID;
INSERT INTO pass
SELECT p.number, p.trip_id, NULL, p.replaces, p.jti, p.plate, p.from_region, p.to_region, p.cargo, p.issuer, p.valid_from, p.valid_to, p.token,
  p.issued_at, 1, row_number() OVER (ORDER BY p.number) - 1, coalesce(r.status, 'valid'), r.at, NULL,
  CASE WHEN r.status IS NULL THEN NULL WHEN r.reason = 'the trip was changed' THEN 'trip-changed' ELSE 'other' END, r.reason
FROM pass_kept p LEFT JOIN revocation r ON r.jti = p.jti;
DROP TABLE pass_kept;
DROP TABLE revocation;
CREATE UNIQUE INDEX pass_first_of_trip ON pass (trip_id) WHERE replaces IS NULL AND trip_id IS NOT NULL;
CREATE INDEX pass_by_trip ON pass (trip_id, issued_at);
CREATE INDEX pass_by_plate ON pass (plate, valid_to);
CREATE INDEX pass_by_issue ON pass (issued_at, number);
CREATE INDEX pass_not_valid ON pass (list, idx, status) WHERE status <> 'valid';

-- Each change of a standing, in its order: `seq` is the version of the lists, and a delta is what came after one.
CREATE TABLE status_change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  list INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('valid', 'revoked', 'suspended')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX status_change_by_list ON status_change (list, seq);

-- Freight codes live a day at most and are many: a trip's codes issued before this second are void 作废.
CREATE TABLE code_withdrawn (
  trip_number TEXT NOT NULL,
  -- The plate that those codes name; a trip may have had another one before.
  plate TEXT NOT NULL,
  before_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (plate, trip_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_withdrawn_until ON code_withdrawn (until);

-- Applications for a pass 通行证申请 (henan-16#8, jiaozuo-20#8): with a commitment, checked at once, looked at by a person only when flagged.
CREATE TABLE pass_application (
  id TEXT PRIMARY KEY NOT NULL,
  applicant TEXT NOT NULL CHECK (applicant IN ('driver', 'shipper', 'consignee')),
  trip_id TEXT REFERENCES trip (id),
  company TEXT,
  company_code TEXT,
  contact_sealed TEXT,
  phone_sealed TEXT,
  plate TEXT NOT NULL,
  from_region TEXT NOT NULL,
  to_region TEXT NOT NULL,
  cargo TEXT NOT NULL,
  cargo_name TEXT,
  crew_sealed TEXT,
  -- Which department the cargo belongs to.
  department TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('issued', 'waiting', 'declined')),
  -- JSON list of the checks that asked for a person; empty = issued at once 即接即办.
  flags TEXT NOT NULL,
  applied_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  -- A code from the closed list of reasons; null = not declined.
  decision_reason TEXT,
  decision_note TEXT,
  -- Goods people live on 民生物资 are looked at first.
  first INTEGER NOT NULL CHECK (first IN (0, 1)),
  -- The pass whose place the new one takes 换发.
  replaces TEXT REFERENCES pass (number),
  form_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pass_application_by_state ON pass_application (state, applied_at, id);
CREATE INDEX pass_application_queue ON pass_application (state, first DESC, applied_at, id);
CREATE UNIQUE INDEX pass_application_of_trip ON pass_application (trip_id) WHERE state = 'waiting' AND trip_id IS NOT NULL;
CREATE INDEX pass_application_by_trip ON pass_application (trip_id, applied_at, id);
CREATE INDEX pass_application_by_name ON pass_application (company, applied_at);
-- The office's pages of passes: by standing or all of them, those that run longest first.
CREATE INDEX pass_by_end ON pass (valid_to, number);
CREATE INDEX pass_by_standing ON pass (status, valid_to, number);
CREATE INDEX pass_of_broken_commitment ON pass (status_at) WHERE status_reason = 'false-commitment';
-- Who applied and who drives, sealed: gone thirty days after there was a use for it.
CREATE INDEX pass_application_people ON pass_application (applied_at) WHERE contact_sealed IS NOT NULL;
CREATE INDEX pass_application_by_plate ON pass_application (plate, applied_at);
CREATE INDEX pass_application_by_company ON pass_application (company_code, applied_at);

-- Passes of other provinces as they were shown 全国互认 (henan-16#8): recorded, not judged; the lane is the same.
CREATE TABLE foreign_pass (
  id TEXT PRIMARY KEY NOT NULL,
  inspection_id TEXT NOT NULL,
  plate TEXT NOT NULL,
  number TEXT,
  issuer TEXT NOT NULL,
  valid_to INTEGER,
  shown TEXT NOT NULL CHECK (shown IN ('number', 'qr', 'photo')),
  -- 旧式: of the form before 2022-04-23.
  old_style INTEGER NOT NULL CHECK (old_style IN (0, 1)),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX foreign_pass_by_plate ON foreign_pass (plate, recorded_at, id);
CREATE INDEX foreign_pass_by_time ON foreign_pass (recorded_at, id);

-- Leads 疑似弄虚作假线索 (R64): a look for the supervisor, never a hold.
CREATE TABLE lead (
  id TEXT PRIMARY KEY NOT NULL,
  -- One thing is one lead, however often it is seen.
  dedupe TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('forged', 'mismatch', 'two-places', 'not-live', 'reused-number', 'evidence')),
  -- When it was seen on the road; of two places, the later one.
  at INTEGER NOT NULL,
  -- When it came in: a phone without a network tells of it days later.
  found_at INTEGER NOT NULL,
  plate TEXT NOT NULL,
  -- Number or jti of the credential it is about; null = it could not be opened.
  credential TEXT,
  inspection_id TEXT NOT NULL,
  checkpoint_id TEXT NOT NULL,
  -- Of two places, or two plates: the earlier one.
  other_inspection_id TEXT,
  other_checkpoint_id TEXT,
  detail TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'passed-on', 'unfounded', 'confirmed')),
  passed_to TEXT CHECK (passed_to IN ('police', 'supervision')),
  handled_at INTEGER,
  handled_by TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_by_state ON lead (state, found_at, id);
CREATE INDEX lead_by_time ON lead (found_at, id);
CREATE INDEX lead_by_checkpoint ON lead (checkpoint_id, found_at, id);
CREATE INDEX lead_by_other_checkpoint ON lead (other_checkpoint_id, found_at, id);
CREATE INDEX lead_by_inspection ON lead (inspection_id);
CREATE INDEX lead_by_other_inspection ON lead (other_inspection_id);

-- Photographs of a credential that is in doubt; never of a health code. Sealed, and gone after their days.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL,
  inspection_id TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  photo_sealed TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_inspection ON evidence (inspection_id);
CREATE INDEX evidence_until ON evidence (until);

-- Who presented which credential where: enough to see one at two places too far apart, kept a few days.
CREATE TABLE credential_seen (
  credential TEXT NOT NULL,
  at INTEGER NOT NULL,
  inspection_id TEXT NOT NULL,
  checkpoint_id TEXT NOT NULL,
  plate TEXT NOT NULL,
  -- Whether the clock of that phone was ever held against the server's.
  clock_known INTEGER NOT NULL CHECK (clock_known IN (0, 1)),
  PRIMARY KEY (credential, at, inspection_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX credential_seen_at ON credential_seen (at);
CREATE INDEX credential_seen_by_inspection ON credential_seen (inspection_id);

-- Medium and high risk areas 中高风险地区 as published: what the question of a stay asks about.
CREATE TABLE risk_area (
  id TEXT PRIMARY KEY NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('high', 'medium')),
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  source TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  ended_by TEXT,
  ended_at INTEGER,
  end_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX risk_area_in_force ON risk_area (to_at, region);
CREATE INDEX risk_area_by_added ON risk_area (added_at, id);
-- A place stands on the list once; another level is an end and a new line.
CREATE UNIQUE INDEX risk_area_once ON risk_area (region, name) WHERE ended_at IS NULL;

-- Where a checkpoint stands, WGS 84 degrees; without it no distance is known and none is guessed.
CREATE TABLE checkpoint_place (
  checkpoint_id TEXT PRIMARY KEY NOT NULL REFERENCES checkpoint (id),
  lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon REAL NOT NULL CHECK (lon BETWEEN -180 AND 180)
) STRICT, WITHOUT ROWID;

-- A stolen key: nothing it ever signed counts any more.
ALTER TABLE signing_key ADD COLUMN revoked_at INTEGER;
ALTER TABLE signing_key ADD COLUMN revoked_reason TEXT;
-- Whoever keeps the private half: this database (sealed), the environment of the process, a key service.
ALTER TABLE signing_key ADD COLUMN home TEXT NOT NULL DEFAULT 'database' CHECK (home IN ('database', 'environment', 'kms'));
-- From here on it could be fetched; null = made before this was kept, and long known.
ALTER TABLE signing_key ADD COLUMN published_at INTEGER;
-- Two processes at a first start may have made two of one use: the later one has been signing.
UPDATE signing_key SET retired_at = (
  SELECT min(later.not_before) FROM signing_key later
  WHERE later.key_use = signing_key.key_use AND (later.not_before, later.kid) > (signing_key.not_before, signing_key.kid)
)
WHERE retired_at IS NULL AND EXISTS (
  SELECT 1 FROM signing_key later
  WHERE later.key_use = signing_key.key_use AND (later.not_before, later.kid) > (signing_key.not_before, signing_key.kid)
);
-- A line of keys has one end: of two who rotate at once, one is told so.
CREATE UNIQUE INDEX signing_key_last ON signing_key (key_use) WHERE retired_at IS NULL AND revoked_at IS NULL;

CREATE TABLE staff_kept AS SELECT * FROM staff;
DROP TABLE staff;
CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (
    role IN (
      'admin', 'head', 'inspector', 'dispatcher', 'epidemic', 'supervisor', 'appeal-officer', 'list-officer', 'pass-officer', 'command'
    )
  ),
  checkpoint_id TEXT REFERENCES checkpoint (id),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO staff SELECT id, login, name, role, checkpoint_id, password_hash, created_at, disabled_at FROM staff_kept;
DROP TABLE staff_kept;

-- The number of the last offline bundle of each phone: it grows over restarts, over clocks set back and over several servers.
CREATE TABLE bundle_made (
  terminal_id TEXT PRIMARY KEY NOT NULL REFERENCES terminal (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tags are made with the key of the day, when a bundle is.
ALTER TABLE inspection DROP COLUMN crew_tags;
ALTER TABLE list_entry DROP COLUMN crew_tag;
