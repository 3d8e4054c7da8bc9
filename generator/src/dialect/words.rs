//! Words that stand as they are: marks, fences, and words of types. Each counts how often it was met.

use super::Word;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// How often something was met. Of no account when settings are compared.
#[derive(Default)]
struct Met(AtomicU32);

impl Met {
    fn once_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Met {
    fn clone(&self) -> Self {
        Self(AtomicU32::new(self.count()))
    }
}

/// Nothing: settings are told apart by what they are, not by what they did.
impl std::fmt::Debug for Met {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

/// Texts that are looked for as they are.
#[derive(Clone, Debug, Default)]
pub struct Marks(Vec<(String, Met)>);

impl Marks {
    /// The texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(text, _)| text.as_str())
    }

    /// Whether `text` is one; if so, it counts as met.
    pub fn has(&self, text: &str) -> bool {
        let found = self.0.iter().find(|(known, _)| known == text);
        found.inspect(|(_, met)| met.once_more()).is_some()
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        Ok(Self(texts.into_iter().map(|text| (text, Met::default())).collect()))
    }
}

/// The texts, each with how often it was met.
impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(text, met)| (text, met.count())))
    }
}

/// What words mean.
#[derive(Clone, Debug, Default)]
pub struct WordList(BTreeMap<String, (Word, Met)>);

impl WordList {
    /// What `word` means; it counts as met.
    pub fn get(&self, word: &str) -> Option<&Word> {
        let (meaning, met) = self.0.get(word)?;
        met.once_more();
        Some(meaning)
    }
}

impl<'de> Deserialize<'de> for WordList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = BTreeMap::<String, Word>::deserialize(deserializer)?;
        Ok(Self(
            words.into_iter().map(|(word, meaning)| (word, (meaning, Met::default()))).collect(),
        ))
    }
}

/// The words, each with how often it was met.
impl Serialize for WordList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(word, (_, met))| (word, met.count())))
    }
}
