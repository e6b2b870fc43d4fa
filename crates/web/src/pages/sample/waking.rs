//! Being woken: the page of a link, before the tap and after.

use super::{Sample, at, words};
use crate::pages::shell::Shell;
use crate::pages::wake::{Came, WakePage};
use askama::Template;

impl Sample {
    /// Every page of being woken: name, HTML.
    pub(super) fn waking_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let known = Came::Known { who: "Marc Le Goff".into(), at: at(3), signal: Some("/signals/1-mentions".into()) };
        vec![
            ("wake".to_owned(), self.wake(None).render()),
            ("wake-first".to_owned(), self.wake(Some(Came::First { signal: None })).render()),
            ("wake-known".to_owned(), self.wake(Some(known)).render()),
            ("wake-nothing".to_owned(), self.wake(Some(Came::Nothing)).render()),
            ("wake-works".to_owned(), self.wake(Some(Came::Works { target: "Téléphone".into() })).render()),
        ]
    }

    fn wake(&self, came: Option<Came>) -> WakePage {
        let shell = Shell { theme: self.theme, ..Shell::outside("/wake") };
        WakePage { words: words(self.locale), shell, came }
    }
}
