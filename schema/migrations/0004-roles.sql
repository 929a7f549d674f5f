-- Three more offices: whoever decides appeals, whoever keeps the white lists, and the city's command. SQLite changes a CHECK only by making the table
-- anew; those that refer to it wait until the end of the transaction.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE staff_kept AS SELECT * FROM staff;
DROP TABLE staff;
CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (
    role IN ('admin', 'head', 'inspector', 'dispatcher', 'epidemic', 'supervisor', 'appeal-officer', 'list-officer', 'command')
  ),
  checkpoint_id TEXT REFERENCES checkpoint (id),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO staff SELECT id, login, name, role, checkpoint_id, password_hash, created_at, disabled_at FROM staff_kept;
DROP TABLE staff_kept;
