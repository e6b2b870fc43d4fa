-- What was let go of a post stays marked, so that it never comes back; what was erased, and by which rules, is written down.
ALTER TABLE post ADD COLUMN text_erased_at BIGINT;
ALTER TABLE post ADD COLUMN author_erased_at BIGINT;
CREATE TABLE erasure (
    organisation BIGINT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, person BIGINT, rules TEXT, texts BIGINT NOT NULL, authors BIGINT NOT NULL,
    PRIMARY KEY (organisation, at, kind)) WITHOUT ROWID;
CREATE INDEX local_id_post ON local_id (post);
