-- The shift log (R31, R125): what phones signed, and what a head released. Who is on duty is read from it and stored nowhere.
CREATE TABLE shift_event (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('on', 'off', 'seen', 'lane-open', 'lane-closed', 'released')),
  -- The sign-on it is about; its own id where it is one; null = of a lane.
  shift_id TEXT,
  terminal_id TEXT NOT NULL REFERENCES terminal (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  lane INTEGER,
  segment TEXT,
  -- When it happened, as far as the phone's clock can be believed: never before the phone was bound, never after it was received.
  at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  clock_offset_ms INTEGER,
  -- JSON: what was handed over; of a release, by whom and why.
  detail TEXT,
  -- null = not signed by a phone.
  envelope TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_event_by_checkpoint ON shift_event (checkpoint_id, at, id);
CREATE INDEX shift_event_by_shift ON shift_event (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX shift_event_by_staff ON shift_event (staff_id, at) WHERE kind = 'on';
CREATE INDEX shift_event_by_segment ON shift_event (segment, at) WHERE kind = 'on' AND segment IS NOT NULL;
CREATE INDEX shift_event_by_terminal ON shift_event (terminal_id, at) WHERE kind = 'on';
CREATE INDEX shift_event_of_lane ON shift_event (checkpoint_id, lane, at, id) WHERE kind IN ('lane-open', 'lane-closed');
CREATE INDEX shift_event_of_lane_received ON shift_event (checkpoint_id, received_at, id)
WHERE kind IN ('lane-open', 'lane-closed');

-- What the head said of a record on which phone and server disagree; both verdicts stay as they are.
CREATE TABLE verdict_review (
  inspection_id TEXT PRIMARY KEY NOT NULL REFERENCES inspection (id),
  finding TEXT NOT NULL CHECK (finding IN ('older-edition', 'clock', 'known-later', 'mistyped', 'app-fault', 'tampering')),
  note TEXT,
  at INTEGER NOT NULL,
  by_staff TEXT NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

-- A day of a checkpoint is counted in its index, without reading the large rows.
DROP INDEX inspection_by_checkpoint;
CREATE INDEX inspection_by_checkpoint ON inspection
  (checkpoint_id, made_at, id, plate, row, offline, agrees, terminal_id, staff_id, lane, corrects);
CREATE INDEX inspection_disagrees ON inspection (checkpoint_id, made_at, id) WHERE agrees = 0;

-- The dedicated number 专用号段 that the phone will have, where the head knows it when he makes the link.
ALTER TABLE one_time_secret ADD COLUMN segment TEXT;
