-- What the public reads of a brand's policy: where, and every text that was published; the newest holds while the page is open.
CREATE TABLE policy_page (
    brand BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, address TEXT NOT NULL UNIQUE, open BIGINT NOT NULL);
CREATE TABLE policy_text (
    brand BIGINT NOT NULL, version BIGINT NOT NULL, stamp TEXT NOT NULL, body TEXT NOT NULL, person BIGINT, at BIGINT NOT NULL,
    PRIMARY KEY (brand, version));
-- Who of the staff, without a login, went through the training by a link; a name only where they gave one.
CREATE TABLE training (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, link TEXT NOT NULL, name TEXT NOT NULL, correct BIGINT NOT NULL,
    asked BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX training_at ON training (organisation, at);
