//! Shows text that strangers wrote: escaped, isolated, with nothing hidden in it and nothing that breaks out of its line.

use crate::html::{Html, escape, escape_into};
use unicode_normalization::char::is_combining_mark;

/// More characters than this are cut from what a page shows; the store keeps them all.
const LONGEST: usize = 6_000;
/// Combining marks kept on one base; "zalgo" text stacks dozens to cover its neighbours.
const MOST_MARKS: usize = 4;

/// A stranger's text, in a `<bdi>` of its own direction.
pub fn text(text: &str) -> Html {
    let mut out = String::with_capacity(text.len() + 48);
    out.push_str("<bdi dir=\"auto\">");
    tame_into(&mut out, text);
    out.push_str("</bdi>");
    Html::new(out)
}

/// A stranger's text in an `<option>`, which holds no element.
pub fn option(text: &str) -> Html {
    let mut out = String::with_capacity(text.len());
    tame_into(&mut out, text);
    Html::new(out)
}

/// A link given by a stranger: only http and https, its real host shown, no referrer, no endorsement. Anything else is shown as text.
pub fn link(address: &str) -> Html {
    let parsed = url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some((url, host)) = parsed.as_ref().and_then(|url| url.host_str().map(|host| (url, host))) else {
        return text(address);
    };
    Html::new(format!(
        "<a class=\"out\" href=\"{}\" rel=\"noopener noreferrer nofollow ugc\"><bdi dir=\"ltr\">{}</bdi></a>",
        escape(url.as_str()),
        escape(host),
    ))
}

/// What somebody typed, given back in the field it was typed into: every character of it, whatever its length, since it is sent again.
pub fn typed(text: &str) -> Html {
    Html::new(escape(text))
}

fn tame_into(out: &mut String, text: &str) {
    let mut marks = 0;
    let mut before = None;
    let mut chars = text.chars().peekable();
    let mut left = LONGEST;
    while let Some(c) = chars.next() {
        if left == 0 {
            out.push('…');
            return;
        }
        left -= 1;
        if is_combining_mark(c) {
            marks += 1;
            if marks > MOST_MARKS {
                continue;
            }
        } else {
            marks = 0;
        }
        if is_hidden(c) && !joins(c, before, chars.peek().copied()) {
            out.push_str(&format!("<span class=\"ctl\">U+{:04X}</span>", u32::from(c)));
        } else {
            escape_into(out, c.encode_utf8(&mut [0; 4]));
        }
        before = Some(c);
    }
}

/// Characters that change what is seen without being seen.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a joiner does its honest work: inside an emoji or between two letters of a script that needs it.
fn joins(c: char, before: Option<char>, after: Option<char>) -> bool {
    let honest = |c: char| {
        !c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c) || u32::from(c) >= 0x2600) && !is_hidden(c)
    };
    matches!(c, '\u{200c}' | '\u{200d}') && before.is_some_and(honest) && after.is_some_and(honest)
}

/// What an attacker would write into every field a stranger fills.
pub fn hostile_text() -> String {
    let zalgo = format!("z{}", "\u{0336}\u{0489}".repeat(40));
    let long = "W".repeat(10_000);
    format!(
        "<script>alert(1)</script>\"'><img src=//evil.example/x onerror=alert(1)> \u{202e}txet\u{2066} {zalgo} \u{200b} {{{{7*7}}}} {long}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text_: &str) -> String {
        let html = text(text_);
        html.as_str().trim_start_matches("<bdi dir=\"auto\">").trim_end_matches("</bdi>").to_owned()
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(shown("<img src=x onerror='a()'>"), "&lt;img src=x onerror=&#39;a()&#39;&gt;");
        assert_eq!(shown("</bdi><script>"), "&lt;/bdi&gt;&lt;script&gt;");
    }

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(shown("a\u{202e}b"), "a<span class=\"ctl\">U+202E</span>b");
        assert_eq!(shown("x\u{200d}y\u{0}"), "x<span class=\"ctl\">U+200D</span>y<span class=\"ctl\">U+0000</span>");
        assert_eq!(shown("👩\u{200d}🚒"), "👩\u{200d}🚒", "an emoji keeps its joiner");
        assert_eq!(shown("می\u{200c}خواهم"), "می\u{200c}خواهم", "Persian keeps its non-joiner");
    }

    #[test]
    fn marks_are_capped_and_length_is_bounded() {
        assert_eq!(shown(&format!("e{}!", "\u{301}".repeat(50))), format!("e{}!", "\u{301}".repeat(4)));
        assert_eq!(shown(&"x".repeat(20_000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn links_show_their_host_and_only_web_addresses_are_links() {
        let html = link("https://user:pw@xn--pypal-4ve.example/a?b='\"><script>").to_string();
        assert!(html.contains("<bdi dir=\"ltr\">xn--pypal-4ve.example</bdi>"), "{html}");
        assert!(html.contains("rel=\"noopener noreferrer nofollow ugc\""));
        assert!(!html.contains("<script>"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "//host", "ftp://a.example/"] {
            assert!(!link(bad).as_str().contains("<a"), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_text_escapes_its_isolation(s in "\\PC{0,80}|[<>&\"'/a-z\u{202a}-\u{202e}\u{300}-\u{310}]{0,80}") {
            let out = shown(&s);
            let without_tokens = out.replace("<span class=\"ctl\">", "").replace("</span>", "");
            let escaped = !without_tokens.contains(['<', '>', '"', '\'']);
            prop_assert!(escaped, "{}", without_tokens);
            let hidden = out.contains(['\u{202a}', '\u{202e}']);
            prop_assert!(!hidden);
        }
    }
}
