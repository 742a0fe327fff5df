//! Gender and number: what a name itself tells, as evidence for pronouns.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::casing::View;
use super::{EntityType, Gender};
use crate::text::Case;
use std::ops::Range;

/// What the first name tells, by how often each gender bears it; nothing where both do.
pub(super) fn of_first_name(view: &View, name: &Range<usize>) -> Option<Gender> {
    if name.len() < 2 {
        return None;
    }
    let listed = super::names::look_up(&view.lower[name.start]);
    match (listed.male(), listed.female()) {
        (male, female) if male > female => Some(Gender::Male),
        (male, female) if female > male => Some(Gender::Female),
        _ => None,
    }
}

/// What a function tells, as it stands in `roles.txt`: "actress".
pub(crate) fn of_role(told: &str) -> Option<Gender> {
    match told {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// Whether a name is of several: "Ukrainians", "the Greens", "Democrats".
pub(super) fn plural(view: &View, name: &Range<usize>, kind: EntityType) -> bool {
    let Some(last) = name.clone().last() else { return false };
    let word = &view.lower[last];
    let ending = word.ends_with('s') && !["ss", "us", "is", "as", "os"].iter().any(|tail| word.ends_with(tail))
        || word.ends_with("men");
    match kind {
        EntityType::Group => ending,
        EntityType::Organization => {
            let article = name.start.checked_sub(1).is_some_and(|before| view.lower.is(before, "the"));
            ending
                && name.len() == 1
                && (article || view.listed[last].group())
                && view.document.tokens[last].case != Case::Upper
        }
        _ => false,
    }
}
