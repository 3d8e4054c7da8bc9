//! The bag of a decoded object: all that its fields cannot hold, so that encoding gives back what was received.
//!
//! Kept are unknown properties and annotations, explicit nulls, values that do not fit their property (misfits), and
//! the text of floats that the writer would spell otherwise. An object without any of these has no bag at all.

use std::borrow::Cow;
use std::fmt;

use super::traits::{Scalar, SetFields};
use crate::runtime::edm::Json;
use crate::runtime::json::{Reader, Writer, quote, unquote};

/// Unknown properties, annotations, explicit nulls and misfits of an object.
#[derive(Clone, Default)]
pub struct Extra {
    bag: Option<Box<Bag>>,
    decoded: bool,
}

/// An unknown property or an annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraEntry<'a> {
    /// The JSON name.
    pub name: Cow<'a, str>,
    /// The value as JSON text.
    pub raw: &'a str,
}

#[derive(Clone, Default)]
struct Bag {
    /// The fields with an explicit null; those beyond the limit of the set are entries.
    nulls: SetFields,
    entries: Vec<Entry>,
    /// The annotations around a `{"value": {…}}` envelope that this object came in, as JSON members.
    envelope: Option<Box<str>>,
    /// The type of a value that was viewed as its base, where the text did not say it.
    implied_type: Option<&'static str>,
}

/// Why an entry is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A name with `@`.
    Annotation,
    /// A name that the type does not know.
    Unknown,
    /// The program put it here; the name may be one that the type knows.
    Added,
    /// An explicit null of a field beyond the bits.
    Null,
    /// A value that does not fit its field.
    Misfit,
    /// The text of a float.
    Spelling,
}

#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) reason: Reason,
    /// The field that the entry belongs to, where the reason is about a field.
    pub(crate) field: u16,
    /// The length of the quoted key at the start of `text`; 0 for entries about fields.
    key_length: u32,
    /// `"key":value`, or the value alone for entries about fields.
    text: Box<str>,
}

impl Entry {
    fn named(reason: Reason, name: &str, raw: &str) -> Self {
        let mut writer = Writer::with_capacity(name.len() + raw.len() + 3);
        writer.string(name);
        let key_length = writer.len();
        writer.raw(":");
        writer.raw(raw);
        Self {
            reason,
            field: 0,
            key_length: u32::try_from(key_length).unwrap_or(u32::MAX),
            text: writer.into_string().into_boxed_str(),
        }
    }

    /// `"key":value`; the value alone for entries about fields.
    pub(crate) fn member(&self) -> &str {
        &self.text
    }

    /// The key in quotes.
    pub(crate) fn quoted_name(&self) -> &str {
        self.text.get(..self.key_length as usize).unwrap_or_default()
    }

    pub(crate) fn name(&self) -> Cow<'_, str> {
        unquote(self.quoted_name()).unwrap_or_default()
    }

    pub(crate) fn raw(&self) -> &str {
        let start = if self.is_named() { self.key_length as usize + 1 } else { 0 };
        self.text.get(start..).unwrap_or_default()
    }

    pub(crate) fn is_named(&self) -> bool {
        match self.reason {
            Reason::Annotation | Reason::Unknown | Reason::Added => true,
            Reason::Null | Reason::Misfit | Reason::Spelling => false,
        }
    }
}

/// The bag of an object that hands out none.
static NO_EXTRA: Extra = Extra { bag: None, decoded: false };

pub(crate) fn no_extra() -> &'static Extra {
    &NO_EXTRA
}

