//! OData's query options as methods of requests.

use crate::runtime::request::Request;

impl<R> Request<R> {
    /// `$select`: only these properties. [`select!`](crate::select) has them checked by the compiler.
    pub fn select<S: AsRef<str>>(self, properties: &[S]) -> Self {
        self.listed("select", properties)
    }

    /// `$expand`: these relationships, too. [`expand!`](crate::expand) has them checked by the compiler.
    pub fn expand<S: AsRef<str>>(self, relationships: &[S]) -> Self {
        self.listed("expand", relationships)
    }

    /// `$filter`: only what fits the condition. [`quote`] makes a literal of a text.
    pub fn filter(self, condition: &str) -> Self {
        self.option("filter", condition)
    }

    /// `$orderby`: sorted by these, each with ` desc` to turn it round. [`order_by!`](crate::order_by) has them checked
    /// by the compiler.
    pub fn order_by<S: AsRef<str>>(self, properties: &[S]) -> Self {
        self.listed("orderby", properties)
    }

    /// `$search`: only what is found by the expression.
    pub fn search(self, expression: &str) -> Self {
        self.option("search", expression)
    }

    /// `$top`: at most this many items.
    pub fn top(self, count: u32) -> Self {
        self.option("top", &count.to_string())
    }

    /// `$skip`: without the first ones.
    pub fn skip(self, count: u32) -> Self {
        self.option("skip", &count.to_string())
    }

    /// `$count=true`: with the number of all.
    pub fn count(self) -> Self {
        self.option("count", "true")
    }

    fn listed<S: AsRef<str>>(self, option: &str, names: &[S]) -> Self {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        self.naming(&names).option(option, &names.join(","))
    }

    fn option(self, option: &str, value: &str) -> Self {
        let name = format!("{}{option}", self.conventions().option_prefix);
        self.query(&name, value)
    }
}

/// A text as a literal of a filter: in single quotes, with those in it doubled.
///
/// `filter(&format!("surname eq {}", quote("O'Brien")))` asks for `surname eq 'O''Brien'`.
#[must_use]
pub fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
