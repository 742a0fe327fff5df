//! Tests the tag of each word in sentences of our own, and that no text or bytes can produce anything else.

use super::model::Model;
use super::tags::{LABELS, Label, TAGS};
use super::{Tag, Tags, tag};
use crate::model::ModelError;
use crate::model::tests::refuse;
use crate::text::Document;

/// Sentences in which some words have their tag behind them: "opens/Third".
fn check(sentences: &[&str]) {
    let mut wrong = Vec::new();
    for sentence in sentences {
        let words: Vec<(&str, Option<&str>)> = sentence
            .split(' ')
            .map(|word| word.rsplit_once('/').map_or((word, None), |(word, tag)| (word, Some(tag))))
            .collect();
        let text = words.iter().map(|(word, _)| word.replace('_', "")).collect::<Vec<_>>().join(" ");
        let document = Document::read(&text);
        let tags = tag(&document);
        let mut at = 0;
        for (word, expected) in words {
            // "_" parts what is written together; the tag is that of the last part.
            at += word.split('_').count();
            let found = format!("{:?}", tags.get(at - 1));
            if expected.is_some_and(|expected| expected != found) {
                wrong.push(format!("{word}/{found} in {sentence}"));
            }
        }
        assert_eq!(at, document.tokens.len(), "the tokens of {text}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn verbs_and_nouns_that_are_written_alike() {
    check(&[
        "State/Noun advocates/NounPlural urged/Past the agency to reopen/Base the docks .",
        "She claims/Third the vote was stolen/PastParticiple .",
        "Their claims/NounPlural were never tested/PastParticiple in court .",
        "Prices/NounPlural rose/Past , analysts/NounPlural estimate/Present .",
        "An estimate/Noun puts/Third the cost/Noun at $ 3 million/Number .",
        "Investors fear/Present a slump .",
        "Fear/Noun of a slump/Noun grew/Past .",
        "The team leads/Third the league .",
        "Critics say/Present the measure/Noun hurts/Third the poor .",
        "We need/Present more time/Noun .",
        "There is/Third a need/Noun for rain .",
        "He refused/Past to answer/Base .",
        "His answer/Noun was/Past short .",
        "The ruling/Noun forced/Past them to/To pay/Base .",
        "Rising costs/NounPlural hurt/Past growers .",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn past_and_participle() {
    check(&[
        "He alleged/Past misconduct .",
        "The alleged/Adjective smuggler was released/PastParticiple .",
        "The network released/Past a statement .",
        "The films/NounPlural released/PastParticiple last year earned/Past little .",
        "He has also said/PastParticiple that the plan will fail/Base .",
        "In a statement released/PastParticiple on Friday , the club denied/Past it .",
        "Asked/PastParticiple whether he would run/Base , he declined/Past to comment/Base .",
        "The suspect confessed/Past , the police said/Past .",
        "Those who stayed/Past said/Past they feared/Past reprisals .",
        "Talks had stalled/PastParticiple , she said/Past .",
        "The minister , speaking/Gerund in Lima , said/Past no .",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn that_and_other_small_words() {
    check(&[
        "She hopes that/Subordinator he comes/Third .",
        "That/Determiner plan is dead .",
        "That/Pronoun is what/Relative they wanted .",
        "The plan that/Relative failed was his .",
        "This/Determiner bridge is old ; this/Pronoun is not/Negation .",
        "The mayor_'s/Clitic office closed .",
        "He_'s/Third angry .",
        "It_'s/Third been raining/Gerund .",
        "The workers_'/Clitic union agreed .",
        "He met her/Possessive brother .",
        "He met her/Pronoun .",
        "To/Preposition them , to/To leave/Base is to/To lose/Base .",
        "There/Existential is no doubt about/Preposition it .",
        "He gave up/Particle .",
        "They did_n't/Negation like/Base it .",
        "If/Subordinator rates fall/Present , buyers return/Present .",
        "She left because/Subordinator it rained/Past .",
        "He was fined for/Subordinator not/Negation opening/Gerund the gate .",
        "He was fined for/Preposition the delay .",
        "The question is why/RelativeAdverb nobody/Pronoun acted/Past .",
        "Two/Number of the 40/Number survived/Past .",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn headlines() {
    check(&[
        "Harbour fees/NounPlural to/To rise/Base , officials/NounPlural warn/Present",
        "Police Say/Present Suspect/Noun Fled Across/Preposition Border/Noun",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn names() {
    check(&[
        "Ms./Name Ortega/Name , who/Relative leads/Third the union/Noun , spoke/Past on Saturday/Name .",
        "The Supreme/Name Court/Name of Brazil/Name ruled/Past .",
        "Lindqvist/Name and Obuya/Name resigned/Past .",
        "A spokesman/Noun for Obuya/Name declined/Past to comment/Base .",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn auxiliaries_are_told_from_other_verbs() {
    let cases = [
        ("He has left .", "has", true),
        ("He has a boat .", "has", false),
        ("It is open .", "is", true),
        ("They did not open .", "did", true),
        ("They did well .", "did", false),
        ("It will open .", "will", true),
        ("The will was read .", "will", false),
    ];
    for (text, word, expected) in cases {
        let document = Document::read(text);
        let at = (0..document.tokens.len()).find(|&at| document.word(at) == word).expect("the word");
        assert_eq!(tag(&document).is_auxiliary(at), expected, "{word} in {text}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn every_token_has_a_tag_and_nothing_else_has() {
    let texts =
        ["", " ", "“", "The ferry sank. Nobody drowned.\n\nPort opens", "a\u{301}\u{1f1fa}\u{1f1f8} ’’’ --- 9/11-x's @x #y"];
    for text in texts {
        let document = Document::read(text);
        let tags = tag(&document);
        assert_eq!(tags.labels.len(), document.tokens.len(), "{text}");
        assert_eq!(tags.get(document.tokens.len()), Tag::Other);
        assert!(!tags.is_auxiliary(document.tokens.len()));
    }
    assert_eq!(Tags::default().get(0), Tag::Other);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn a_sentence_is_read_by_itself() {
    let (one, other) = ("He said that plan was dead.", "Critics fear a slump, she added.");
    let tags = |text: &str| tag(&Document::read(text)).labels;
    assert_eq!(tags(&format!("{one} {other}")), [tags(one), tags(other)].concat());
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn labels_are_tags_of_two_kinds() {
    for number in 0..=u8::MAX {
        let label = Label::of(number);
        let same = if label.is_other() { Label::other(label.tag()) } else { Label::usual(label.tag()) };
        assert_eq!(same == label, usize::from(number) < LABELS, "{number}");
        assert_eq!(label.is_other(), usize::from(number) >= TAGS);
    }
    assert!(Tag::Modal.is_finite() && Tag::Gerund.is_verb() && !Tag::Gerund.is_finite() && !Tag::To.is_verb());
    assert!(Tag::Pronoun.is_nominal() && Tag::Noun.is_nominal() && !Tag::Possessive.is_nominal());
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn what_is_no_model_is_told_apart() {
    assert!(super::model().is_some());
    let edits = [
        ("newer", 4, 1, ModelError::Version(3)),
        ("places of no row", 6, 22 ^ 3, ModelError::Shape),
        ("places of more rows", 6, 1, ModelError::Length),
        ("a lexicon of another size", 9, 1, ModelError::Length),
        ("more weights", 12, 1, ModelError::Length),
        ("weights beyond all sizes", 15, 0x80, ModelError::Shape),
    ];
    refuse(|bytes| Model::read(bytes).err(), super::BYTES, &edits);
}
