//! One pattern of a slice.
//!
//! In: its text. Out: whether it fits a request line, a page or a type. The text says which of them it is
//! about: `/me/messages/**` and `GET /me/**` are paths, `v1.0/api/message-*.md` is a page, `message` and
//! `microsoft.graph.callRecords.*` are types.

use crate::ir::{Operation, PathPart, QualifiedName};
use glob::{MatchOptions, Pattern as Glob};

/// What to tell people whose pattern does not work.
pub(super) const HELP: &str = "a pattern that begins with `/` is about request paths, one that ends in `.md` about \
     pages, any other about names of types; `*` is anything within one segment, `**` any number of segments";

/// Names in paths are not case-sensitive, and pages spell them either way.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: false,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// A pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    /// As it was given.
    pub text: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// Every operation and every type.
    Everything,
    /// Operations by path and, if given, method.
    Path { method: Option<String>, globs: Vec<Glob> },
    /// Operations and types by their page.
    Page(Glob),
    /// Types by name.
    Type(Glob),
    /// Fits nothing, for a reason.
    Broken(String),
}

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        let kind =
            Kind::new(text.trim()).unwrap_or_else(|error| Kind::Broken(error.msg.to_owned()));
        Self { text: text.to_owned(), kind }
    }

    /// The pattern that stands for an empty list of wishes.
    pub(super) fn everything() -> Self {
        Self { text: "everything".to_owned(), kind: Kind::Everything }
    }

    pub(super) fn is_everything(&self) -> bool {
        matches!(self.kind, Kind::Everything)
    }

    /// Whether it selects `operation`, whose path is `path` in the form of [`path_text`].
    pub(super) fn fits_operation(&self, operation: &Operation, path: &str) -> bool {
        match &self.kind {
            Kind::Everything => true,
            Kind::Path { method, globs } => {
                method.as_ref().is_none_or(|method| method.eq_ignore_ascii_case(&operation.method))
                    && globs.iter().any(|glob| glob.matches_with(path, OPTIONS))
            }
            Kind::Page(glob) => {
                operation.pages.iter().any(|page| glob.matches_with(&page.page, OPTIONS))
            }
            Kind::Type(_) | Kind::Broken(_) => false,
        }
    }

    /// Whether it selects the type called `name`, which `pages` describe.
    pub(super) fn fits_type(&self, name: &QualifiedName, pages: &[&str]) -> bool {
        match &self.kind {
            Kind::Everything => true,
            Kind::Page(glob) => pages.iter().any(|page| glob.matches_with(page, OPTIONS)),
            Kind::Type(glob) => glob.matches_with(&name.as_str().replace('.', "/"), OPTIONS),
            Kind::Path { .. } | Kind::Broken(_) => false,
        }
    }

    /// What is to be said if it fits nothing.
    pub(super) fn complaint(&self) -> String {
        let text = &self.text;
        match &self.kind {
            Kind::Path { .. } => format!("the pattern `{text}` fits no request path"),
            Kind::Page(_) => {
                format!("the pattern `{text}` fits no page that describes an operation or a type")
            }
            Kind::Type(_) | Kind::Everything => format!("the pattern `{text}` fits no type"),
            Kind::Broken(reason) => format!("`{text}` is not a valid pattern: {reason}"),
        }
    }
}

impl Kind {
    fn new(text: &str) -> Result<Self, glob::PatternError> {
        if text.to_ascii_lowercase().ends_with(".md") {
            // Where a docs tree begins is a matter of checkout: the end of the path is enough.
            return Ok(Self::Page(Glob::new(&anywhere(text.trim_start_matches('/')))?));
        }
        let (method, path) = match text.split_once(' ') {
            Some((method, path)) if path.trim_start().starts_with('/') => {
                (Some(method.to_owned()), path.trim_start())
            }
            _ => (None, text),
        };
        if !path.starts_with('/') {
            return Ok(Self::Type(Glob::new(&anywhere(&text.replace('.', "/")))?));
        }
        let path = plain(path);
        let mut globs = vec![Glob::new(&path)?];
        // `/me/messages/**` is about the collection, too.
        if let Some(above) = path.strip_suffix("/**").filter(|above| !above.is_empty()) {
            globs.push(Glob::new(above)?);
        }
        Ok(Self::Path { method, globs })
    }
}

fn anywhere(pattern: &str) -> String {
    if pattern.starts_with("**/") { pattern.to_owned() } else { format!("**/{pattern}") }
}

