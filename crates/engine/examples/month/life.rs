//! A month of invented life around twenty-five shops: who says what, when. Drawn from a seed.

use domain::post::{Author, Post, Rating};
use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Shops.
pub const BRANDS: usize = 25;
/// Days.
pub const DAYS: i64 = 30;
/// Posts of the contest, and of the crisis.
pub const CONTEST: usize = 3_000;
/// See [`CONTEST`].
pub const CRISIS: usize = 5_000;
/// Who holds the contest, whom the trade's story names, who has the crisis.
pub const WINNER: usize = 3;
/// See [`WINNER`].
pub const TRADE: std::ops::Range<usize> = 5..14;
/// See [`WINNER`].
pub const BURNING: usize = 20;

/// A post about a shop.
pub struct Said {
    pub at: Timestamp,
    pub brand: usize,
    pub post: Post,
}

/// When each of the three things begins.
pub struct Plan {
    pub start: Timestamp,
    pub contest: Timestamp,
    pub trade: Timestamp,
    pub crisis: Timestamp,
}

impl Plan {
    pub fn from(start: Timestamp) -> Self {
        let at = |day: i64, minute: i64| start + SignedDuration::from_mins(day * 1_440 + minute);
        Self { start, contest: at(16, 600), trade: at(21, 1_140), crisis: at(26, 1_360) }
    }
}

const GOOD: [&str; 8] = [
    "Toujours un accueil chaleureux, le pain est excellent",
    "Lovely staff and the best apple pie in town",
    "Hearlik brea en freonlike minsken, oant de oare wike",
    "Heerlijk brood en vriendelijke bediening, aanrader",
    "Merci à toute l’équipe, on s’est régalés",
    "Great coffee, great people, we will be back",
    "Très bon rapport qualité prix, je recommande",
    "What a nice surprise, fresh and generous",
];
const PLAIN: [&str; 6] = [
    "Quelqu’un sait s’ils sont ouverts le lundi ?",
    "We meet at the shop at ten tomorrow",
    "Wa wit oft se sneon ek iepen binne?",
    "Is er parkeerplaats in de buurt van de winkel?",
    "Nouvelle carte affichée en vitrine",
    "They moved the entrance to the other street",
];
const BAD: [&str; 7] = [
    "Vingt minutes d’attente et un vendeur désagréable, je suis déçu",
    "Rude service and stale bread, never again",
    "Min brea en lang wachtsje, spitich",
    "Slechte bediening en veel te duur",
    "Prix exagérés, portions ridicules, quelle honte",
    "Cold food, dirty tables, terrible evening",
    "Erreur dans la commande et aucune excuse, inadmissible",
];
const JOY: [&str; 5] = [
    "J’ai participé au concours, croisons les doigts, quel beau cadeau !",
    "Love this giveaway, thank you, fingers crossed everybody!",
    "Moaie aksje, ik doch ek mei, tige tank!",
    "Wat een leuke winactie, ik doe mee!",
    "Super concours, bravo à toute l’équipe, je partage !",
];
/// The trade's story, told differently each time.
const TOLD: [&str; 4] = [
    "Reportage ce soir : des œufs contaminés livrés à des dizaines de boulangeries, plusieurs malades, aucune réponse des patrons, une honte",
    "Encore des œufs contaminés ! Ma voisine fait partie des malades. Boulangeries muettes, patrons absents, scandale",
    "Vu le reportage, écœurée : malades après des gâteaux aux œufs contaminés, et les boulangeries ne disent rien",
    "Contaminés, les œufs de nos boulangeries ? Le reportage fait peur, des enfants malades, et personne ne répond, lamentable",
];
const STORM: [&str; 6] = [
    "Du verre dans le pain, un enfant à l’hôpital, et la boulangerie se tait, scandaleux",
    "Glass in their bread and a child in hospital, and they say nothing, disgusting",
    "Glês yn it brea, in bern yn it sikehûs, in skande dat se swije",
    "Glas in het brood, een kind in het ziekenhuis, schandalig dat ze zwijgen",
    "Boycott, plus jamais dans ce magasin, ils mentent à leurs clients",
    "Shame on them, they knew and kept selling, boycott this shop",
];

/// Everything that is said, in order.
pub fn month(seed: u64, plan: &Plan) -> Vec<Said> {
    let mut chance = Chance(ChaCha8Rng::seed_from_u64(seed));
    let mut said = Vec::new();
    for brand in 0..BRANDS {
        // From three a week to sixty a day.
        let rate = 0.4 * libm::pow(150.0, brand as f64 / (BRANDS - 1) as f64);
        for hour in 0..DAYS * 24 {
            let by_day = 0.2 + 1.6 * libm::sin(std::f64::consts::PI * (hour % 24) as f64 / 24.0);
            for _ in 0..chance.poisson(rate / 24.0 * by_day / 1.22) {
                let at = plan.start + SignedDuration::from_secs(hour * 3_600 + chance.below(3_600) as i64);
                said.push(chance.everyday(brand, at));
            }
        }
    }
    for _ in 0..CONTEST {
        let at = plan.contest + chance.decaying(6.0 * 3_600.0);
        said.push(chance.post(WINNER, at, &JOY, None));
    }
    for brand in TRADE {
        for _ in 0..40 + chance.below(40) {
            let at = plan.trade + chance.decaying(5_400.0);
            said.push(chance.post(brand, at, &TOLD, None));
        }
    }
    for n in 0..CRISIS {
        // It swells for two hours, then slowly dies away.
        let swell = libm::sqrt(chance.share()) * 7_200.0;
        let at = if n % 3 == 0 { SignedDuration::from_secs(swell as i64) } else { chance.decaying(5.0 * 3_600.0) };
        said.push(chance.post(BURNING, plan.crisis + at, &STORM, None));
    }
    said.retain(|said| said.at < plan.start + SignedDuration::from_hours(DAYS * 24));
    said.sort_by_key(|said| (said.at, said.brand, said.post.native_id.clone()));
    said
}

struct Chance(ChaCha8Rng);

impl Chance {
    fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }

    fn poisson(&mut self, mean: f64) -> usize {
        let (limit, mut product, mut n) = (libm::exp(-mean), self.share(), 0);
        while product > limit {
            product *= self.share();
            n += 1;
        }
        n
    }

    fn decaying(&mut self, mean: f64) -> SignedDuration {
        SignedDuration::from_secs((-mean * libm::log(1.0 - self.share())) as i64)
    }

    /// Three in five with stars; one in seven speaks ill.
    fn everyday(&mut self, brand: usize, at: Timestamp) -> Said {
        let (tone, starred) = (self.share(), self.share() < 0.6);
        let (texts, stars): (&[&str], u32) = match tone {
            t if t < 0.14 => (&BAD, 1),
            t if t < 0.34 => (&PLAIN, 3),
            _ => (&GOOD, 5),
        };
        self.post(brand, at, texts, starred.then_some(stars))
    }

    fn post(&mut self, brand: usize, at: Timestamp, texts: &[&str], stars: Option<u32>) -> Said {
        let text = texts[self.below(texts.len())];
        let id = self.0.next_u64();
        let post = Post {
            source_kind: "webhook".to_owned(),
            native_id: format!("{id:016x}"),
            author: Author { handle: Some(format!("guest{}", id % 40_000)), ..Author::default() },
            text: text.to_owned(),
            rating: stars.map(|stars| Rating { tenths: stars * 10, out_of: 5 }),
            published_at: Some(at),
            seen_at: at,
            ..Post::default()
        };
        Said { at, brand, post }
    }
}
