//! The reading view, in Chromium: which elements an article and its annotations become.
#![cfg(all(feature = "web", target_arch = "wasm32"))]

use js_sys::{Function, JsString};
use newsmark::web::render;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

fn root() -> Element {
    Function::new_no_args("return document.createElement('article');")
        .call0(&JsValue::NULL)
        .expect("a document")
        .unchecked_into()
}

/// Annotations with the fields given, as JSON, and nothing else.
fn annotations(fields: &str) -> JsValue {
    let rest = r#""schema":2,"offsets":"utf-16","reference":{"date":null,"source":"none"},"blocks":[],"entities":[],"mentions":[],"quotes":[],"dates":[]"#;
    Function::new_with_args("rest, given", "return { ...JSON.parse(rest), ...JSON.parse(given) };")
        .call2(&JsValue::NULL, &format!("{{{rest}}}").into(), &format!("{{{fields}}}").into())
        .expect("JSON")
}

/// The elements that a text and its annotations become.
fn rendered(text: &str, fields: &str) -> String {
    let root = root();
    render(&root, &JsString::from(text), annotations(fields)).expect("annotations of the right shape");
    assert_eq!(root.text_content().as_deref(), Some(text), "the text of the view is the article");
    root.inner_html()
}

const RUIZ: &str = r#""entities":[{"id":0,"type":"person","name":"Ana Ruiz","roles":[{"start":0,"end":5}],"mentions":[0]}],
    "mentions":[{"start":6,"end":14,"text":"Ana Ruiz","entity":0,"form":"name","score":1}]"#;

