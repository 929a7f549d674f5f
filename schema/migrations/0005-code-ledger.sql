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

-- Trucks that were let go, and when they are to be looked after again: not yet arrived at the company, no longer spared a
-- second inspection. Late or not, a record brings its own row.
CREATE TABLE let_go (
  inspection_id TEXT PRIMARY KEY NOT NULL,
  plate TEXT NOT NULL,
  trip_id TEXT,
  at INTEGER NOT NULL,
  -- Only where a company in the city awaits it.
  expected_at INTEGER,
  arrived_at INTEGER,
  next_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX let_go_due ON let_go (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX let_go_by_trip ON let_go (trip_id) WHERE trip_id IS NOT NULL;

-- Reasons that verdicts opened so far become events, under the ids that the same record would give them now. What stood in the
-- record says the ground.
INSERT INTO code_event (person_tag, id, at, kind, event, inspection_id, taken_in_at)
SELECT r.person_tag, r.reason || '@' || r.inspection_id || '/' || r.seat, r.opened_at,
  CASE r.reason WHEN 'Y1' THEN 'opened' ELSE 'proposed' END,
  json_object(
    'kind', CASE r.reason WHEN 'Y1' THEN 'opened' ELSE 'proposed' END,
    'reason', r.reason,
    'id', r.reason || '@' || r.inspection_id || '/' || r.seat,
    'at', r.opened_at,
    'source', 'checkpoint',
    'actor', json_object('role', 'inspector', 'id', i.staff_id, 'unit', p.name),
    'ground', CASE r.reason
      WHEN 'R1' THEN 'risk-stay'
      WHEN 'R2' THEN CASE
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].healthCode') = 'red' THEN 'health-code-red'
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].travelCard') = 'red' THEN 'travel-card-red'
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].travelCard') = 'orange' THEN 'travel-card-orange'
        ELSE 'listed-red' END
      WHEN 'R3' THEN CASE
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].nucleicAcid.result') = 'positive' THEN 'nucleic-positive'
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].listed') = 'positive' THEN 'listed-positive'
        ELSE 'antigen-positive' END
      ELSE CASE
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].healthCode') = 'yellow' THEN 'health-code-yellow'
        WHEN coalesce(json_extract(i.facts, '$.crew[' || r.seat || '].healthCode'), 'none') <> 'green' THEN 'health-code-unshown'
        WHEN json_extract(i.facts, '$.crew[' || r.seat || '].travelCard') = 'yellow' THEN 'travel-card-yellow'
        ELSE 'travel-card-unshown' END
    END,
    'evidence', json_object('kind', 'inspection', 'id', r.inspection_id)
  ),
  r.inspection_id, i.received_at
FROM code_reason r
JOIN inspection i ON i.id = r.inspection_id
JOIN checkpoint p ON p.id = i.checkpoint_id
WHERE r.person_tag IS NOT NULL AND r.reason <> 'Y2'
ON CONFLICT DO NOTHING;

INSERT INTO code_event (person_tag, id, at, kind, event, inspection_id, taken_in_at)
SELECT DISTINCT e.person_tag, 'withdrawn@' || later.id, later.made_at, 'withdrawn',
  json_object(
    'kind', 'withdrawn',
    'id', 'withdrawn@' || later.id,
    'at', later.made_at,
    'source', 'checkpoint',
    'actor', json_object('role', 'inspector', 'id', later.staff_id, 'unit', p.name),
    'inspection', later.corrects
  ),
  NULL, later.received_at
FROM inspection later
JOIN code_event e ON e.inspection_id = later.corrects
JOIN checkpoint p ON p.id = later.checkpoint_id
WHERE later.corrects IS NOT NULL
ON CONFLICT DO NOTHING;

-- Registrations that run, so that their crews are on a trip.
INSERT INTO code_event (person_tag, id, at, kind, event, inspection_id, taken_in_at)
SELECT c.person_tag, 'registered@' || t.id || '/' || t.version, t.registered_at, 'registered',
  json_object(
    'kind', 'registered',
    'id', 'registered@' || t.id || '/' || t.version,
    'at', t.registered_at,
    'source', 'driver',
    'actor', json_object('role', 'driver', 'id', t.id),
    'trip', t.id,
    'until', t.ends_at
  ),
  NULL, t.registered_at
FROM trip t JOIN trip_crew c ON c.trip_id = t.id
WHERE t.cancelled_at IS NULL
ON CONFLICT DO NOTHING;

-- Test results that were taken in.
INSERT INTO code_event (person_tag, id, at, kind, event, inspection_id, taken_in_at)
SELECT person_tag, id, taken_in_at, 'tested',
  json_object(
    'kind', 'tested',
    'id', id,
    'at', taken_in_at,
    'source', 'intake',
    'actor', json_object('role', 'system', 'id', 'intake', 'unit', source),
    'result', result,
    'sampledAt', sampled_at,
    'reportedAt', reported_at
  ),
  NULL, taken_in_at
FROM health_result WHERE true
ON CONFLICT DO NOTHING;

-- Everybody is looked at by the first run.
INSERT INTO code_person (person_tag, colour, since, proposals, events, next_at)
SELECT DISTINCT person_tag, 'grey', NULL, 0, 0, 0 FROM code_event;

DROP TABLE code_reason;
