//! Reads a pack's text. What is wrong is said with its line and its reason; nothing of a pack with an error is played.

use super::{Expect, Flow, Pack, Raise, Rhythm};
use domain::brand::BrandRole;
use domain::plan::{Kind, read as read_plan, shipped};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use text::Language;

/// Most bytes of a pack's text.
const MOST_BYTES: usize = 1_000_000;
/// Most days that a pack lasts.
const MOST_DAYS: i64 = 62;
/// Most posts a day, or an hour at a peak, of one flow.
const MOST_POSTS: f64 = 100_000.0;

/// Why a pack cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Not the text of a pack; tells line and column.
    #[error("the pack cannot be read: {0}")]
    Text(#[from] toml::de::Error),
    /// What is written cannot be meant.
    #[error("the pack cannot be played: line {line}, {place}: {why}")]
    Wrong {
        /// The line, from 1; 0 where it is missing altogether.
        line: usize,
        /// The table.
        place: String,
        /// What is wrong, and what to do.
        why: String,
    },
    /// It is too long.
    #[error("the pack has {0} bytes: at most {MOST_BYTES} are read")]
    Long(usize),
    /// No such pack ships, and no such file is there.
    #[error("there is no pack {0:?}: `vigie drill list` names those that ship; a file is named by its path")]
    Unknown(String),
}

impl Pack {
    /// Reads a pack's text and checks that all it names is defined.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place.
    pub fn read(text: &str) -> Result<Self, PackError> {
        if text.len() > MOST_BYTES {
            return Err(PackError::Long(text.len()));
        }
        let pack: Self = toml::from_str(text)?;
        let check = Check { text, pack: &pack };
        check.whole()?;
        check.keys()?;
        check.flows()?;
        check.posts()?;
        check.drill()?;
        Ok(pack)
    }
}

struct Check<'a> {
    text: &'a str,
    pack: &'a Pack,
}

