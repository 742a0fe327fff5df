//! The caller's own patterns: what they match is named, and a pattern that cannot be used says where it is wrong.

use newsmark::{EntityType, KnownName, KnownNames, MentionRule, Options, Pattern, Patterns, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

fn of(kind: EntityType, pattern: &str) -> Pattern {
    Pattern { kind, pattern: pattern.into(), name: None }
}

fn named(kind: EntityType, pattern: &str, name: &str) -> Pattern {
    Pattern { name: Some(name.into()), ..of(kind, pattern) }
}

fn options(patterns: Vec<Pattern>) -> Options {
    Options { patterns: Patterns::new(patterns).expect("patterns"), ..Options::default() }
}

/// The entities that patterns found, as "type name = mentions".
fn found_with(text: &str, options: &Options) -> Vec<String> {
    let found = annotate(text, options);
    let by_pattern = |&&m: &&usize| found.mentions[m].rule == Some(MentionRule::Pattern);
    let shown = |entity: &newsmark::Entity| {
        let mentions: Vec<&str> = entity.mentions.iter().filter(by_pattern).map(|&m| &*found.mentions[m].text).collect();
        (!mentions.is_empty()).then(|| format!("{:?} {} = {}", entity.kind, entity.name, mentions.join(", ")))
    };
    found.entities.iter().filter_map(shown).collect()
}

fn found(text: &str, patterns: Vec<Pattern>) -> Vec<String> {
    found_with(text, &options(patterns))
}

#[wasm_bindgen_test(unsupported = test)]
fn what_a_pattern_matches_is_named() {
    use EntityType::{Organization, Other, Product, Work};
    #[rustfmt::skip]
    let table: &[(&str, Pattern, &[&str])] = &[
        ("The court heard No. 23-1094 and No. 24-7 on Friday. It will rule on No. 24-7 in May.", of(Other, r"No\. \d{2}-\d+"),
            &["Other No. 23-1094 = No. 23-1094", "Other No. 24-7 = No. 24-7, No. 24-7"]),
        ("Shares of Tideline ($TDL) and of Morrow ($MRW) fell.", of(Organization, r"\$[A-Z]{3}\b"),
            &["Organization $TDL = $TDL", "Organization $MRW = $MRW"]),
        ("Flight BX 417 left late, and BX417 never landed.", named(Product, r"\bBX ?417\b", "Flight BX 417"),
            &["Product Flight BX 417 = BX 417, BX417"]),
        ("They were charged under 18 U.S.C. § 1001 in Lima.", of(Work, r"\d+ U\.S\.C\. § \d+"),
            &["Work 18 U.S.C. § 1001 = 18 U.S.C. § 1001"]),
        ("She said covid was back. COVID came twice.", named(Other, r"(?i)\bcovid\b", "COVID-19"),
            &["Other COVID-19 = covid, COVID"]),
        ("A part of a word is enough: overcrowding.", of(Other, "crowd"), &["Other crowd = crowd"]),
        ("The “Ärzte” met at Café Öl in Tórshavn, and öl was served.", of(Other, r"(?i)\böl\b"),
            &["Other Öl = Öl", "Other öl = öl"]),
        ("It rose by ٣٤ points.", of(Other, r"\d+"), &["Other ٣٤ = ٣٤"]),
        ("Nothing is matched by nothing here.", of(Other, r"x*"), &[]),
        ("Blanks are trimmed:  left  alone .", of(Other, r"\s+left\s+"), &["Other left = left"]),
        ("Only blanks are no match.", of(Other, r"\s+"), &[]),
        ("No such thing.", of(Other, r"\d+"), &[]),
    ];
    for (text, pattern, expected) in table {
        assert_eq!(found(text, vec![pattern.clone()]), *expected, "{} in {text}", pattern.pattern);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_paragraph_is_matched_by_itself_and_as_it_is_read() {
    let text = "The bridge was closed at dawn.\n\nThe ferry was closed at noon.";
    let whole = found(text, vec![of(EntityType::Other, r"(?s)^The.*\.$")]);
    assert_eq!(
        whole,
        [
            "Other The bridge was closed at dawn. = The bridge was closed at dawn.",
            "Other The ferry was closed at noon. = The ferry was closed at noon."
        ]
    );
    let wrapped = "> The court heard the long case against Tideline and its owners, known as case\n> 23-1094, and then it went home for the rest of that week, which was a short one,\n> since the snow had come early and the roads were closed to all but the ploughs.";
    let found = annotate(wrapped, &options(vec![of(EntityType::Other, "case 23-1094")]));
    let case = found.mentions.iter().find(|mention| mention.rule.is_some()).expect("a match over two lines");
    assert_eq!(case.text, "case\n> 23-1094");
    assert_eq!(found.entities[case.entity].name, "case 23-1094");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_read_is_not_matched() {
    let text = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird.";
    let given = options(vec![of(EntityType::Other, "Brücke")]);
    assert_eq!(found_with(text, &given), [""; 0]);
    assert_eq!(found_with(text, &Options { everything: true, ..given }), ["Other Brücke = Brücke"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pattern_wins_over_the_tagger() {
    let text =
        "Ana Ruiz said on Monday that she would leave. Paris Amoako of the Harland Transit Authority applauded Ana Ruiz.";
    assert_eq!(found(text, vec![of(EntityType::Work, "Ana Ruiz")]), ["Work Ana Ruiz = Ana Ruiz, Ana Ruiz"]);
    let found = annotate(text, &options(vec![of(EntityType::Product, "Transit")]));
    let names: Vec<(&str, EntityType)> = found.entities.iter().map(|entity| (&*entity.name, entity.kind)).collect();
    assert!(names.contains(&("Transit", EntityType::Product)), "{names:?}");
    assert!(!names.iter().any(|(name, _)| name.contains("Harland")), "{names:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn of_what_overlaps_the_first_then_the_longest_then_a_name_is_taken() {
    use EntityType::{Organization, Other, Product};
    let text = "They rode the Tide Line Express home.";
    let tide = || of(Other, "Tide");
    assert_eq!(found(text, vec![tide(), of(Product, "Tide Line")]), ["Product Tide Line = Tide Line"]);
    assert_eq!(found(text, vec![tide(), of(Product, "Tide")]), ["Other Tide = Tide"]);
    assert_eq!(found(text, vec![of(Product, "Line Express"), of(Other, "Tide Line")]), ["Other Tide Line = Tide Line"]);
    let name = |name: &str| KnownName { name: name.into(), kind: Organization, aliases: vec![], case_sensitive: true };
    for (known, pattern, expected) in
        [("Tide Line", "Tide", 0), ("Tide", "Tide Line", 1), ("Tide", "Tide", 0), ("Line", "Tide", 1)]
    {
        let names = KnownNames::new([name(known)]).expect("a name");
        let given = Options { names, ..options(vec![of(Other, pattern)]) };
        assert_eq!(found_with(text, &given).len(), expected, "the name {known} and the pattern {pattern}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mention_says_what_found_it() {
    let names = KnownNames::new([KnownName {
        name: "Corner Shop".into(),
        kind: EntityType::Organization,
        aliases: vec![],
        case_sensitive: false,
    }]);
    let given = Options { names: names.expect("a name"), ..options(vec![of(EntityType::Other, r"No\. \d+")]) };
    let found = annotate("Ana Ruiz met the corner shop over No. 7.", &given);
    let rules: Vec<_> = found.mentions.iter().map(|mention| (&*mention.text, mention.rule)).collect();
    let expected = [("Ana Ruiz", None), ("corner shop", Some(MentionRule::Known)), ("No. 7", Some(MentionRule::Pattern))];
    assert_eq!(rules, expected);
    let json = serde_json::to_string(&found.mentions[2]).expect("JSON");
    assert!(json.contains(r#""form":"name","rule":"pattern","score":1.0"#), "{json}");
    assert!(serde_json::to_string(&found.mentions[0]).expect("JSON").contains(r#""rule":null"#));
}

#[wasm_bindgen_test(unsupported = test)]
fn who_speaks_may_be_found_by_a_pattern() {
    let given = options(vec![named(EntityType::Person, r"Officer \d+", "the officer")]);
    let found = annotate("“It is closed,” said Officer 4471.", &given);
    let speaker = found.quotes[0].speaker.as_ref().expect("a speaker");
    assert_eq!(speaker.entities.iter().map(|&id| &*found.entities[id].name).collect::<Vec<_>>(), ["the officer"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn patterns_that_cannot_be_used_say_where_they_are_wrong() {
    let good = || of(EntityType::Other, "a");
    #[rustfmt::skip]
    let table: &[(&str, Option<usize>, &str)] = &[
        ("(a",        Some(0), r#"patterns[1] ("(a"): unclosed group (at character 0, counted from 0)"#),
        ("é[z-a]",    Some(2), r#"patterns[1] ("é[z-a]"): invalid character class range, the start must be <= the end (at character 2, counted from 0)"#),
        ("a{2",       Some(1), r#"patterns[1] ("a{2"): unclosed counted repetition (at character 1, counted from 0)"#),
        ("*",         Some(0), r#"patterns[1] ("*"): repetition operator missing expression (at character 0, counted from 0)"#),
        (r"ab(?=c)",  Some(2), r#"patterns[1] ("ab(?=c)"): look-around, including look-ahead and look-behind, is not supported (at character 2, counted from 0)"#),
        (r"(a)\1",    Some(3), r#"patterns[1] ("(a)\\1"): backreferences are not supported (at character 3, counted from 0)"#),
        (r"\w{3000}", None,    r#"patterns[1] ("\\w{3000}"): too large when compiled"#),
        ("((a{99}){99}){99}", None, r#"patterns[1] ("((a{99}){99}){99}"): too large when compiled"#),
    ];
    for (pattern, at, message) in table {
        let error = Patterns::new([good(), of(EntityType::Other, pattern)]).expect_err(pattern);
        assert_eq!((error.index, &*error.pattern, error.at, &*error.to_string()), (1, *pattern, *at, *message));
    }
    let deep = format!("{}a{}", "(".repeat(2000), ")".repeat(2000));
    let error = Patterns::new([of(EntityType::Other, &deep)]).expect_err("too deep");
    assert!(error.at.is_some() && error.to_string().contains("nest"), "{error}");
    assert!(error.to_string().len() < 300, "{error}");
}

#[wasm_bindgen_test(unsupported = test)]
fn there_may_be_a_hundred_patterns() {
    let many = |count: usize| (0..count).map(|n| of(EntityType::Other, &format!("case{n}")));
    assert!(Patterns::new(many(100)).is_ok());
    let error = Patterns::new(many(101)).expect_err("too many");
    assert_eq!(error.to_string(), r#"patterns[100] ("case100"): at most 100 patterns are allowed"#);
}

#[wasm_bindgen_test(unsupported = test)]
fn of_one_pattern_the_first_ten_thousand_matches_are_taken() {
    let text = "ab ".repeat(10_001);
    let given = Options { everything: true, ..options(vec![of(EntityType::Other, "a"), of(EntityType::Other, "b")]) };
    let found = annotate(&text, &given);
    assert_eq!(found.mentions.iter().filter(|mention| mention.rule.is_some()).count(), 20_000);
}

#[wasm_bindgen_test(unsupported = test)]
fn patterns_that_blow_up_elsewhere_are_read_in_linear_time() {
    // Backtracking would take longer than there is.
    let text = format!("It was {}, they said.", "a".repeat(20_000));
    for pattern in ["(a*)*b", "(a+)+$x", "(a|aa)+b", "(.*)*(.*)*(.*)*z", "(a|a?)+b"] {
        assert_eq!(found(&text, vec![of(EntityType::Other, pattern)]), [""; 0], "{pattern}");
    }
}
