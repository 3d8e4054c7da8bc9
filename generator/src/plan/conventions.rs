//! How the service says what HTTP leaves open: stated conventions in, the emitted crate's `conventions.rs` out.
//!
//! The runtime's `conventions.rs` says what each of them means.

use super::carried;
use super::written::Written;

/// The conventions of the service that the pages describe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Conventions {
    /// OData's, with the parts of the runtime that only OData needs.
    #[default]
    OData,
    /// Others, without these parts.
    Plain(Box<PlainConventions>),
}

/// Conventions without OData. A path is a list of member names, from the body on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainConventions {
    /// The path to the object with the facts of an error.
    pub error: Vec<String>,
    /// The members of an error that may hold its code.
    pub error_code: Vec<String>,
    /// The members of an error that may hold its message.
    pub error_message: Vec<String>,
    /// The members of an error that may hold further errors.
    pub error_details: Vec<String>,
    /// The path to the items of a page; empty if the body is the array of items.
    pub items: Vec<String>,
    /// The path to the number of all items.
    pub count: Vec<String>,
    /// How the next page is asked for.
    pub next: NextPage,
    /// Headers of a first request that the requests for its further pages need as well.
    pub carried: Vec<String>,
    /// Response headers that name the request.
    pub request_id: Vec<String>,
}

/// How the next page of a collection is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NextPage {
    /// Collections come whole.
    #[default]
    Never,
    /// The body has its URL at this path.
    Url(Vec<String>),
    /// The `Link` header has its URL, as `rel="next"`.
    LinkHeader,
    /// The body has a token at this path, which this query parameter repeats.
    Token(Vec<String>, String),
    /// This query parameter counts pages, the first of which has this number.
    Number(String, u64),
    /// This query parameter counts the items before the page.
    Offset(String),
    /// A member of the last item is repeated by this query parameter.
    After(String, String),
}

impl Conventions {
    /// The runtime's sources that only this dialect needs.
    pub(super) fn runtime(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::OData => carried::ODATA,
            Self::Plain(_) => carried::PLAIN,
        }
    }

    /// The text of `src/conventions.rs`.
    pub(super) fn text(&self) -> Written {
        match self {
            Self::OData => Written::template(carried::CONVENTIONS, &[]),
            Self::Plain(conventions) => conventions.text(),
        }
    }
}

impl PlainConventions {
    fn text(&self) -> Written {
        let places = [
            ("{error}", &list(&self.error)),
            ("{error_code}", &list(&self.error_code)),
            ("{error_message}", &list(&self.error_message)),
            ("{error_details}", &list(&self.error_details)),
            ("{items}", &list(&self.items)),
            ("{count}", &list(&self.count)),
            ("{next}", &self.next.text()),
            ("{carried}", &list(&self.carried)),
            ("{request_id}", &list(&self.request_id)),
        ];
        Written::template(carried::PLAIN_CONVENTIONS, &places)
    }
}

impl NextPage {
    fn text(&self) -> Written {
        let mut out = Written::default();
        match self {
            Self::Never => out.own("NextPage::Never"),
            Self::Url(path) => out.own("NextPage::Url(").add(&list(path)).own(")"),
            Self::LinkHeader => out.own("NextPage::LinkHeader"),
            Self::Token(path, parameter) => {
                out.own("NextPage::Token { path: ").add(&list(path));
                out.own(", parameter: ").rust(parameter).own(" }")
            }
            Self::Number(parameter, first) => {
                out.own("NextPage::Number { parameter: ").rust(parameter);
                out.own(", first: ").json_number(&first.to_string()).own(" }")
            }
            Self::Offset(parameter) => {
                out.own("NextPage::Offset { parameter: ").rust(parameter).own(" }")
            }
            Self::After(member, parameter) => {
                out.own("NextPage::After { member: ").rust(member);
                out.own(", parameter: ").rust(parameter).own(" }")
            }
        };
        out
    }
}

fn list(names: &[String]) -> Written {
    let mut out = Written::default();
    out.own("&[");
    for (at, name) in names.iter().enumerate() {
        out.own(if at == 0 { "" } else { ", " }).rust(name);
    }
    out.own("]");
    out
}
