-- Mentions, what they are for each school, and what is known of each source.
-- Times are milliseconds since 1970 UTC; truth values are 0 and 1; lists and trees are JSON.
-- Only what SQLite and PostgreSQL both understand.

CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('mention', 0), ('sequence', 0), ('outbox', 0);

CREATE TABLE mention (
  id            BIGINT PRIMARY KEY,
  source        TEXT NOT NULL,
  platform      TEXT NOT NULL,
  native_id     TEXT NOT NULL,
  url           TEXT,
  canonical_url TEXT UNIQUE,
  title         TEXT NOT NULL,
  author        TEXT NOT NULL,
  context       TEXT NOT NULL,
  text          TEXT NOT NULL,
  language      TEXT,
  published     BIGINT NOT NULL,
  fetched       BIGINT NOT NULL,
  version       INTEGER NOT NULL,
  story         BIGINT NOT NULL,
  truncated     INTEGER NOT NULL
);
CREATE INDEX mention_story ON mention (story);
CREATE INDEX mention_published ON mention (published);

-- Every place a mention was met: one row for each source's own id.
CREATE TABLE sighting (
  source    TEXT NOT NULL,
  native_id TEXT NOT NULL,
  mention   BIGINT NOT NULL REFERENCES mention (id),
  url       TEXT,
  met       BIGINT NOT NULL,
  PRIMARY KEY (source, native_id)
);
CREATE INDEX sighting_mention ON sighting (mention);

CREATE TABLE mention_version (
  mention BIGINT NOT NULL REFERENCES mention (id),
  version INTEGER NOT NULL,
  title   TEXT NOT NULL,
  text    TEXT NOT NULL,
  fetched BIGINT NOT NULL,
  PRIMARY KEY (mention, version)
);

-- MinHash bands of a mention's text: two that share a band are candidates for one story.
CREATE TABLE story_band (
  band    BIGINT NOT NULL,
  mention BIGINT NOT NULL REFERENCES mention (id),
  PRIMARY KEY (band, mention)
);
CREATE INDEX story_band_mention ON story_band (mention);

-- A mention as it concerns one school.
CREATE TABLE finding (
  mention   BIGINT NOT NULL REFERENCES mention (id),
  school    TEXT NOT NULL,
  sequence  BIGINT NOT NULL UNIQUE,
  version   INTEGER NOT NULL,
  hits      TEXT NOT NULL,
  relevant  INTEGER NOT NULL,
  severity  TEXT NOT NULL,
  judgement TEXT NOT NULL,
  state     TEXT NOT NULL,
  found     BIGINT NOT NULL,
  PRIMARY KEY (mention, school)
);
CREATE INDEX finding_school_found ON finding (school, found);

-- What was erased, so that whoever follows the sequence forgets it too.
CREATE TABLE erased (
  sequence BIGINT PRIMARY KEY,
  mention  BIGINT NOT NULL,
  school   TEXT NOT NULL
);

CREATE TABLE source_state (
  source      TEXT PRIMARY KEY,
  due         BIGINT NOT NULL,
  lease_owner TEXT,
  lease_until BIGINT NOT NULL,
  memory      TEXT NOT NULL,
  polled      BIGINT,
  last_good   BIGINT,
  outcome     TEXT NOT NULL,
  detail      TEXT NOT NULL,
  notes       TEXT NOT NULL,
  failures    INTEGER NOT NULL,
  items       BIGINT NOT NULL,
  mentions    BIGINT NOT NULL
);
