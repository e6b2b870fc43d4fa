-- What makes a text grave: the harm, and where in the text the words stand that say so. Not the words: with an erased text they are gone.
ALTER TABLE reading ADD COLUMN grave TEXT;
