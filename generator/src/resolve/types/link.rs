//! From a type as a cell spells it to a resolved type.
//!
//! In: spellings and links. Out: [`TypeExpr`]s. A name that no page describes is declared as a synthetic
//! type: what it is, `infer` finds out from the JSON that shows it.

use super::declare::{namespace_of, qualify};
use super::draft::{self, Types, odata_type};
use super::listed::Listed;
use super::parameters::ParameterTypes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    Claim, Edm, Evidence, Origin, QualifiedName, TypeClaim, TypeExpr, TypeId, TypeRef,
};
use crate::page::{Annotation, Mention, Page, Row, TypeSpelling};
use crate::resolve::facts::primitive::{is_enumeration_word, primitive};
use crate::resolve::facts::spelling::Spellings;
use crate::span::{Span, Spanned};

/// What the rooms of this layer share while types are being put together.
pub(in crate::resolve) struct Linker<'a, 'r> {
    pub(in crate::resolve) types: Types<'a>,
    pub(in crate::resolve) spellings: &'r Spellings,
    /// Enumerations by their members, once these are known.
    pub(super) listed: Listed,
    /// The types of parameters, once their tables were read.
    pub(in crate::resolve) parameters: ParameterTypes,
    pub(in crate::resolve) diagnostics: &'r mut Diagnostics,
}

impl<'a, 'r> Linker<'a, 'r> {
    /// A linker over types of which no member is known yet.
    pub(in crate::resolve) fn new(
        types: Types<'a>,
        spellings: &'r Spellings,
        diagnostics: &'r mut Diagnostics,
    ) -> Self {
        Self {
            types,
            spellings,
            listed: Listed::default(),
            parameters: ParameterTypes::default(),
            diagnostics,
        }
    }

    /// The type that the annotation of an example names.
    pub(in crate::resolve) fn annotated(
        &self,
        annotation: &Annotation,
        page: &Page,
    ) -> Option<TypeExpr> {
        let name = annotation.str("@odata.type")?;
        let (name, collection) = odata_type(&name.value);
        let collection = collection || annotation.bool("isCollection") == Some(true);
        let ty = match primitive(name) {
            Some(edm) => TypeRef::Edm(edm),
            None => TypeRef::Named(self.find(name, None, page)?),
        };
        Some(TypeExpr { ty, collection })
    }

    /// What a row says of a type: its cell, and the values that its description lists. `owner` names the type or
    /// operation the row belongs to, for enumerations without a name.
    pub(super) fn row_claims(
        &mut self,
        page: &'a Page,
        row: &Row,
        owner: &QualifiedName,
    ) -> Vec<Claim<TypeClaim>> {
        let Some(spelling) = row.ty.as_ref() else { return Vec::new() };
        let says = self.cell_type(page, row, spelling, owner);
        let cell = Claim { says: TypeClaim::Whole(says), by: Evidence::Row, at: spelling.span };
        let mut claims = vec![cell];
        if says.ty == TypeRef::Edm(Edm::String)
            && spelling.alternatives.is_empty()
            && let Some(first) = row.values.first()
            && let Some(id) = self.listed.find(&self.types, owner, &row.name.value, &row.values)
        {
            let says = TypeClaim::Element(TypeRef::Named(id));
            claims.push(Claim { says, by: Evidence::Values, at: first.span });
        }
        claims
    }

    fn cell_type(
        &mut self,
        page: &'a Page,
        row: &Row,
        spelling: &TypeSpelling,
        owner: &QualifiedName,
    ) -> TypeExpr {
        if is_enumeration_word(&spelling.name) {
            return self.unnamed_enumeration(row, spelling, owner);
        }
        if primitive(&spelling.name).is_none()
            && spelling.alternatives.is_empty()
            && (!row.values.is_empty() || says_enumeration(&spelling.raw))
        {
            let known = self
                .find(&spelling.name, spelling.link.as_deref(), page)
                .is_some_and(|id| !self.is_namesake(id, &spelling.name, &row.values));
            if !known && is_identifier(&spelling.name) {
                let id = self.declare_listed(&spelling.name, page, spelling.name_span, &row.values);
                return TypeExpr { ty: TypeRef::Named(id), collection: spelling.collection };
            }
        }
        self.spelled(page, spelling)
    }

