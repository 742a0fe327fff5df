//! A strict reader of the HTML that the export writes: what it cannot read is an error there.

use std::collections::HashSet;

const VOID: &[&str] = &["meta"];

/// A start tag.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

/// A document or a part of one: its start tags in order, and the text outside tags.
pub struct Markup {
    pub tags: Vec<Tag>,
    pub text: String,
}

impl Markup {
    /// Reads a document or a part of one. Fails where elements do not nest, an attribute is not quoted, or a character is not escaped.
    pub fn read(html: &str) -> Markup {
        let mut markup = Markup { tags: Vec::new(), text: String::new() };
        let mut open: Vec<String> = Vec::new();
        let mut rest = html.strip_prefix("<!doctype html>").unwrap_or(html);
        while let Some(start) = rest.find('<') {
            let (text, tag) = rest.split_at(start);
            markup.text += &unescaped(text);
            let (tag, after) = split_tag(&tag[1..]);
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name), "elements nest");
                continue;
            }
            let tag = Tag::read(tag);
            if tag.name == "style" {
                rest = rest.split_once("</style>").expect("the end of the style").1;
            } else if !VOID.contains(&tag.name.as_str()) {
                open.push(tag.name.clone());
            }
            markup.tags.push(tag);
        }
        markup.text += &unescaped(rest);
        assert!(open.is_empty(), "{open:?} are left open");
        markup
    }

    /// The values of an attribute, wherever it stands.
    pub fn attribute(&self, name: &str) -> impl Iterator<Item = &str> {
        self.tags.iter().flat_map(|tag| &tag.attributes).filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every id is the only one, and every link leads to one.
    pub fn check(&self) {
        let mut ids = HashSet::new();
        for id in self.attribute("id") {
            assert!(ids.insert(id), "{id} is there twice");
        }
        for link in self.attribute("href") {
            assert!(ids.contains(link.strip_prefix('#').expect("a link within the document")), "{link} leads nowhere");
        }
    }
}

/// A tag up to its `>`, which may stand inside an attribute's quotes, and what follows.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return (&text[..at], &text[at + 1..]),
            _ => {}
        }
    }
    panic!("a tag without end: {text:?}");
}

impl Tag {
    fn read(tag: &str) -> Tag {
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "a tag: {tag:?}");
        let mut attributes = Vec::new();
        while !rest.is_empty() {
            let (name, value) = rest.split_once("=\"").expect("a quoted attribute");
            assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "an attribute: {rest:?}");
            let (value, after) = value.split_once('"').expect("the end of the attribute");
            attributes.push((name.to_owned(), unescaped(value)));
            assert!(after.is_empty() || after.starts_with(' '), "attributes are apart: {after:?}");
            rest = after.trim_start_matches(' ');
        }
        Tag { name: name.to_owned(), attributes }
    }
}

/// The text that a browser shows. Only the five escapes that the writer uses are known.
fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "not escaped: {text:?}");
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').expect("an escape");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            _ => panic!("an escape that the writer does not use: {name:?}"),
        });
        out += after;
    }
    out
}
