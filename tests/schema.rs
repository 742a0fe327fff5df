//! The published JSON Schema is what is printed: every member of it, always, and no other.
//!
//! A small reader of the words that the schema uses, and of no others, holds answers to it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod command;

use command::{json, run, stderr, stdout};
use newsmark::{
    BlockKind, DateRule, EntityType, Form, MentionRule, Modifier, QuoteKind, QuoteRule, ReferenceSource, TimeType,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;

fn schema() -> Value {
    let output = run(&["schema"], "");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    json(stdout(&output))
}

/// Where a value is not what the schema says; none if it is.
fn differs(schema: &Value, rule: &Value, value: &Value, at: &str) -> Option<String> {
    let fails = |why: &str| Some(format!("{at}: {why}: {value}"));
    for (word, wanted) in rule.as_object().expect("a rule") {
        let failure = match word.as_str() {
            "description" | "title" | "$schema" | "$defs" | "format" | "properties" | "minimum" | "maximum" => None,
            "$ref" => {
                let name = wanted.as_str().and_then(|of| of.strip_prefix("#/$defs/")).expect("a definition");
                differs(schema, &schema["$defs"][name], value, at)
            }
            "anyOf" => {
                let all: Vec<_> =
                    wanted.as_array().expect("rules").iter().map(|rule| differs(schema, rule, value, at)).collect();
                if all.iter().any(Option::is_none) { None } else { fails(&format!("{all:?}")) }
            }
            "type" => {
                let is = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if number.is_u64() => "integer",
                    Value::Number(_) => "number",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let may = |wanted: &Value| wanted == is || wanted == "number" && is == "integer";
                let allowed = wanted.as_array().map_or_else(|| may(wanted), |all| all.iter().any(may));
                if allowed { None } else { fails("of another type") }
            }
            "const" => {
                if value == wanted {
                    None
                } else {
                    fails("another value")
                }
            }
            "enum" => {
                if wanted.as_array().expect("values").contains(value) {
                    None
                } else {
                    fails("none of its values")
                }
            }
            "items" => value.as_array().into_iter().flatten().find_map(|item| differs(schema, wanted, item, at)),
            "required" if value.is_object() => {
                let missing = wanted
                    .as_array()
                    .expect("names")
                    .iter()
                    .find(|name| value.get(name.as_str().expect("a name")).is_none());
                missing.and_then(|name| fails(&format!("{name} is missing")))
            }
            "additionalProperties" => {
                value.as_object().into_iter().flatten().find_map(|(name, value)| match rule["properties"].get(name) {
                    Some(rule) => differs(schema, rule, value, &format!("{at}.{name}")),
                    None => Some(format!("{at}.{name} is not in the schema")),
                })
            }
            "required" => None,
            _ => panic!("the schema says {word:?}, which this test does not read"),
        };
        if failure.is_some() {
            return failure;
        }
    }
    None
}

#[test]
fn every_answer_is_as_the_schema_says() {
    let schema = schema();
    let mut kinds = Vec::new();
    for entry in fs::read_dir("tests/articles").expect("articles") {
        let path = entry.expect("an article").path();
        if path.extension().is_some_and(|kind| kind == "txt") {
            let text = fs::read_to_string(&path).expect("a text");
            kinds.push(serde_json::json!({ "id": path, "text": text }).to_string());
            let one = json(stdout(&run(&["annotate"], text)));
            assert_eq!(differs(&schema, &schema, &one, "one"), None);
        }
    }
    let pieces = [
        r#"{"text":"The fair runs from 3 May to 9 May 2024. The board meets twice a month, every other Tuesday, before 2020."}"#,
        r#"{"text":"“It is late,” said Ana Ruiz and Bo Lind. Nobody knows, it was said."}"#,
        r#"{"text":5}"#,
        r#"{"id":[7],"text":"","date":"soon"}"#,
        "hello",
    ];
    kinds.extend(pieces.map(str::to_owned));
    let answers = run(&["annotate", "--jsonl"], kinds.join("\n"));
    assert_eq!(stdout(&answers).lines().count(), kinds.len());
    for line in stdout(&answers).lines() {
        assert_eq!(differs(&schema, &schema, &json(line), "line"), None);
    }
}

#[test]
fn what_is_missing_or_added_differs() {
    let schema = schema();
    let good = json(stdout(&run(&["annotate"], "Ana Ruiz left on 17 May 2024.")));
    for (pointer, change) in [("/dates/0", "mod"), ("/mentions/0", "rule"), ("", "language"), ("/entities/0", "more")] {
        let mut bad = good.clone();
        let object = bad.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object");
        if object.remove(change).is_none() {
            object.insert(change.to_owned(), Value::Null);
        }
        assert!(differs(&schema, &schema, &bad, "one").is_some(), "{pointer} {change}");
    }
}

/// The names of all values of a kind or rule: what serde asks for in place of one that is none.
fn names<T: DeserializeOwned>() -> Vec<String> {
    let error = serde_json::from_str::<T>("\"?\"").err().expect("no such value").to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_values_of_every_kind_and_rule_are_named() {
    let schema = schema();
    for (pointer, names) in [
        ("/Block/properties/kind", names::<BlockKind>()),
        ("/Reference/properties/source", names::<ReferenceSource>()),
        ("/Entity/properties/type", names::<EntityType>()),
        ("/Mention/properties/form", names::<Form>()),
        ("/Mention/properties/rule", names::<MentionRule>()),
        ("/Quote/properties/kind", names::<QuoteKind>()),
        ("/Quote/properties/rule", names::<QuoteRule>()),
        ("/TimeExpr/properties/type", names::<TimeType>()),
        ("/TimeExpr/properties/mod", names::<Modifier>()),
        ("/TimeExpr/properties/rule", names::<DateRule>()),
    ] {
        let named = schema["$defs"].pointer(pointer).and_then(|rule| rule["enum"].as_array()).expect("values");
        let named: Vec<&str> = named.iter().filter_map(Value::as_str).collect();
        assert!(names.len() > 1 && named == names, "{pointer}: {names:?}");
    }
}
