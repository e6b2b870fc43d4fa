//! Talks to the outside: the guarded client, feeds, Mastodon, webhooks, files.
