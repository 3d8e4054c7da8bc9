//! What permissions a program needs: the requests it makes in, the fewest scopes that cover them out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::operation::{Account, Operation, Operations};

/// Scopes that are enough together.
type Scopes = Vec<&'static str>;

/// How many choices are tried before the best one so far is taken.
const PATIENCE: u32 = 100_000;

/// The names of request functions, checked by the compiler, without calling them:
/// `operations!(v1_0: users::list, me::messages::get)`. The paths are those below the version's `requests`. The array
/// that this gives is a constant, and what [`Operations::least_privileged`] takes.
#[macro_export]
macro_rules! operations {
    ($version:ident: $($first:ident $(:: $rest:ident)*),+ $(,)?) => {{
        $(
            #[allow(unused_imports, reason = "this is to resolve the path")]
            use $crate::$version::requests::$first $(:: $rest)* as _;
        )+
        [$(::std::concat!("requests::", ::std::stringify!($first) $(, "::", ::std::stringify!($rest))*)),+]
    }};
}

impl Operations {
    /// The fewest scopes with which an account of this kind may make all of the requests that `names` calls: by their
    /// function, as [`operations!`](crate::operations) gives it, or by their documented line, such as `GET /users`.
    ///
    /// Only scopes count that are the least privileged ones of some of the requests; of those, what the others cover is
    /// left out. So `User.ReadWrite.All`, where updating users needs it, covers listing them too, but nothing that no
    /// request needs comes in to make the list shorter. Of several pages that document a request the first one that tells
    /// the permissions counts.
    ///
    /// # Errors
    /// For one of the requests there are no such scopes, or the pages do not tell them.
    pub fn least_privileged<'n>(
        self,
        names: &[&'n str],
        account: Account,
    ) -> Result<Vec<&'static str>, NoPrivileges<'n>> {
        let mut rows: BTreeMap<&str, Vec<Operation>> =
            names.iter().map(|name| (*name, Vec::new())).collect();
        for operation in self.iter() {
            for name in [operation.line, operation.function] {
                if let Some(rows) = rows.get_mut(name) {
                    rows.push(operation);
                }
            }
        }
        let mut needs = Vec::new();
        let mut causes = Vec::new();
        for (name, rows) in &rows {
            match sufficient(rows, account) {
                Ok(sufficient) => needs.push(sufficient),
                Err(why) => causes.push((*name, why)),
            }
        }
        if causes.is_empty() { Ok(fewest(needs)) } else { Err(NoPrivileges { account, causes }) }
    }
}

/// Why a list of requests has no list of scopes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoPrivileges<'n> {
    /// The kind of account.
    pub account: Account,
    /// The requests that are the reason, by the names they were given by.
    pub causes: Vec<(&'n str, NoScopes)>,
}

/// Why a request has no scopes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoScopes {
    /// The page says that this kind of account may not make it.
    NotSupported,
    /// No page lists them.
    NotDocumented,
    /// This page tells them in sentences.
    InWords(&'static str),
    /// They depend on what the request is about; these are the cases. The rows of
    /// [`Operations::iter`](super::Operations::iter) have the scopes of each.
    Depends(Vec<&'static str>),
    /// There is no such request in this version.
    Unknown,
}

impl fmt::Display for NoPrivileges<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, why)) in self.causes.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "; " })?;
            match why {
                NoScopes::NotSupported => {
                    write!(f, "{name} is not supported for {:?}", self.account)?;
                }
                NoScopes::NotDocumented => write!(f, "no page lists the permissions of {name}")?,
                NoScopes::InWords(page) => {
                    write!(f, "{page} tells the permissions of {name} in words")?;
                }
                NoScopes::Depends(cases) => {
                    write!(f, "the permissions of {name} depend on what it is about: ")?;
                    f.write_str(&cases.join(", "))?;
                }
                NoScopes::Unknown => write!(f, "there is no request {name}")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for NoPrivileges<'_> {}

/// The alternatives of a request, least privileged first.
fn sufficient(rows: &[Operation], account: Account) -> Result<Vec<Scopes>, NoScopes> {
    let mut stated = rows.iter().filter(|row| row.permissions.supports(account).is_some());
    let Some(row) = stated.next() else {
        let in_words = rows.iter().find(|row| row.permissions.are_in_words());
        return Err(match (rows.is_empty(), in_words) {
            (true, _) => NoScopes::Unknown,
            (false, Some(row)) => NoScopes::InWords(row.page),
            (false, None) => NoScopes::NotDocumented,
        });
    };
    if !row.scenario.is_empty() {
        let cases = rows.iter().filter(|case| case.page == row.page).map(|case| case.scenario);
        return Err(NoScopes::Depends(cases.collect()));
    }
    if row.permissions.supports(account) == Some(false) {
        return Err(NoScopes::NotSupported);
    }
    Ok(row.permissions.scopes(account).map(|scopes| scopes.split('+').collect()).collect())
}

/// The fewest scopes that hold an alternative of each need, out of those that are first somewhere.
fn fewest(mut needs: Vec<Vec<Scopes>>) -> Vec<&'static str> {
    let firsts: BTreeSet<&str> =
        needs.iter().filter_map(|need| need.first()).flatten().copied().collect();
    for need in &mut needs {
        need.retain(|scopes| scopes.iter().all(|scope| firsts.contains(scope)));
    }
    // Where there is least to choose, choosing comes first.
    needs.sort_by_key(Vec::len);
    let mut search = Search { needs: &needs, best: firsts, patience: PATIENCE };
    search.cover(0, &BTreeSet::new());
    search.best.into_iter().collect()
}

struct Search<'a> {
    needs: &'a [Vec<Scopes>],
    best: BTreeSet<&'static str>,
    patience: u32,
}

impl Search<'_> {
    /// Covers the needs from `at` on in all ways that may be better than the best so far.
    fn cover(&mut self, at: usize, chosen: &BTreeSet<&'static str>) {
        if chosen.len() >= self.best.len() || self.patience == 0 {
            return;
        }
        self.patience -= 1;
        let open = self.needs.iter().enumerate().skip(at).find(|(_, need)| {
            !need.iter().any(|scopes| scopes.iter().all(|scope| chosen.contains(scope)))
        });
        let Some((at, need)) = open else {
            self.best.clone_from(chosen);
            return;
        };
        for scopes in need {
            let mut more = chosen.clone();
            more.extend(scopes);
            self.cover(at + 1, &more);
        }
    }
}
