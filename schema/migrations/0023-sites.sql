-- How a checkpoint lies on its road (R110, R116): what the wait is reckoned with and what stands beside the road. Each change is a row
-- of its own that is never changed; the newest one holds. Without a row nothing is known of the road.
CREATE TABLE checkpoint_site (
  checkpoint_id TEXT NOT NULL REFERENCES checkpoint (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  approach_lanes INTEGER NOT NULL CHECK (approach_lanes BETWEEN 1 AND 30),
  approach_metres INTEGER NOT NULL CHECK (approach_metres BETWEEN 50 AND 50000),
  green_lane INTEGER,
  -- Metres along the road: K44+950 is 44950. The way of the stakes: 1 = they grow away from the booth, up the queue.
  booth_stake INTEGER,
  stakes_grow INTEGER,
  fence_metres INTEGER,
  -- JSON: [{"number":1,"metres":300}]. A number stays with its sign, which has it in its code.
  signs TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES staff (id),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (checkpoint_id, version),
  CHECK ((booth_stake IS NULL) = (stakes_grow IS NULL))
) STRICT, WITHOUT ROWID;
