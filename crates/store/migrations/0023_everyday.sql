-- heat: how loud a case was last said to be. mention: what it is the everyday answer to; none: a case.
ALTER TABLE case_file ADD COLUMN heat TEXT NOT NULL DEFAULT 'calm';
ALTER TABLE case_file ADD COLUMN mention BIGINT;
CREATE UNIQUE INDEX case_file_mention ON case_file (mention);
-- Who answers a mention: one log, a case's or its own.
CREATE TABLE case_mention (mention BIGINT NOT NULL PRIMARY KEY, case_id BIGINT NOT NULL);
CREATE INDEX case_mention_case ON case_mention (case_id);
