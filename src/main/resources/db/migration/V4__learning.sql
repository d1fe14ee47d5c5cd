-- What people said of the judge's work, and what was learnt from it.
-- Times are milliseconds since 1970 UTC; truth values are 0 and 1; lists and trees are JSON.
-- Only what SQLite and PostgreSQL both understand.

INSERT INTO counter (name, value) VALUES ('verdict', 0), ('correction', 0);

-- Whether a mention was judged right for a school. A later row takes the place of the one that
-- stood; none is changed otherwise, so that the history shows. Goes with its mention.
CREATE TABLE verdict (
  id       BIGINT PRIMARY KEY,
  mention  BIGINT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  school   TEXT NOT NULL,
  -- the version of the mention that was read
  version  INTEGER NOT NULL,
  person   TEXT NOT NULL,
  at       BIGINT NOT NULL,
  -- right, wrong or withdrawn
  kind     TEXT NOT NULL,
  -- relevant, labels, targets and severity as the person holds them
  answer   TEXT NOT NULL,
  -- the judgement that stood before anybody spoke: withdrawing puts it back
  judged   TEXT NOT NULL,
  -- where the words stand that tell who a child is: numbers, never the words
  pupil    TEXT NOT NULL,
  -- whether the person may decide that no child can be worked out
  lifts    INTEGER NOT NULL,
  note     TEXT NOT NULL,
  standing INTEGER NOT NULL
);
CREATE UNIQUE INDEX verdict_standing ON verdict (mention, school) WHERE standing = 1;
CREATE INDEX verdict_mention ON verdict (mention, school, id);
CREATE INDEX verdict_school ON verdict (school, standing);

-- What a school's verdicts came to: a small model on top of the shipped one. Holds common words
-- and hashes, no text and no name.
CREATE TABLE correction (
  id      BIGINT PRIMARY KEY,
  school  TEXT NOT NULL,
  fitted  BIGINT NOT NULL,
  person  TEXT NOT NULL,
  -- the one that it took the place of: undoing goes back to it
  before  BIGINT REFERENCES correction (id),
  active  INTEGER NOT NULL,
  model   TEXT NOT NULL,
  figures TEXT NOT NULL
);
CREATE UNIQUE INDEX correction_active ON correction (school) WHERE active = 1;