/// The path of an operation in the form that patterns are matched with: without query, each placeholder `{}`.
pub(super) fn path_text(operation: &Operation) -> String {
    let mut text = String::from("/");
    for part in &operation.path.parts {
        match part {
            PathPart::Literal(literal) => match literal.split_once('?') {
                Some((path, _)) => {
                    text.push_str(path);
                    break;
                }
                None => text.push_str(literal),
            },
            PathPart::Placeholder { .. } => text.push_str("{}"),
        }
    }
    plain(&text)
}

/// Placeholders are called differently on every page, and their quotes come and go.
fn plain(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        plain.push_str(before);
        plain.push_str("{}");
        rest = after;
    }
    plain.push_str(rest);
    format!("/{}", plain.replace('\'', "").trim_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::{
        Body, DocText, OperationKind, OperationPage, OperationTold, PathTemplate, Response,
    };
    use crate::span::{FileId, Span};

    fn operation(line: &str, page: &str) -> Operation {
        let (method, path) = line.split_once(' ').unwrap();
        let own = OperationPage {
            page: page.to_owned(),
            origin: Span::new(FileId(0), 0..0),
            title: String::new(),
            status: None,
            permissions: Vec::new(),
            permissions_in_words: false,
        };
        Operation {
            method: method.to_owned(),
            path: PathTemplate {
                text: path.to_owned(),
                parts: vec![PathPart::Literal(path.to_owned())],
            },
            page: page.to_owned(),
            origin: Span::new(FileId(0), 0..0),
            title: String::new(),
            doc: DocText::default(),
            deprecated: None,
            kind: OperationKind::Get,
            parameters: Vec::new(),
            request: Body::Nothing,
            response: Response::Nothing,
            status: None,
            permissions: Vec::new(),
            pages: vec![own],
            more: OperationTold::default(),
        }
    }

    #[test]
    fn operations() {
        let page = "v1.0/api/message-get.md";
        for (pattern, line, expected) in [
            ("/me/messages/**", "GET /me/messages", true),
            ("/me/messages/**", "GET /me/messages/{id}", true),
            ("/me/messages/**", "GET /me/messages/{id}/attachments/{id}/$value", true),
            ("/me/messages/**", "GET /me/messagesX", false),
            ("/me/messages/**", "GET /users/{id}/messages", false),
            ("/me/messages", "GET /me/messages/{id}", false),
            ("/me/*", "GET /me/messages", true),
            ("/me/*", "GET /me/messages/{id}", false),
            ("/**", "GET /me", true),
            ("/**/messages/**", "GET /users/{id}/messages", true),
            ("/users/{user}/messages", "GET /users/{id | userPrincipalName}/messages", true),
            ("/users/{id}", "GET /users/delta", false),
            ("/users/*", "GET /users/{id}", true),
            (
                "/deviceManagement/windowsAutopilot*",
                "GET /devicemanagement/WindowsAutopilotDeviceIdentities",
                true,
            ),
            ("GET /me/**", "GET /me/messages", true),
            ("get /me/**", "GET /me/messages", true),
            ("GET /me/**", "POST /me/messages", false),
            ("/me/messages", "GET /me/messages?$top=5", true),
            ("/reports/get(period={p})", "GET /reports/get(period='{period_value}')", true),
            ("v1.0/api/message-*.md", "GET /x", true),
            ("message-*.md", "GET /x", true),
            ("api/**", "GET /x", false),
            ("beta/**/*.md", "GET /x", false),
            ("message", "GET /message", false),
            ("/a[", "GET /a[", false),
        ] {
            let operation = operation(line, page);
            let fits = Pattern::new(pattern).fits_operation(&operation, &path_text(&operation));
            assert_eq!(fits, expected, "`{pattern}` and `{line}`");
        }
    }

    #[test]
    fn types() {
        let pages = ["v1.0/resources/callrecords-session.md"];
        for (pattern, expected) in [
            ("session", true),
            ("Session", true),
            ("sess*", true),
            ("callRecords.session", true),
            ("microsoft.graph.callRecords.session", true),
            ("microsoft.graph.callRecords.*", true),
            ("microsoft.graph.*", false),
            ("microsoft.graph.**", true),
            ("graph.session", false),
            ("ession", false),
            ("*", true),
            ("resources/callrecords-*.md", true),
            ("api/callrecords-*.md", false),
            ("/session", false),
        ] {
            let name = QualifiedName::from_qualified("microsoft.graph.callRecords.session");
            assert_eq!(Pattern::new(pattern).fits_type(&name, &pages), expected, "`{pattern}`");
        }
    }

    #[test]
    fn what_is_no_pattern_says_why() {
        assert!(Pattern::new("/a**").complaint().contains("is not a valid pattern"));
        assert!(Pattern::new("/a").complaint().contains("request path"));
    }
}
