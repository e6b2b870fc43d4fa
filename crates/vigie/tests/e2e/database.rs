//! PostgreSQL, a database for each test.

use std::process::Command;

/// A database of one test on the server, dropped with it.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    pub fn create(server: String, test: &str) -> Self {
        let made = Self { server, name: format!("vigie_e2e_{test}_{}", std::process::id()) };
        made.sql(&format!("DROP DATABASE IF EXISTS {}", made.name));
        made.sql(&format!("CREATE DATABASE {}", made.name));
        made
    }

    fn sql(&self, sql: &str) {
        let done = Command::new("psql").args(["-q", "-d", &self.server, "-c", sql]).status().unwrap();
        assert!(done.success(), "psql: {sql}");
    }

    /// Where it is.
    pub fn url(&self) -> String {
        let (place, rest) =
            self.server.split_once('?').map_or((self.server.as_str(), ""), |(place, rest)| (place, rest));
        let (host, _) = place.rsplit_once('/').unwrap();
        format!("{host}/{}?{rest}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        drop(Command::new("psql").args(["-q", "-d", &self.server, "-c", &sql]).status());
    }
}
