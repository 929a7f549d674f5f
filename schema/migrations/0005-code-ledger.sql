-- What happened to a person's code, as events (shared/codes): written once, in any order, never changed.
CREATE TABLE code_event (
  person_tag TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  event TEXT NOT NULL,
  inspection_id TEXT,
  taken_in_at INTEGER NOT NULL,
  PRIMARY KEY (person_tag, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_event_by_inspection ON code_event (inspection_id, person_tag) WHERE inspection_id IS NOT NULL;
CREATE TRIGGER code_event_is_not_changed BEFORE UPDATE ON code_event
BEGIN
  SELECT RAISE(ABORT, 'what happened is not changed: write another event');
END;

-- Where a person stands, to be found by colour and by what comes due next. Made from the events again and again; nothing is
-- decided by it. `next_at` in the past = to be looked at.
CREATE TABLE code_person (
  person_tag TEXT PRIMARY KEY NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('green', 'yellow', 'red', 'grey')),
  since INTEGER,
  -- Reds that wait for signatures.
  proposals INTEGER NOT NULL,
  events INTEGER NOT NULL,
  next_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX code_person_due ON code_person (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX code_person_by_colour ON code_person (colour, since);
CREATE INDEX code_person_proposed ON code_person (proposals) WHERE proposals > 0;

-- What came due and was done: each once, whoever ran and however late (shared/codes/due.ts).
CREATE TABLE due_done (
  id TEXT PRIMARY KEY NOT NULL,
  timer TEXT NOT NULL,
  subject TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  done_at INTEGER NOT NULL,
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  -- 0 = recorded only: telling it made no sense any more.
  told INTEGER NOT NULL CHECK (told IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX due_done_by_subject ON due_done (subject, due_at);

-- The latest moment a runner has seen; a clock that jumps back does not make it unseen.
CREATE TABLE runner (
  name TEXT PRIMARY KEY NOT NULL,
  seen_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
