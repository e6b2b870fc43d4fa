//! A week that was bad, and one in which nothing was said.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::report::ReportPage;
use domain::report::{Counts, Heard, Mark, report};

const WEEK: i64 = 7 * 24 * 60;

impl Sample {
    pub(super) fn report(&self) -> ReportPage {
        let mark = |n: i64| Mark {
            at: at(10 + n * 9),
            handled: n % 3 > 0,
            negative: n % 3 == 0,
            stars: None,
            lang: Some(text::Language::Fr),
            engagement: (n % 2 == 0).then_some(n % 11),
        };
        let deaf = Heard {
            name: self.strange("piaille.fr #galette"),
            tried: true,
            deaf_since: Some(at(12)),
            gaps: Vec::new(),
        };
        let heard =
            Heard { name: "Ouest-France".into(), tried: true, deaf_since: None, gaps: vec![(at(150), at(121))] };
        let named =
            Heard { name: self.strange("vannes.maville.com"), tried: false, deaf_since: None, gaps: Vec::new() };
        let counts = Counts {
            mentions: 521,
            before: 38,
            alerts: 1,
            notices: 2,
            marks: (0..521).map(mark).collect(),
            sources: vec![deaf, heard, named],
            unwatched: vec![self.strange("Instagram"), "TikTok".into()],
            ..self.nothing()
        };
        self.page(counts)
    }

    pub(super) fn report_quiet(&self) -> ReportPage {
        let later = Some("/report?until=2026-11-21T22:22:00Z".into());
        ReportPage { brand: Some(1), later, ..self.page(self.nothing()) }
    }

    fn nothing(&self) -> Counts {
        let brands = vec!["Boulangerie Martin".to_owned()];
        Counts { from: at(WEEK), until: at(0), since: at(9 * WEEK), brands, ..Counts::default() }
    }

    fn page(&self, counts: Counts) -> ReportPage {
        ReportPage {
            words: words(self.locale),
            shell: self.shell(Room::Bridge, "/report"),
            report: report(counts),
            brand: None,
            brands: vec![(1, "Boulangerie Martin".into()), (5, "Pains & Cie".into())],
            earlier: "/report?until=2026-11-14T22:22:00Z".into(),
            later: None,
        }
    }
}
