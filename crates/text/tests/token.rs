//! The tokeniser: what each kind of text becomes, and what holds for any text.

use proptest::prelude::*;
use vigie_text::token::{Mark, Token, fold, hash, parts, scan, tokens};

/// The folded tokens, marked as they were written.
fn cut(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    scan(text, |token, folded| {
        let sign = match token.mark {
            Mark::Word => "",
            Mark::Hashtag => "#",
            Mark::Handle => "@",
        };
        out.push(format!("{sign}{folded}"));
    });
    out
}

#[test]
fn texts_become_tokens() {
    let table: &[(&str, &str)] = &[
        // French.
        ("L’hôtel d'Étretat n'a RIEN remboursé", "l hotel d etretat n a rien rembourse"),
        ("l'Oréal d’Oréal, qu'Oréal", "l oreal d oreal qu oreal"),
        ("Œuvre, cœur, Ex-æquo à 3,50 €", "oeuvre coeur ex aequo a 3 50"),
        ("e\u{301}te\u{301} = été", "ete ete"),
        // English.
        ("Acme's CEO isn't sorry", "acme s ceo isn t sorry"),
        ("Acme™ and Acme² and Acme®", "acme and acme and acme"),
        // Frisian and Dutch.
        ("'t Hûs fan 'e bûorren; foto's fan ús pizza’s", "t hus fan e buorren foto s fan us pizza s"),
        ("’s Avonds geen reünie, één ĳsje", "s avonds geen reunie een ijsje"),
        // German and others.
        ("Straße STRASSE Łódź Ørsted İstanbul ısı", "strasse strasse lodz orsted istanbul isi"),
        // Signs.
        (
            "#Boycott_Acme ##scandale #1 #2024 #été2026 C# R&#D &#39;",
            "#boycott_acme #scandale 1 2024 #ete2026 c r d 39",
        ),
        ("@Acme_FR: merci @acme. (@lea) a@b.fr ＠Zoé ＃tag", "@acme_fr merci @acme @lea a b fr @zoe #tag"),
        ("@Lea@Mastodon.social, @acme.com! @a.bsky.social.", "@lea @@mastodon.social @acme @.com @a @.bsky.social"),
        ("# seul @ rien #_ _mot_ @_a_", "seul rien mot @_a_"),
        // URLs.
        ("voir https://www.Acme.fr/avis?id=3#top ok", "voir acme fr ok"),
        ("(HTTP://Jean:secret@acme-shop.fr:8080/x) www.acme.nl. http:// fin", "acme shop fr acme nl fin"),
        ("https://acme.fr@evil.test/login", "evil test"),
        ("<https://hôtel.fr> \"http://[::1]/\" https://", "hotel fr"),
        // Unspaced scripts and emoji.
        ("東京のAcme本社 トヨタ 삼성", "東 京 の acme 本 社 ト ヨ タ 삼 성"),
        ("#東京2020 です#タグ", "#東 #京 2020 で す #タ #グ"),
        ("ไทย", "ไ ท ย"),
        ("nul🤮🤮 👍🏽 #top🔥 ❤️", "nul 🤮 🤮 👍 #top 🔥 ❤"),
        // Disguises.
        ("Аcme Acmе АСМe", "acme acme acme"),
        ("Αcme Νike ΗΟTΕL", "acme nike hotel"),
        ("Ac\u{200b}me A\u{ad}c\u{2060}m\u{202e}e \u{feff}acme", "acme acme acme"),
        ("Ａｃｍｅ 𝐀𝐜𝐦𝐞 𝓐𝓬𝓶𝓮 ⒶⒸⓂⒺ 🅰🅲🅼🅴 ᴀᴄᴍᴇ Ａ́cme a̶c̶m̶e̶ ﬁn", "acme acme acme acme acme acme acme acme fin"),
        // Foreign words stay foreign.
        ("Сбербанк Cбербанк Москва ОТЕЛЬ", "сбербанк cбербанк москва отель"),
        ("Αθήνα ΟΔΟΣ οδός kΩ", "αθηνα οδοσ οδοσ kω"),
        ("أحمد مُحَمَّد كـــتاب", "احمد محمد كتاب"),
        ("हिन्दी", "हिन्दी"),
        ("", ""),
        (" \t\n…—/", ""),
    ];
    for (text, expected) in table {
        assert_eq!(cut(text).join(" "), *expected, "{text:?}");
    }
}

