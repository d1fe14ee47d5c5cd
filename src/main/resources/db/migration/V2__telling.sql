-- What must be told, to whom it has been told, and the mails that tell it.
-- Times are milliseconds since 1970 UTC; truth values are 0 and 1.

INSERT INTO counter (name, value) VALUES ('notice', 0);

-- One row for each relevant finding and each later version of it, in the order in which they were
-- kept; written in the transaction that keeps the finding. Holds no word of what was said.
CREATE TABLE notice (
  id           BIGINT PRIMARY KEY,
  mention      BIGINT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  school       TEXT NOT NULL,
  version      INTEGER NOT NULL,
  story        BIGINT NOT NULL,
  thread       BIGINT NOT NULL,
  severity     TEXT NOT NULL,
  labels       TEXT NOT NULL,
  safeguarding INTEGER NOT NULL,
  about_head   INTEGER NOT NULL,
  edited       INTEGER NOT NULL,
  created      BIGINT NOT NULL,
  settled      INTEGER NOT NULL,
  UNIQUE (mention, school, version)
);
CREATE INDEX notice_school ON notice (school, id);
CREATE INDEX notice_unsettled ON notice (settled, school);

-- A mail that leaves, or waits, or could not be delivered: keys of findings, not their words.
CREATE TABLE outbox (
  id             BIGINT PRIMARY KEY,
  kind           TEXT NOT NULL,
  school         TEXT NOT NULL,
  recipient      TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  subject        TEXT NOT NULL,
  payload        TEXT NOT NULL,
  message_key    TEXT NOT NULL UNIQUE,
  message_id     TEXT,
  created        BIGINT NOT NULL,
  expires        BIGINT NOT NULL,
  state          TEXT NOT NULL,
  attempts       INTEGER NOT NULL,
  next_attempt   BIGINT NOT NULL,
  ended          BIGINT,
  reason         TEXT NOT NULL
);
CREATE INDEX outbox_state ON outbox (state, next_attempt);
CREATE INDEX outbox_recipient ON outbox (recipient, school, kind, created);

-- Who was told of a notice, and in which mail; no mail when it was left to the digest.
CREATE TABLE told (
  recipient TEXT NOT NULL,
  notice    BIGINT NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  mail      BIGINT,
  at        BIGINT NOT NULL,
  PRIMARY KEY (recipient, notice)
);
CREATE INDEX told_notice ON told (notice);
CREATE INDEX told_mail ON told (mail);

-- One digest a school and local day; through is the last notice that it covers.
CREATE TABLE digest (
  school  TEXT NOT NULL,
  day     TEXT NOT NULL,
  through BIGINT NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (school, day)
);

-- When Earshot last showed that it runs, and the times when it did not.
CREATE TABLE heartbeat (
  name TEXT PRIMARY KEY,
  at   BIGINT NOT NULL
);
CREATE TABLE outage (
  began BIGINT PRIMARY KEY,
  ended BIGINT NOT NULL
);
