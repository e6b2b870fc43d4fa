-- Whether something wakes is asked of the mentions in the window, whichever tick they came by.
ALTER TABLE due_tick DROP COLUMN wake;
ALTER TABLE held_tick DROP COLUMN wake;