impl Check<'_> {
    /// The line of a field in the `number`th table of that name, or of the table itself; top-level fields where the table is empty.
    fn line(&self, table: &str, number: usize, field: &str) -> usize {
        let header = format!("[[{table}]]");
        let single = format!("[{table}]");
        let mut seen = 0;
        let (mut inside, mut at) = (table.is_empty(), 0);
        for (line, text) in (1..).zip(self.text.lines().map(str::trim)) {
            if text.starts_with('[') && text.ends_with(']') {
                inside = false;
                if text == header || text == single {
                    inside = seen == number;
                    seen += 1;
                    if inside {
                        at = line;
                    }
                }
            }
            let named = text.strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with('='));
            if inside && !field.is_empty() && named {
                return line;
            }
        }
        at
    }

    fn wrong(&self, table: &str, number: usize, field: &str, why: impl Into<String>) -> PackError {
        let place = match (table.is_empty(), field.is_empty()) {
            (true, _) => format!("`{field}`"),
            (false, true) => format!("[[{table}]] {}", number + 1),
            (false, false) => format!("[[{table}]] {}, `{field}`", number + 1),
        };
        PackError::Wrong { line: self.line(table, number, field), place, why: why.into() }
    }

    fn need(&self, known: bool, (table, number, field): (&str, usize, &str), key: &str) -> Result<(), PackError> {
        match known {
            true => Ok(()),
            false => Err(self.wrong(table, number, field, format!("nothing in the pack has the key `{key}`"))),
        }
    }

    fn whole(&self) -> Result<(), PackError> {
        let pack = self.pack;
        let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if pack.name.is_empty() || !pack.name.bytes().all(plain) {
            return Err(self.wrong("", 0, "name", "a pack's name has small letters, digits and `-`"));
        }
        let days = SignedDuration::from_hours(24 * MOST_DAYS);
        if pack.length <= SignedDuration::ZERO || pack.length > days {
            return Err(self.wrong("", 0, "length", format!("a pack lasts up to {MOST_DAYS} days")));
        }
        if pack.storm < SignedDuration::ZERO || pack.storm > pack.length {
            return Err(self.wrong("", 0, "storm", "the storm begins within the pack's length"));
        }
        if pack.keep > 1000 {
            return Err(self.wrong("", 0, "keep", "a share is given in thousandths: 1000 is all"));
        }
        if let Some(code) = pack.languages.iter().find(|code| Language::from_code(code).is_none()) {
            return Err(self.wrong("", 0, "languages", format!("`{code}` is no language that is known")));
        }
        for (number, brand) in pack.brand.iter().enumerate() {
            TimeZone::get(&brand.zone)
                .map_err(|_| self.wrong("brand", number, "zone", format!("`{}` is no IANA time zone", brand.zone)))?;
            for (name, text) in &brand.queries {
                query::parse(text)
                    .map_err(|why| self.wrong("brand", number, "queries", format!("the query `{name}`: {why}")))?;
            }
        }
        Ok(())
    }

    fn keys(&self) -> Result<(), PackError> {
        let pack = self.pack;
        let twice = |table: &str, keys: Vec<&String>| {
            let second = keys.iter().enumerate().find(|(at, key)| keys[..*at].contains(key));
            second.map_or(Ok(()), |(at, key)| Err(self.wrong(table, at, "key", format!("`{key}` is there twice"))))
        };
        twice("brand", pack.brand.iter().map(|it| &it.key).collect())?;
        twice("source", pack.source.iter().map(|it| &it.key).collect())?;
        twice("crowd", pack.crowd.iter().map(|it| &it.key).collect())?;
        twice("voice", pack.voice.iter().map(|it| &it.key).collect())?;
        twice("flow", pack.flow.iter().map(|it| &it.key).collect())?;
        for (number, source) in pack.source.iter().enumerate() {
            if let Some(brand) = &source.bound {
                self.need(pack.brand.iter().any(|it| it.key == *brand), ("source", number, "bound"), brand)?;
            }
        }
        for (number, crowd) in pack.crowd.iter().enumerate() {
            if crowd.handles.is_empty() {
                return Err(self.wrong("crowd", number, "handles", "a crowd has at least one handle"));
            }
        }
        Ok(())
    }

    fn flows(&self) -> Result<(), PackError> {
        let pack = self.pack;
        let voice = |key: &String| pack.voice.iter().any(|it| it.key == *key && !it.texts.is_empty());
        for (number, flow) in pack.flow.iter().enumerate() {
            let at = |field| ("flow", number, field);
            self.need(pack.source.iter().any(|it| it.key == flow.source), at("source"), &flow.source)?;
            self.need(pack.crowd.iter().any(|it| it.key == flow.crowd), at("crowd"), &flow.crowd)?;
            self.need(voice(&flow.voice), at("voice"), &flow.voice)?;
            if let Some(beside) = &flow.beside {
                self.need(voice(beside), at("beside"), beside)?;
            }
            if flow.beside.is_some() != flow.negative.is_some() {
                return Err(self.wrong("flow", number, "beside", "`beside` and `negative` go together"));
            }
            if flow.reposts > 1000 || flow.negative.is_some_and(|(from, to)| from > 1000 || to > 1000) {
                return Err(self.wrong("flow", number, "", "a share is given in thousandths: 1000 is all"));
            }
            flow.rhythm().map_err(|why| self.wrong("flow", number, "", why))?;
        }
        Ok(())
    }

    fn posts(&self) -> Result<(), PackError> {
        for (number, post) in self.pack.post.iter().enumerate() {
            let at = |field| ("post", number, field);
            self.need(self.pack.source.iter().any(|it| it.key == post.source), at("source"), &post.source)?;
            for (field, of) in [("answers", &post.answers), ("repeats", &post.repeats)] {
                if let Some(of) = of {
                    let known = self.pack.post.iter().any(|it| it.key.as_ref() == Some(of));
                    self.need(known, at(field), of)?;
                }
            }
            if post.stars.is_some_and(|stars| !(1..=5).contains(&stars)) {
                return Err(self.wrong("post", number, "stars", "stars are 1 to 5"));
            }
        }
        Ok(())
    }

    fn drill(&self) -> Result<(), PackError> {
        let pack = self.pack;
        for (number, inject) in pack.inject.iter().enumerate() {
            if let Some(brand) = &inject.brand {
                self.need(pack.brand.iter().any(|it| it.key == *brand), ("inject", number, "brand"), brand)?;
            }
        }
        let Some(team) = &pack.team else {
            return match pack.expect.is_empty() {
                true => Ok(()),
                false => Err(self.wrong("expect", 0, "", "who is expected to do it? Add a [team]")),
            };
        };
        let language = Language::from_code(&team.language);
        let kind = Kind::ALL.into_iter().find(|kind| kind.code() == team.plan && *kind != Kind::Client);
        let Some(text) = language.zip(kind).and_then(|(language, kind)| shipped(kind, language)) else {
            let why = format!(
                "no plan `{}` ships in `{}`: shop, brand, agency, figure in fr, en, fy, nl",
                team.plan, team.language
            );
            return Err(self.wrong("team", 0, "plan", why));
        };
        let (plan, _) = read_plan(text, None);
        if pack.expect.is_empty() {
            return Err(self.wrong("team", 0, "", "what is expected of it? Add an [[expect]]"));
        }
        for (number, expect) in pack.expect.iter().enumerate() {
            for brand in &expect.brands {
                let own = pack.brand.iter().any(|it| it.key == *brand && it.role == BrandRole::Own);
                self.need(own, ("expect", number, "brands"), brand)?;
            }
            if let Some(name) = &expect.scenario
                && plan.scenario(name).is_none()
            {
                let why = format!("the plan `{}` has no scenario `{name}`", team.plan);
                return Err(self.wrong("expect", number, "scenario", why));
            }
            self.consistent(number, expect)?;
        }
        for (number, inject) in pack.inject.iter().enumerate() {
            if let Some(to) = &inject.to
                && !plan.knows(to)
            {
                return Err(self.wrong(
                    "inject",
                    number,
                    "to",
                    format!("the plan has no role and nobody named `{to}`"),
                ));
            }
        }
        Ok(())
    }

    fn consistent(&self, number: usize, expect: &Expect) -> Result<(), PackError> {
        if expect.notice.is_some() && expect.raise != Raise::Alert {
            return Err(self.wrong("expect", number, "notice", "a notice before it goes with `raise = \"alert\"`"));
        }
        match (expect.raise, expect.step) {
            (Raise::Nothing | Raise::Praise, Some(_)) => {
                Err(self.wrong("expect", number, "step", "where nobody is to be called, there is no case"))
            }
            (Raise::Nothing | Raise::Praise, None) => Ok(()),
            (_, None) => Err(self.wrong("expect", number, "step", "say on which step the case is to be")),
            (Raise::Call, Some(_)) if !self.pack.inject.iter().any(|it| it.kind == super::InjectKind::Call) => {
                Err(self.wrong("expect", number, "raise", "who calls? Add an [[inject]] of the kind `call`"))
            }
            _ => Ok(()),
        }
    }
}

