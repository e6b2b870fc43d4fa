-- The team: until when somebody belongs to it, what they said of how they are reached, what was gone through, and links for staff.
ALTER TABLE membership ADD COLUMN until BIGINT;
CREATE TABLE confirmation (
    organisation BIGINT NOT NULL, person BIGINT NOT NULL, contact TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (organisation, person));
CREATE TABLE rehearsed (
    organisation BIGINT NOT NULL, subject TEXT NOT NULL, at BIGINT NOT NULL, person BIGINT, PRIMARY KEY (organisation, subject, at));
CREATE TABLE staff_link (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, name TEXT NOT NULL, digest BLOB NOT NULL UNIQUE, person BIGINT, created_at BIGINT NOT NULL);
CREATE INDEX staff_link_organisation ON staff_link (organisation);