impl Extra {
    /// The value of an unknown property or an annotation, as JSON text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named(name).map(Entry::raw)
    }

    /// The text of an unknown property or an annotation that is a JSON string.
    #[must_use]
    pub fn get_str(&self, name: &str) -> Option<Cow<'_, str>> {
        unquote(self.get(name)?)
    }

    /// The value of an unknown property or an annotation as a scalar: a boolean, a number, a text, an enum, a date, a
    /// collection of these. `None` if it is missing or something else.
    #[must_use]
    pub fn get_as<S: Scalar>(&self, name: &str) -> Option<S> {
        S::read(&mut Reader::unlimited(self.get(name)?)).ok().flatten()
    }

    /// Sets an unknown property or an annotation, such as `owners@odata.bind`.
    ///
    /// Under the name of a property that the type knows, the property itself wins as soon as it is set.
    pub fn insert(&mut self, name: &str, value: &Json) {
        self.remove(name);
        let reason = if name.contains('@') { Reason::Annotation } else { Reason::Added };
        let entry = Entry::named(reason, name, value.as_str());
        self.bag_mut().entries.push(entry);
    }

    /// Removes an unknown property or an annotation; whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        let quoted = quote(name);
        let Some(bag) = &mut self.bag else {
            return false;
        };
        let before = bag.entries.len();
        bag.entries.retain(|entry| !(entry.is_named() && entry.quoted_name() == quoted));
        bag.entries.len() < before
    }

    /// The unknown properties and annotations, in the order received.
    pub fn iter(&self) -> impl Iterator<Item = ExtraEntry<'_>> {
        let named = self.entries().iter().filter(|entry| entry.is_named());
        named.map(|entry| ExtraEntry { name: entry.name(), raw: entry.raw() })
    }

    /// Whether there are no unknown properties and no annotations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Whether the object was decoded rather than built by the program.
    #[must_use]
    pub fn was_decoded(&self) -> bool {
        self.decoded
    }

    pub(crate) fn for_decoded() -> Self {
        Self { bag: None, decoded: true }
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        self.bag.as_ref().map_or(&[], |bag| &bag.entries)
    }

    /// Whether there is nothing to write beside the fields.
    #[inline]
    pub(crate) fn has_bag(&self) -> bool {
        self.bag.is_some()
    }

    pub(crate) fn envelope(&self) -> Option<&str> {
        self.bag.as_ref()?.envelope.as_deref()
    }

    pub(crate) fn set_envelope(&mut self, members: String) {
        self.bag_mut().envelope = Some(members.into_boxed_str());
    }

    pub(crate) fn implied_type(&self) -> Option<&'static str> {
        self.bag.as_ref()?.implied_type
    }

    pub(crate) fn set_implied_type(&mut self, name: &'static str) {
        self.bag_mut().implied_type = Some(name);
    }

    pub(crate) fn forget_implied_type(&mut self) {
        if let Some(bag) = &mut self.bag {
            bag.implied_type = None;
        }
    }

    /// The raw value of `@odata.type`.
    pub(crate) fn type_annotation(&self) -> Option<&str> {
        self.quoted("\"@odata.type\"").map(Entry::raw)
    }

    pub(crate) fn keep_named(&mut self, reason: Reason, name: &str, raw: &str) {
        let entry = Entry::named(reason, name, raw);
        self.bag_mut().entries.push(entry);
    }

    pub(crate) fn keep_field(&mut self, reason: Reason, field: usize, raw: &str) {
        // No type has 65,536 properties; one that had would lose nothing but this text.
        let Ok(field) = u16::try_from(field) else {
            return;
        };
        self.bag_mut().entries.push(Entry { reason, field, key_length: 0, text: raw.into() });
    }

    pub(crate) fn keep_null(&mut self, field: usize) {
        if field < SetFields::LIMIT {
            self.bag_mut().nulls.put(field, true);
        } else {
            self.keep_field(Reason::Null, field, "null");
        }
    }

    /// The fields with an explicit null, whether or not they hold a value by now.
    pub(crate) fn nulls(&self) -> impl Iterator<Item = usize> {
        let bits = self.bag.as_ref().map_or_else(SetFields::default, |bag| bag.nulls).indices();
        let beyond = self.about_fields(Reason::Null);
        bits.chain(beyond.map(|entry| usize::from(entry.field)))
    }

    pub(crate) fn about_fields(&self, reason: Reason) -> impl Iterator<Item = &Entry> {
        let entries = self.entries().iter();
        entries.filter(move |entry| entry.reason == reason)
    }

    /// The received text of a float field.
    pub(crate) fn spelling(&self, field: usize) -> Option<&str> {
        let mut spellings = self.about_fields(Reason::Spelling);
        spellings.find(|entry| usize::from(entry.field) == field).map(Entry::raw)
    }

    /// Drops all that is kept about a field.
    pub(crate) fn forget_field(&mut self, field: usize) {
        let Some(bag) = &mut self.bag else {
            return;
        };
        bag.nulls.remove(field);
        bag.entries.retain(|entry| entry.is_named() || usize::from(entry.field) != field);
    }

    /// Of unknown properties and annotations with the same name, the last counts.
    pub(crate) fn drop_repeated(&mut self) {
        let Some(bag) = &mut self.bag else {
            return;
        };
        let count = bag.entries.len();
        if count < 2 {
            return;
        }
        let mut order: Vec<usize> = (0..count).collect();
        let name = |at: &usize| bag.entries.get(*at).map_or("", Entry::quoted_name);
        // Stable, so equal names stay in the order received.
        order.sort_by(|a, b| name(a).cmp(name(b)));
        let mut keep = vec![true; count];
        for pair in order.windows(2) {
            if let [a, b] = pair
                && !name(a).is_empty()
                && name(a) == name(b)
                && let Some(keep) = keep.get_mut(*a)
            {
                *keep = false;
            }
        }
        let mut keep = keep.into_iter();
        bag.entries.retain(|_| keep.next().unwrap_or(true));
    }

    fn named(&self, name: &str) -> Option<&Entry> {
        if self.entries().is_empty() { None } else { self.quoted(&quote(name)) }
    }

    /// As [`Extra::named`], for a name in quotes.
    fn quoted(&self, name: &str) -> Option<&Entry> {
        let mut entries = self.entries().iter();
        entries.find(|entry| entry.is_named() && entry.quoted_name() == name)
    }

    fn bag_mut(&mut self) -> &mut Bag {
        self.bag.get_or_insert_default()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.iter().map(|entry| (entry.name, entry.raw));
        f.debug_map().entries(entries).finish()
    }
}
