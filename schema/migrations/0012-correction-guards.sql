-- A verdict put right to a release with a sample on its way is tracked like any other; its records are written before it.
CREATE TRIGGER correction_is_tracked BEFORE INSERT ON verdict_correction
WHEN NEW.row IN ('V12', 'V14') AND NOT EXISTS (SELECT 1 FROM tracking WHERE inspection_id = NEW.inspection_id)
BEGIN
  SELECT RAISE(ABORT, 'a release with a pending sample needs a tracking record');
END;

-- Of an undo and a correction at once the correction is told that it came second; the words are those the store knows it by.
CREATE TRIGGER correction_of_what_stands BEFORE INSERT ON verdict_correction
WHEN EXISTS (SELECT 1 FROM inspection WHERE corrects = NEW.inspection_id)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: verdict_correction.inspection_id');
END;
