-- What a source calls a post, where that is not its native id: deletions name it so.
CREATE TABLE local_id (source BIGINT NOT NULL, name TEXT NOT NULL, post BIGINT NOT NULL, PRIMARY KEY (source, name)) WITHOUT ROWID;
