-- Forecast 应急预判 (R117): what each hour was, what had been said of it, and the peaks that are expected or were told.

-- One an hour and checkpoint, kept for 26 weeks. Whoever writes an hour first has it: of two servers one does the work.
CREATE TABLE queue_hour (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  hour INTEGER NOT NULL,
  -- Of its sixty minutes those in which the queue was seen.
  minutes INTEGER NOT NULL,
  trucks INTEGER NOT NULL,
  arrivals INTEGER NOT NULL,
  wait REAL NOT NULL,
  worst REAL NOT NULL,
  lanes REAL NOT NULL,
  busy_trucks INTEGER NOT NULL,
  busy_minutes INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, hour)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_hour_age ON queue_hour (hour);

-- As it was said at least two hours before; never changed, so that the error is that of what was said.
CREATE TABLE hour_forecast (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  hour INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  arrivals REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  wait REAL NOT NULL,
  lanes INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, hour)
) STRICT, WITHOUT ROWID;
CREATE INDEX hour_forecast_age ON hour_forecast (hour);

-- Expected peaks are reckoned anew each hour; one that was told stays as it was told.
CREATE TABLE expected_peak (
  id TEXT PRIMARY KEY NOT NULL,
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  told_at INTEGER,
  arrivals REAL NOT NULL,
  capacity REAL NOT NULL,
  lanes INTEGER NOT NULL,
  wait REAL NOT NULL,
  advice_lanes INTEGER NOT NULL,
  advice_staff INTEGER NOT NULL,
  advice_wait REAL NOT NULL,
  advice_short INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX expected_peak_once ON expected_peak (checkpoint_id, from_at);
CREATE INDEX expected_peak_untold ON expected_peak (from_at) WHERE told_at IS NULL;
