//! What the writers write, read again by readers that are not ours: whole, in place, and nothing in it obeyed.

use newsmark::export::{self, Table};
use newsmark::{Annotations, Quote, Unit};
use pulldown_cmark::{Event, Tag};
use roxmltree::Document;
use serde_json::Value;
use std::collections::HashSet;

/// A text by code points.
fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// TEI is well-formed, holds the article, and points to what is there.
pub fn tei(text: &str, found: &Annotations) {
    const TEI: &str = "http://www.tei-c.org/ns/1.0";
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    let written = export::tei(text, found);
    let document = Document::parse(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    let nodes = || document.descendants().filter(|node| node.is_element());
    assert!(nodes().all(|node| node.tag_name().namespace() == Some(TEI)));
    let ids: Vec<&str> = nodes().filter_map(|node| node.attribute((XML, "id"))).collect();
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "identifiers are unique");
    for pointer in nodes().flat_map(|node| ["ref", "who", "prev"].map(|name| node.attribute(name))).flatten() {
        let leads = |pointer: &str| pointer.strip_prefix('#').is_some_and(|id| known.contains(id));
        assert!(pointer.split(' ').all(leads), "{pointer} points to nothing");
    }
    let body = nodes().find(|node| node.has_tag_name((TEI, "div"))).expect("a division");
    let shown: String = body.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
    let expected = |c: char| match c {
        '\r' => '\n',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c if c.is_control() && c != '\n' && c != '\t' => '\u{fffd}',
        c => c,
    };
    assert_eq!(shown.trim(), text.chars().map(expected).collect::<String>().trim(), "the article is whole");
    let dates =
        body.descendants().filter(|n| matches!(n.tag_name().name(), "date" | "time") && n.attribute("prev").is_none());
    assert_eq!(dates.count(), found.dates.len(), "each date is marked once");
}

/// Web Annotations are JSON whose selectors find their words.
pub fn web_annotations(text: &str, found: &Annotations) {
    let written = export::web_annotations(text, found);
    assert!(!written.contains('<'), "nothing can end a script element");
    let page: Value = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().expect("items");
    assert_eq!(items.len(), found.mentions.len() + found.quotes.len() + found.dates.len());
    let mut ids = HashSet::new();
    for item in items {
        assert!(item["type"] == "Annotation" && ids.insert(item["id"].to_string()), "{item}");
        for target in item["target"].as_array().expect("targets") {
            let (quote, position) = (&target["selector"][0], &target["selector"][1]);
            let part = |name: &str| quote[name].as_str().expect("a string").to_owned();
            let at = |name: &str| position[name].as_u64().expect("a number") as usize;
            assert_eq!(part("exact"), slice(text, at("start"), at("end")));
            let in_context = format!("{}{}{}", part("prefix"), part("exact"), part("suffix"));
            assert!(text.contains(&in_context), "{in_context:?}");
        }
    }
}

/// Columns hold every word and every name.
pub fn columns(text: &str, found: &Annotations) {
    let written = export::conll(text, found);
    let mut at = 0;
    let mut names = 0;
    for line in written.lines().filter(|line| !line.is_empty() && !line.starts_with("-DOCSTART-")) {
        let (word, tag) = line.split_once('\t').expect("two columns");
        assert!(!tag.contains('\t'), "{line}");
        at += text[at..].find(word).unwrap_or_else(|| panic!("{word} is not in the text"));
        let is_tag =
            tag == "O" || tag.split_once('-').is_some_and(|(place, label)| ["B", "I"].contains(&place) && !label.is_empty());
        assert!(is_tag, "{line}");
        names += usize::from(tag.starts_with("B-"));
        at += word.len();
    }
    assert!(text[at..].trim().is_empty(), "nothing is left out");
    assert_eq!(names, found.mentions.iter().filter(|mention| mention.form == newsmark::Form::Name).count());
}

/// The spans of brat are the words that they say.
pub fn brat(text: &str, found: &Annotations) {
    let written = export::brat(text, found);
    let mut spans = HashSet::new();
    for line in written.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if !line.starts_with('T') {
            let targets =
                fields[1].split([' ', ':']).filter(|word| word.starts_with('T') && word[1..].parse::<u32>().is_ok());
            targets.for_each(|target| assert!(spans.contains(target), "{line}: {target} is not there yet"));
            continue;
        }
        let (kind, offsets) = fields[1].split_once(' ').expect("a type and offsets");
        assert!(kind.chars().all(char::is_alphabetic) && spans.insert(fields[0].to_owned()), "{line}");
        let words: Vec<String> = (offsets.split(';'))
            .map(|pair| pair.split_once(' ').map(|(a, b)| (a.parse().expect("a number"), b.parse().expect("a number"))))
            .map(|pair| pair.map(|(start, end)| slice(text, start, end)).expect("two offsets"))
            .collect();
        assert!(words.iter().all(|words| !words.contains(['\n', '\r'])), "{line}");
        assert_eq!(words.join(" "), fields[2..].join("\t"));
    }
}

/// Tables have their rows, and no formula.
pub fn tables(text: &str, found: &Annotations) {
    let at = found.clone().convert(text, Unit::Codepoint);
    let lengths = [found.entities.len(), found.quotes.len(), found.dates.len()];
    for (table, length) in [Table::Entities, Table::Quotes, Table::Dates].into_iter().zip(lengths) {
        let written = export::csv(text, found, table);
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        let headers = reader.headers().expect("a header").clone();
        let column = |name: &str| headers.iter().position(|header| header == name).expect("the column");
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row as wide as the header")).collect();
        assert_eq!(rows.len(), length);
        assert!(rows.iter().flatten().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])), "{written}");
        if table == Table::Dates {
            for (row, date) in rows.iter().zip(&at.dates) {
                assert_eq!(row[column("value")], date.value);
                assert_eq!((&row[column("start")], &row[column("end")]), (&*date.start.to_string(), &*date.end.to_string()));
            }
        }
    }
}

/// Markdown has headings and items, and nothing else.
pub fn markdown(text: &str, found: &Annotations) {
    let written = export::markdown(text, found);
    let (mut items, mut shown) = (0, String::new());
    for event in pulldown_cmark::Parser::new(&written) {
        match event {
            Event::Start(Tag::Item) => items += 1,
            Event::Start(Tag::Heading { .. } | Tag::List(None) | Tag::Paragraph | Tag::Emphasis) | Event::End(_) => {}
            Event::Text(words) => shown.push_str(&words),
            Event::SoftBreak => shown.push(' '),
            other => panic!("{other:?} in {written}"),
        }
    }
    // Under each speaker, or once.
    let times = |quote: &Quote| quote.speaker.as_ref().map_or(1, |speaker| speaker.entities.len().max(1));
    assert_eq!(items, found.quotes.iter().map(times).sum::<usize>());
    for quote in &found.quotes {
        let part = quote.parts[0].of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let part = part.replace(|c: char| c.is_control(), "\u{fffd}");
        assert!(shown.contains(&part), "{part:?} is not in {written}");
    }
}
