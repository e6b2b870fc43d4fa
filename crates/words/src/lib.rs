//! What people read: Fluent strings, plurals, numbers and dates in fr, en, fy and nl.
