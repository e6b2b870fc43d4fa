-- The plan of an organisation: every version with who wrote it and why; the newest holds.
CREATE TABLE plan (
    organisation BIGINT NOT NULL, version BIGINT NOT NULL, text TEXT NOT NULL, why TEXT NOT NULL, person BIGINT, at BIGINT NOT NULL, PRIMARY KEY (organisation, version));
