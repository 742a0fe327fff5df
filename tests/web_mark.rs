//! The text of a page's elements and its marks there, in Chromium.
#![cfg(all(feature = "web", target_arch = "wasm32"))]

use js_sys::{Array, Function, JsString, Reflect};
use newsmark::web::{offset_of, ranges_of, read_page, unwrap_marks, wrap_marks};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Node, StaticRange};

wasm_bindgen_test_configure!(run_in_browser);

/// An element in the page with this inside.
fn page(html: &str) -> Element {
    let body = "const root = document.createElement('div'); root.innerHTML = html; document.body.append(root); return root;";
    Function::new_with_args("html", body).call1(&JsValue::NULL, &html.into()).expect("a document").unchecked_into()
}

fn text(page: &JsValue) -> String {
    Reflect::get(page, &"text".into()).ok().and_then(|text| text.as_string()).expect("a text")
}

#[wasm_bindgen_test]
fn a_page_is_read_as_it_is_seen() {
    #[rustfmt::skip]
    let table: &[(&str, &str, &str)] = &[
        ("no elements",      "Ana\n\n  Ruiz",                                             "Ana\n\n  Ruiz"),
        ("spaces are one",   "<p>\n  Ana\n    Ruiz  left.\n</p>",                         "Ana Ruiz left."),
        ("blocks",           "<h1>Bridge</h1><p>Ana.</p> <div>Paul.<ul><li>Iv</li></ul></div>", "Bridge\n\nAna.\n\nPaul.\n\nIv"),
        ("inline elements",  "<p>A<b>n</b>a <i> Ruiz</i>.</p>",                           "Ana Ruiz."),
        ("line ends",        "<p>Ana<br>Ruiz<br><br><br>left</p>",                        "Ana\nRuiz\n\nleft"),
        ("kept white space", "<pre>Ana\n  Ruiz</pre><p>x</p>",                            "Ana\n  Ruiz\n\nx"),
        ("no-break space",   "<p>Ana&nbsp;Ruiz</p>",                                      "Ana\u{A0}Ruiz"),
        ("what is no text",  "<p>A<script>1</script><style>b{}</style><svg><text>s</text></svg>na</p>", "Ana"),
        ("what is hidden",   "<p>A<span hidden>x</span><b style='display:none'>x</b><i style='visibility:hidden'>x<u style='visibility:visible'>n</u></i>a</p>", "Ana"),
        ("what is edited",   "<p>A<b contenteditable>x</b><i contenteditable=false>na</i></p>", "Ana"),
        ("forms",            "<form><p>Ana</p><label>x<input value=x></label><textarea>x</textarea><button>x</button><select><option>x</select></form>", "Ana"),
        ("two languages",    "<p><ruby>Ana<rt>x</rt></ruby><!--x--> Ruiz</p>",            "Ana Ruiz"),
        ("nothing",          "<p> </p>",                                                  ""),
        ("astral",           "<p>😀  Ana\n😀 b</p>",                                      "😀 Ana 😀 b"),
    ];
    for (name, html, expected) in table {
        let root = page(html);
        assert_eq!(text(&read_page(&root).expect("a page")), *expected, "{name}");
        root.remove();
    }
}

/// Texts of the ranges of each word of the page's text, one after the other.
fn words(root: &Element) -> Vec<String> {
    let read = read_page(root).expect("a page").into();
    let text = text(&read);
    let mut at = 0;
    let mut words = Vec::new();
    for word in text.split([' ', '\n']) {
        let length = word.encode_utf16().count() as u32;
        let ranges = ranges_of(&read, at, at + length).expect("ranges");
        let mut found = String::new();
        for range in ranges.iter() {
            let range: StaticRange = range.unchecked_into();
            let node = range.start_container();
            let (from, to) = (range.start_offset(), range.end_offset());
            let data = JsString::from(node.text_content().expect("data").as_str());
            found += &String::from(data.slice(from, to));
            assert_eq!(offset_of(&read, &node, to).expect("a page"), Some(at + JsString::from(found.as_str()).length()));
        }
        words.push(found);
        at += length + 1;
    }
    words
}

#[wasm_bindgen_test]
fn every_word_leads_back_to_where_it_stands() {
    let root = page(
        "<h1>Bri<b>dge</b></h1>\n<p>\n  Ana\n    <i>Ru</i>iz 😀 l<b><u>e</u>f</b>t,\n\t\n she <script>x</script>  said.</p>",
    );
    assert_eq!(words(&root), ["Bridge", "", "Ana", "Ruiz", "😀", "left,", "she", "said."]);
    root.remove();
}

