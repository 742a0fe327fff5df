//! Packs the annotations for JavaScript: all numbers in one list and all strings in one (space-separated names), in the order of the shapes;
//! `unpacking.js` makes objects of them. This replaces one call for each property with one call in all. `text` is cut from the caller's own
//! string, which can contain what UTF-8 cannot.

use crate::Span;
use crate::annotations::{Annotations, Block, Entity, Mention, Quote, TimeExpr};
use crate::export::Name;
use js_sys::JsString;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/unpacking.js")]
extern "C" {
    /// The annotations as plain objects. `names` are space-separated.
    fn unpack(text: &JsString, numbers: &[u32], strings: &str, names: &str) -> JsValue;
}

/// Annotations of a text as plain objects; offsets are UTF-16 code units.
pub fn objects(annotations: &Annotations, text: &JsString) -> JsValue {
    let mut packed = Packed::default();
    packed.annotations(annotations);
    unpack(text, &packed.numbers, &packed.strings, &packed.names)
}

/// Numbers, including the lengths of lists and strings, in the order in which they are read.
#[derive(Default)]
struct Packed {
    numbers: Vec<u32>,
    strings: String,
    names: String,
    named: u32,
}

/// The names of one kind that were used so far, with their positions.
struct Places<T>(Vec<(T, u32)>);

impl Packed {
    fn annotations(&mut self, found: &Annotations) {
        self.number(found.schema as usize);
        self.name(&mut Places::new(), found.offsets);
        self.optional(found.language.as_ref(), |packed, language| packed.string(language));
        self.optional(found.reference.date.as_ref(), |packed, date| packed.string(date));
        self.name(&mut Places::new(), found.reference.source);

        let mut kinds = Places::new();
        self.list(&found.blocks, |packed, &Block { start, end, kind }| {
            packed.span(Span::new(start, end));
            packed.name(&mut kinds, kind);
        });
        let mut kinds = Places::new();
        self.list(&found.entities, |packed, Entity { id, kind, name, roles, mentions }| {
            packed.number(*id);
            packed.name(&mut kinds, *kind);
            packed.string(name);
            packed.list(roles, |packed, role| packed.span(*role));
            packed.list(mentions, |packed, mention| packed.number(*mention));
        });
        let (mut forms, mut rules) = (Places::new(), Places::new());
        self.list(&found.mentions, |packed, &Mention { start, end, text: _, entity, form, rule, score }| {
            packed.span(Span::new(start, end));
            packed.number(entity);
            packed.name(&mut forms, form);
            packed.optional(rule, |packed, rule| packed.name(&mut rules, rule));
            packed.score(score);
        });
        let (mut kinds, mut rules) = (Places::new(), Places::new());
        self.list(&found.quotes, |packed, Quote { start, end, text: _, parts, kind, speaker, cue, rule, score }| {
            packed.span(Span::new(*start, *end));
            packed.list(parts, |packed, part| packed.span(*part));
            packed.name(&mut kinds, *kind);
            packed.optional(speaker.as_ref(), |packed, speaker| {
                packed.span(Span::new(speaker.start, speaker.end));
                packed.list(&speaker.entities, |packed, entity| packed.number(*entity));
                packed.score(speaker.score);
            });
            packed.optional(*cue, Self::span);
            packed.name(&mut rules, *rule);
            packed.score(*score);
        });
        let (mut kinds, mut modifiers, mut rules) = (Places::new(), Places::new(), Places::new());
        self.list(&found.dates, |packed, date| {
            let TimeExpr { start, end, text: _, kind, value, modifier, freq, quant, from, to, parts, rule, score } = date;
            packed.span(Span::new(*start, *end));
            packed.name(&mut kinds, *kind);
            packed.string(value);
            packed.optional(*modifier, |packed, modifier| packed.name(&mut modifiers, modifier));
            for string in [freq, quant, from, to] {
                packed.optional(string.as_ref(), |packed, string| packed.string(string));
            }
            packed.list(parts, |packed, part| {
                packed.span(Span::new(part.start, part.end));
                packed.string(&part.value);
            });
            packed.name(&mut rules, *rule);
            packed.score(*score);
        });
    }

