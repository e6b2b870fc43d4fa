//! What makes a page a drill's: the line on top, the title, and links and forms that stay inside. Done at the door to whatever passes it, so that no page can
//! be forgotten.
//!
//! Pages are our own templates: attributes are in double quotes, and in text a quote is escaped, so that `="/` stands nowhere but in an attribute.

use super::prefix;
use crate::html::escape;
use crate::installable::MANIFEST;
use engine::drill::{Brought, Status};
use jiff::{SignedDuration, Timestamp};
use words::{Locale, Words};

/// How long what was brought in stands on the pages.
const SHOWN: SignedDuration = SignedDuration::from_mins(20);
/// Attributes that lead somewhere.
const LEADS: [&str; 4] = ["href", "action", "formaction", "src"];

/// What the line says.
#[derive(Clone, Debug)]
pub struct Line {
    now: Timestamp,
    zone: String,
    paused: bool,
    /// What was said from outside a short while ago: when, to whom, what.
    said: Vec<(Timestamp, Option<String>, String)>,
}

impl Line {
    /// What the line says of a drill.
    pub fn new(status: &Status, zone: &str) -> Self {
        let lately = |at: Timestamp| at.duration_until(status.now) <= SHOWN;
        let said = status.injects.iter().filter_map(|row| match row.brought {
            Some(Brought::In(at)) if lately(at) => Some((at, row.to.clone(), row.text.clone())),
            _ => None,
        });
        Self { now: status.now, zone: zone.to_owned(), paused: status.paused, said: said.collect() }
    }
}

/// Where a redirect of a drill leads, seen from outside; `None` where it stays as it is.
pub fn led(to: &str, prefix: &str) -> Option<String> {
    is_ours(to).then(|| format!("{prefix}{to}"))
}

/// Whether an address is a page of the world that wrote it: not another host's, not a file that all worlds share, not one that is outside on purpose.
fn is_ours(address: &str) -> bool {
    let shared = ["/assets/", "/drills", "/drill/"];
    address.starts_with('/') && !address.starts_with("//") && !shared.iter().any(|begins| address.starts_with(begins))
}

/// A page as the drill shows it.
pub fn page(html: &str, id: i64, line: &Line) -> String {
    let words = Words::new(locale_of(html), &line.zone, line.now);
    // A drill is no app to be put on a phone.
    let html = html.replacen(&format!("<link rel=\"manifest\" href=\"{MANIFEST}\">"), "", 1);
    let kept = stays(&html, &prefix(id));
    let named = kept.replacen("<title>", &format!("<title>{} · ", words.say("drill-mark")), 1);
    let data = format!("<body data-drill=\"{id}\" data-live-at=\"{}/live\"", prefix(id));
    let bodied = named.replacen("<body", &data, 1);
    after_the_body(&bodied, &said(&words, id, line))
}

/// A page that is kept of a drill: marked, with nothing that leads back in.
pub fn kept(html: &str, words: &Words) -> String {
    let named = html.replacen("<title>", &format!("<title>{} · ", words.say("drill-mark")), 1);
    let line = format!("<aside class=\"banner drill\"><strong>{}</strong></aside>", words.say("banner-drill"));
    after_the_body(&named, &line)
}

fn locale_of(html: &str) -> Locale {
    let code = html.split_once("<html lang=\"").and_then(|(_, rest)| rest.split('"').next());
    code.and_then(Locale::from_code).unwrap_or(Locale::En)
}

