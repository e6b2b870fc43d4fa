//! The one place where things happen in order: ingest, tick, collect, world.
