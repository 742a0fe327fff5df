//! Maps the tags of the treebanks to the product's.

use newsmark::training::syntax::{Label, Tag};

/// What a word is, by its tags and its relation.
pub fn label(form: &str, universal: &str, penn: &str, relation: &str, silver: bool) -> Option<Label> {
    let lower = form.to_lowercase();
    let relation = relation.split(':').next().unwrap_or(relation);
    let helps = if silver { matches!(relation, "aux" | "auxpass" | "cop") } else { universal == "AUX" };
    let verb = |tag| if helps { Label::other(tag) } else { Label::usual(tag) };
    let usual = Label::usual;
    Some(match penn {
        "NN" if indefinite(&lower) => usual(Tag::Pronoun),
        "NN" => usual(Tag::Noun),
        "NNS" => usual(Tag::NounPlural),
        "NNP" | "NNPS" if matches!(universal, "ADJ" | "VERB") => Label::other(Tag::Name),
        "NNP" | "NNPS" => usual(Tag::Name),
        // The treebanks differ: an address is a name there, something else here.
        "ADD" => usual(Tag::Other),
        "PRP" => usual(Tag::Pronoun),
        "PRP$" => usual(Tag::Possessive),
        "DT" if silver && matches!(relation, "det" | "neg" | "predet") => usual(Tag::Determiner),
        "DT" if silver && matches!(lower.as_str(), "the" | "a" | "an" | "no" | "every") => usual(Tag::Determiner),
        "DT" if silver => usual(Tag::Pronoun),
        "DT" if universal == "PRON" => usual(Tag::Pronoun),
        "DT" | "PDT" => usual(Tag::Determiner),
        "JJ" | "JJR" | "JJS" => usual(Tag::Adjective),
        "RB" if lower == "not" || lower == "n't" || lower == "n’t" || universal == "PART" => usual(Tag::Negation),
        "RB" | "RBR" | "RBS" => usual(Tag::Adverb),
        "RP" => usual(Tag::Particle),
        "IN" if if silver { relation == "mark" } else { universal == "SCONJ" } => usual(Tag::Subordinator),
        "IN" if silver && relation != "case" => return None,
        "IN" => usual(Tag::Preposition),
        "CC" => usual(Tag::Conjunction),
        "CD" => usual(Tag::Number),
        "MD" => usual(Tag::Modal),
        "VB" => verb(Tag::Base),
        "VBP" => verb(Tag::Present),
        "VBZ" => verb(Tag::Third),
        "VBD" => verb(Tag::Past),
        "VBN" => verb(Tag::PastParticiple),
        "VBG" => verb(Tag::Gerund),
        "TO" if silver && relation == "case" => usual(Tag::Preposition),
        "TO" => usual(Tag::To),
        "WDT" if if silver { relation == "det" } else { universal == "DET" } => Label::other(Tag::Relative),
        "WDT" | "WP" | "WP$" => usual(Tag::Relative),
        "WRB" => usual(Tag::RelativeAdverb),
        "EX" => usual(Tag::Existential),
        "POS" => usual(Tag::Clitic),
        "UH" => usual(Tag::Interjection),
        "SYM" | "$" | "#" | "NFP" => usual(Tag::Symbol),
        "HYPH" | "." | "," | ":" | "``" | "''" | "-LRB-" | "-RRB-" => usual(Tag::Punctuation),
        "FW" | "LS" | "AFX" | "GW" | "XX" => usual(Tag::Other),
        _ => return None,
    })
}

fn indefinite(lower: &str) -> bool {
    let begins = ["some", "any", "every", "no"].iter().find_map(|begin| lower.strip_prefix(begin));
    begins.is_some_and(|rest| matches!(rest, "one" | "body" | "thing")) || lower == "none"
}
