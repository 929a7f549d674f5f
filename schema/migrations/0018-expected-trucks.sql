-- Trucks that are expected at a checkpoint about now, for its phones.
CREATE INDEX trip_expected ON trip (checkpoint_id, eta, plate) WHERE cancelled_at IS NULL;
