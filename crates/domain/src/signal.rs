//! A surge that became a signal (filled in with the engine).
