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
    pub permissions: Permissions,
}

/// The permissions of which one is needed, for each kind of account: scopes as OAuth 2.0 writes them (RFC 6749,
/// section 3.3), separated by spaces, least privileged first. Empty where the page names none.
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
    /// The page names none.
    pub const NONE: Self = Self { delegated_work: "", delegated_personal: "", application: "" };

    /// The scopes for one kind of account, least privileged first.
    pub fn scopes(&self, account: Account) -> impl Iterator<Item = &'static str> + use<> {
        let scopes = match account {
            Account::DelegatedWork => self.delegated_work,
            Account::DelegatedPersonal => self.delegated_personal,
            Account::Application => self.application,
        };
        scopes.split_ascii_whitespace()
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
