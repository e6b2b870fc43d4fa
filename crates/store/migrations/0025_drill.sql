-- Drills that people played: who played whom, what the facilitator noted, and what came of it. The drill's world had a store of its own and is gone.
CREATE TABLE drill (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, pack TEXT NOT NULL, title TEXT NOT NULL, seed BIGINT NOT NULL,
    seats TEXT NOT NULL, person BIGINT, started_at BIGINT NOT NULL, heard_at BIGINT NOT NULL, ended_at BIGINT, ended TEXT NOT NULL,
    score BIGINT, report TEXT NOT NULL);
CREATE INDEX drill_at ON drill (organisation, started_at);
CREATE TABLE drill_note (
    drill BIGINT NOT NULL, number BIGINT NOT NULL, person BIGINT, at BIGINT NOT NULL, played_at BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (drill, number));