fn stays(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(at) = rest.find("=\"/") {
        let (before, after) = rest.split_at(at + 2);
        out.push_str(before);
        let name = before[..at].rsplit([' ', '\n']).next().unwrap_or("");
        if LEADS.contains(&name) && is_ours(after.split('"').next().unwrap_or("")) {
            out.push_str(prefix);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn after_the_body(html: &str, line: &str) -> String {
    let Some(body) = html.find("<body") else { return format!("{line}{html}") };
    let Some(end) = html[body..].find('>') else { return format!("{line}{html}") };
    // The way to the content comes first for who goes by keyboard.
    let begin = body + end + 1;
    let skip = html[begin..].trim_start().starts_with("<a class=\"skip\"");
    let at = if skip { html[begin..].find("</a>").map_or(begin, |end| begin + end + 4) } else { begin };
    format!("{}\n{line}{}", &html[..at], &html[at..])
}

fn said(words: &Words, id: i64, line: &Line) -> String {
    let prefix = prefix(id);
    let tell = |id: &str| escape(&words.say(id));
    let stands = if line.paused { format!(" · {}", tell("drill-paused")) } else { String::new() };
    let clock = format!(
        "<time datetime=\"{}\">{}</time>, {}",
        line.now,
        escape(&words.time(line.now)),
        escape(&words.long_date(line.now))
    );
    let heard = line.said.iter().map(|(at, to, text)| {
        let to = to.as_ref().map(|to| format!("{}: ", words::plan::role(words, to))).unwrap_or_default();
        let text = crate::untrusted::text(&format!("{to}{text}")).to_string();
        format!("<p class=\"inject\"><strong>☎ {}</strong> {text}</p>", escape(&words.time(*at)))
    });
    let heard = heard.collect::<String>();
    format!(
        "<aside class=\"banner drill\" id=\"drill-line\" data-live aria-label=\"{mark}\"><p><strong>{banner}</strong> {clock}{stands}</p>{heard}\
         <form method=\"post\" action=\"{prefix}/logout\" class=\"noprint\"><a href=\"/drills/{id}\">{about}</a> <button class=\"quiet\">{leave}</button></form></aside>",
        mark = tell("drill-mark"),
        banner = tell("banner-drill"),
        about = tell("drill-about"),
        leave = tell("drill-leave"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Theme, all};

    fn line() -> Line {
        let now = Timestamp::UNIX_EPOCH;
        let said = vec![(now, Some("lead".to_owned()), "<script>\"x\" href=\"/cases\"".to_owned())];
        Line { now, zone: "UTC".to_owned(), paused: true, said }
    }

    #[test]
    fn no_link_or_form_of_any_page_leads_out_of_the_drill_and_each_bears_the_line() {
        for locale in Locale::ALL {
            let words = Words::new(locale, "UTC", Timestamp::UNIX_EPOCH);
            for (name, html) in all(locale, Theme::Auto, false) {
                let shown = page(&html.expect("samples render"), 7, &line());
                assert_eq!(shown.matches("id=\"drill-line\"").count(), 1, "{name}");
                let title = shown.split_once("<title>").map_or("", |(_, rest)| rest);
                assert!(title.starts_with(&words.say("drill-mark")), "{name}: {title:.60}");
                assert!(!shown.contains(MANIFEST), "{name} could be put on a phone");
                for attribute in LEADS {
                    for to in shown.split(&format!(" {attribute}=\"")).skip(1) {
                        let to = to.split('"').next().unwrap_or("");
                        // The drills' own pages are the live world's; none of them is shown in a drill.
                        let shared = to.starts_with("/assets/") || to.starts_with("/drills");
                        assert!(
                            !to.starts_with('/') || shared || to.starts_with("/drill/7/"),
                            "{name}: {attribute} {to}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_strangers_wrote_is_text_still() {
        for (name, html) in all(Locale::En, Theme::Auto, true) {
            let html = html.expect("samples render");
            let shown = page(&html, 7, &line());
            assert_eq!(shown.matches("<script").count(), html.matches("<script").count(), "{name}");
        }
    }

    #[test]
    fn a_redirect_stays_inside_and_nothing_else_is_touched() {
        for (to, is) in [
            ("/cases/1#draft-2", Some("/drill/7/cases/1#draft-2")),
            ("/", Some("/drill/7/")),
            ("//evil.example", None),
            ("https://evil.example/", None),
            ("/drills/7", None),
        ] {
            assert_eq!(led(to, "/drill/7").as_deref(), is);
        }
        assert_eq!(super::super::door::inside("/drill/7/cases/1"), Some((7, "/cases/1")));
        assert_eq!(super::super::door::inside("/drill/7"), Some((7, "/")));
        for outside in ["/drills/7", "/drill/", "/drill/x/cases", "/cases"] {
            assert_eq!(super::super::door::inside(outside), None);
        }
    }
}
