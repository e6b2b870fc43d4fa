//! A calendar that other programs read: iCalendar (RFC 5545), each event a day, in somebody's language.

use crate::Words;
use domain::calendar::{Due, Kind};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Most octets of a line without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The days as one iCalendar object; `stamp` is when they were told.
pub fn ics(words: &Words, name: &str, dues: &[Due], stamp: Timestamp) -> String {
    let mut out = Lines(String::new());
    let title = words.tell("calendar-name", &[("name", name.into())]);
    out.plain("BEGIN:VCALENDAR");
    out.plain("VERSION:2.0");
    out.plain("PRODID:-//Vigie//Plan//EN");
    out.plain("CALSCALE:GREGORIAN");
    // The name by RFC 7986, and as programs older than it read it.
    out.text("NAME", &title);
    out.text("X-WR-CALNAME", &title);
    out.plain("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for due in dues {
        event(&mut out, words, due, stamp);
    }
    out.plain("END:VCALENDAR");
    out.0
}

/// What is to be done, and what it is for.
pub fn told(words: &Words, due: &Due) -> (String, String) {
    let about = [("what", due.about.as_str().into())];
    match due.kind {
        Kind::Drill => (words.tell("calendar-drill", &about), words.say("calendar-drill-why")),
        Kind::Confirm => (words.say("calendar-confirm"), words.say("calendar-confirm-why")),
        Kind::Expires => (words.tell("calendar-expires", &about), words.say("calendar-expires-why")),
        Kind::Team => (words.say("calendar-team"), words.say("calendar-team-why")),
    }
}

fn event(out: &mut Lines, words: &Words, due: &Due, stamp: Timestamp) {
    let (summary, why) = told(words, due);
    let ahead = if due.kind == Kind::Expires { "-P14D" } else { "-P1D" };
    out.plain("BEGIN:VEVENT");
    out.text("UID", &due.uid);
    out.plain(&format!("DTSTAMP:{}", stamp.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ")));
    out.plain(&format!("DTSTART;VALUE=DATE:{}", day(due.day)));
    if !due.months.is_empty() {
        let months: Vec<String> = due.months.iter().map(i8::to_string).collect();
        out.plain(&format!("RRULE:FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}", months.join(","), due.day.day()));
    }
    out.text("SUMMARY", &summary);
    out.text("DESCRIPTION", &why);
    out.plain("TRANSP:TRANSPARENT");
    out.plain("BEGIN:VALARM");
    out.plain("ACTION:DISPLAY");
    out.text("DESCRIPTION", &summary);
    out.plain(&format!("TRIGGER:{ahead}"));
    out.plain("END:VALARM");
    out.plain("END:VEVENT");
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Content lines: folded, each ended by CRLF.
struct Lines(String);

impl Lines {
    /// A property whose value is text: what has a meaning in a value is escaped, and no sign that is none is kept.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.trim().chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.plain(&line);
    }

    /// A line, folded before a sign that would make it too long.
    fn plain(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
