-- What people showed: of a drill that they played, by the ids of the house, and of a training by a link, by its parts (NULL: nobody counted by parts then).
ALTER TABLE drill ADD COLUMN shown TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN parts TEXT;
-- The secret address of somebody's calendar of an organisation: one at a time, and only its digest.
CREATE TABLE calendar_link (
    organisation BIGINT NOT NULL, person BIGINT NOT NULL, digest BLOB NOT NULL UNIQUE, created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, person));
