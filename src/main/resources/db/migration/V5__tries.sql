-- The posts of a source that could not be judged or kept, and in how many polls so far.
-- Of a post only a hash of its id is kept: an id may be an address, and an address may hold a name.
CREATE TABLE source_try (
  source TEXT NOT NULL,
  post   TEXT NOT NULL,
  polls  INTEGER NOT NULL,
  PRIMARY KEY (source, post)
);
