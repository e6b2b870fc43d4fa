-- A way in for somebody who has no login yet: only the digest of its secret is kept, and what was answered so far.
CREATE TABLE setup (
    digest BLOB NOT NULL PRIMARY KEY, first BIGINT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, answers TEXT NOT NULL);
