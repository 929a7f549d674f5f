-- Dynamic tracking 动态追踪: one record for each person who was let go while a sample is on its way (jiaozuo-20#7).
CREATE TABLE tracking (
  id TEXT PRIMARY KEY NOT NULL,
  inspection_id TEXT NOT NULL,
  seat INTEGER NOT NULL,
  -- null = the inspector matched nobody registered; the epidemic office finds out who it is.
  person_tag TEXT,
  surname TEXT NOT NULL,
  id_tail TEXT NOT NULL,
  plate TEXT NOT NULL,
  checkpoint_id TEXT NOT NULL,
  trip_id TEXT,
  opened_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'negative', 'positive', 'handled', 'withdrawn')),
  result_id TEXT,
  result_at INTEGER,
  closed_at INTEGER,
  closed_by TEXT,
  -- What became of the person, chosen from a list by the epidemic office that closed it.
  outcome TEXT,
  UNIQUE (inspection_id, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX tracking_by_state ON tracking (state, opened_at, id);
CREATE INDEX tracking_done ON tracking ((state IN ('waiting', 'positive')), opened_at, id);
CREATE INDEX tracking_by_plate ON tracking (plate, opened_at, id);
CREATE INDEX tracking_by_person ON tracking (person_tag, opened_at);

-- Its records are written before it: a release with a pending sample and no tracking cannot exist.
CREATE TRIGGER release_is_tracked BEFORE INSERT ON inspection
WHEN (NEW.row IN ('V12', 'V14') OR NEW.server_row IN ('V12', 'V14'))
  AND NOT EXISTS (SELECT 1 FROM tracking WHERE inspection_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'a release with a pending sample needs a tracking record');
END;

-- What somebody has to be told. Written in the same commit as what it tells of; sending comes after, and never twice.
CREATE TABLE message (
  id TEXT PRIMARY KEY NOT NULL,
  -- The same for the same news to the same ear.
  dedupe TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  audience TEXT NOT NULL,
  -- Of a driver or a company, the trip; of a checkpoint, its id; null = everybody of that audience.
  ref TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('screen', 'sms')),
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  article TEXT,
  subject TEXT NOT NULL,
  sent_at INTEGER,
  seen_at INTEGER,
  seen_by TEXT
) STRICT, WITHOUT ROWID;
-- A page for one audience, what nobody has acknowledged yet first.
CREATE INDEX message_all ON message ((seen_at IS NOT NULL), at DESC, id DESC);
CREATE INDEX message_page ON message (audience, (seen_at IS NOT NULL), at DESC, id DESC);
CREATE INDEX message_page_of ON message (audience, ref, (seen_at IS NOT NULL), at DESC, id DESC);
CREATE INDEX message_by_subject ON message (subject, at);
CREATE INDEX message_unsent ON message (channel, at) WHERE sent_at IS NULL;
