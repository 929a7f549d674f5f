-- Whose a message of the screens is: of a county, a city, a province; NULL = everybody's of that audience.
ALTER TABLE message ADD COLUMN area TEXT;

-- Cases of a county, and of all that lies in a city or a province.
CREATE INDEX hotline_case_by_area ON hotline_case (area, made_at, id);
CREATE INDEX hotline_case_queue_by_area ON hotline_case (area, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX hotline_case_queue_by_checkpoint ON hotline_case (checkpoint_id, due_at, id) WHERE due_at IS NOT NULL;
