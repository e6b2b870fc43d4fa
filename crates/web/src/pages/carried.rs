//! A form that met a closed door, as the pages of the log-in show it.

/// What a form that was sent holds: where it goes, and its fields as they were sent.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// The path that it was sent to; empty: nothing is carried.
    pub path: String,
    /// Its fields, as forms are sent.
    pub body: String,
}

impl Carried {
    /// Whether there is anything.
    pub fn is_there(&self) -> bool {
        !self.path.is_empty()
    }

    /// The fields.
    pub fn fields(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(self.body.as_bytes()).into_owned().collect()
    }

    /// The words among them: what has blanks between its parts was written by somebody.
    pub fn words(&self) -> Vec<String> {
        let fields = self.fields().into_iter().map(|(_, value)| value);
        fields.filter(|value| value.trim().contains(char::is_whitespace)).collect()
    }
}
