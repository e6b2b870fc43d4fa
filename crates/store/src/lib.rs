//! Remembers: SQLite and PostgreSQL behind one type, one SQL text.
