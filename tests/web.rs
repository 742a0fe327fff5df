//! The boundary to JavaScript, in Node and in Chromium: shapes, nulls, units, errors.
#![cfg(all(feature = "web", target_arch = "wasm32"))]

use newsmark::web::{self, export_as};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn annotate(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    web::annotate(text, options, None)
}

/// A value read out of an annotation: `at(&found, "blocks.0.start")`.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| js_sys::Reflect::get(&value, &key.into()).expect("an object"))
}

fn number(value: &JsValue, path: &str) -> u32 {
    at(value, path).as_f64().unwrap_or_else(|| panic!("{path} is {:?}", at(value, path))) as u32
}

fn json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).expect("plain data").into()
}

fn keys(value: &JsValue) -> Vec<String> {
    js_sys::Object::keys(value.unchecked_ref::<js_sys::Object>()).iter().filter_map(|key| key.as_string()).collect()
}

fn evaluated(script: &str) -> JsValue {
    js_sys::Function::new_no_args(&format!("return {script};")).call0(&JsValue::NULL).expect("a script that works")
}

#[wasm_bindgen_test]
fn the_shape_is_plain_data() {
    let found = annotate("Only words.".into(), JsValue::UNDEFINED).expect("a text");
    assert_eq!(keys(&found), ["schema", "offsets", "reference", "blocks", "entities", "mentions", "quotes", "dates"]);
    assert_eq!(at(&found, "schema"), JsValue::from(2));
    assert_eq!(at(&found, "offsets"), JsValue::from("utf-16"));
    assert_eq!(json(&at(&found, "blocks")), r#"[{"start":0,"end":11,"kind":"paragraph"}]"#);
    assert!(at(&found, "entities").is_array());
}

#[wasm_bindgen_test]
fn what_is_missing_is_null() {
    let found = annotate("Only words.".into(), JsValue::NULL).expect("a text");
    assert_eq!(json(&at(&found, "reference")), r#"{"date":null,"source":"none"}"#);
    assert!(at(&found, "reference.date").is_null(), "null, not undefined");
}

#[wasm_bindgen_test]
fn the_date_can_be_given_or_left_out() {
    for (options, expected) in [
        ("{ date: '2022-01-03' }", r#"{"date":"2022-01-03","source":"given"}"#),
        ("{ date: null }", r#"{"date":null,"source":"none"}"#),
        ("{ date: undefined }", r#"{"date":null,"source":"none"}"#),
        ("{}", r#"{"date":null,"source":"none"}"#),
    ] {
        let found = annotate("Only words.".into(), evaluated(&format!("({options})"))).expect(options);
        assert_eq!(json(&at(&found, "reference")), expected, "{options}");
    }
}

#[wasm_bindgen_test]
fn names_can_be_given() {
    let options = "({ names: [{ name: 'Tideline', type: 'organization', aliases: ['TDL'], caseSensitive: true }] })";
    let found = annotate("Nobody at TDL, or Tideline, knew.".into(), evaluated(options)).expect("a text");
    assert_eq!(
        json(&at(&found, "entities")),
        r#"[{"id":0,"type":"organization","name":"Tideline","roles":[],"mentions":[0,1]}]"#
    );
}

/// What a matcher is asked for, and what may come back from it.
#[wasm_bindgen_test]
fn patterns_are_matched_by_whoever_is_given() {
    let options =
        "({ patterns: [{ type: 'work', pattern: 'No\\\\. 7', name: 'Case 7' }, { type: 'other', pattern: 'x' }] })";
    let found = |matcher: &str| {
        let matcher = js_sys::Function::new_with_args("patterns, text, stretches", matcher);
        web::annotate("🌉 They heard No. 7.\n\nIt rained.".into(), evaluated(options), Some(matcher))
    };
    let asked =
        found("globalThis.asked = JSON.stringify([patterns, text, [...stretches]]); return new Uint32Array([0, 16, 21]);");
    assert_eq!(
        evaluated("globalThis.asked"),
        JsValue::from(r#"[["No\\. 7","x"],"🌉 They heard No. 7.\n\nIt rained.",[0,22,24,34]]"#)
    );
    let asked = asked.expect("a match");
    assert_eq!(json(&at(&asked, "entities")), r#"[{"id":0,"type":"work","name":"Case 7","roles":[],"mentions":[0]}]"#);
    let mention = r#"[{"start":14,"end":19,"text":"No. 7","entity":0,"form":"name","rule":"pattern","score":1}]"#;
    assert_eq!(json(&at(&asked, "mentions")), mention);
    // What leads nowhere is no match.
    for wrong in ["[0, 1, 5]", "[0, 5, 4000]", "[7, 16, 21]", "[0, 21, 16]", "[0, 16, 16]", "[0, 16]", "[]"] {
        let found = found(&format!("return new Uint32Array({wrong});")).expect(wrong);
        assert_eq!(number(&found, "mentions.length"), 0, "{wrong}");
    }
    assert_eq!(found("throw 'no pattern';").expect_err("an error"), JsValue::from("no pattern"));
}

#[wasm_bindgen_test]
fn a_wrong_argument_is_a_typed_error() {
    for (text, options, kind, in_message) in [
        ("7", "undefined", "text", "string"),
        ("null", "undefined", "text", "string"),
        ("undefined", "undefined", "text", "string"),
        ("new String('boxed')", "undefined", "text", "string"),
        ("['a']", "undefined", "text", "string"),
        ("'words'", "'2022-01-03'", "options", "object"),
        ("'words'", "7", "options", "object"),
        ("'words'", "{ progress: 7 }", "options", "function"),
        ("'words'", "{ limit: 'none' }", "options", "limit"),
        ("'words'", "{ limit: -1 }", "options", "limit"),
        ("'words'", "{ limit: NaN }", "options", "limit"),
        ("'words'", "{ limit: 4 }", "length", "longer than the limit of 4"),
        ("'7'.repeat(10_000_001)", "undefined", "length", "longer than the limit of 10000000"),
        ("'words'", "{ date: '2022-02-30' }", "date", "2022-02-30"),
        ("'words'", "{ date: '' }", "date", "YYYY-MM-DD"),
        ("'words'", "{ date: 'yesterday' }", "date", "yesterday"),
        ("'words'", "{ date: new Date(0) }", "date", "string"),
        ("'words'", "{ names: {} }", "names", "array"),
        ("'words'", "{ names: ['Ana'] }", "names", "names[0] (\"Ana\")"),
        ("'words'", "{ names: [{ name: 'Ana', type: 'person' }, { name: 'Bo' }] }", "names", "names[1] ({\"name\":\"Bo\"})"),
        ("'words'", "{ names: [{ name: 'Ana', type: 'people' }] }", "names", "people"),
        ("'words'", "{ names: [{ name: '?', type: 'person' }] }", "names", "names[0] (\"?\")"),
        ("'words'", "{ patterns: {} }", "patterns", "array"),
        ("'words'", "{ patterns: ['a+'] }", "patterns", "patterns[0] (\"a+\")"),
        ("'words'", "{ patterns: [{ type: 'other' }] }", "patterns", "patterns[0] ({\"type\":\"other\"})"),
        ("'words'", "{ patterns: [{ type: 'case', pattern: 'a' }] }", "patterns", "case"),
        ("'words'", "{ patterns: [{ type: 'other', pattern: /a/ }] }", "patterns", "patterns[0]"),
        ("'words'", "{ patterns: [{ type: 'other', pattern: 'a' }] }", "patterns", "await loadPatterns() first"),
    ] {
        let case = format!("annotate({text}, {options})");
        let error = annotate(evaluated(&format!("({text})")), evaluated(&format!("({options})"))).expect_err(&case);
        assert!(error.is_instance_of::<js_sys::Error>(), "{case}");
        assert_eq!(at(&error, "name"), JsValue::from("NewsmarkError"), "{case}");
        assert_eq!(at(&error, "kind"), JsValue::from(kind), "{case}");
        let message = at(&error, "message").as_string().expect("a message");
        assert!(message.contains(in_message), "{case}: {message}");
    }
}

#[wasm_bindgen_test]
fn offsets_are_utf_16_code_units() {
    // In code units: 🌉 2, é 1, and 𝒜 2.
    let text = "🌉 Café.\n\n𝒜 bridge.";
    let found = annotate(text.into(), JsValue::UNDEFINED).expect("a text");
    let ends = [0, 1].map(|i| (number(&found, &format!("blocks.{i}.start")), number(&found, &format!("blocks.{i}.end"))));
    assert_eq!(ends, [(0, 8), (10, 20)]);
}

#[wasm_bindgen_test]
fn an_empty_text_has_nothing_in_it() {
    let found = annotate("".into(), JsValue::UNDEFINED).expect("a text");
    for list in ["blocks", "entities", "mentions", "quotes", "dates"] {
        assert_eq!(number(&found, &format!("{list}.length")), 0, "{list}");
    }
}

/// Every object with `start`, `end` and `text` in some annotations.
const SPANNED: &str = "const speakers = found.quotes.map(quote => quote.speaker).filter(Boolean);
    const spanned = [...found.mentions, ...found.quotes, ...found.dates, ...speakers];";

fn wrong_texts(text: &JsValue, found: &JsValue) -> (u32, String) {
    let script = format!(
        "{SPANNED} return [spanned.length, JSON.stringify(spanned.filter(s => s.text !== text.slice(s.start, s.end)))];"
    );
    let result =
        js_sys::Function::new_with_args("text, found", &script).call2(&JsValue::NULL, text, found).expect("a script");
    (number(&result, "0"), at(&result, "1").as_string().expect("JSON"))
}

#[wasm_bindgen_test]
fn each_text_is_the_slice_of_the_callers_string() {
    let texts = [
        ("plain", r"'Ana Ruiz said on 3 January 2022: “The bridge will open.” “We are glad,” she said in Lima.'"),
        ("astral", r"'🌉🌉 Ana Ruiz said on 3 January 2022: “The 🌉 will open.” “We 𝒜re glad,” she said in Lima.'"),
        (
            "lone surrogates",
            r"'\ud83c Ana Ruiz said on 3 January 2022: “The \udf09 will \ud800 open.” “We\udfff,” she said in Lima.'",
        ),
        ("replacement characters", r"'\ufffd Ana Ruiz said on 3 January 2022: “The \ufffd opens.” “We,” she said in Lima.'"),
    ];
    for (name, script) in texts {
        let text = evaluated(script);
        let found = annotate(text.clone(), JsValue::UNDEFINED).expect(name);
        let (count, wrong) = wrong_texts(&text, &found);
        assert!(count > 0, "{name}: nothing was found to compare");
        assert_eq!(wrong, "[]", "{name}");
    }
}

#[wasm_bindgen_test]
fn what_was_found_can_be_changed_and_exported() {
    let text = JsValue::from("🌉 Ana Ruiz left Lima.");
    let found = annotate(text.clone(), JsValue::UNDEFINED).expect("a text");
    let script = "found.entities.find(entity => entity.name === 'Ana Ruiz').name = 'A. Ruiz'; return found;";
    let changed = js_sys::Function::new_with_args("found", script).call1(&JsValue::NULL, &found).expect("a name");
    let csv = export_as(text, changed, "csv-entities".into()).expect("annotations");
    assert!(csv.contains(r#"0,person,A. Ruiz,"#), "{csv}");
    assert!(csv.contains(",2,10\r\n"), "offsets in code points: {csv}");
}

#[wasm_bindgen_test]
fn what_is_no_annotation_of_the_text_is_a_typed_error() {
    let text = "“Yes,” Ana Ruiz said on May 3, 2022.";
    for (change, in_message) in [
        ("return null", "not annotations"),
        ("return {}", "not annotations"),
        ("found.schema = 1; return found", "this version reads schema 2"),
        ("found.offsets = 'byte'; return found", "UTF-16"),
        ("found.blocks[0].end = 99; return found", "blocks[0]"),
        ("found.entities[0].id = 7; return found", "entities[0]"),
        ("found.entities[0].mentions = [5]; return found", "entities[0]"),
        ("found.mentions[0].entity = 1; return found", "mentions[0]"),
        ("found.mentions[0].start = 20; return found", "mentions[0]"),
        ("found.quotes[0].speaker.entities[0] = 3; return found", "quotes[0]"),
        ("found.quotes[0].cue.end = 1e6; return found", "quotes[0]"),
        ("found.dates[0].end = 37; return found", "dates[0]"),
    ] {
        let found = annotate(text.into(), JsValue::UNDEFINED).expect("a text");
        let changed = js_sys::Function::new_with_args("found", change).call1(&JsValue::NULL, &found).expect(change);
        let error = export_as(text.into(), changed, "html".into()).expect_err(change);
        assert_eq!(at(&error, "kind"), JsValue::from("annotations"), "{change}");
        let message = at(&error, "message").as_string().expect("a message");
        assert!(message.contains(in_message), "{change}: {message}");
    }
    let found = annotate(text.into(), JsValue::UNDEFINED).expect("a text");
    assert_eq!(at(&export_as(text.into(), found, "pdf".into()).expect_err("no format"), "kind"), JsValue::from("format"));
}
