-- Who is woken says which target is tried first.
ALTER TABLE target ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
