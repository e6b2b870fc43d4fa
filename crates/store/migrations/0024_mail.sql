-- What came by mail: which message of which conversation it is, from whom as it claims, whether its end or some of its files are missing, and how
-- it was received. The digest stays when the rest is erased: what was erased does not come back when the mailbox is read again.
CREATE TABLE complaint_mail (
    digest BLOB NOT NULL PRIMARY KEY, complaint BIGINT NOT NULL, n BIGINT NOT NULL, sender TEXT, cut BIGINT NOT NULL, left_out BIGINT NOT NULL,
    raw BLOB NOT NULL);
CREATE INDEX complaint_mail_of ON complaint_mail (complaint, n);
-- The secrets by which an answer to a mail of ours finds its conversation, as digests. They open nothing: who has one can say something, and read
-- nothing.
CREATE TABLE complaint_reply (digest BLOB NOT NULL PRIMARY KEY, complaint BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX complaint_reply_of ON complaint_reply (complaint);
