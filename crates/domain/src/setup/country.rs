//! Which country somebody is in, as far as a phone number, an address on the web or a town says so; and what follows from it.

use super::link::Link;
use serde::{Deserialize, Serialize};
use text::Language;

/// A country whose law may apply: ISO 3166 code in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Country(&'static str);

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("`{code}` is not a country known here")))
    }
}

struct Row {
    code: &'static str,
    label: &'static str,
    /// International prefix; of two countries that share one neither is told by it.
    phone: &'static str,
    tlds: &'static str,
    zone: &'static str,
    languages: &'static [Language],
}

use Language::{De, En, Es, Fr, Fy, It, Nl, Pt};

const fn row(
    code: &'static str,
    label: &'static str,
    phone: &'static str,
    tlds: &'static str,
    zone: &'static str,
    languages: &'static [Language],
) -> Row {
    Row { code, label, phone, tlds, zone, languages }
}

const ROWS: [Row; 14] = [
    row("FR", "country-fr", "33", "fr bzh corsica paris alsace", "Europe/Paris", &[Fr]),
    row("BE", "country-be", "32", "be brussels vlaanderen gent", "Europe/Brussels", &[Fr, Nl]),
    row("NL", "country-nl", "31", "nl frl amsterdam", "Europe/Amsterdam", &[Nl]),
    row("LU", "country-lu", "352", "lu", "Europe/Luxembourg", &[Fr, De]),
    row("CH", "country-ch", "41", "ch swiss", "Europe/Zurich", &[De, Fr, It]),
    row("DE", "country-de", "49", "de berlin hamburg bayern koeln", "Europe/Berlin", &[De]),
    row("AT", "country-at", "43", "at wien tirol", "Europe/Vienna", &[De]),
    row("GB", "country-gb", "44", "uk scot wales london", "Europe/London", &[En]),
    row("IE", "country-ie", "353", "ie", "Europe/Dublin", &[En]),
    row("ES", "country-es", "34", "es cat eus gal", "Europe/Madrid", &[Es]),
    row("PT", "country-pt", "351", "pt", "Europe/Lisbon", &[Pt]),
    row("IT", "country-it", "39", "it", "Europe/Rome", &[It]),
    row("CA", "country-ca", "1", "ca quebec", "America/Toronto", &[En, Fr]),
    row("US", "country-us", "1", "us nyc", "America/New_York", &[En]),
];

/// Towns of Friesland, in both languages, folded.
const FRISIAN: &str = "leeuwarden ljouwert sneek snits heerenveen hearrenfean drachten harlingen harns franeker frjentsjer dokkum bolsward \
    boalsert workum warkum stavoren starum hindeloopen hylpen sloten sleat ijlst drylts lemmer lemsterlan joure jouwer gorredijk grou \
    burgum kollum buitenpost surhuisterveen wolvega oosterwolde balk makkum terschelling skylge ameland amelan vlieland flylan \
    schiermonnikoog koudum berltsum stiens hallum holwerd ferwert damwald hurdegaryp garyp oudega sint-annaparochie st-annaparochie sint-jacobiparochie sint-nicolaasga earnewald wommels winsum akkrum \
    jirnsum nijland wytmarsum witmarsum arum menaam dronryp friesland fryslan";

/// Towns of France that no other country has as large, folded.
const FRENCH: &str = "paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne \
    le-havre grenoble dijon angers villeurbanne nimes clermont-ferrand le-mans aix-en-provence brest tours amiens annecy limoges metz \
    perpignan besancon orleans rouen mulhouse caen nancy saint-denis argenteuil roubaix tourcoing avignon poitiers versailles pau \
    la-rochelle calais antibes cannes colmar saint-nazaire quimper valence bourges merignac troyes lorient chambery niort saint-malo \
    saint-brieuc vannes cholet laval charleville-mezieres arles bayonne biarritz albi tarbes boulogne-sur-mer dunkerque dinan fougeres \
    ajaccio bastia concarneau douarnenez morlaix lannion guingamp redon vitre";

/// Towns of the Netherlands outside Friesland, folded.
const DUTCH: &str = "amsterdam rotterdam den-haag s-gravenhage utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem \
    arnhem enschede amersfoort zaandam den-bosch s-hertogenbosch zwolle leiden maastricht dordrecht zoetermeer deventer delft alkmaar \
    venlo assen emmen hoorn lelystad meppel steenwijk hoogeveen";

/// Dutch area codes of Friesland.
const FRISIAN_PHONES: [&str; 13] =
    ["58", "511", "512", "513", "514", "515", "516", "517", "518", "519", "561", "562", "566"];

/// Towns where Belgium speaks French, folded.
const WALLOON: &str = "namur liege mons charleroi tournai verviers nivelles wavre arlon bastogne dinant huy spa waterloo ottignies \
    ottignies-louvain-la-neuve louvain-la-neuve la-louviere mouscron seraing ath binche soignies gembloux ciney marche-en-famenne durbuy wallonie";

/// Towns where Belgium speaks Dutch, folded.
const FLEMISH: &str = "antwerpen gent brugge leuven mechelen aalst kortrijk hasselt oostende genk roeselare turnhout sint-niklaas sint-truiden vilvoorde \
    dendermonde ieper lier lokeren knokke knokke-heist blankenberge diest tongeren vlaanderen";