#[wasm_bindgen_test]
fn a_place_that_is_not_in_the_text_has_no_offset() {
    let root = page("<p>Ana   Ruiz<button>x</button></p>");
    let read = read_page(&root).expect("a page").into();
    let node = root.first_child().and_then(|p| p.first_child()).expect("the text");
    assert_eq!(offset_of(&read, &node, 5).expect("a page"), None, "white space that was left out");
    assert_eq!(offset_of(&read, &node, 7).expect("a page"), Some(5));
    let button = root.query_selector("button").expect("a selector").and_then(|b| b.first_child()).expect("its text");
    assert_eq!(offset_of(&read, &button, 0).expect("a page"), None);
    root.remove();
}

/// Annotations with some mentions of one person.
fn people(mentions: &[(usize, usize)]) -> JsValue {
    let list = |each: &dyn Fn(usize, &(usize, usize)) -> String| {
        mentions.iter().enumerate().map(|(i, m)| each(i, m)).collect::<Vec<_>>().join(",")
    };
    let ids = list(&|index, _| index.to_string());
    let mentions =
        list(&|_, (start, end)| format!(r#"{{"start":{start},"end":{end},"text":"","entity":0,"form":"name","score":1}}"#));
    js_sys::JSON::parse(&format!(
        r#"{{"schema":2,"offsets":"utf-16","reference":{{"date":null,"source":"none"}},"blocks":[],"quotes":[],"dates":[],
        "entities":[{{"id":0,"type":"person","name":"","roles":[],"mentions":[{ids}]}}],"mentions":[{mentions}]}}"#
    ))
    .expect("JSON")
}

/// All nodes below an element, in order.
fn nodes(root: &Node) -> Vec<Node> {
    let children = root.child_nodes();
    (0..children.length())
        .filter_map(|at| children.item(at))
        .flat_map(|child| [vec![child.clone()], nodes(&child)].concat())
        .collect()
}

#[wasm_bindgen_test]
fn elements_around_marks_come_and_go() {
    let html = "<p>\n  Mayor   Ana\n  <b>Ru</b>iz left  Paul. </p>";
    let root = page(html);
    let before = nodes(&root);
    let read = read_page(&root).expect("a page").into();
    assert_eq!(text(&read), "Mayor Ana Ruiz left Paul.");
    let wrapped = wrap_marks(&read, people(&[(6, 14), (20, 24)]), vec!["person".to_owned()]).expect("marks");
    let mark = |text: &str| format!(r#"<mark class="newsmark-person">{text}</mark>"#);
    let (ana, ru, iz, paul) = (mark("Ana\n"), mark("Ru"), mark("iz"), mark("Paul"));
    assert_eq!(root.inner_html(), format!("<p>\n  Mayor   {ana}  <b>{ru}</b>{iz} left  {paul}. </p>"));
    assert_eq!(text(&read_page(&root).expect("a page")), "Mayor Ana Ruiz left Paul.", "the text is the same");
    unwrap_marks(wrapped).expect("marks");
    assert_eq!(root.inner_html(), html);
    assert!(before == nodes(&root), "the very same nodes");
    root.remove();
}

#[wasm_bindgen_test]
fn what_the_page_has_changed_since_stays_changed() {
    let root = page("<p>Ana Ruiz left.</p><p>Ana Ruiz stayed.</p>");
    let read = read_page(&root).expect("a page").into();
    let wrapped = wrap_marks(&read, people(&[(0, 8), (16, 24)]), vec!["person".to_owned()]).expect("marks");
    let mark = root.query_selector("mark").expect("a selector").expect("a mark");
    mark.set_text_content(Some("Paul"));
    root.last_child()
        .expect("a paragraph")
        .parent_node()
        .expect("the root")
        .remove_child(&root.last_child().expect("it"))
        .expect("gone");
    unwrap_marks(wrapped).expect("marks");
    assert_eq!(root.inner_html(), "<p>Paul left.</p>");
    root.remove();
}

#[wasm_bindgen_test]
fn kinds_that_are_not_asked_for_get_no_marks() {
    let root = page("<p>Ana Ruiz left.</p>");
    let read = read_page(&root).expect("a page").into();
    let wrapped: Array = wrap_marks(&read, people(&[(0, 8)]), vec!["place".to_owned()]).expect("marks");
    assert_eq!(wrapped.length(), 0);
    assert!(wrap_marks(&read, people(&[(0, 80)]), vec![]).is_err(), "annotations of another text");
    root.remove();
}

#[wasm_bindgen_test]
fn pages_nest_as_deep_as_they_like() {
    let body = "const root = document.createElement('div'); let at = root;
        for (let depth = 0; depth < 3000; depth += 1) { at.append('a '); at = at.appendChild(document.createElement('span')); } document.body.append(root); return root;";
    let root: Element = Function::new_no_args(body).call0(&JsValue::NULL).expect("a document").unchecked_into();
    let read = read_page(&root).expect("a page");
    assert_eq!(text(&read).len(), 2 * 3000 - 1);
    root.remove();
}
