//! A snapshot of an exported IR, `docs-ir/1`.
//!
//! Fields that this does not know are skipped, fields that are absent are not compared. What is no export at all, or
//! holds nothing, is an error: a comparison with it would look clean, or like the end of the world.

use super::SnapshotError;
use super::snapshot::{
    Member, Operation, Place, Property, Snapshot, Type, Version, required_header,
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Export {
    format: String,
    versions: BTreeMap<String, Api>,
}

#[derive(Deserialize)]
struct Api {
    #[serde(default)]
    types: Vec<RawType>,
    #[serde(default)]
    operations: Vec<RawOperation>,
}

#[derive(Deserialize)]
struct RawType {
    name: String,
    kind: String,
    base: Option<String>,
    #[serde(default)]
    open: bool,
    #[serde(default)]
    flags: bool,
    deprecated: Option<bool>,
    page: Option<String>,
    line: Option<u32>,
    #[serde(default)]
    properties: Vec<RawProperty>,
    #[serde(default)]
    members: Vec<RawMember>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawProperty {
    name: String,
    #[serde(rename = "type")]
    ty: Option<String>,
    #[serde(default)]
    collection: bool,
    #[serde(default)]
    navigation: bool,
    required: Option<bool>,
    nullable: Option<bool>,
    deprecated: Option<bool>,
    map: Option<Value>,
    one_of: Option<Value>,
    of: Option<Value>,
    #[serde(rename = "in")]
    place: Option<String>,
    page: Option<String>,
    line: Option<u32>,
}

#[derive(Deserialize)]
struct RawMember {
    name: String,
    #[serde(default)]
    value: Value,
    line: Option<u32>,
}

#[derive(Deserialize)]
struct RawOperation {
    method: String,
    path: String,
    page: Option<String>,
    line: Option<u32>,
    request: Option<String>,
    response: Option<RawResponse>,
    status: Option<u16>,
    deprecated: Option<bool>,
    #[serde(default)]
    params: Vec<RawProperty>,
    #[serde(default)]
    headers: Vec<RawHeader>,
    #[serde(default)]
    permissions: Vec<RawPermission>,
}

#[derive(Deserialize)]
struct RawHeader {
    name: String,
    #[serde(default)]
    required: bool,
}

#[derive(Deserialize)]
struct RawResponse {
    #[serde(rename = "type")]
    ty: Option<String>,
    #[serde(default)]
    collection: bool,
}

#[derive(Deserialize)]
struct RawPermission {
    account: String,
    #[serde(default)]
    scopes: Vec<String>,
}

impl Snapshot {
    /// Reads a `docs-ir/1` export.
    ///
    /// # Errors
    /// If `text` is not such an export.
    pub fn of_export(text: &str) -> Result<Self, SnapshotError> {
        let export: Export = serde_json::from_str(text)
            .map_err(|error| SnapshotError(format!("it is no exported IR: {error}")))?;
        if export.format != "docs-ir/1" {
            let reason = format!("its format is `{}`, not `docs-ir/1`", export.format);
            return Err(SnapshotError(reason));
        }
        let versions = export.versions.into_iter().map(|(name, api)| (name, api.version()));
        Ok(Self { versions: versions.collect(), tells_prose: false })
    }
}

impl Api {
    fn version(self) -> Version {
        let mut version = Version::default();
        for ty in self.types {
            version.types.insert(ty.name.clone(), ty.made());
        }
        for operation in self.operations {
            let line = format!("{} {}", operation.method, operation.path);
            version.operations.entry(line).or_insert_with(|| operation.made());
        }
        version
    }
}

impl RawType {
    fn made(self) -> Type {
        let page = self.page;
        let own = |line| place(page.clone(), line);
        let properties = self.properties.into_iter().map(|property| property.made(page.as_ref()));
        let members = self.members.into_iter().map(|member| {
            let value = (!member.value.is_null()).then(|| member.value.to_string());
            let made = Member { value, prose: None, place: own(member.line), rust: None };
            (member.name, made)
        });
        Type {
            kind: if self.flags { "flags".to_owned() } else { self.kind },
            base: self.base,
            open: self.open,
            deprecated: self.deprecated,
            prose: None,
            examples: None,
            members: members.collect(),
            place: own(self.line),
            rust: None,
            properties: properties.collect(),
        }
    }
}

impl RawProperty {
    fn made(self, page: Option<&String>) -> (String, Property) {
        let place = place(self.page.or_else(|| page.cloned()), self.line);
        let compound = [("map", self.map), ("oneOf", self.one_of), ("of", self.of)];
        let compound = compound.into_iter().find_map(|(name, value)| Some((name, value?)));
        let ty = match compound {
            Some((name, value)) => format!("{name} {value}"),
            None => self.ty.unwrap_or_else(|| "Edm.Untyped".to_owned()),
        };
        let made = Property {
            ty: if self.collection { format!("[{ty}]") } else { ty },
            navigation: self.navigation,
            required: self.required,
            nullable: self.nullable,
            deprecated: self.deprecated,
            prose: None,
            in_url: self.place.is_some_and(|place| place != "body" && place != "form"),
            place,
            rust: None,
        };
        (self.name, made)
    }
}

impl RawOperation {
    fn made(self) -> Operation {
        let response = self.response.and_then(|response| {
            let ty = response.ty?;
            Some(if response.collection { format!("[{ty}]") } else { ty })
        });
        let page = self.page;
        let own = place(page.clone(), self.line);
        let parameters = self.params.into_iter().map(|param| param.made(page.as_ref()));
        let headers = self.headers.into_iter().filter(|header| header.required);
        let headers = headers.map(|header| (header.name, required_header(own.clone())));
        Operation {
            request: self.request,
            response,
            status: self.status,
            parameters: parameters.chain(headers).collect(),
            permissions: self.permissions.into_iter().map(|of| (of.account, of.scopes)).collect(),
            deprecated: self.deprecated,
            prose: None,
            examples: None,
            place: own,
            rust: None,
        }
    }
}

fn place(page: Option<String>, line: Option<u32>) -> Option<Place> {
    Some(Place { file: page?, line, column: None, bytes: None })
}
