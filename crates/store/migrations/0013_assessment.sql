-- What people say of a signal: figures that no source counts, and how grave it is. Both only grow; the newest holds.
CREATE TABLE reported (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, signal TEXT NOT NULL, subject TEXT NOT NULL, value BIGINT NOT NULL, note TEXT NOT NULL,
    person BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX reported_signal ON reported (organisation, signal, id);
CREATE TABLE signal_severity (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, signal TEXT NOT NULL, severity TEXT, reason TEXT NOT NULL, person BIGINT NOT NULL,
    at BIGINT NOT NULL);
CREATE INDEX signal_severity_signal ON signal_severity (organisation, signal, id);
