//! Matches posts to queries: the boolean language and the matcher.
