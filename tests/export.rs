//! The writers, on annotations made by hand: what stands where, and that nothing in an article is obeyed.

mod markup;

use markup::Markup;
use newsmark::export::Format;
use newsmark::{Annotations, Options, Unit, annotate, export};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Where the `nth` occurrence of some words stands, in bytes.
fn at(text: &str, words: &str, nth: usize) -> Value {
    let (start, _) = text.match_indices(words).nth(nth).expect("the words are there");
    json!({ "start": start, "end": start + words.len() })
}

/// An object with offsets and text of some words, and other members.
fn found(text: &str, words: &str, nth: usize, others: Value) -> Value {
    let mut object = at(text, words, nth);
    object["text"] = json!(words);
    for (name, value) in others.as_object().expect("members") {
        object[name] = value.clone();
    }
    object
}

fn annotations(blocks: Value, entities: Value, mentions: Value, quotes: Value, dates: Value) -> Annotations {
    serde_json::from_value(json!({
        "schema": 2, "offsets": "byte", "reference": { "date": "2024-03-14", "source": "given" },
        "blocks": blocks, "entities": entities, "mentions": mentions, "quotes": quotes, "dates": dates,
    }))
    .expect("the shapes")
}

const STORY: &str = "Bridge opens\n\n“It’s ours,” Mayor Ana Ruiz said on Monday, US-born as she is. “At last!”";

/// One of everything: a quote in two parts, a role, a name inside no space, a pronoun, a date.
fn story() -> Annotations {
    let name = |words, nth, entity| found(STORY, words, nth, json!({ "entity": entity, "form": "name", "score": 0.9 }));
    annotations(
        json!([found(STORY, "Bridge opens", 0, json!({ "kind": "headline" })), {
            "start": 14, "end": STORY.len(), "kind": "paragraph",
        }]),
        json!([
            { "id": 0, "type": "person", "name": "Ana Ruiz", "roles": [at(STORY, "Mayor", 0)], "mentions": [0, 2] },
            { "id": 1, "type": "place", "name": "US", "roles": [], "mentions": [1] },
        ]),
        json!([
            name("Ana Ruiz", 0, 0),
            name("US", 0, 1),
            found(STORY, "she", 0, json!({ "entity": 0, "form": "pronoun", "score": 0.7 })),
        ]),
        json!([found(
            STORY,
            &STORY[14..],
            0,
            json!({
                "parts": [at(STORY, "“It’s ours,”", 0), at(STORY, "“At last!”", 0)],
                "kind": "direct", "rule": "unattributed", "score": 0.9,
                "speaker": found(STORY, "Ana Ruiz", 0, json!({ "entities": [0], "score": 0.8 })), "cue": at(STORY, "said", 0),
            })
        )]),
        json!([found(
            STORY,
            "Monday",
            0,
            json!({
                "type": "date", "value": "2024-03-11", "from": "2024-03-11", "to": "2024-03-12", "rule": "iso", "score": 0.9,
            })
        )]),
    )
}

#[wasm_bindgen_test(unsupported = test)]
fn text_has_labels_under_the_words() {
    let shown = export::text(STORY, &story(), 42);
    let (legend, rest) = shown.split_once("\n\n").expect("a legend");
    assert!(legend.starts_with("Labels under the text: p person"));
    let expected = "\
[headline]
| Bridge opens

| “It’s ours,” Mayor Ana Ruiz said on
               p0--- p0======
  q0\"\"\"\"\"\"\"\"\"\"       s0...... c0..
| Monday, US-born as she is. “At last!”
  d0====  l1         p0~
                             q0\"\"\"\"\"\"\"\"

Reference date: 2024-03-14, given

Entities
  p0   person       Ana Ruiz, Mayor
                    Ana Ruiz, she (pronoun)
  l1   place        US

Quotes
  q0   direct       p0 Ana Ruiz, “Ana Ruiz”, unattributed
                    “It’s ours,” Mayor An…

Dates
  d0   date         2024-03-11 [2024-03-11, 2024-03-12) “Monday”, iso
";
    assert_eq!(rest, expected);
}

