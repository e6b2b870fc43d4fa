-- The file of one situation: what lists ask of it, as its log says. live: its brand, while it is that brand's open one. version: of its last record; 0: it has
-- a number and nothing else yet. due_at: when the house looks at it again.
CREATE TABLE case_file (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, live BIGINT UNIQUE, step TEXT NOT NULL, lead BIGINT,
    opened_at BIGINT NOT NULL, moved_at BIGINT NOT NULL, due_at BIGINT, version BIGINT NOT NULL);
CREATE INDEX case_file_moved ON case_file (organisation, moved_at, id);
CREATE INDEX case_file_brand ON case_file (brand, opened_at, id);
CREATE INDEX case_file_due ON case_file (due_at, id);
-- The log: one record a version, hashed over the exact bytes of its body. person: who acted; none: the house. No record is changed or taken out.
CREATE TABLE case_event (
    case_id BIGINT NOT NULL, version BIGINT NOT NULL, at BIGINT NOT NULL, person BIGINT, kind TEXT NOT NULL, body TEXT NOT NULL, prev BLOB NOT NULL,
    hash BLOB NOT NULL, PRIMARY KEY (case_id, version));
-- Texts that the log names by BLAKE3(salt, text): the erasable place.
CREATE TABLE case_text (
    case_id BIGINT NOT NULL, reference BLOB NOT NULL, salt BLOB NOT NULL, text TEXT NOT NULL, PRIMARY KEY (case_id, reference));
-- What was captured, by BLAKE3 of its bytes: erasable too.
CREATE TABLE case_capture (case_id BIGINT NOT NULL, capture BLOB NOT NULL, at BIGINT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (case_id, capture));
-- The last record that somebody has seen.
CREATE TABLE case_seen (case_id BIGINT NOT NULL, person BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (case_id, person));
