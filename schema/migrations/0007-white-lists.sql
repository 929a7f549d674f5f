-- Four white lists, kept apart (R67): W1 truck drivers, W2 key enterprises, W3 crews of transfer points, W4 local enterprises
-- (a service list without effect at a checkpoint). Persons are sealed and tagged as in trip_crew.
CREATE TABLE list_entry (
  id TEXT PRIMARY KEY NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('W1', 'W2', 'W3', 'W4')),
  -- Grows with every step; a step taken on an older version is refused.
  version INTEGER NOT NULL,
  -- How far it is, to be found by (shared/lists/stage.ts); made from the steps, and nothing is decided by it.
  state TEXT NOT NULL,
  document TEXT,
  name_sealed TEXT,
  number_sealed TEXT,
  phone_sealed TEXT,
  surname TEXT NOT NULL,
  id_tail TEXT NOT NULL,
  person_tag TEXT,
  -- As in bundles (shared/sync/crew-tag.ts): made once here, not for each phone each minute.
  crew_tag TEXT,
  company TEXT,
  company_code TEXT,
  plate TEXT,
  -- W3: the key enterprise (W2) for which the crew drives.
  for_entry TEXT REFERENCES list_entry (id),
  closed_loop INTEGER NOT NULL CHECK (closed_loop IN (0, 1)),
  -- W2, W4: why the company is put forward.
  eligibility TEXT,
  from_at INTEGER,
  to_at INTEGER,
  ended_at INTEGER,
  batch TEXT,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX list_entry_by_list ON list_entry (list, state, made_at);
CREATE INDEX list_entry_by_time ON list_entry (list, made_at, id);
CREATE INDEX list_entry_by_batch ON list_entry (batch, state) WHERE batch IS NOT NULL;
-- Of two who enter the same person for the same time, or the same company, one is first.
CREATE UNIQUE INDEX list_entry_once ON list_entry (person_tag, list, from_at) WHERE person_tag IS NOT NULL AND state <> 'removed';
CREATE UNIQUE INDEX list_entry_company_once ON list_entry (company_code, list) WHERE list IN ('W2', 'W4') AND state <> 'removed';
CREATE INDEX list_entry_by_person ON list_entry (person_tag, list) WHERE person_tag IS NOT NULL;
CREATE INDEX list_entry_by_company ON list_entry (company_code, list) WHERE company_code IS NOT NULL;
CREATE INDEX list_entry_ends ON list_entry (list, state, to_at) WHERE ended_at IS NULL AND to_at IS NOT NULL;

-- Who took which step of the chain of approval, when, on which document.
CREATE TABLE list_step (
  entry_id TEXT NOT NULL REFERENCES list_entry (id),
  version INTEGER NOT NULL,
  step TEXT NOT NULL,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  document_no TEXT,
  reason TEXT,
  PRIMARY KEY (entry_id, version)
) STRICT, WITHOUT ROWID;
-- What a red seen at a checkpoint suspended, by the inspection (kept in document_no).
CREATE INDEX list_step_of_red ON list_step (document_no) WHERE reason = 'red-seen';
