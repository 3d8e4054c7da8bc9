//! What a file imports, and what it calls it.
//!
//! In: everything the file's items need. Out: local names without a clash. An emitted type keeps its name
//! unless a nearer one has it; what the runtime brings steps aside for emitted types, which readers look for.
//! It comes by one glob: thousands of imports of the same dozen names cost a build more than the names' use, and
//! a property more should not touch an import of the runtime.

use super::items::{RustType, Use};
use super::layout::Layout;
use super::names::{RustIdent, own};
use crate::ir::TypeId;
use std::collections::{BTreeMap, BTreeSet};

/// Something that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    /// An emitted type.
    Type(TypeId),
    /// A type, trait or macro of the runtime.
    Runtime(&'static str),
}

/// How types are called at some place.
pub(super) trait Naming {
    /// An emitted type.
    fn ty(&self, id: TypeId) -> RustType;
    /// An item of the runtime.
    fn runtime(&self, name: &'static str) -> RustIdent;
}

impl Naming for Scope<'_> {
    fn ty(&self, id: TypeId) -> RustType {
        match self.local.get(&Symbol::Type(id)) {
            Some(name) => RustType::Name(name.clone()),
            // What nobody imported is called by its whole path.
            None => {
                let mut path = self.layout.module(id).to_vec();
                path.push(self.layout.name(id).clone());
                RustType::Path(path)
            }
        }
    }

    fn runtime(&self, name: &'static str) -> RustIdent {
        self.name(Symbol::Runtime(name))
    }
}

/// What `crate::runtime::prelude` brings.
const PRELUDE: [&str; 32] = [
    "Accepted",
    "Binary",
    "Bits",
    "Bytes",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Duration",
    "Enumeration",
    "Extends",
    "Extra",
    "Flags",
    "Guid",
    "Json",
    "Meta",
    "NoContent",
    "NumberEnum",
    "Object",
    "Page",
    "Redirect",
    "Reference",
    "Request",
    "SetFields",
    "SlotMut",
    "SlotRef",
    "Stream",
    "TimeOfDay",
    "UnknownValue",
    "Value",
    "enum_impls",
    "number_enum_impls",
    "object_impls",
];

/// Whether emitted files name the runtime's `name`.
pub(super) fn is_of_runtime(name: &str) -> bool {
    PRELUDE.contains(&name)
}

/// The names of one file.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    layout: &'a Layout,
    local: BTreeMap<Symbol, RustIdent>,
    uses: Vec<Use>,
}

impl<'a> Scope<'a> {
    /// A scope for a file that itself declares `declared` (types by id, others by name).
    pub(super) fn new(
        layout: &'a Layout,
        declared: &[TypeId],
        reserved: &[&RustIdent],
        symbols: &BTreeSet<Symbol>,
    ) -> Self {
        let mut scope = Self { layout, local: BTreeMap::new(), uses: Vec::new() };
        let mut taken: BTreeSet<RustIdent> = reserved.iter().map(|&name| name.clone()).collect();
        for &id in declared {
            let name = layout.name(id).clone();
            taken.insert(name.clone());
            scope.local.insert(Symbol::Type(id), name);
        }
        let mut imports: BTreeMap<Vec<RustIdent>, Vec<(RustIdent, Option<RustIdent>)>> =
            BTreeMap::new();
        let mut types: Vec<TypeId> = symbols.iter().filter_map(|symbol| symbol.type_id()).collect();
        // Short module paths first: these are the nearer names.
        types.sort_by_key(|&id| (layout.module(id).len(), id));
        for id in types {
            if scope.local.contains_key(&Symbol::Type(id)) {
                continue;
            }
            let name = layout.name(id).clone();
            let alias = (!taken.insert(name.clone())).then(|| free(layout.alias(id), &mut taken));
            let local = alias.clone().unwrap_or_else(|| name.clone());
            imports.entry(layout.module(id).to_vec()).or_default().push((name, alias));
            scope.local.insert(Symbol::Type(id), local);
        }
        let runtime = vec![own("crate"), own("runtime")];
        let mut prelude = false;
        for symbol in symbols {
            let Symbol::Runtime(item) = symbol else { continue };
            let name = own(item);
            let alias =
                taken.contains(&name).then(|| free(own(&format!("Runtime{item}")), &mut taken));
            let local = alias.clone().unwrap_or_else(|| name.clone());
            if alias.is_none() && PRELUDE.contains(item) {
                prelude = true;
            } else {
                imports.entry(runtime.clone()).or_default().push((name, alias));
            }
            scope.local.insert(*symbol, local);
        }
        if prelude {
            let mut path = runtime;
            path.push(own("prelude"));
            imports.insert(path, Vec::new());
        }
        scope.uses = imports
            .into_iter()
            .map(|(path, mut names)| {
                names.sort();
                Use { public: false, path, names }
            })
            .collect();
        scope
    }

    /// The local name of `symbol`.
    pub(super) fn name(&self, symbol: Symbol) -> RustIdent {
        match (self.local.get(&symbol), symbol) {
            (Some(name), _) => name.clone(),
            (None, Symbol::Runtime(item)) => own(item),
            (None, Symbol::Type(id)) => self.layout.name(id).clone(),
        }
    }

    /// The imports.
    pub(super) fn into_uses(self) -> Vec<Use> {
        self.uses
    }
}

/// `name`, or if something is called so, the same with underscores.
fn free(mut name: RustIdent, taken: &mut BTreeSet<RustIdent>) -> RustIdent {
    while !taken.insert(name.clone()) {
        name = name.evade();
    }
    name
}

impl Symbol {
    fn type_id(self) -> Option<TypeId> {
        match self {
            Self::Type(id) => Some(id),
            Self::Runtime(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PRELUDE;
    use crate::plan::carried::{ODATA, RUNTIME};

    #[test]
    fn the_prelude_is_the_runtimes() {
        let text_of = |files: &[(&str, &'static str)], path: &str| {
            files.iter().find(|file| file.0 == path).map_or("", |file| file.1)
        };
        let dialect = text_of(ODATA, "dialect/mod.rs").split("pub mod names").nth(1);
        let texts = [dialect.unwrap_or_default(), text_of(RUNTIME, "prelude.rs")];
        let lists = texts.iter().flat_map(|text| text.split("::{").skip(1));
        let lists = lists.filter_map(|rest| rest.split('}').next());
        let names = lists.flat_map(|list| list.split(',')).map(str::trim);
        let mut names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        assert_eq!(names, PRELUDE);
    }
}