    /// Offsets and indices have 32 bits in wasm.
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    fn span(&mut self, span: Span) {
        self.number(span.start());
        self.number(span.end());
    }

    fn score(&mut self, score: f32) {
        self.numbers.push(score.to_bits());
    }

    fn string(&mut self, string: &str) {
        self.number(string.encode_utf16().count());
        self.strings.push_str(string);
    }

    /// The JSON name of a kind, as its position among the names used so far.
    fn name<T: Copy + PartialEq + Serialize>(&mut self, places: &mut Places<T>, kind: T) {
        let known = places.0.iter().find(|(known, _)| *known == kind).map(|(_, place)| *place);
        let place = known.unwrap_or_else(|| {
            self.names.extend([&*Name(kind).to_string(), " "]);
            places.0.push((kind, self.named));
            self.named += 1;
            self.named - 1
        });
        self.numbers.push(place);
    }

    fn list<T>(&mut self, list: &[T], mut pack: impl FnMut(&mut Self, &T)) {
        self.number(list.len());
        list.iter().for_each(|one| pack(self, one));
    }

    fn optional<T>(&mut self, one: Option<T>, pack: impl FnOnce(&mut Self, T)) {
        self.number(usize::from(one.is_some()));
        if let Some(one) = one {
            pack(self, one);
        }
    }
}

impl<T> Places<T> {
    fn new() -> Self {
        Places(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::objects;
    use crate::annotations::Annotations;
    use js_sys::{JSON, JsString};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_is_unpacked_is_what_was_packed() {
        let text = "“Yes,” Ana and Bo said in May.";
        let json = r#"{"schema":2,"offsets":"utf-16","language":"en","reference":{"date":"2026-05-01","source":"given"},
            "blocks":[{"start":0,"end":30,"kind":"paragraph"}],
            "entities":[{"id":0,"type":"person","name":"Ana","roles":[{"start":0,"end":1}],"mentions":[0]},
                {"id":1,"type":"person","name":"Bo","roles":[],"mentions":[1]}],
            "mentions":[{"start":7,"end":10,"text":"Ana","entity":0,"form":"name","score":0.5},
                {"start":15,"end":17,"text":"Bo","entity":1,"form":"name","rule":"pattern","score":0.25}],
            "quotes":[{"start":0,"end":6,"text":"“Yes,”","parts":[{"start":0,"end":6}],"kind":"direct",
                "speaker":{"start":7,"end":17,"text":"Ana and Bo","entities":[0,1],"score":0.75},
                "cue":{"start":18,"end":22},"rule":"speech-subject-cue","score":0.5},
                {"start":0,"end":6,"text":"“Yes,”","parts":[],"kind":"mixed",
                "speaker":{"start":7,"end":10,"text":"Ana","entities":[],"score":0.25},"cue":null,"rule":"turn","score":1.0},
                {"start":0,"end":6,"text":"“Yes,”","parts":[],"kind":"direct","speaker":null,"cue":null,"rule":"unattributed","score":0.0}],
            "dates":[{"start":26,"end":29,"text":"May","type":"date","value":"2026-05","mod":"END","freq":"2X","quant":"EVERY OTHER","from":"2026-05-01","to":null,
                "parts":[{"start":26,"end":29,"value":"2026-05"}],"rule":"iso","score":0.5}]}"#;
        let found: Annotations = serde_json::from_str(json).expect("the shapes");
        let unpacked = JSON::stringify(&objects(&found, &JsString::from(text))).expect("plain data");
        let again: Annotations = serde_json::from_str(&String::from(unpacked)).expect("the shapes");
        assert_eq!(again, found);
    }
}