#[wasm_bindgen_test]
fn each_kind_of_mark_has_its_element() {
    let html = rendered("Mayor Ana Ruiz", &format!(r#""blocks":[{{"start":0,"end":14,"kind":"paragraph"}}],{RUIZ}"#));
    assert_eq!(
        html,
        r#"<p class="paragraph"><span class="role" data-entity="0">Mayor</span> <mark class="mention name person" data-mention="0" data-entity="0" tabindex="-1">Ana Ruiz</mark></p>"#
    );
    let html = rendered(
        "in May",
        r#""blocks":[{"start":0,"end":6,"kind":"headline"}],
        "dates":[{"start":3,"end":6,"text":"May","type":"date","value":"2026-05","from":null,"to":null,"rule":"iso","score":1}]"#,
    );
    assert_eq!(html, r#"<h2 class="headline">in <mark class="date day" data-date="0" tabindex="-1">May</mark></h2>"#);
    let html = rendered(
        "“Yes,” he said.",
        r#""blocks":[{"start":0,"end":15,"kind":"paragraph"}],
        "quotes":[{"start":0,"end":6,"text":"“Yes,”","parts":[{"start":0,"end":6}],"kind":"direct","cue":{"start":10,"end":14},
        "speaker":{"start":7,"end":9,"text":"he","entities":[],"score":1},"rule":"unattributed","score":1}]"#,
    );
    assert_eq!(
        html,
        r#"<p class="paragraph" data-said-by="he"><mark class="quote direct" data-quote="0" tabindex="-1">“Yes,”</mark> <span class="speaker" data-quote="0">he</span> <span class="cue" data-quote="0">said</span>.</p>"#
    );
}

#[wasm_bindgen_test]
fn several_speak_and_what_is_doubtful_is_marked() {
    let shown = |score: f32, credit: f32| {
        let quote =
            r#"{"start":0,"end":3,"text":"“A”","parts":[{"start":0,"end":3}],"kind":"direct","cue":null,"rule":"turn","#;
        let speaker = format!(r#""speaker":{{"start":4,"end":13,"text":"Ana, Bo, I","entities":[1,0],"score":{credit}}}"#);
        let entity = |id, name| format!(r#"{{"id":{id},"type":"person","name":"{name}","roles":[],"mentions":[]}}"#);
        let html = rendered(
            "“A” Ana and Bo",
            &format!(
                r#""blocks":[{{"start":0,"end":14,"kind":"paragraph"}}],"entities":[{},{}],"quotes":[{quote}{speaker},"score":{score}}}]"#,
                entity(0, "Ana"),
                entity(1, "Bo")
            ),
        );
        html.split(" data-quote").next().map(str::to_owned)
    };
    let html = |names: &str, class: &str| {
        Some(format!(r#"<p class="paragraph" data-said-by="{names}"><mark class="quote direct{class}""#))
    };
    assert_eq!(shown(0.5, 0.5), html("Bo, Ana", ""));
    assert_eq!(shown(0.499, 0.5), html("Bo, Ana", " doubtful"), "the words");
    assert_eq!(shown(0.5, 0.499), html("Bo?, Ana?", " doubtful"), "the credit");
}

#[wasm_bindgen_test]
fn a_mark_over_two_blocks_is_cut_and_focusable_once() {
    let html = rendered(
        "“A\n\nB” Ana Ruiz",
        r#""blocks":[{"start":0,"end":2,"kind":"paragraph"},{"start":4,"end":15,"kind":"paragraph"}],
        "entities":[{"id":0,"type":"person","name":"Ana Ruiz","roles":[],"mentions":[]}],
        "quotes":[{"start":0,"end":6,"text":"","parts":[{"start":0,"end":6}],"kind":"direct","cue":null,
        "speaker":{"start":7,"end":15,"text":"Ana Ruiz","entities":[0],"score":1},"rule":"unattributed","score":1}]"#,
    );
    let first = r#"<p class="paragraph" data-said-by="Ana Ruiz"><mark class="quote direct" data-quote="0" tabindex="-1">“A</mark></p>"#;
    let second = r#"<p class="paragraph" data-said-by="Ana Ruiz"><mark class="quote direct again" data-quote="0">B”</mark> <span class="speaker" data-quote="0">Ana Ruiz</span></p>"#;
    assert_eq!(html, format!("{first}\n\n{second}"));
}

#[wasm_bindgen_test]
fn only_the_first_headline_is_the_title() {
    let html =
        rendered("One\nTwo", r#""blocks":[{"start":0,"end":3,"kind":"headline"},{"start":4,"end":7,"kind":"headline"}]"#);
    assert_eq!(html, "<h2 class=\"headline\">One</h2>\n<h3 class=\"headline\">Two</h3>");
}

#[wasm_bindgen_test]
fn markup_stays_text() {
    let text = r#"<img src=x onerror="alert(1)"></p><script>alert(2)</script>&amp;"#;
    let root = root();
    let blocks = format!(r#""blocks":[{{"start":0,"end":{},"kind":"paragraph"}}]"#, text.len());
    render(&root, &JsString::from(text), annotations(&blocks)).expect("annotations of the right shape");
    assert_eq!(root.text_content().as_deref(), Some(text));
    let paragraph = root.first_element_child().expect("a paragraph");
    assert_eq!((root.child_element_count(), paragraph.child_element_count()), (1, 0), "the paragraph alone");
    let named = r#""blocks":[{"start":0,"end":1,"kind":"paragraph"}],"entities":[],
        "quotes":[{"start":0,"end":1,"text":"","parts":[{"start":0,"end":1}],"kind":"direct","cue":null,
        "speaker":{"start":0,"end":1,"text":"\"><img src=x>","entities":[],"score":1},"rule":"unattributed","score":1}]"#;
    render(&root, &JsString::from("a"), annotations(named)).expect("annotations of the right shape");
    let said_by = root.first_element_child().and_then(|block| block.get_attribute("data-said-by"));
    assert_eq!(said_by.as_deref(), Some("\"><img src=x>"), "a name stays an attribute's value");
}

#[wasm_bindgen_test]
fn every_code_unit_is_kept() {
    // A lone surrogate, a pair, a NUL, a no-break space, line ends of all sorts.
    let text = Function::new_no_args("return 'a\\ud800 \\ud83d\\ude00 \\0\\u00a0\\r\\n\\u2028b\\udc00';")
        .call0(&JsValue::NULL)
        .expect("a string");
    let root = root();
    let blocks =
        annotations(r#""blocks":[{"start":0,"end":5,"kind":"paragraph"},{"start":11,"end":13,"kind":"paragraph"}]"#);
    render(&root, text.unchecked_ref(), blocks).expect("annotations of the right shape");
    let shown = js_sys::Reflect::get(&root, &"textContent".into()).expect("an element");
    assert!(js_sys::Object::is(&shown, &text), "{shown:?} is not {text:?}");
}

#[wasm_bindgen_test]
fn what_cannot_be_rendered_leaves_the_view_as_it_was() {
    let root = root();
    root.set_text_content(Some("before"));
    let bytes = annotations(r#""offsets":"byte""#);
    for (name, wrong) in [("another unit", bytes), ("no annotations", JsValue::NULL), ("another shape", JsValue::from("x"))]
    {
        assert!(render(&root, &JsString::from("after"), wrong).is_err(), "{name}");
        assert_eq!(root.text_content().as_deref(), Some("before"), "{name}");
    }
    render(&root, &JsString::from("after"), annotations("")).expect("annotations of the right shape");
    assert_eq!(root.inner_html(), "after", "what was there is replaced");
}

#[wasm_bindgen_test]
fn what_stays_the_same_stays_in_place() {
    let root = root();
    let show = |text: &str, person: Option<(usize, usize)>| {
        let blocks: Vec<String> = (text.split("\n\n"))
            .scan(0, |at, block| {
                let start = std::mem::replace(at, *at + block.len() + 2);
                Some(format!(r#"{{"start":{start},"end":{},"kind":"paragraph"}}"#, start + block.len()))
            })
            .collect();
        let found = person.map_or(String::new(), |(id, start)| {
            let others = r#"{"id":0,"type":"place","name":"Lima","roles":[],"mentions":[]},"#.repeat(id);
            format!(
                r#","entities":[{others}{{"id":{id},"type":"person","name":"Ana","roles":[],"mentions":[0]}}],
                "mentions":[{{"start":{start},"end":{},"text":"Ana","entity":{id},"form":"name","score":1}}]"#,
                start + 3
            )
        });
        let fields = format!(r#""blocks":[{}]{found}"#, blocks.join(","));
        render(&root, &JsString::from(text), annotations(&fields)).expect("annotations of the right shape");
        assert_eq!(root.text_content().as_deref(), Some(text));
    };
    show("One.\n\nTwo.\n\nAna.", Some((0, 12)));
    let before: Vec<web_sys::Node> = (0..5).map(|at| root.child_nodes().item(at).expect("a node")).collect();
    show("One.\n\nTwo and more.\n\nAna.", Some((1, 21)));
    let after: Vec<web_sys::Node> = (0..5).map(|at| root.child_nodes().item(at).expect("a node")).collect();
    let same: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before == after).collect();
    assert_eq!(same, [true, true, false, true, true], "{}", root.inner_html());
    assert!(root.inner_html().contains(r#"data-mention="0" data-entity="1""#), "{}", root.inner_html());
    show("One.\n\nTwo and more.\n\nAna.", None);
    assert!(!root.inner_html().contains("mark"), "a mark that is gone: {}", root.inner_html());
}

#[wasm_bindgen_test]
fn what_was_served_stays_in_place() {
    let text = "In May\n\nMayor Ana Ruiz";
    let fields = format!(
        r#""blocks":[{{"start":0,"end":6,"kind":"headline"}},{{"start":8,"end":22,"kind":"paragraph"}}],{}"#,
        RUIZ.replace("start\":6", "start\":14")
            .replace("end\":14", "end\":22")
            .replace("start\":0,\"end\":5", "start\":8,\"end\":13")
    );
    let served = rendered(text, &fields);
    let root = root();
    for (from, to, same) in
        [("", "", true), ("Mayor", "Major", false), ("person", "place", false), (" tabindex=\"-1\"", "", false)]
    {
        root.set_inner_html(&served.replace(from, to));
        let (first, last) = (root.first_child(), root.last_child());
        render(&root, &JsString::from(text), annotations(&fields)).expect("annotations of the right shape");
        assert_eq!(root.inner_html(), served, "{from}");
        assert_eq!(root.first_child(), first, "{from}: the headline stays");
        assert_eq!(root.last_child() == last, same, "{from}: the paragraph");
    }
}

#[wasm_bindgen_test]
fn half_a_pair_is_never_taken_for_another() {
    let root = root();
    let blocks = r#""blocks":[{"start":0,"end":3,"kind":"paragraph"}]"#;
    for unit in [0xD83Cu16, 0xDF09, 0xFFFD] {
        let text = JsString::from_char_code(&[0x41, unit, 0x42]);
        render(&root, &text, annotations(blocks)).expect("annotations of the right shape");
        let shown: JsString = Function::new_with_args("root", "return root.textContent")
            .call1(&JsValue::NULL, &root)
            .expect("a string")
            .unchecked_into();
        assert_eq!(shown, text);
    }
}
