//! The documented facts of operations, as data.

use super::builder::Request;

/// The operations of a version of the API, as the pages document them.
///
/// They are in one table of text, which costs a build next to nothing; it is read when it is asked, and a program that
/// never asks does not carry it.
#[derive(Debug, Clone, Copy)]
pub struct Operations {
    table: &'static str,
}

impl Operations {
    /// The operations of a table: a line for each, with the fields of [`Operation`] separated by tabs; lines that begin
    /// with `#` are comments.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self { table }
    }

    /// All of them, sorted by request line.
    pub fn iter(self) -> impl Iterator<Item = Operation> {
        self.table.lines().filter(|row| !row.starts_with('#')).filter_map(Operation::read)
    }

    /// Those that the pages document for the line of `request`. Mostly one; more where pages document the same line
    /// for several derived types; none if the request was made by hand.
    pub fn of<R>(self, request: &Request<R>) -> impl Iterator<Item = Operation> {
        let line = request.line();
        self.iter().filter(move |operation| operation.line == line)
    }
}

/// What the pages say of one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// The method, and the path with a placeholder in braces for each argument: `GET /users/{id}`.
    pub line: &'static str,
    /// The status of a success, if the page states it.
    pub status: Option<u16>,
    /// The function that makes the request, from the version's module on: `requests::users::get`.
    pub function: &'static str,
    /// The page that documents the operation.
    pub page: &'static str,
    /// Who may call it, with which permissions.
    pub permissions: Permissions,
    /// What the page limits these permissions to, such as a kind of object; empty if they are its only ones.
    pub scenario: &'static str,
}

impl Operation {
    fn read(row: &'static str) -> Option<Self> {
        let mut fields = row.split('\t');
        let line = fields.next().filter(|line| !line.is_empty())?;
        let mut field = || fields.next().unwrap_or_default();
        Some(Self {
            line,
            status: field().parse().ok(),
            function: field(),
            page: field(),
            permissions: Permissions {
                delegated_work: field(),
                delegated_personal: field(),
                application: field(),
            },
            scenario: field(),
        })
    }
}

/// The permissions of which one is needed, for each kind of account: scopes as OAuth 2.0 writes them (RFC 6749,
/// section 3.3), separated by spaces, least privileged first; two that are needed together are joined by `+`. `-` where
/// the page says that the account is not supported, `?` where it tells permissions in words only, empty where it says
/// nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permissions {
    /// For a person with a work or school account, through an application.
    pub delegated_work: &'static str,
    /// For a person with a personal account, through an application.
    pub delegated_personal: &'static str,
    /// For an application by itself.
    pub application: &'static str,
}

impl Permissions {
    /// The scopes for one kind of account, least privileged first; none where the account is not supported or the page
    /// lists none. Two that are needed together are one entry, joined by `+`.
    pub fn scopes(&self, account: Account) -> impl Iterator<Item = &'static str> + use<> {
        let listed = Some(self.stated(account)).filter(|text| !matches!(*text, "-" | "?"));
        listed.unwrap_or_default().split_ascii_whitespace()
    }

    /// Whether an account of this kind may make the request; `None` where the page does not say so in a table.
    #[must_use]
    pub fn supports(&self, account: Account) -> Option<bool> {
        match self.stated(account) {
            "" | "?" => None,
            text => Some(text != "-"),
        }
    }

    /// Whether the page tells the permissions in sentences or a list, which no table of scopes can hold.
    #[must_use]
    pub fn are_in_words(&self) -> bool {
        self.application == "?"
    }

    fn stated(&self, account: Account) -> &'static str {
        match account {
            Account::DelegatedWork => self.delegated_work,
            Account::DelegatedPersonal => self.delegated_personal,
            Account::Application => self.application,
        }
    }
}

/// A kind of account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Account {
    /// A person with a work or school account, through an application.
    DelegatedWork,
    /// A person with a personal account, through an application.
    DelegatedPersonal,
    /// An application by itself.
    Application,
}
