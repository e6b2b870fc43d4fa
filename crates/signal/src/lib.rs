//! Reads many counts: expected and observed, surge, and why.
