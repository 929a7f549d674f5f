-- What somebody outside the pages is told, over which channel, and what became of it (jiaozuo-20#19, #16). A notice is written in
-- the commit of what it tells of; a timer sends it afterwards.
CREATE TABLE notice (
  id TEXT PRIMARY KEY NOT NULL,
  -- The same news to the same ear over the same channel.
  dedupe TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  incident TEXT,
  checkpoint_id TEXT,
  county TEXT NOT NULL,
  to_kind TEXT NOT NULL CHECK (to_kind IN ('person', 'staff', 'group')),
  -- Of a person, his duty in the roster; of staff, staff.id; of a group, its county.
  to_ref TEXT NOT NULL,
  phone_sealed TEXT,
  phone_tag TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'robot', 'push', 'webhook')),
  -- The line it goes out on, e.g. `sms`, `dingtalk:410822`; one server at a time works on a line.
  lane TEXT NOT NULL,
  step TEXT NOT NULL,
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  article TEXT,
  ack_key TEXT,
  -- HMAC of the code of its answer link; the code itself is kept nowhere.
  link_tag TEXT,
  link_until INTEGER,
  not_after INTEGER,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'dropped', 'merged')),
  -- Short code of why it stands so; never a number of a person.
  note TEXT,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  -- 1 = the last try may have arrived: asked first, then sent again.
  unclear INTEGER NOT NULL CHECK (unclear IN (0, 1)),
  sent_at INTEGER,
  -- As the gateway calls it.
  gateway_id TEXT,
  merged_into TEXT,
  lease TEXT,
  lease_until INTEGER,
  -- When the gateway is next asked whether it arrived.
  receipt_at INTEGER,
  -- The message of the screens that it carries out by SMS.
  message_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_waiting ON notice (lane, urgent DESC, at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX notice_by_lease ON notice (lease) WHERE lease IS NOT NULL;
CREATE INDEX notice_by_incident ON notice (incident, at, id) WHERE incident IS NOT NULL;
CREATE UNIQUE INDEX notice_by_link ON notice (link_tag) WHERE link_tag IS NOT NULL;
CREATE INDEX notice_by_phone ON notice (phone_tag, at) WHERE phone_tag IS NOT NULL;
CREATE INDEX notice_by_ack ON notice (ack_key) WHERE ack_key IS NOT NULL;
CREATE INDEX notice_receipts ON notice (receipt_at) WHERE receipt_at IS NOT NULL;
CREATE INDEX notice_of_message ON notice (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX notice_phones_kept ON notice (at) WHERE phone_sealed IS NOT NULL;

-- Each time one was given out, written before it is: null = nobody knows yet what became of it.
CREATE TABLE notice_attempt (
  id TEXT PRIMARY KEY NOT NULL,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  lane TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('sent', 'later', 'never', 'unclear', 'found', 'not-found', 'delivered', 'undelivered')),
  code TEXT,
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_attempt_of ON notice_attempt (notice_id, at);
CREATE INDEX notice_attempt_pace ON notice_attempt (lane, at);

-- How a line is doing, for all servers together.
CREATE TABLE notice_lane (
  lane TEXT PRIMARY KEY NOT NULL,
  lease TEXT,
  lease_until INTEGER NOT NULL,
  -- In a row.
  failures INTEGER NOT NULL,
  rest_until INTEGER NOT NULL,
  dead_since INTEGER,
  last_error TEXT,
  last_error_at INTEGER,
  last_ok_at INTEGER
) STRICT, WITHOUT ROWID;

-- What was answered without an account: by link or by SMS. The first answer of each kind stands.
CREATE TABLE notice_answer (
  notice_id TEXT NOT NULL REFERENCES notice (id),
  answer TEXT NOT NULL CHECK (answer IN ('acknowledged', 'arrived', 'cannot')),
  ack_key TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL CHECK (by IN ('link', 'reply')),
  PRIMARY KEY (notice_id, answer)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_answer_by_key ON notice_answer (ack_key);

-- Browsers that asked to be woken: of staff at a desk, or of a bound phone (then until it is released).
CREATE TABLE push_subscription (
  id TEXT PRIMARY KEY NOT NULL,
  endpoint_tag TEXT NOT NULL UNIQUE,
  endpoint_sealed TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth_sealed TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  terminal_id TEXT REFERENCES terminal (id),
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX push_subscription_of ON push_subscription (staff_id);

-- The server's own key towards push services (RFC 8292), made when it is first needed.
CREATE TABLE push_key (
  name TEXT PRIMARY KEY NOT NULL,
  public_key TEXT NOT NULL,
  private_sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
