//! The facts of an operation, as its page states them.

/// What a request function does, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// Where the path starts from.
    pub base_url: &'static str,
    /// The path, with a placeholder in braces for each argument.
    pub path: &'static str,
    /// The page that documents the operation.
    pub page: &'static str,
    /// The status of a success, if the page states it.
    pub status: Option<u16>,
    /// Who may call it, with which permissions.
    pub permissions: &'static [Permission],
}

/// What a kind of account needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// The kind of account.
    pub account: Account,
    /// The permissions of which one is needed, least privileged first.
    pub scopes: &'static [&'static str],
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
