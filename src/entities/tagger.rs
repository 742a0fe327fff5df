//! The tagger: which tokens are names, and of what.
//!
//! A linear-chain model reads the stretches where names can stand (`runs`), by features of each token (`features`), and reads
//! them again in the light of what it found in the whole article (`reading`). Its weights were trained by `trainer/` and
//! lie in `model/tagger.bin`. Where it is unsure, a small net is asked as well (`net`), of `model/net.bin`. Roles and the joining of names into entities come after, and are not its business.

mod addresses;
mod alone;
pub mod article;
pub mod attributes;
mod by_kind;
mod evidence;
mod families;
pub mod features;
mod kinds;
pub mod labels;
pub mod lattice;
pub mod net;
mod once;
pub mod reading;
mod repair;
mod repeated;
pub mod runs;
pub mod storms;

use super::casing::View;
use super::{Name, called};
use crate::model::tagger::model;
use net::weights::Net;
pub(super) use repair::exactly;
use std::sync::OnceLock;

static NET: &[u8] = include_bytes!("../../model/net.bin");

/// A name less probable than this is left out: about half of F1, where F1 is highest if scores are what they say.
pub const LEAST: f32 = 0.47;

/// The net that is asked where the model is unsure.
fn net() -> Option<&'static Net<'static>> {
    static LOADED: OnceLock<Option<Net<'static>>> = OnceLock::new();
    // The committed bytes always load: a test proves it.
    LOADED.get_or_init(|| Net::read(NET).ok()).as_ref()
}

/// The names of an article, in text order, never overlapping.
pub(super) fn tag(view: &View) -> Vec<Name> {
    let (Some(model), Some(net)) = (model(), net()) else { return Vec::new() };
    let mut found = repair::names(view, reading::read(view, model, Some(net)));
    once::decide(view, &mut found);
    let mut names = Vec::with_capacity(found.len());
    let all = found.into_iter().map(|name| {
        let kind = kinds::of(view, &name.tokens, name.class);
        Name { kind, score: net.calibrated(name.probability), tokens: name.tokens, known: None, exact: None }
    });
    names.extend(all.filter(|name| name.score >= LEAST));
    storms::add(view, &mut names);
    by_kind::add(view, &mut names);
    called::add(view, &mut names);
    families::add(view, &mut names);
    addresses::add(view, &mut names);
    repeated::add(view, &mut names);
    repeated::in_headlines(view, &mut names);
    names
}

/// The names of an article that is already read into tokens: the tagger alone, for whoever times it.
#[cfg(feature = "training")]
pub fn names_in(document: &crate::text::Document) -> Vec<Name> {
    tag(&View::new(document))
}

#[cfg(test)]
mod tests {
    use super::{NET, Net};
    use crate::model::{ModelError, tests::refuse};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn what_is_no_net_is_told_apart() {
        refuse(
            |bytes| Net::read(bytes).err(),
            NET,
            &[
                ("newer", 4, 2, ModelError::Version(3)),
                ("rows of another width", 6, 1, ModelError::Shape),
                ("other sections", 7, 1, ModelError::Shape),
            ],
        );
    }
}
