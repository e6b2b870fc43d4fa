-- What is sent from, and what waits to go out. listed_at: when its server's
-- own queue was seen last. gone_at: it was let go; its token is no more.
CREATE TABLE account (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT, kind TEXT NOT NULL, server TEXT NOT NULL, native TEXT NOT NULL,
    acct TEXT NOT NULL, name TEXT NOT NULL, token TEXT NOT NULL,
    characters BIGINT NOT NULL, per_link BIGINT NOT NULL, created_at BIGINT NOT NULL, checked_at BIGINT, problem TEXT,
    listed_at BIGINT, gone_at BIGINT);
-- One account of a server belongs to one organisation of the house.
CREATE UNIQUE INDEX account_place ON account (kind, server, native) WHERE gone_at IS NULL;
CREATE INDEX account_organisation ON account (organisation, id);
-- A case's hold on an account: asked where a post is taken to be sent.
CREATE TABLE freeze_lease (
    account BIGINT NOT NULL, holder BIGINT NOT NULL, fence BIGINT NOT NULL, allow TEXT NOT NULL, since BIGINT NOT NULL, until BIGINT,
    PRIMARY KEY (account, holder));
-- native: its id in the queue of the account's own server; none for ours. remote_at: when that server sends it, as last heard.
CREATE TABLE scheduled (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT, account BIGINT NOT NULL, native TEXT, key TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT, label TEXT, media BIGINT NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL, version BIGINT NOT NULL, holder BIGINT, fence BIGINT,
    tries BIGINT NOT NULL, tried_at BIGINT, next_at BIGINT, remote_at BIGINT, reason TEXT, receipt TEXT, url TEXT, sent_at BIGINT, person BIGINT,
    created_at BIGINT NOT NULL);
CREATE UNIQUE INDEX scheduled_native ON scheduled (account, native);
CREATE INDEX scheduled_organisation ON scheduled (organisation, due, id);
CREATE INDEX scheduled_account ON scheduled (account, due);
CREATE INDEX scheduled_due ON scheduled (due) WHERE state = 'queued';
CREATE INDEX scheduled_sending ON scheduled (tried_at) WHERE state IN ('sending', 'unknown');
CREATE INDEX scheduled_holder ON scheduled (holder);
