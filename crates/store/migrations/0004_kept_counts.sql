-- What is counted is kept, so that a count is no walk through every row.

CREATE TABLE tally (name TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL) WITHOUT ROWID;
INSERT INTO tally (name, n) SELECT 'post', count(*) FROM post;
INSERT INTO tally (name, n) SELECT 'mention', count(*) FROM mention;

CREATE TABLE quarantine_tally (source BIGINT NOT NULL PRIMARY KEY, kept BIGINT NOT NULL, dropped BIGINT NOT NULL);
INSERT INTO quarantine_tally (source, kept, dropped) SELECT source, count(*), 0 FROM quarantine GROUP BY source;

CREATE INDEX delivery_at ON delivery (source, at);
CREATE INDEX signal_open ON signal (organisation) WHERE ended_at IS NULL;