/// Belgian area codes where French is spoken; those of mobiles say nothing.
const WALLOON_PHONES: [&str; 19] =
    ["42", "43", "10", "19", "60", "61", "63", "64", "65", "67", "68", "69", "71", "80", "81", "82", "83", "84", "85"];

impl Country {
    /// Every country known here.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| Self(row.code))
    }

    /// Reads a code, in capitals or not.
    pub fn from_code(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code.eq_ignore_ascii_case(code.trim())).map(|row| Self(row.code))
    }

    /// Its ISO 3166 code.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The message that names it.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// The zone of its capital, or of most of its people.
    pub fn zone(self) -> &'static str {
        self.row().zone
    }

    /// The languages that most of its people write in.
    pub fn spoken(self) -> &'static [Language] {
        self.row().languages
    }

    /// The number to call in an emergency: 112 wherever the European number answers (Directive (EU) 2018/1972, article 109; Switzerland too), else the country's own.
    pub fn emergency(self) -> &'static str {
        match self.0 {
            "GB" => "999",
            "CA" | "US" => "911",
            _ => "112",
        }
    }

    fn row(self) -> &'static Row {
        // A country is only made from a row.
        ROWS.iter().find(|row| row.code == self.0).unwrap_or(&ROWS[0])
    }

    /// The country that the pages' language lets expect, where nothing else tells: to be asked, not believed.
    pub fn expected_of(locale: &str) -> Self {
        Self(match locale {
            "fr" => "FR",
            "fy" | "nl" => "NL",
            _ => "GB",
        })
    }
}

/// Digits of a phone number behind its international prefix: `+31 (0)58 …` gives `3158…`; `None` for anything else.
fn international(contact: &str) -> Option<String> {
    if contact.contains('@') {
        return None;
    }
    let kept = contact.replace("(0)", "");
    let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
    let trimmed = kept.trim_start();
    match digits.strip_prefix("00") {
        _ if trimmed.starts_with('+') => Some(digits),
        Some(rest) => Some(rest.to_owned()),
        None => None,
    }
}

/// The country that contact, link or town tell; `None` where none does.
pub(super) fn told(contact: &str, link: Option<&Link>, town: &str) -> Option<Country> {
    by_phone(contact)
        .or_else(|| link.and_then(|link| by_host(&link.host)))
        .or_else(|| contact.rsplit_once('@').and_then(|(_, host)| by_host(host.trim())))
        .or_else(|| by_town(town))
}

fn by_phone(contact: &str) -> Option<Country> {
    let digits = international(contact)?;
    let mut found = ROWS.iter().filter(|row| digits.starts_with(row.phone));
    let first = found.next()?;
    found.next().is_none().then_some(Country(first.code))
}

fn by_host(host: &str) -> Option<Country> {
    let tld = host.rsplit('.').next()?.to_ascii_lowercase();
    ROWS.iter().find(|row| row.tlds.split(' ').any(|known| known == tld)).map(|row| Country(row.code))
}

fn by_town(town: &str) -> Option<Country> {
    match () {
        () if is_in(town, FRISIAN) => Some(Country("NL")),
        () if is_in(town, WALLOON) || is_in(town, FLEMISH) => Some(Country("BE")),
        () if is_in(town, FRENCH) => Some(Country("FR")),
        () if is_in(town, DUTCH) => Some(Country("NL")),
        () => None,
    }
}

/// Whether the town stands in a list, whole: `Sint Annaparochie` is not `Sint-Niklaas`. Its postcode and what is said beside it, as in
/// `8601 Sneek (Fryslân)`, are no part of its name.
fn is_in(town: &str, list: &str) -> bool {
    let folded = text::token::fold(town);
    folded.split([',', ';', '/', '|', '(', ')']).any(|part| {
        let words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let name: Vec<&str> = words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
        let name = name.join("-");
        !name.is_empty() && list.split_ascii_whitespace().any(|known| known == name)
    })
}

/// The languages its customers write in: Frisian and Dutch together in Friesland, one of Belgium's where the town or the number tells.
pub(super) fn languages(country: Country, contact: &str, link: Option<&Link>, town: &str) -> Vec<Language> {
    let local = international(contact).and_then(|digits| digits.strip_prefix(country.row().phone).map(str::to_owned));
    // Within the country numbers are written with a nought.
    let local = local.or_else(|| {
        let digits: String = contact.chars().filter(char::is_ascii_digit).collect();
        digits.strip_prefix('0').filter(|_| !contact.contains('@')).map(str::to_owned)
    });
    let local = local.unwrap_or_default();
    let area = |codes: &[&str]| codes.iter().any(|code| local.starts_with(code));
    let host_is = |tld: &str| link.is_some_and(|link| link.host.ends_with(tld));
    match country.code() {
        "NL" if is_in(town, FRISIAN) || area(&FRISIAN_PHONES) || host_is(".frl") => vec![Fy, Nl],
        "BE" if is_in(town, WALLOON) || area(&WALLOON_PHONES) => vec![Fr],
        "BE" if is_in(town, FLEMISH) || host_is(".vlaanderen") || host_is(".gent") => vec![Nl],
        _ => country.row().languages.to_vec(),
    }
}