#[wasm_bindgen_test(unsupported = test)]
fn text_is_broken_into_rows_that_fit() {
    let long = "x".repeat(95);
    #[rustfmt::skip]
    let table: &[(&str, &str, &[&str])] = &[
        ("at white space",      "aaaa bbbb cccc dddd eeee ffff gggg",       &["aaaa bbbb cccc dddd", "eeee ffff gggg"]),
        ("space beyond edge",   "aaaaaaaaaaaaaaaaaaaa      bb",             &["aaaaaaaaaaaaaaaaaaaa", "bb"]),
        ("in a long word",      "aaaaaaaaaaaaaaaaaaaaaaaaa bb",             &["aaaaaaaaaaaaaaaaaaaa", "aaaaa bb"]),
        ("two columns a character", "東京東京東京東京東京東京東",             &["東京東京東京東京東京", "東京東"]),
        ("no column an accent", "e\u{301}e\u{301}e\u{301}aaaaaaaaaaaaaaaaa", &["e\u{301}e\u{301}e\u{301}aaaaaaaaaaaaaaaaa"]),
        ("tabs are spaces",     "a\tb",                                     &["a b"]),
        ("no escape sequence",  "a\u{1b}[31mb\u{7}c\u{9b}d",                &["a\u{fffd}[31mb\u{fffd}c\u{fffd}d"]),
        ("no turning around",   "a\u{202e}b\u{2067}c",                      &["a\u{fffd}b\u{fffd}c"]),
        ("nothing is lost",     &long,                                      &[&long[..20], &long[..20], &long[..20], &long[..20], &long[..15]]),
    ];
    for (name, text, rows) in table {
        let blocks = json!([{ "start": 0, "end": text.len(), "kind": "paragraph" }]);
        let shown = export::text(text, &annotations(blocks, json!([]), json!([]), json!([]), json!([])), 22);
        let found: Vec<_> = shown.lines().filter_map(|line| line.strip_prefix("| ")).collect();
        assert_eq!(found, *rows, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn html_nests_what_is_inside_what() {
    let html = export::html(STORY, &story());
    let (_, article) = html.split_once("<article>\n").expect("an article");
    let (article, index) = article.split_once("\n</article>").expect("its end");
    let quote = "title=\"direct quote: Ana Ruiz\"";
    let expected = format!(
        "<h1>Bridge opens</h1>\n\n<p><span class=\"quote\" id=\"q0\" {quote}>“It’s ours,”</span> \
         <span class=\"role\" title=\"person: Ana Ruiz\">Mayor</span> \
         <span class=\"speaker\" title=\"speaker\"><mark class=\"person\" id=\"m0\" title=\"person: Ana Ruiz\">Ana Ruiz</mark></span> \
         <span class=\"cue\">said</span> on \
         <mark class=\"date\" id=\"d0\" title=\"date: 2024-03-11 (from 2024-03-11, before 2024-03-12)\">Monday</mark>, \
         <mark class=\"place\" id=\"m1\" title=\"place: US\">US</mark>-born as \
         <mark class=\"person\" id=\"m2\" title=\"person: Ana Ruiz\">she</mark> is. \
         <span class=\"quote\" {quote}>“At last!”</span></p>"
    );
    assert_eq!(article, expected);
    assert!(index.contains("<li><a href=\"#m0\">Ana Ruiz</a> person, 2 times</li>"), "{index}");
    Markup::read(&html).check();
}

#[wasm_bindgen_test(unsupported = test)]
fn html_is_a_whole_document_that_loads_and_runs_nothing() {
    let html = export::html(STORY, &story());
    let markup = Markup::read(&html);
    markup.check();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
    assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    assert!(html.contains("<title>Bridge opens</title>"));
    assert!(export::html("a", &annotate("a", &Options::default())).contains("<title>Annotated article</title>"));
    let loading = ["script", "link", "img", "iframe", "object", "embed", "base", "form"];
    assert!(!markup.tags.iter().any(|tag| loading.contains(&tag.name.as_str())));
    assert!(!html.contains("url(") && !html.contains("@import") && !html.contains("http://") && !html.contains("https://"));
}

/// What would be obeyed if it were not escaped.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</article></main></body></html><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "</style><style>@import 'x'",
    "<!-- ",
    "]]>",
    "<![CDATA[",
    "&lt;b&gt;",
    "&#60;script&#62;",
    "<\u{0}script>",
    "a\u{b}b",
    "\u{2028}<b>",
];

#[wasm_bindgen_test(unsupported = test)]
fn annotations_in_another_unit_are_converted_and_those_of_another_text_left_out() {
    let (found, formats) = (story(), [Format::Html, Format::Tei, Format::CsvQuotes, Format::WebAnnotations, Format::Conll]);
    for format in formats {
        let in_utf16 = found.clone().convert(STORY, Unit::Utf16);
        assert_eq!(format.write(STORY, &in_utf16), format.write(STORY, &found), "{format:?}");
        // Short, and with characters where the offsets are.
        let other = "“É” é é é é";
        let nothing = annotations(json!([]), json!([]), json!([]), json!([]), json!([]));
        assert_eq!(format.write(other, &found), format.write(other, &nothing), "{format:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_text_stays_text_wherever_it_stands() {
    let clean = Markup::read(&export::html("X", &hostile("X")));
    for text in HOSTILE {
        let markup = Markup::read(&export::html(text, &hostile(text)));
        markup.check();
        let shape = |markup: &Markup| -> Vec<_> {
            markup
                .tags
                .iter()
                .map(|tag| (tag.name.clone(), tag.attributes.iter().map(|(n, _)| n.clone()).collect::<Vec<_>>()))
                .collect()
        };
        assert_eq!(shape(&markup), shape(&clean), "{text:?} makes no element and no attribute");
        let shown = text.replace(|c: char| c.is_control(), "\u{fffd}");
        let titles: Vec<_> = markup.attribute("title").collect();
        assert!(titles.contains(&format!("person: {shown}").as_str()), "{text:?} is a title: {titles:?}");
        assert!(markup.text.contains(&shown), "{text:?} is shown");
    }
}

/// A headline that is at once a name, a quote and a date.
fn hostile(text: &str) -> Annotations {
    let whole = |others: Value| found(text, text, 0, others);
    annotations(
        json!([whole(json!({ "kind": "headline" }))]),
        json!([{ "id": 0, "type": "person", "name": text, "roles": [], "mentions": [0] }]),
        json!([whole(json!({ "entity": 0, "form": "name", "score": 1.0 }))]),
        json!([whole(json!({
            "parts": [at(text, text, 0)], "kind": "direct", "rule": "unattributed", "score": 1.0,
            "speaker": whole(json!({ "entities": [], "score": 1.0 })), "cue": null,
        }))]),
        json!([whole(json!({ "type": "date", "value": text, "from": null, "to": null, "rule": "iso", "score": 1.0 }))]),
    )
}

#[wasm_bindgen_test(unsupported = test)]
fn annotations_that_do_not_fit_together_are_left_out() {
    let mut wrong = story();
    wrong.mentions[0].entity = 99;
    wrong.entities[1].mentions = vec![77];
    wrong.quotes[0].speaker.as_mut().expect("a speaker").entities = vec![55];
    for text in ["", "a", "éééééééééééééééééééééééééééé", STORY] {
        Markup::read(&export::html(text, &wrong)).check();
        assert!(!export::text(text, &wrong, 0).contains("Entities"));
    }
}

const JOINT: &str = "“We agree,” Ana Ruiz, Bo Lind and Rome said. “So do I,” a clerk said.";

/// A quote of three, and one of somebody who is not named.
fn joint() -> Annotations {
    let name = |words, entity| found(JOINT, words, 0, json!({ "entity": entity, "form": "name", "score": 0.9 }));
    let entity = |id, kind, name| json!({ "id": id, "type": kind, "name": name, "roles": [], "mentions": [id] });
    let quote = |words, speaker: &str, entities: &[usize], nth| {
        let speaker = found(JOINT, speaker, 0, json!({ "entities": entities, "score": 0.7 }));
        let parts = [at(JOINT, words, 0)];
        let others = json!({
            "parts": parts, "kind": "direct", "rule": "speech-subject-cue", "score": 0.9, "speaker": speaker,
            "cue": at(JOINT, "said", nth),
        });
        found(JOINT, words, 0, others)
    };
    annotations(
        json!([{ "start": 0, "end": JOINT.len(), "kind": "paragraph" }]),
        json!([entity(0, "person", "Ana Ruiz"), entity(1, "person", "Bo Lind"), entity(2, "group", "Rome")]),
        json!([name("Ana Ruiz", 0), name("Bo Lind", 1), name("Rome", 2)]),
        json!([quote("“We agree,”", "Ana Ruiz, Bo Lind and Rome", &[0, 1, 2], 0), quote("“So do I,”", "a clerk", &[], 1),]),
        json!([]),
    )
}

#[wasm_bindgen_test(unsupported = test)]
fn each_format_names_all_who_speak_together() {
    let joint = joint();
    let markdown = "\
# Who said what

Article of 2024-03-14 (given).

## Ana Ruiz

- “We agree,” *(with Bo Lind and Rome)*

## Bo Lind

- “We agree,” *(with Ana Ruiz and Rome)*

## Rome

- “We agree,” *(with Ana Ruiz and Bo Lind)*

## a clerk

- “So do I,”
";
    assert_eq!(export::markdown(JOINT, &joint), markdown);
    let csv = "\
text,kind,speaker,entities,cue,start,end,rule,score,speaker_score\r
\"“We agree,”\",direct,\"Ana Ruiz; Bo Lind; Rome\",\"0; 1; 2\",said,0,11,speech-subject-cue,0.90,0.70\r
\"“So do I,”\",direct,a clerk,,said,45,55,speech-subject-cue,0.90,0.70\r
";
    assert_eq!(Format::CsvQuotes.write(JOINT, &joint), csv);
    #[rustfmt::skip]
    let table = [
        (Format::Tei,            "<said xml:id=\"a0\" direct=\"true\" who=\"#e0 #e1\">“We agree,”</said>"),
        (Format::Tei,            "direct=\"true\">“So do I,”</said>"),
        (Format::Html,           "title=\"direct quote: Ana Ruiz, Bo Lind and Rome\""),
        (Format::Html,           "<b>Ana Ruiz, Bo Lind and Rome</b>"),
        (Format::Html,           "<b>a clerk</b>"),
        (Format::WebAnnotations, r#""purpose": "identifying", "value": "Ana Ruiz"}, {"type": "TextualBody", "purpose": "identifying", "value": "Bo Lind"}, {"#),
    ];
    for (format, expected) in table {
        let written = format.write(JOINT, &joint);
        assert!(written.contains(expected), "{format:?}: {expected} is not in {written}");
    }
    let text = export::text(JOINT, &joint, 80);
    assert!(text.contains("p0 Ana Ruiz, p1 Bo Lind, g2 Rome, “Ana Ruiz, Bo Lind and Rome”, speech-subject-cue"), "{text}");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_doubtful_says_so() {
    let mut unsure = joint();
    assert!(!Format::Markdown.write(JOINT, &unsure).contains("uncertain"));
    unsure.quotes[0].score = 0.499;
    unsure.quotes[1].speaker.as_mut().expect("a speaker").score = 0.499;
    #[rustfmt::skip]
    let table = [
        (Format::Markdown,       "- “We agree,” *(with Bo Lind and Rome)* *(uncertain)*\n"),
        (Format::Markdown,       "- “So do I,” *(uncertain)*\n"),
        (Format::Html,           "<span class=\"quote doubtful\" id=\"q0\" title=\"direct quote: Ana Ruiz, Bo Lind and Rome (uncertain quote)\">"),
        (Format::Html,           "“So do I,”</a> (uncertain speaker)"),
        (Format::Tei,            "who=\"#e0 #e1\" cert=\"low\">“We agree,”"),
        (Format::Tei,            "direct=\"true\" cert=\"low\">“So do I,”"),
        (Format::WebAnnotations, r#""purpose": "assessing", "value": "uncertain quote""#),
        (Format::WebAnnotations, r#""purpose": "assessing", "value": "uncertain speaker""#),
        (Format::Brat,           "A2\tDoubtful T4\n"),
        (Format::Brat,           "A5\tDoubtful T7\n"),
        (Format::CsvQuotes,      "speech-subject-cue,0.50,0.70\r\n"),
        (Format::CsvQuotes,      "speech-subject-cue,0.90,0.50\r\n"),
    ];
    for (format, expected) in table {
        let written = format.write(JOINT, &unsure);
        assert!(written.contains(expected), "{format:?}: {expected} is not in {written}");
    }
    unsure.quotes[1].speaker = None;
    assert!(!Format::Tei.write(JOINT, &unsure).contains("cert=\"low\">“So do I,”"), "nobody is no doubt");
}
