-- A truck at the company that awaits it, said of its trip once: also before the record of its release has come in.
CREATE TABLE arrival (
  trip_id TEXT PRIMARY KEY NOT NULL REFERENCES trip (id),
  at INTEGER NOT NULL,
  -- 'leaving': the driver said that he has left the city, so he need not say that he was at the company.
  source TEXT NOT NULL CHECK (source IN ('driver', 'office', 'leaving')),
  taken_in_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO arrival (trip_id, at, source, taken_in_at)
SELECT trip_id, min(arrived_at), 'leaving', min(arrived_at) FROM let_go
WHERE arrived_at IS NOT NULL AND trip_id IN (SELECT id FROM trip)
GROUP BY trip_id;

ALTER TABLE let_go DROP COLUMN arrived_at;

-- What was told of a truck that did not arrive is about its trip.
UPDATE message SET subject = coalesce((SELECT trip_id FROM let_go WHERE inspection_id = substr(message.subject, 4, 36)), subject)
WHERE kind IN ('remind-company', 'alert-command') AND subject LIKE 'T6/%';
