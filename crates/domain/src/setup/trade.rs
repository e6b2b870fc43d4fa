//! What a business does: the words its customers use, where they talk, and when it is usually open. Data, not code.

use serde::{Deserialize, Serialize};

/// A trade.
#[derive(Debug, PartialEq, Eq)]
pub struct Trade {
    /// Its name in data and forms.
    pub code: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// Words that stand beside a name when this trade is meant, in the languages read; folded, singular.
    pub words: &'static str,
    /// Where its customers talk, the most telling first.
    pub spots: &'static [Spot],
    /// When it is usually open.
    pub opening: Opening,
}

/// A place where customers talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// Reviews on Google.
    Google,
    /// Facebook.
    Facebook,
    /// Instagram.
    Instagram,
    /// TikTok.
    TikTok,
    /// X.
    X,
    /// LinkedIn.
    LinkedIn,
    /// YouTube.
    YouTube,
    /// Reddit.
    Reddit,
    /// Mastodon and its kin.
    Mastodon,
    /// Tripadvisor.
    Tripadvisor,
    /// Booking.com.
    Booking,
    /// Airbnb.
    Airbnb,
    /// TheFork.
    TheFork,
    /// Trustpilot.
    Trustpilot,
    /// The shops for apps.
    AppStores,
    /// The press of the town and the region.
    LocalPress,
    /// Forums of the trade or the town.
    Forums,
    /// Comments on the business's own site.
    OwnSite,
}

/// How a place is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// By its own name, in every language.
    Name(&'static str),
    /// By a message.
    Message(&'static str),
}

impl Spot {
    /// How it is named.
    pub fn label(self) -> Label {
        match self {
            Self::Google => Label::Message("spot-google"),
            Self::Facebook => Label::Name("Facebook"),
            Self::Instagram => Label::Name("Instagram"),
            Self::TikTok => Label::Name("TikTok"),
            Self::X => Label::Name("X"),
            Self::LinkedIn => Label::Name("LinkedIn"),
            Self::YouTube => Label::Name("YouTube"),
            Self::Reddit => Label::Name("Reddit"),
            Self::Mastodon => Label::Name("Mastodon"),
            Self::Tripadvisor => Label::Name("Tripadvisor"),
            Self::Booking => Label::Name("Booking.com"),
            Self::Airbnb => Label::Name("Airbnb"),
            Self::TheFork => Label::Name("TheFork"),
            Self::Trustpilot => Label::Name("Trustpilot"),
            Self::AppStores => Label::Message("spot-app-stores"),
            Self::LocalPress => Label::Message("spot-local-press"),
            Self::Forums => Label::Message("spot-forums"),
            Self::OwnSite => Label::Message("spot-own-site"),
        }
    }
}

/// The usual hours: the same on every open day, by the clock of its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The first open day of the week, 1 is Monday.
    pub first_day: u8,
    /// The last open day of the week, 7 is Sunday.
    pub last_day: u8,
    /// When it opens, in minutes after midnight.
    pub from: u16,
    /// When it closes, in minutes after midnight; 1440 is midnight, and what is before [`Self::from`] is after midnight.
    pub until: u16,
}

impl Opening {
    /// Opening and closing as clocks show them: `09:30`, `24:00`.
    pub fn clocks(self) -> (String, String) {
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        (clock(self.from), clock(self.until))
    }
}

const fn open(first_day: u8, last_day: u8, from: u16, until: u16) -> Opening {
    Opening { first_day, last_day, from, until }
}

const OFFICE: Opening = open(1, 5, 9 * 60, 18 * 60);
const SHOP: Opening = open(1, 6, 9 * 60 + 30, 19 * 60);
const EARLY: Opening = open(2, 7, 7 * 60, 19 * 60 + 30);
const TABLE: Opening = open(2, 7, 11 * 60 + 30, 23 * 60);
const ALWAYS: Opening = open(1, 7, 0, 24 * 60);

use Spot::{
    Airbnb, AppStores, Booking, Facebook, Forums, Google, Instagram, LinkedIn, LocalPress, Reddit, TheFork, TikTok,
    Tripadvisor, Trustpilot, X, YouTube,
};

const STREET: &[Spot] = &[Google, Facebook, Instagram, LocalPress];
const TABLES: &[Spot] = &[Google, Tripadvisor, TheFork, Facebook, Instagram, LocalPress];
const BEDS: &[Spot] = &[Google, Booking, Tripadvisor, Airbnb, Facebook, LocalPress];
const CRAFT: &[Spot] = &[Google, Facebook, Forums, LocalPress];
const CARE: &[Spot] = &[Google, Facebook, Forums, LocalPress];
const FIRM: &[Spot] = &[Google, LinkedIn, Trustpilot, LocalPress];
const CROWD: &[Spot] = &[Facebook, Instagram, X, TikTok, LocalPress, Google];
const NET: &[Spot] = &[Trustpilot, Google, Facebook, Reddit, Forums];
const SOFTWARE: &[Spot] = &[AppStores, Reddit, Trustpilot, X, Forums];
const FAME: &[Spot] = &[X, Instagram, TikTok, YouTube, Facebook, LocalPress];

const fn trade(
    code: &'static str,
    label: &'static str,
    spots: &'static [Spot],
    opening: Opening,
    words: &'static str,
) -> Trade {
    Trade { code, label, words, spots, opening }
}