#[test]
fn offsets_point_into_the_original() {
    let text = "Vu: l’Hôtel #Été @Léa@b.fr https://www.Acme.fr/x 東";
    let mut found = Vec::new();
    tokens(text, &mut found);
    let slices: Vec<&str> = found.iter().map(|t| &text[t.start as usize..t.end as usize]).collect();
    assert_eq!(slices, ["Vu", "l", "Hôtel", "Été", "Léa", "@b.fr", "Acme", "fr", "東"]);
}

#[test]
fn fold_keeps_what_stands_between_words() {
    assert_eq!(fold("L’ÉTÉ, à Łódź\u{200b}: ½ ™ №5 Аcme_Éa!"), "l’ete, a lodz: ½ ™ №5 acme_ea!");
}

#[test]
fn hash_is_what_the_documentation_says_for_ever() {
    assert_eq!(hash(""), 0);
    assert_eq!(
        [hash("acme"), hash("boulangerie"), hash("é")],
        [HASH_ACME, HASH_BOULANGERIE, HASH_E],
        "stored fingerprints and models depend on these"
    );
    assert_ne!(hash("a"), hash("a\0"));
}
const HASH_ACME: u64 = 15_238_012_710_810_164_744;
const HASH_BOULANGERIE: u64 = 18_320_430_598_328_906_812;
const HASH_E: u64 = 15_506_245_255_851_277_686;

#[test]
fn compounds_come_apart() {
    let table: &[(&str, &str)] = &[
        ("BoycottAcme", "Boycott Acme"),
        ("acme_fail2026", "acme fail 2026"),
        ("ACMEParis", "ACME Paris"),
        ("ÉtéÀParis", "Été À Paris"),
        ("acme", "acme"),
        ("__", ""),
        ("McDo", "Mc Do"),
    ];
    for (body, expected) in table {
        assert_eq!(parts(body).collect::<Vec<_>>().join(" "), *expected, "{body}");
    }
}

#[test]
fn folding_any_single_character_twice_changes_nothing() {
    let mut wrong = String::new();
    for c in ('\0'..'\u{32400}').chain('\u{e0000}'..'\u{e0200}') {
        let once = fold(&format!("{c} a{c}b {c}я"));
        if fold(&once) != once {
            wrong.push_str(&format!("{:x} {once:?} {:?}\n", c as u32, fold(&once)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Text rich in what the tokeniser treats apart.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("#".to_owned()),
        Just("@".to_owned()),
        Just("https://".to_owned()),
        Just("www.".to_owned()),
        "[аеосртАВСνΝѕі]{1,3}",
        "[a-zA-Z_.'’&/:-]{1,4}",
        "\\PC{0,3}",
        "[\u{200b}\u{301}\u{202e}\u{fe0f}éœßİ東🤮１]{1,3}",
        Just(" ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn fold_is_idempotent(text in hostile()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn tokens_are_ordered_disjoint_folded_slices(text in hostile()) {
        let mut end = 0;
        let mut all: Vec<Token> = Vec::new();
        scan(&text, |token, folded| {
            assert!(token.start as usize >= end && token.end > token.start, "{token:?} in {text:?}");
            end = token.end as usize;
            let slice = text.get(token.start as usize..end).expect("offsets on character borders");
            if !slice.contains('_') {
                assert_eq!(fold(slice), folded, "the fold of the slice");
            }
            assert_eq!(hash(folded), token.hash);
            all.push(token);
        });
        let mut again = Vec::new();
        tokens(&text, &mut again);
        prop_assert_eq!(all, again);
    }

    #[test]
    fn case_never_matters_to_words(text in "[a-zéàçœ' ,]{0,40}") {
        prop_assert_eq!(cut(&text), cut(&text.to_uppercase()));
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let body = parts(&text).map(str::len).sum::<usize>();
        prop_assert!(body <= text.len());
        cut(&text);
    }
}
