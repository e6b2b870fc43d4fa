-- The private complaint channel: where customers write to a brand, what they wrote, and the conversation that follows.
CREATE TABLE complaint_channel (
    brand BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, source BIGINT NOT NULL, address TEXT NOT NULL UNIQUE, open BIGINT NOT NULL,
    terms TEXT NOT NULL);
-- held: why it waits to be looked at. It is no mention of its brand until then.
CREATE TABLE complaint (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, mention BIGINT, state TEXT NOT NULL, held TEXT,
    name TEXT, email TEXT, mail TEXT NOT NULL, locale TEXT NOT NULL, filed_at BIGINT NOT NULL, moved_at BIGINT NOT NULL, waiting_since BIGINT,
    assigned BIGINT, said BIGINT NOT NULL, erased_at BIGINT);
CREATE INDEX complaint_waiting ON complaint (organisation, state, waiting_since, id);
CREATE INDEX complaint_moved ON complaint (organisation, moved_at, id);
CREATE INDEX complaint_mention ON complaint (mention);
CREATE TABLE complaint_message (
    complaint BIGINT NOT NULL, n BIGINT NOT NULL, at BIGINT NOT NULL, act TEXT NOT NULL, person BIGINT, name TEXT, text TEXT NOT NULL,
    PRIMARY KEY (complaint, n));
-- The secrets that open a conversation, as digests. mailed: whoever has it reads the mails of the address that was left.
CREATE TABLE complaint_link (digest BLOB NOT NULL PRIMARY KEY, complaint BIGINT NOT NULL, mailed BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX complaint_link_of ON complaint_link (complaint);
CREATE TABLE complaint_file (
    complaint BIGINT NOT NULL, n BIGINT NOT NULL, message BIGINT NOT NULL, brand BIGINT NOT NULL, at BIGINT NOT NULL, digest BLOB NOT NULL,
    name TEXT NOT NULL, media_type TEXT NOT NULL, size BIGINT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (complaint, n));
CREATE INDEX complaint_file_brand ON complaint_file (brand, at, size);
-- Who wants no mails from any complaint, by a digest of the address.
CREATE TABLE complaint_stop (digest BLOB NOT NULL PRIMARY KEY, at BIGINT NOT NULL);
-- What is left of a rate, by what it counts.
CREATE TABLE bucket (key TEXT NOT NULL PRIMARY KEY, level BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX bucket_at ON bucket (at);
-- A message to whoever complained: to nobody of the house.
ALTER TABLE outbox ADD COLUMN complaint BIGINT;
CREATE INDEX outbox_complaint ON outbox (complaint);