/// Every trade, in the order of the list that is shown; what fits nothing is `other`.
pub const TRADES: [Trade; 28] = [
    trade(
        "bakery",
        "trade-bakery",
        STREET,
        EARLY,
        "boulangerie boulanger pain galette croissant bakery bread bakkerij bakker brood bakkerswinkel brea",
    ),
    trade(
        "restaurant",
        "trade-restaurant",
        TABLES,
        TABLE,
        "restaurant resto repas plat carte brasserie dinner menu eetcafe diner eten iten",
    ),
    trade("cafe", "trade-cafe", TABLES, TABLE, "cafe bar terrasse biere pub kroeg terras bier kofje koffie"),
    trade("hotel", "trade-hotel", BEDS, ALWAYS, "hotel chambre reception nuit room kamer overnachting keamer"),
    trade(
        "camping",
        "trade-camping",
        BEDS,
        ALWAYS,
        "camping gite emplacement vacances campsite vakantie huisje kampearterrein fakansje",
    ),
    trade(
        "grocery",
        "trade-grocery",
        STREET,
        SHOP,
        "epicerie supermarche magasin primeur grocery supermarket winkel supermarkt krudenier",
    ),
    trade(
        "butcher",
        "trade-butcher",
        STREET,
        SHOP,
        "boucherie boucher viande charcuterie butcher meat slagerij slager vlees slachterij fleis",
    ),
    trade(
        "florist",
        "trade-florist",
        STREET,
        SHOP,
        "fleuriste fleurs bouquet florist flowers bloemist bloemen blommen",
    ),
    trade(
        "fashion",
        "trade-fashion",
        STREET,
        SHOP,
        "boutique vetements mode chaussures fashion clothes shoes kleding schoenen klean",
    ),
    trade("shop", "trade-shop", STREET, SHOP, "magasin boutique vendeur achat shop store winkel aankoop keap"),
    trade(
        "hairdresser",
        "trade-hairdresser",
        STREET,
        SHOP,
        "coiffeur coiffure salon barbier hairdresser barber haircut kapper kapsalon kapster",
    ),
    trade(
        "beauty",
        "trade-beauty",
        STREET,
        SHOP,
        "institut beaute soin massage ongles beauty spa nails schoonheidssalon nagels skientme",
    ),
    trade(
        "garage",
        "trade-garage",
        CRAFT,
        OFFICE,
        "garage garagiste voiture reparation mecanicien car repair mechanic auto monteur",
    ),
    trade(
        "craftsman",
        "trade-craftsman",
        CRAFT,
        OFFICE,
        "artisan plombier electricien macon travaux chantier devis plumber builder loodgieter aannemer klus timmerman",
    ),
    trade(
        "estate-agent",
        "trade-estate-agent",
        FIRM,
        OFFICE,
        "immobilier agence location appartement loyer estate letting makelaar huur woning hier",
    ),
    trade(
        "doctor",
        "trade-doctor",
        CARE,
        OFFICE,
        "medecin docteur cabinet clinique patient doctor clinic huisarts praktijk dokter",
    ),
    trade("dentist", "trade-dentist", CARE, OFFICE, "dentiste dentaire dent dentist teeth tandarts tand toskedokter"),
    trade(
        "pharmacy",
        "trade-pharmacy",
        CARE,
        SHOP,
        "pharmacie pharmacien medicament pharmacy apotheek medicijn aptheek",
    ),
    trade(
        "care-home",
        "trade-care-home",
        CARE,
        ALWAYS,
        "ehpad maison retraite resident soignant nursing care verpleeghuis zorg bewoner soarch",
    ),
    trade(
        "school",
        "trade-school",
        CARE,
        OFFICE,
        "ecole college lycee creche eleve parents school nursery pupil leerling ouders skoalle",
    ),
    trade(
        "sports",
        "trade-sports",
        CROWD,
        ALWAYS,
        "club salle sport match entraineur gym coach sportschool wedstrijd trainer wedstriid",
    ),
    trade(
        "culture",
        "trade-culture",
        CROWD,
        ALWAYS,
        "festival concert musee theatre billet spectacle museum ticket voorstelling kaartje foarstelling",
    ),
    trade(
        "association",
        "trade-association",
        CROWD,
        OFFICE,
        "association benevole don adherent charity volunteer vereniging stichting vrijwilliger stifting",
    ),
    trade(
        "town",
        "trade-town",
        CROWD,
        OFFICE,
        "mairie commune maire conseil municipal council mayor gemeente burgemeester raad gemeenterie",
    ),
    trade(
        "online-shop",
        "trade-online-shop",
        NET,
        ALWAYS,
        "commande livraison colis remboursement order delivery refund bestelling levering pakket besteld",
    ),
    trade(
        "app",
        "trade-app",
        SOFTWARE,
        ALWAYS,
        "application appli logiciel compte abonnement app software update account login inloggen",
    ),
    trade(
        "public-figure",
        "trade-public-figure",
        FAME,
        ALWAYS,
        "interview video concert elu auteur artist author politician schrijver zanger sjonger skriuwer",
    ),
    trade(
        Trade::OTHER,
        "trade-other",
        STREET,
        OFFICE,
        "client service entreprise accueil customer company klant bedrijf bedriuw",
    ),
];

impl Trade {
    /// The code of what fits none of the list.
    pub const OTHER: &str = "other";

    /// The trade of that code; `None` for any other word.
    pub fn from_code(code: &str) -> Option<&'static Self> {
        TRADES.iter().find(|trade| trade.code == code)
    }

    /// Its search words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ')
    }
}
