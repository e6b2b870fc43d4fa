//! Pages, live, API, auth.
