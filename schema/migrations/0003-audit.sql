-- The log of what was done 审计, append-only: each entry carries a MAC over itself and the MAC before it (shared/audit), under
-- a key that is not in the database. WITHOUT ROWID: every byte of a stored entry is then read, none is ignored.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  device TEXT,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT,
  detail TEXT NOT NULL,
  prev TEXT NOT NULL,
  mac TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Ends of the chain under a signature, so that a tail that was cut off or written anew is missed.
CREATE TABLE audit_head (
  seq INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  mac TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whoever read an older end was overtaken, as if the number were taken; the words are those the store knows it by. BEFORE also
-- stops INSERT OR REPLACE, which would delete without asking the triggers below.
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM audit), 0)
  OR NEW.prev IS NOT coalesce((SELECT mac FROM audit ORDER BY seq DESC LIMIT 1), 'genesis')
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: audit.seq');
END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_head_follows BEFORE INSERT ON audit_head
WHEN NEW.seq <= coalesce((SELECT max(seq) FROM audit_head), 0)
  OR NEW.mac IS NOT (SELECT mac FROM audit WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: audit_head.seq');
END;
CREATE TRIGGER audit_head_is_not_changed BEFORE UPDATE ON audit_head
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_head_is_not_deleted BEFORE DELETE ON audit_head
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- A key of a new use signs those heads. SQLite changes a CHECK only by making the table anew.
CREATE TABLE signing_key_of_all_uses (
  kid TEXT PRIMARY KEY NOT NULL,
  key_use TEXT NOT NULL CHECK (key_use IN ('freight', 'pass', 'bundle', 'audit')),
  public_jwk TEXT NOT NULL,
  private_sealed TEXT NOT NULL,
  not_before INTEGER NOT NULL,
  retired_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO signing_key_of_all_uses SELECT kid, key_use, public_jwk, private_sealed, not_before, retired_at FROM signing_key;
DROP TABLE signing_key;
ALTER TABLE signing_key_of_all_uses RENAME TO signing_key;
