//! Query parameters as an object: each property that is set is one of them.

use super::builder::Request;
use crate::runtime::json::{Kind, Reader};
use crate::runtime::object::{Object, to_json_string};

impl<R> Request<R> {
    /// Adds the properties of `parameters` to the query: texts, numbers and flags as they are, elements of a
    /// collection one by one under the same name, objects as JSON.
    pub fn parameters(mut self, parameters: &dyn Object) -> Self {
        for (name, value) in pairs(&to_json_string(parameters)) {
            self = self.query(&name, &value);
        }
        self
    }
}

/// Names and values of the members of an object.
fn pairs(json: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut reader = Reader::new(json);
    if reader.begin_object().is_err() {
        return pairs;
    }
    let mut first = true;
    while let Ok(Some(name)) = reader.next_key(first) {
        first = false;
        let name = name.into_owned();
        let Ok(raw) = reader.raw() else { break };
        values(&raw, &mut |value| pairs.push((name.clone(), value)));
    }
    pairs
}

fn values(raw: &str, add: &mut dyn FnMut(String)) {
    let mut reader = Reader::new(raw);
    match reader.kind() {
        Kind::String => {
            add(reader.string().map_or_else(|_| String::new(), |text| text.into_owned()))
        }
        Kind::Array => {
            if reader.begin_array().is_err() {
                return;
            }
            let mut first = true;
            while let Ok(true) = reader.next_element(first) {
                first = false;
                let Ok(element) = reader.raw() else { return };
                values(&element, add);
            }
        }
        Kind::Null => {}
        _ => add(raw.to_owned()),
    }
}