    /// The type that a cell spells.
    pub(in crate::resolve) fn spelled(
        &mut self,
        page: &'a Page,
        spelling: &TypeSpelling,
    ) -> TypeExpr {
        let collection = spelling.collection;
        let Some(first) =
            self.one(page, &spelling.name, spelling.link.as_deref(), spelling.name_span)
        else {
            return TypeExpr { ty: TypeRef::Edm(Edm::Untyped), collection };
        };
        if collection && let Some(id) = self.any_primitive(spelling) {
            return TypeExpr { ty: TypeRef::Named(id), collection };
        }
        let mut ty = first;
        for other in &spelling.alternatives {
            let Some(other) = self.one(page, other, None, spelling.span) else { continue };
            ty = self.common(ty, other);
        }
        if !spelling.alternatives.is_empty() {
            self.diagnostics.push(Diagnostic::new(
                Code::AlternativeTypes,
                spelling.span,
                format!("`{}` names several types", spelling.raw),
            ));
        }
        TypeExpr { ty, collection }
    }

    /// `Json`, if a page describes it, where a cell names three primitives or more: `(string or int or boolean)
    /// collection` holds whatever JSON can.
    fn any_primitive(&self, spelling: &TypeSpelling) -> Option<TypeId> {
        let mut names = std::iter::once(&spelling.name).chain(&spelling.alternatives);
        let primitives =
            spelling.alternatives.len() >= 2 && names.all(|name| primitive(name).is_some());
        primitives.then(|| self.types.qualified("microsoft.graph.json")).flatten()
    }

    /// A type as a message calls it.
    pub(super) fn shown_name(&self, ty: TypeRef) -> &str {
        match ty {
            TypeRef::Edm(edm) => edm.as_str(),
            TypeRef::Named(id) => self.types.get(id).name.name(),
        }
    }

    /// The type that a mention in prose or a cell means, declared as synthetic if no page describes it.
    pub(in crate::resolve) fn mentioned(
        &mut self,
        page: &'a Page,
        mention: &Mention,
    ) -> Option<TypeId> {
        match self.one(page, &mention.name, mention.link.as_deref(), mention.span)? {
            TypeRef::Named(id) => Some(id),
            TypeRef::Edm(_) => None,
        }
    }

