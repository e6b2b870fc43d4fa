-- One text for both engines; `dialect.rs` says how PostgreSQL spells its words.
-- Times are microseconds since 1970; ids are given by the writer; a flag is 0 or 1.

CREATE TABLE sequence (name TEXT NOT NULL PRIMARY KEY, next BIGINT NOT NULL) WITHOUT ROWID;
CREATE TABLE period (period BIGINT NOT NULL PRIMARY KEY);
CREATE TABLE setting (organisation BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (organisation, name)) WITHOUT ROWID;

CREATE TABLE organisation (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL);
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, locale TEXT NOT NULL, zone TEXT NOT NULL,
    password_hash TEXT NOT NULL, created_at BIGINT NOT NULL);
CREATE TABLE membership (
    organisation BIGINT NOT NULL, person BIGINT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (organisation, person)) WITHOUT ROWID;
CREATE INDEX membership_person ON membership (person);
CREATE TABLE session (
    digest BLOB NOT NULL PRIMARY KEY, person BIGINT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, last_seen BIGINT NOT NULL);
CREATE TABLE login (key TEXT NOT NULL, at BIGINT NOT NULL, ok BIGINT NOT NULL);
CREATE INDEX login_key ON login (key, at);
CREATE TABLE token (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, person BIGINT NOT NULL, name TEXT NOT NULL, digest BLOB NOT NULL UNIQUE,
    created_at BIGINT NOT NULL);
CREATE TABLE answer (
    organisation BIGINT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, status BIGINT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (organisation, key)) WITHOUT ROWID;

CREATE TABLE brand (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, zone TEXT NOT NULL,
    own_accounts TEXT NOT NULL, places TEXT NOT NULL);
CREATE TABLE query (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL);

CREATE TABLE source (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT, brand BIGINT, kind TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
    enabled BIGINT NOT NULL, created_at BIGINT NOT NULL, position TEXT);
CREATE TABLE source_health (
    source BIGINT NOT NULL PRIMARY KEY, last_try_at BIGINT NOT NULL, last_ok_at BIGINT, last_post_at BIGINT, deaf_since BIGINT,
    outcome TEXT NOT NULL, detail TEXT, next_try_at BIGINT);
CREATE TABLE source_outcome (source BIGINT NOT NULL, outcome TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (source, outcome)) WITHOUT ROWID;
CREATE TABLE source_day (
    source BIGINT NOT NULL, day BIGINT NOT NULL, seen BIGINT NOT NULL, matched BIGINT NOT NULL, PRIMARY KEY (source, day)) WITHOUT ROWID;
