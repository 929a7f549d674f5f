-- The log searched, newest first, by time, by who, by what was done and by what it was done to; each index ends in `seq`, the
-- key of the table. None of them takes part in the check of the chain, which reads the entries themselves.
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_actor ON audit (actor, at);
CREATE INDEX audit_by_action ON audit (action, at);
CREATE INDEX audit_by_subject ON audit (subject, at);