    /// A described type by its name and link, without declaring anything.
    pub(in crate::resolve) fn find(
        &self,
        name: &str,
        link: Option<&str>,
        page: &Page,
    ) -> Option<TypeId> {
        let (name, _) = odata_type(name);
        let simple = name.rsplit('.').next().unwrap_or(name);
        if let Some(href) = link {
            let linked = self.types.on_page(href);
            let same = |id: &&TypeId| self.types.get(**id).name.name().eq_ignore_ascii_case(simple);
            if let Some(id) = linked.iter().find(same) {
                return Some(*id);
            }
            // `#risklevel-values` names an enumeration on the page that the link leads to.
            let anchor = href.split_once('#').map(|(_, anchor)| anchor);
            let anchored = anchor.and_then(|anchor| {
                let anchor = anchor.trim_end_matches("-values").replace('-', "");
                linked
                    .iter()
                    .find(|id| self.types.get(**id).name.name().eq_ignore_ascii_case(&anchor))
            });
            if let Some(id) = anchored {
                return Some(*id);
            }
        }
        if let Some((id, _)) = self.types.find(name, namespace_of(page)) {
            return Some(id);
        }
        match self.types.on_page(link?) {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Whether `id` only shares its simple name with the enumeration that a cell spells with another namespace,
    /// one that pages use: it lacks a value that the row lists.
    fn is_namesake(&self, id: TypeId, name: &str, values: &[Spanned<String>]) -> bool {
        let Some((namespace, _)) = odata_type(name).0.rsplit_once('.') else { return false };
        let draft = self.types.get(id);
        let Some(enumeration) = draft.enumeration() else { return false };
        let lacks = |value: &Spanned<String>| {
            enumeration.members.iter().all(|member| member.name != value.value)
        };
        !draft.name.namespace().eq_ignore_ascii_case(namespace)
            && values.iter().any(lacks)
            && self.types.list.iter().any(|other| other.name.namespace() == namespace)
    }

    fn one(
        &mut self,
        page: &'a Page,
        name: &str,
        link: Option<&str>,
        span: Span,
    ) -> Option<TypeRef> {
        if let Some(edm) = primitive(name) {
            // A resource page may describe a type that is called like a primitive (`microsoft.graph.Json`).
            return Some(TypeRef::Edm(edm));
        }
        if let Some(id) = self.find(name, link, page) {
            self.note_spelling(id, name, span);
            return Some(TypeRef::Named(id));
        }
        if odata_type(name).0.rsplit('.').next().is_some_and(|it| it.eq_ignore_ascii_case("json")) {
            return Some(TypeRef::Edm(Edm::Untyped));
        }
        // What OData's own namespace has beside its primitives (`Edm.GeographyPoint`), no page describes.
        let odata = name.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("edm."));
        if odata || !is_identifier(name) {
            return None;
        }
        let qualified = match name {
            // The root of all entities, whatever namespace the page is about.
            "entity" => QualifiedName::new(draft::DEFAULT_NAMESPACE, name),
            _ => match link.filter(|_| !name.contains('.')).and_then(namespace_word) {
                // A page that is missing tells the namespace of what it describes by its name.
                Some(word) => {
                    let namespace = self.spellings.namespace_ending_in(word);
                    QualifiedName::new(namespace, &self.spellings.settle(name))
                }
                None => qualify(name, page, self.spellings),
            },
        };
        let id = self.types.declare(qualified, Origin::Synthetic(span), draft::structure());
        Some(TypeRef::Named(id))
    }

    fn note_spelling(&mut self, id: TypeId, name: &str, span: Span) {
        let (name, _) = odata_type(name);
        let simple = name.rsplit('.').next().unwrap_or(name);
        let draft = self.types.get(id);
        let true_name = draft.name.name();
        // A name spelled like its page's title is not a misspelling.
        let titled = |(page, _): &(&Page, Span)| {
            page.title
                .iter()
                .flat_map(|title| title.value.split_whitespace())
                .any(|it| it == simple)
        };
        if simple != true_name
            && simple.eq_ignore_ascii_case(true_name)
            && !draft.pages.iter().any(titled)
        {
            let message = format!("this type is spelled `{true_name}` on its own page");
            self.diagnostics.push(Diagnostic::new(Code::TypeCase, span, message));
        }
    }

    /// The type of which both are kinds: one of the two, or untyped.
    fn common(&self, a: TypeRef, b: TypeRef) -> TypeRef {
        let (TypeRef::Named(first), TypeRef::Named(second)) = (a, b) else {
            return if a == b { a } else { TypeRef::Edm(Edm::Untyped) };
        };
        let firsts = self.types.lineage(first);
        let shared = self.types.lineage(second).into_iter().find(|base| firsts.contains(base));
        shared.map_or(TypeRef::Edm(Edm::Untyped), TypeRef::Named)
    }

    /// `Enumeration` in a type cell: an enumeration named after its owner and the property.
    fn unnamed_enumeration(
        &mut self,
        row: &Row,
        spelling: &TypeSpelling,
        owner: &QualifiedName,
    ) -> TypeExpr {
        let qualified = QualifiedName::of_property(owner, &row.name.value);
        let is_new = self.types.qualified(qualified.as_str()).is_none();
        let id = self.declare_values(qualified, row.name.span, &row.values);
        if is_new {
            let message = format!("`{}` is an enumeration without a name", row.name.value);
            self.diagnostics.push(
                Diagnostic::new(Code::InferredEnum, spelling.span, message)
                    .label(format!("emitted as `{}`", self.types.get(id).name)),
            );
        }
        if row.values.is_empty() && is_new {
            let message = format!("no values are listed for `{}`", row.name.value);
            self.diagnostics.push(Diagnostic::new(
                Code::EnumWithoutMembers,
                spelling.span,
                message,
            ));
        }
        TypeExpr { ty: TypeRef::Named(id), collection: spelling.collection }
    }

    /// A named type that no page describes but whose values the row lists.
    fn declare_listed(
        &mut self,
        name: &str,
        page: &Page,
        span: Span,
        values: &[Spanned<String>],
    ) -> TypeId {
        let qualified = qualify(name, page, self.spellings);
        self.declare_values(qualified, span, values)
    }

    fn declare_values(
        &mut self,
        name: QualifiedName,
        span: Span,
        values: &[Spanned<String>],
    ) -> TypeId {
        let id = self.types.declare(name, Origin::Synthetic(span), draft::enumeration());
        super::enums::unite_values(&mut self.types, id, values, self.diagnostics);
        id
    }
}

/// The word before the type's name in a link to its page: `gardens` of `gardens-rose.md`, nothing of `rose.md`;
/// `None` if the link leads to no page.
fn namespace_word(href: &str) -> Option<&str> {
    let path = href.split(['#', '?']).next().filter(|path| path.ends_with(".md"))?;
    let file = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    Some(file.rsplit_once('-').map_or("", |(word, _)| word))
}

/// `alertStatus enum`, `alertStatus (evolvable enumeration)`
fn says_enumeration(raw: &str) -> bool {
    raw.split(|c: char| !c.is_alphanumeric()).skip(1).any(is_enumeration_word)
}

/// Whether `name` could be a (qualified) name of the API.
pub(in crate::resolve) fn is_identifier(name: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    !name.is_empty() && name.split('.').all(part)
}