impl Flow {
    /// How often it brings a post.
    ///
    /// # Errors
    /// What is missing, or too much.
    pub fn rhythm(&self) -> Result<Rhythm<'_>, String> {
        let bounded = |rate: f64| (0.0..=MOST_POSTS).contains(&rate);
        let most = SignedDuration::from_hours(24 * MOST_DAYS);
        let fits = |time: SignedDuration| (SignedDuration::ZERO..=most).contains(&time);
        if !fits(self.delay) {
            return Err(format!("`delay` is 0 to {MOST_DAYS} days"));
        }
        let said =
            [self.per_day.is_some(), self.peak_per_hour.is_some(), self.cascade.is_some(), self.together.is_some()];
        if said.iter().filter(|said| **said).count() != 1 {
            return Err(
                "say how often by exactly one of `per_day`, `peak_per_hour`, `cascade` and `together`".to_owned()
            );
        }
        if self.peak_per_hour.is_none() && (self.rise.is_some() || self.half_life.is_some()) {
            return Err("`rise` and `half_life` belong to `peak_per_hour`".to_owned());
        }
        if self.per_day.is_none() && self.size.is_some() {
            return Err("`size` belongs to `per_day`".to_owned());
        }
        if let Some(per_day) = self.per_day {
            let uneven = self.size.is_none_or(|size| size > 0.0 && size.is_finite());
            let good = bounded(per_day) && uneven;
            return good
                .then_some(Rhythm::Calm(per_day, self.size))
                .ok_or("`per_day` is 0 to 100,000, `size` above 0".to_owned());
        }
        if let Some(peak) = self.peak_per_hour {
            let (Some(rise), Some(half_life)) = (self.rise, self.half_life) else {
                return Err("`peak_per_hour` needs `rise` and `half_life`".to_owned());
            };
            return bounded(peak)
                .then_some(Rhythm::Storm(peak, rise, half_life))
                .ok_or("`peak_per_hour` is 0 to 100,000".to_owned());
        }
        if let Some(cascade) = &self.cascade {
            let relays = cascade.relays.iter().all(|relay| relay.seeds <= 10_000 && fits(relay.after));
            let good = (1..=10_000).contains(&cascade.seeds) && (0.0..1.0).contains(&cascade.branching);
            return match good && relays && fits(cascade.within) && fits(cascade.ends) {
                true => Ok(Rhythm::Cascade(cascade)),
                false => Err(format!(
                    "a cascade has 1 to 10,000 seeds, so each of its relays, a branching of 0 to below 1, and times of up to {MOST_DAYS} days"
                )),
            };
        }
        let together = self.together.as_ref().ok_or("a flow without a rhythm".to_owned())?;
        match (1..=50_000).contains(&together.posts) && fits(together.gap) {
            true => Ok(Rhythm::Together(together)),
            false => Err(format!("a group makes 1 to 50,000 posts, at most {MOST_DAYS} days apart")),
        }
    }
}
