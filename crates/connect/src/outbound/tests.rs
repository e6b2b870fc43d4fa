use super::*;

#[test]
fn every_kind_reads_its_settings_and_names_what_is_wrong() {
    let good = [
        ("mail", r#"{"address":"lea@example.org"}"#, "lea@example.org"),
        ("ntfy", r#"{"server":"https://ntfy.example","topic":"night_1","token":"tk_x"}"#, "ntfy.example"),
        (
            "webhook",
            r#"{"url":"https://hook.example:8443/in?k=hidden","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}"#,
            "hook.example:8443",
        ),
        ("chat", r#"{"url":"https://hooks.slack.com/services/hidden","markup":"markdown"}"#, "hooks.slack.com"),
    ];
    for (kind, settings, shown) in good {
        let target = Target::parse(kind, settings).unwrap();
        assert_eq!((target.kind(), target.shown().as_str()), (kind, shown));
        assert!(!format!("{target:?}").contains("hidden"));
    }
    let bad = [
        ("pigeon", "{}", "pigeon"),
        ("mail", "[]", "mail"),
        ("mail", r#"{"adress":"lea@example.org"}"#, "`adress`"),
        ("mail", r#"{"address":"lea"}"#, "\"address\""),
        ("mail", r#"{"address":"lea@example.org","smtp":"x"}"#, "`smtp`"),
        ("ntfy", r#"{"server":"https://ntfy.example"}"#, "`topic`"),
        ("ntfy", r#"{"server":"https://ntfy.example/topic","topic":"a"}"#, "\"server\""),
        ("ntfy", r#"{"server":"https://ntfy.example","topic":"a/b"}"#, "\"topic\""),
        ("ntfy", r#"{"server":"https://ntfy.example","topic":"a","token":"a\nb"}"#, "\"token\""),
        ("ntfy", r#"{"server":"https://user:hidden@ntfy.example","topic":"a"}"#, "\"server\""),
        ("push", r#"{"endpoint":"https://p.example/1"}"#, "`keys`"),
        ("webhook", r#"{"url":"ftp://x/","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}"#, "\"url\""),
        ("webhook", r#"{"url":"https://x.example/","secret":"hidden"}"#, "\"secret\""),
        ("webhook", r#"{"url":"https://x.example/","secret":"whsec_aGlkZGVu"}"#, "\"secret\""),
        ("chat", r#"{"url":"https://x.example/","markup":"html"}"#, "html"),
        ("chat", r#"{"url":"https://x.example/","allow":["127.0.0.1"]}"#, "`allow`"),
    ];
    for (kind, settings, names) in bad {
        let told = Target::parse(kind, settings).unwrap_err().to_string();
        assert!(told.contains(names) && !told.contains("hidden"), "{settings}: {told}");
    }
}

#[test]
fn texts_are_cut_between_signs() {
    let family = "👩‍👩‍👧‍👦";
    assert_eq!(cut("short", 5), "short");
    assert_eq!(cut("a long text", 8), "a […]");
    for bytes in 0..80 {
        let short = cut(&format!("ée{family}é{family}🇫🇷{family}"), bytes);
        assert!(short.len() <= bytes.max(6) && short.is_char_boundary(short.len()), "{bytes}");
        assert!(!short.trim_end_matches(" […]").ends_with('\u{200d}'), "{bytes} {short}");
    }
    assert_eq!(cut("aaae\u{301}aaaaa", 10), "aaa […]");
    assert_eq!(one_line(" a\r\nBcc: b\u{2028}c\u{0}d  e "), "a Bcc: b c d e");
}

#[test]
fn a_token_stands_for_its_text() {
    assert_eq!(token("a").len(), 32);
    assert!(token("é").bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
    assert_ne!(token("a"), token("b"));
}
