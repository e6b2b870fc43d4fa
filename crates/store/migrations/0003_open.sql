-- What is still to be done, counted without reading what is done.
CREATE INDEX mention_open ON mention (organisation, brand) WHERE handled_by IS NULL;
