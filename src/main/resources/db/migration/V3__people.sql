-- Who may come in, the links and tokens that let them, and what was looked at behind the mask.
-- Times are milliseconds since 1970 UTC; truth values are 0 and 1; lists are JSON.
-- Secrets are kept as SHA-256 of 128 random bits or more, passwords as Argon2id.

CREATE TABLE person (
  id         BIGINT PRIMARY KEY,
  name       TEXT NOT NULL,
  email      TEXT NOT NULL UNIQUE,
  role       TEXT NOT NULL,
  schools    TEXT NOT NULL,
  password   TEXT,
  disabled   INTEGER NOT NULL,
  created    BIGINT NOT NULL,
  -- a session or link that is older than this is void
  valid_from BIGINT NOT NULL
);

CREATE TABLE one_time_link (
  hash    TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  person  BIGINT REFERENCES person (id),
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used    BIGINT
);

CREATE TABLE api_token (
  id        BIGINT PRIMARY KEY,
  hash      TEXT NOT NULL UNIQUE,
  person    BIGINT NOT NULL REFERENCES person (id),
  name      TEXT NOT NULL,
  created   BIGINT NOT NULL,
  last_used BIGINT,
  revoked   BIGINT
);
CREATE INDEX api_token_person ON api_token (person);

-- Only ever added to. Each row's hash covers the row and the hash before it, so that a row that is
-- changed or taken away shows.
CREATE TABLE audit (
  number  BIGINT PRIMARY KEY,
  at      BIGINT NOT NULL,
  person  TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason  TEXT NOT NULL,
  hash    TEXT NOT NULL
);
