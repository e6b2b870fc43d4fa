//! HTML to plain text: what is searched and read. No tag, script or style survives.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// The text of a piece of HTML: entities undone, blocks and breaks as new lines, white space collapsed.
pub fn plain(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut lines = Lines::default();
    let mut hidden: Option<Vec<u8>> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if hidden.is_none() => {
                let name = local(&tag.name);
                if is_hidden(name) && !tag.self_closing {
                    hidden = Some(name.to_vec());
                } else if is_block(name) {
                    lines.end();
                }
            }
            Token::EndTag(tag) => {
                let name = local(&tag.name);
                match &hidden {
                    Some(open) if open == name => hidden = None,
                    None if is_block(name) => lines.end(),
                    _ => {}
                }
            }
            Token::String(text) if hidden.is_none() => lines.push(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    lines.finish()
}

/// Undoes entities and nothing else; the text holds no tag.
pub(super) fn entities(text: &str) -> String {
    let mut out = String::new();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        if let Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
    out
}

/// White space collapsed, control characters dropped; line ends kept.
pub fn tidy(text: &str) -> String {
    let mut lines = Lines::default();
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        lines.push(line);
        lines.end();
    }
    lines.finish()
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|b| *b == b':').map_or(name, |i| &name[i + 1..])
}

fn is_hidden(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"template" | b"noembed" | b"noframes" | b"iframe" | b"svg" | b"select")
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"br"
            | b"div"
            | b"li"
            | b"ul"
            | b"ol"
            | b"tr"
            | b"table"
            | b"blockquote"
            | b"pre"
            | b"hr"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"section"
            | b"article"
            | b"header"
            | b"footer"
            | b"figure"
            | b"figcaption"
            | b"dt"
            | b"dd"
            | b"td"
            | b"th"
    )
}

#[derive(Default)]
struct Lines {
    done: String,
    line: String,
    space: bool,
}

impl Lines {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() || c == '\u{a0}' {
                self.space = true;
            } else if super::charset::is_allowed(c) {
                if self.space && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.space = false;
                self.line.push(c);
            }
        }
    }

    fn end(&mut self) {
        self.space = false;
        if !self.line.is_empty() {
            if !self.done.is_empty() {
                self.done.push('\n');
            }
            self.done.push_str(&self.line);
            self.line.clear();
        }
    }

    fn finish(mut self) -> String {
        self.end();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text() {
        let table = [
            ("<p>Un <b>scandale</b>&nbsp;!</p><p>Deux<br/>trois", "Un scandale !\nDeux\ntrois"),
            ("a<script>alert('<p>')</script>b<style>p{}</style>c", "abc"),
            ("<script>never closed <p>text", ""),
            ("1 < 2 && 3 > 2 &eacute;&#233;&#x1F6A8;&bogus;", "1 < 2 && 3 > 2 éé🚨&bogus;"),
            ("<xhtml:p>x</xhtml:p><xhtml:p>y</xhtml:p>", "x\ny"),
            ("<ul><li>un<li>deux</ul>", "un\ndeux"),
            ("<a href='javascript:x' onclick=y>lien</a><img src=x onerror=y>", "lien"),
            ("<!-- <p>hidden</p> -->seen<![CDATA[x]]>", "seen"),
            ("<title>a <b>b</title> c", "a <b>b c"),
            ("  \n\t ", ""),
        ];
        for (html, expected) in table {
            assert_eq!(plain(html), expected, "{html}");
        }
        assert_eq!(tidy(" a\u{0}  b \r\n\r\n\u{200f}c "), "a b\n\u{200f}c");
    }
}
