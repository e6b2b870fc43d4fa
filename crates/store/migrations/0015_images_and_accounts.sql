-- What a source tells of a post's pictures, a JSON list of hashes; nothing where it tells nothing.
ALTER TABLE post ADD COLUMN images TEXT;
-- And of its author's account: how many reviews it has written in all, and whether its profile is as the platform made it.
ALTER TABLE post ADD COLUMN author_reviews BIGINT;
ALTER TABLE post ADD COLUMN author_default BIGINT;
