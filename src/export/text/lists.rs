//! What was found, by number: entities with their mentions, quotes with their speaker, dates with their value.

use super::rows::visible;
use super::{Name, entity_label, line};
use crate::annotations::{Annotations, Entity, Quote, TimeExpr};
use crate::entities::Form;
use crate::span::Span;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