CREATE TABLE delivery (source BIGINT NOT NULL, id TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE quarantine (
    source BIGINT NOT NULL, digest BLOB NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, reason TEXT NOT NULL, place TEXT NOT NULL,
    bytes BLOB NOT NULL, PRIMARY KEY (source, digest));
CREATE INDEX quarantine_seq ON quarantine (source, seq);
CREATE TABLE gap (
    source BIGINT NOT NULL, from_at BIGINT NOT NULL, until_at BIGINT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (source, from_at, until_at)) WITHOUT ROWID;

-- scope: the organisation whose source brought the post, 0 for the house's. A tenant's own source can never touch another tenant's post.
CREATE TABLE post (
    id BIGINT NOT NULL PRIMARY KEY, period BIGINT NOT NULL, key BIGINT NOT NULL, scope BIGINT NOT NULL, source BIGINT NOT NULL,
    source_kind TEXT NOT NULL, native_id TEXT NOT NULL, native_rev TEXT, kind TEXT NOT NULL,
    author_id TEXT, author_handle TEXT, author_display TEXT, author_url TEXT, followers BIGINT, author_created_at BIGINT,
    url TEXT, text TEXT NOT NULL, lang TEXT, published_at BIGINT, seen_at BIGINT NOT NULL, parent TEXT, repost_of TEXT,
    likes BIGINT, shares BIGINT, replies BIGINT, views BIGINT, engaged_at BIGINT,
    rating_tenths BIGINT, rating_out_of BIGINT,
    reader TEXT, version BIGINT NOT NULL, edited_at BIGINT, deleted_at BIGINT);
CREATE UNIQUE INDEX post_identity ON post (period, key, scope);
CREATE TABLE post_raw (
    post BIGINT NOT NULL, version BIGINT NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (post, version));
CREATE TABLE post_version (
    post BIGINT NOT NULL, version BIGINT NOT NULL, native_rev TEXT, text TEXT NOT NULL, replaced_at BIGINT NOT NULL, PRIMARY KEY (post, version)) WITHOUT ROWID;
CREATE TABLE engagement (
    post BIGINT NOT NULL, at BIGINT NOT NULL, likes BIGINT, shares BIGINT, replies BIGINT, views BIGINT, PRIMARY KEY (post, at)) WITHOUT ROWID;
CREATE TABLE reading (
    post BIGINT NOT NULL, reader TEXT NOT NULL, lang TEXT NOT NULL, polarity TEXT NOT NULL, p_negative BIGINT NOT NULL, p_neutral BIGINT NOT NULL,
    p_positive BIGINT NOT NULL, kind TEXT NOT NULL, fingerprint BIGINT NOT NULL, PRIMARY KEY (post, reader)) WITHOUT ROWID;

CREATE TABLE mention (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, post BIGINT NOT NULL, source BIGINT NOT NULL,
    at BIGINT NOT NULL, arrived_at BIGINT NOT NULL, arrival TEXT NOT NULL, lang TEXT, polarity TEXT,
    negative BIGINT NOT NULL,     handled_by BIGINT, handled_at BIGINT, assigned BIGINT);
CREATE UNIQUE INDEX mention_post ON mention (post, brand);
CREATE INDEX mention_organisation ON mention (organisation, at, id);
CREATE INDEX mention_brand ON mention (organisation, brand, at, id);
CREATE TABLE mention_hit (mention BIGINT NOT NULL, query BIGINT NOT NULL, PRIMARY KEY (mention, query)) WITHOUT ROWID;
CREATE TABLE mention_stale (mention BIGINT NOT NULL PRIMARY KEY);

CREATE TABLE minute_count (
    organisation BIGINT NOT NULL, brand BIGINT NOT NULL, series TEXT NOT NULL, minute BIGINT NOT NULL, n BIGINT NOT NULL,
    PRIMARY KEY (organisation, brand, series, minute)) WITHOUT ROWID;
CREATE TABLE due_tick (
    organisation BIGINT NOT NULL, brand BIGINT NOT NULL, from_minute BIGINT NOT NULL, wake BIGINT NOT NULL, newest BIGINT NOT NULL,
    PRIMARY KEY (organisation, brand)) WITHOUT ROWID;
CREATE TABLE held_tick (
    source BIGINT NOT NULL, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, from_minute BIGINT NOT NULL, wake BIGINT NOT NULL,
    newest BIGINT NOT NULL, PRIMARY KEY (source, organisation, brand)) WITHOUT ROWID;
CREATE TABLE settled (
    organisation BIGINT NOT NULL, brand BIGINT NOT NULL, until_minute BIGINT NOT NULL, PRIMARY KEY (organisation, brand)) WITHOUT ROWID;
CREATE TABLE detector (
    organisation BIGINT NOT NULL, brand BIGINT NOT NULL, series TEXT NOT NULL, state TEXT NOT NULL, absorbed_until BIGINT NOT NULL,
    PRIMARY KEY (organisation, brand, series)) WITHOUT ROWID;

CREATE TABLE signal (
    organisation BIGINT NOT NULL, id TEXT NOT NULL, brand BIGINT NOT NULL, series TEXT NOT NULL, level TEXT NOT NULL, onset BIGINT NOT NULL,
    raised_at BIGINT NOT NULL, late BIGINT NOT NULL, wakes BIGINT NOT NULL, score BIGINT NOT NULL, observed BIGINT NOT NULL,
    expected BIGINT NOT NULL, frozen TEXT NOT NULL, explanation TEXT NOT NULL, ended_at BIGINT, last_hot_at BIGINT NOT NULL,
    verdict TEXT, reason TEXT, labelled_by BIGINT, labelled_at BIGINT, PRIMARY KEY (organisation, id));
CREATE INDEX signal_brand ON signal (organisation, brand, series, onset);
CREATE TABLE signal_event (
    seq BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, signal TEXT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
