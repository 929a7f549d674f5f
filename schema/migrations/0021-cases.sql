-- 12328 cases 工单 (R103–R107). What was done to a case is appended and never changed; the row beside it is what is searched, and is
-- worked out anew from the events with each of them.
CREATE TABLE hotline_case (
  id TEXT PRIMARY KEY NOT NULL,
  -- Read out as 220516-0007: the Beijing day and the running number of that day.
  day INTEGER NOT NULL,
  day_no INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('phone', 'driver', 'terminal')),
  category TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'accepted', 'dispatched', 'handling', 'replied', 'call-back', 'closed')),
  level TEXT NOT NULL CHECK (level IN ('county', 'city', 'province')),
  -- GB/T 2260: the county of the checkpoint or of the way's end here, else the city.
  area TEXT NOT NULL,
  plate TEXT,
  trip_id TEXT,
  checkpoint_id TEXT,
  inspection_id TEXT,
  -- Of whoever took it down: the operator, or the inspector.
  staff_id TEXT,
  terminal_id TEXT,
  -- Name and number of a caller, as JSON; found by its tags.
  reporter_sealed TEXT,
  phone_tag TEXT,
  phone_tail_tag TEXT,
  -- As told, numbers of persons masked, so that it can be searched; whole only where something was masked.
  words TEXT NOT NULL,
  words_sealed TEXT,
  -- When it was told, and when it came in; its clocks run from then on.
  filed_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  -- How many events it has had; the next one is one more.
  events INTEGER NOT NULL,
  -- Each level that has it, and each new beginning, is a round of its own for the timer.
  round INTEGER NOT NULL,
  -- What is due first; null = closed.
  due_at INTEGER,
  -- When a timer has to look at it again; null = never.
  look_at INTEGER,
  supervised INTEGER NOT NULL CHECK (supervised IN (0, 1)),
  overdue INTEGER NOT NULL CHECK (overdue IN (0, 1)),
  -- What was sent, to tell a repetition from another case under the same id.
  form_hash TEXT NOT NULL,
  UNIQUE (day, day_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX hotline_case_queue ON hotline_case (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX hotline_case_by_time ON hotline_case (made_at, id);
CREATE INDEX hotline_case_by_state ON hotline_case (state, made_at, id);
CREATE INDEX hotline_case_by_category ON hotline_case (category, made_at, id);
CREATE INDEX hotline_case_by_plate ON hotline_case (plate, made_at, id) WHERE plate IS NOT NULL;
CREATE INDEX hotline_case_by_trip ON hotline_case (trip_id, made_at, id) WHERE trip_id IS NOT NULL;
CREATE INDEX hotline_case_by_checkpoint ON hotline_case (checkpoint_id, made_at, id) WHERE checkpoint_id IS NOT NULL;
CREATE INDEX hotline_case_by_phone ON hotline_case (phone_tag, made_at, id) WHERE phone_tag IS NOT NULL;
CREATE INDEX hotline_case_by_tail ON hotline_case (phone_tail_tag, made_at, id) WHERE phone_tail_tag IS NOT NULL;
CREATE INDEX hotline_case_look ON hotline_case (look_at, id) WHERE look_at IS NOT NULL;
CREATE INDEX hotline_case_look_by_state ON hotline_case (state, look_at, id) WHERE look_at IS NOT NULL;

CREATE TABLE hotline_case_event (
  case_id TEXT NOT NULL REFERENCES hotline_case (id),
  n INTEGER NOT NULL,
  move TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_role TEXT NOT NULL,
  by_id TEXT,
  -- JSON: to whom, what was said, why.
  detail TEXT NOT NULL,
  text_sealed TEXT,
  PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER hotline_case_event_is_not_changed BEFORE UPDATE ON hotline_case_event
BEGIN
  SELECT RAISE(ABORT, 'what was done to a case is append-only');
END;
CREATE TRIGGER hotline_case_event_is_not_deleted BEFORE DELETE ON hotline_case_event
BEGIN
  SELECT RAISE(ABORT, 'what was done to a case is append-only');
END;

-- A caller is found by his number.
CREATE INDEX trip_crew_by_phone ON trip_crew (phone_tag) WHERE phone_tag IS NOT NULL;
