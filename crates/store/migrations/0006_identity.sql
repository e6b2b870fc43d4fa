-- Posts are found by key through runs that are appended and never touched again; what is in none yet is read from the posts.
DROP INDEX post_identity;
ALTER TABLE post DROP COLUMN period;
CREATE TABLE identity (block BIGINT NOT NULL PRIMARY KEY, pairs BLOB NOT NULL);
CREATE TABLE identity_run (run BIGINT NOT NULL PRIMARY KEY, until BIGINT NOT NULL, marks BLOB NOT NULL);

-- The newest week goes on among the sequences.
INSERT INTO sequence (name, next) SELECT 'week', period FROM period ORDER BY period DESC LIMIT 1;
DROP TABLE period;
