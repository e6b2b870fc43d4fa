-- Who is woken: the ways to reach people, what was decided, and the messages that leave the house.

CREATE TABLE target (
    id BIGINT NOT NULL PRIMARY KEY, person BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
    created_at BIGINT NOT NULL, tapped_at BIGINT, failures BIGINT NOT NULL, rests_until BIGINT, problem TEXT);
CREATE INDEX target_person ON target (person);
CREATE TABLE recipient (person BIGINT NOT NULL PRIMARY KEY, settings TEXT NOT NULL);

CREATE INDEX signal_onset ON signal (onset);

-- The fold of the events, kept with them; one row.
CREATE TABLE waking_book (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, book TEXT NOT NULL);
CREATE TABLE waking_event (seq BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, body TEXT NOT NULL);

CREATE TABLE outbox (
    id BIGINT NOT NULL PRIMARY KEY, key TEXT NOT NULL, target BIGINT NOT NULL, person BIGINT NOT NULL, story TEXT, body TEXT NOT NULL,
    created_at BIGINT NOT NULL, until BIGINT NOT NULL, state TEXT NOT NULL, tries BIGINT NOT NULL, unknown BIGINT NOT NULL, next_try_at BIGINT NOT NULL,
    tried_at BIGINT, reason TEXT, receipt TEXT);
CREATE UNIQUE INDEX outbox_key ON outbox (key, target);
CREATE INDEX outbox_due ON outbox (next_try_at) WHERE state = 'waiting';
CREATE INDEX outbox_person ON outbox (person, id);
