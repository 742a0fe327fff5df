//! The caller's own names: they win over the tagger, and a list that cannot be used says which entry is wrong.

use newsmark::{EntityType, KnownName, KnownNames, Options, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

fn known(name: &str, kind: EntityType, aliases: &[&str], case_sensitive: bool) -> KnownName {
    KnownName { name: name.into(), kind, aliases: aliases.iter().map(|&alias| alias.into()).collect(), case_sensitive }
}

/// The entities of a text, as "type name = mentions".
fn found(text: &str, names: Vec<KnownName>) -> Vec<String> {
    let names = KnownNames::new(names).expect("a list");
    let found = annotate(text, &Options { names, ..Options::default() });
    let shown = |entity: &newsmark::Entity| {
        let mentions: Vec<&str> = entity.mentions.iter().map(|&m| &*found.mentions[m].text).collect();
        format!("{:?} {} = {}", entity.kind, entity.name, mentions.join(", "))
    };
    found.entities.iter().map(shown).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_known_name_wins_over_the_tagger() {
    let text = "Paris said on Monday that the ship would sail. The harbour applauded Paris.";
    let paris = known("Paris Amoako", EntityType::Person, &["Paris"], true);
    assert_eq!(found(text, vec![paris]), ["Person Paris Amoako = Paris, Paris"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_no_tagger_would_find_is_found() {
    let text = "They bought it at the corner shop, and the Corner Shop was glad.";
    let shop = || known("Corner Shop", EntityType::Organization, &[], false);
    assert_eq!(found(text, vec![shop()]), ["Organization Corner Shop = corner shop, Corner Shop"]);
    let exact = KnownName { case_sensitive: true, ..shop() };
    assert_eq!(found(text, vec![exact]), ["Organization Corner Shop = Corner Shop"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_longest_name_is_taken_and_never_a_part_of_a_word() {
    let names = vec![known("Tide", EntityType::Product, &[], false), known("Tide Line", EntityType::Work, &[], false)];
    let text = "she read tide line, washed with tide, and swam in tides.";
    assert_eq!(found(text, names), ["Work Tide Line = tide line", "Product Tide = tide"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn aliases_and_short_forms_are_one_entity() {
    let names = vec![known("Ana Ruiz", EntityType::Person, &["the Hammer"], false)];
    let text = "Ana Ruiz won on Sunday. Ruiz’s friends call her the hammer.";
    assert_eq!(found(text, names), ["Person Ana Ruiz = Ana Ruiz, Ruiz, the hammer"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn two_known_things_stay_two() {
    let names = vec![
        known("Harland Transit Authority", EntityType::Organization, &[], false),
        known("HTA", EntityType::Product, &[], true),
    ];
    let text = "The Harland Transit Authority (HTA) is late.";
    assert_eq!(
        found(text, names),
        ["Organization Harland Transit Authority = Harland Transit Authority", "Product HTA = HTA"]
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn a_name_may_hold_a_pronoun_that_speaks() {
    let names = vec![known("Ruiz, Who Said It Was Late", EntityType::Work, &[], false)];
    let text = "Ruiz, who said it was late, left.";
    assert_eq!(found(text, names), ["Work Ruiz, Who Said It Was Late = Ruiz, who said it was late"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn apostrophes_may_be_straight_or_curly() {
    let names = vec![known("People's Quay", EntityType::Place, &[], true)];
    assert_eq!(found("they met on People’s Quay.", names), ["Place People's Quay = People’s Quay"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_list_that_cannot_be_used_says_which_entry_is_wrong() {
    let ana = || known("Ana Ruiz", EntityType::Person, &[], false);
    let cases = [
        (vec![ana(), known("", EntityType::Place, &[], false)], 1, r#"names[1] (""): there is no letter or digit in """#),
        (
            vec![known("Quay", EntityType::Place, &["—"], false)],
            0,
            r#"names[0] ("Quay"): there is no letter or digit in "—""#,
        ),
        (
            vec![ana(), known("Ruiz", EntityType::Place, &["ana ruiz"], false)],
            1,
            r#"names[1] ("Ruiz"): "ana ruiz" is already a name of "Ana Ruiz""#,
        ),
    ];
    for (list, index, message) in cases {
        let error = KnownNames::new(list).expect_err(message);
        assert_eq!((error.index, &*error.to_string()), (index, message));
    }
    assert!(KnownNames::new([known("US", EntityType::Place, &[], true), known("us", EntityType::Group, &[], true)]).is_ok());
    assert!(KnownNames::new([known("Ana", EntityType::Person, &["Ana", "ANA"], false)]).is_ok(), "its own twice");
}
