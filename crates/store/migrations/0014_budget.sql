-- How often a brand may be told of: each choice with who made it; the newest holds.
CREATE TABLE budget (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL, notice TEXT NOT NULL, alert TEXT NOT NULL, by_labels BIGINT NOT NULL,
    person BIGINT, at BIGINT NOT NULL);
CREATE INDEX budget_brand ON budget (organisation, brand, id);
