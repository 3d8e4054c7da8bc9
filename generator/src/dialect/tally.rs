//! How often each pattern of a dialect fitted: what its author looks at.
//!
//! In: a dialect with which pages were read. Out: [`Fired`], in the order of the keys.

use super::Dialect;
use serde_json::Value;

/// How often a pattern of a key fitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// The key: `columns.name`.
    pub key: String,
    /// The pattern as written.
    pub pattern: String,
    /// How often it fitted.
    pub count: u64,
}

/// All patterns and words of `dialect`. Keys come from the type itself, so that none is forgotten.
pub fn tally(dialect: &Dialect) -> Vec<Fired> {
    let mut all = Vec::new();
    // A dialect is made of texts and numbers alone, which always have a form in JSON.
    if let Ok(value) = serde_json::to_value(dialect) {
        walk("", &value, &mut all);
    }
    all
}

fn walk(key: &str, value: &Value, all: &mut Vec<Fired>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                walk(&key, value, all);
            }
        }
        Value::Array(elements) => {
            for element in elements {
                if let (Some(pattern), Some(count)) = (element[0].as_str(), element[1].as_u64()) {
                    all.push(Fired { key: key.to_owned(), pattern: pattern.to_owned(), count });
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fitted_is_counted_by_key() {
        let dialect = Dialect::parse(
            "x",
            "extends = \"none\"\n[columns]\nname = [\"a\", \"b\"]\n[types.words]\nw = \"string\"\n",
        )
        .expect("sound");
        assert!(dialect.columns.name.fits("b"));
        assert!(dialect.types.words.get("w").is_some() && dialect.types.words.get("v").is_none());
        let all: Vec<(String, u64)> = tally(&dialect)
            .into_iter()
            .map(|one| (format!("{} {}", one.key, one.pattern), one.count))
            .collect();
        let counts = [("columns.name a", 0), ("columns.name b", 1), ("types.words w", 1)];
        assert_eq!(all, counts.map(|(key, count)| (key.to_owned(), count)));
    }
}
