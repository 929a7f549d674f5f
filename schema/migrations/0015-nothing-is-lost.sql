-- A reason is never lost, and a release that is tracked stays so: both end by a record of their own.
CREATE TRIGGER code_event_is_not_deleted BEFORE DELETE ON code_event
BEGIN
  SELECT RAISE(ABORT, 'what happened is not deleted: write another event');
END;
CREATE TRIGGER tracking_is_not_deleted BEFORE DELETE ON tracking
BEGIN
  SELECT RAISE(ABORT, 'a release with a pending sample needs a tracking record');
END;
