-- The addresses that a complaint channel had before: printed and linked somewhere, they still lead to its brand and are nobody else's.
CREATE TABLE complaint_address (address TEXT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, brand BIGINT NOT NULL);
