//! A small model made by hand, and what is needed to make it larger.

use generator::ir::{
    Account, Api, Body, DocText, Edm, Enumeration, Example, Exchange, Inline, LinkTarget, Member,
    Model, Operation, OperationId, OperationKind, OperationPage, OperationTold, Origin, Outcome,
    Parameter, ParameterPlace, PathPart, PathTemplate, Payload, PayloadType, Permission, Property,
    QualifiedName, Response, Role, Structure, Told, Type, TypeExpr, TypeId, TypeKind, TypeRef,
};
use generator::json::{Json, Kind, Member as JsonMember};
use generator::source::DocSet;
use generator::span::{FileId, Span, Spanned};

/// The pages that the model's spans lie in.
pub(crate) fn docs() -> DocSet {
    DocSet::from_texts([("v1.0/api/device-assign.md", ""), ("v1.0/resources/device.md", "")])
}

fn span(file: u32) -> Span {
    Span::new(FileId(file), 10..20)
}

fn words(text: &str) -> DocText {
    DocText { paragraphs: vec![vec![Inline::Text(text.to_owned())].into()] }
}

pub(crate) fn string() -> TypeExpr {
    TypeExpr::single(TypeRef::Edm(Edm::String))
}

pub(crate) fn property(name: &str, ty: TypeExpr) -> Property {
    Property {
        name: name.to_owned(),
        ty,
        navigation: false,
        doc: DocText::default(),
        deprecated: false,
        origin: span(1),
        told: Told::default(),
    }
}

pub(crate) fn member(name: &str, value: Option<i64>) -> Member {
    Member { name: name.to_owned(), value, doc: DocText::default(), origin: span(1) }
}

pub(crate) fn structure(name: &str, base: Option<TypeId>, properties: Vec<Property>) -> Type {
    let structure = Structure { base, properties, ..Structure::default() };
    ty(name, TypeKind::Structure(structure))
}

fn ty(name: &str, kind: TypeKind) -> Type {
    Type {
        name: QualifiedName::from_qualified(name),
        origin: Origin::Described(span(1)),
        other_pages: Vec::new(),
        doc: DocText::default(),
        deprecated: None,
        methods: Vec::new(),
        kind,
    }
}

/// An operation without body and of unknown response.
pub(crate) fn operation(method: &str, path: &str, page: &str) -> Operation {
    let keyed = path.ends_with('}');
    Operation {
        method: method.to_owned(),
        path: template(path),
        page: page.to_owned(),
        origin: span(0),
        title: "An operation".to_owned(),
        doc: DocText::default(),
        deprecated: None,
        kind: if keyed { OperationKind::Get } else { OperationKind::List },
        parameters: Vec::new(),
        request: Body::Nothing,
        response: Response::Unknown,
        status: None,
        permissions: Vec::new(),
        pages: vec![documented_by(page)],
        headers: Vec::new(),
        shown: false,
        more: OperationTold::default(),
    }
}

/// A page that says no more than the request line.
pub(crate) fn documented_by(page: &str) -> OperationPage {
    OperationPage {
        page: page.to_owned(),
        origin: span(0),
        title: "An operation".to_owned(),
        status: None,
        permissions: Vec::new(),
        permissions_in_words: false,
    }
}

fn template(text: &str) -> PathTemplate {
    let mut parts = Vec::new();
    let mut segment = None;
    for (at, piece) in text.split(['{', '}']).enumerate() {
        if at % 2 == 0 {
            segment = piece.trim_matches('/').rsplit('/').next().map(str::to_owned);
            parts.push(PathPart::Literal(piece.to_owned()));
        } else {
            parts.push(PathPart::Placeholder {
                text: piece.to_owned(),
                segment: segment.clone(),
                argument: None,
                quoted: false,
                spans_segments: false,
            });
        }
    }
    PathTemplate { text: text.to_owned(), parts }
}

/// Types 0 to 4: device, emptyState, state, thing, user's. Type 3 is device's base.
pub(crate) fn autopilot() -> Model {
    let named = |id: u32| TypeRef::Named(TypeId(id));
    let device = Type {
        doc: DocText {
            paragraphs: vec![
                vec![
                    Inline::Text("A *device* of a ".to_owned()),
                    Inline::Link {
                        text: "thing".to_owned(),
                        code: false,
                        target: LinkTarget::Type(TypeId(3)),
                    },
                    Inline::Text(", see https://docs.example/a_b.".to_owned()),
                ]
                .into(),
            ],
        },
        ..structure(
            "microsoft.graph.device",
            Some(TypeId(3)),
            vec![
                Property {
                    doc: words("1. The state <now>."),
                    ..property("state", TypeExpr::single(named(2)))
                },
                property("formerStates", TypeExpr::collection(named(2))),
                property("traits", TypeExpr::single(named(4))),
                property("owner", TypeExpr::single(named(3))),
                property("parts", TypeExpr::collection(named(0))),
                property("lastSeenDateTime", TypeExpr::single(TypeRef::Edm(Edm::DateTimeOffset))),
                Property { deprecated: true, ..property("type", string()) },
                property("tags", TypeExpr::collection(TypeRef::Edm(Edm::String))),
                property("anything", TypeExpr::UNTYPED),
            ],
        )
    };
    let flags = Enumeration {
        flags: true,
        numeric: false,
        members: vec![member("fast", Some(1)), member("red", Some(2))],
    };
    let state = Enumeration {
        flags: false,
        numeric: false,
        members: vec![
            member("unknown", Some(0)),
            member("notContacted", None),
            member("2fa", Some(-1)),
        ],
    };
    let types = vec![
        device,
        ty("microsoft.graph.emptyState", TypeKind::Enumeration(Enumeration::default())),
        ty("microsoft.graph.state", TypeKind::Enumeration(state)),
        structure("microsoft.graph.thing", None, vec![property("id", string())]),
        ty("microsoft.graph.trait", TypeKind::Enumeration(flags)),
    ];
    let api = Api {
        version: "v1.0".to_owned(),
        base_url: "https://graph.example/v1.0".to_owned(),
        docs_url: None,
        namespace: "microsoft.graph".to_owned(),
        plain: false,
        types,
        operations: operations(),
        examples: examples(),
        exchanges: exchanges(),
        evidence: Vec::new(),
    };
    Model { versions: vec![api] }
}

fn operations() -> Vec<Operation> {
    let device = TypeRef::Named(TypeId(0));
    let reply = |collection| Response::Value(TypeExpr { ty: device, collection });
    let scopes = vec!["Device.Read.All".to_owned(), "Device.ReadWrite.All".to_owned()];
    vec![
        Operation {
            kind: OperationKind::Action,
            request: Body::Parameters,
            response: Response::Nothing,
            status: Some(204),
            pages: vec![OperationPage {
                status: Some(204),
                permissions: vec![Permission {
                    account: Account::Application,
                    scopes: scopes.clone(),
                    scenario: None,
                }],
                ..documented_by("v1.0/api/device-assign.md")
            }],
            doc: words("Assigns a user."),
            parameters: vec![Parameter {
                name: "userName".to_owned(),
                ty: string(),
                place: ParameterPlace::Body,
                doc: words("Who."),
                origin: span(0),
                told: Told::default(),
            }],
            permissions: vec![Permission { account: Account::Application, scopes, scenario: None }],
            ..operation("POST", "/devices/{id}/assign", "v1.0/api/device-assign.md")
        },
        Operation {
            response: reply(false),
            status: Some(200),
            pages: vec![OperationPage {
                status: Some(200),
                ..documented_by("v1.0/api/device-get.md")
            }],
            ..operation("GET", "/devices/{id | name}", "v1.0/api/device-get.md")
        },
        Operation {
            response: reply(false),
            deprecated: Some(words("Use the id.")),
            ..operation("GET", "/devices/{serialNumber}", "v1.0/api/device-get.md")
        },
        Operation {
            response: reply(true),
            ..operation("GET", "/devices?$top=5", "v1.0/api/device-list.md")
        },
        Operation {
            kind: OperationKind::Create,
            request: Body::Type(TypeId(0)),
            response: reply(false),
            ..operation("POST", "/devices", "v1.0/api/device-post.md")
        },
        Operation {
            kind: OperationKind::Reference,
            request: Body::Reference,
            response: Response::Nothing,
            ..operation("POST", "/devices/$ref", "v1.0/api/device-post-ref.md")
        },
        Operation {
            response: Response::Value(TypeExpr::single(TypeRef::Edm(Edm::Boolean))),
            ..operation("GET", "/devices/$count", "v1.0/api/device-count.md")
        },
    ]
}

fn json(kind: Kind) -> Json {
    Json { kind, span: span(0) }
}

fn object(members: &[(&str, Kind)]) -> Json {
    let members = members.iter().map(|(key, value)| JsonMember {
        key: (*key).to_owned(),
        key_span: span(0),
        value: json(value.clone()),
    });
    json(Kind::Object(members.collect()))
}

const URL: &str = "https://graph.example/beta/devices/a%20b/assign";

fn examples() -> Vec<Example> {
    let example = |role, ty, outcome, json| Example {
        page: "v1.0/api/device-assign.md".to_owned(),
        origin: span(0),
        role,
        name: Some("assign \"it\"".to_owned()),
        operation: Some(OperationId(0)),
        request: Some(("POST".to_owned(), URL.to_owned())),
        status: None,
        payload: Some(Payload { ty, collection: false, enveloped: false }),
        truncated: false,
        outcome,
        codes: Vec::new(),
        json: Some(json),
    };
    let user = Kind::String("é\n".to_owned());
    let twice = object(&[
        ("a", Kind::Number("1".to_owned())),
        ("b", Kind::Array(vec![json(Kind::Null)])),
        ("a", Kind::Number("1.50".to_owned())),
    ]);
    vec![
        example(
            Role::Request,
            PayloadType::Parameters(OperationId(0)),
            Outcome::Ok,
            object(&[("userName", user)]),
        ),
        Example {
            operation: None,
            status: Some(400),
            ..example(Role::Response, PayloadType::Error, Outcome::Defective, twice)
        },
        example(
            Role::Resource,
            PayloadType::Ref(TypeRef::Named(TypeId(0))),
            Outcome::Ok,
            object(&[]),
        ),
    ]
}

fn exchanges() -> Vec<Exchange> {
    let request = |method: &str, url: &str| {
        Some((Spanned::new(method.to_owned(), span(0)), Spanned::new(url.to_owned(), span(0))))
    };
    let exchange = |request, operation, example: Option<usize>| Exchange {
        request,
        status: None,
        stated: Vec::new(),
        operation: Some(OperationId(operation)),
        undocumented: false,
        truncated: false,
        annotation: None,
        headers: Vec::new(),
        content_length: None,
        body: example.map(|_| span(0)),
        example,
    };
    vec![
        exchange(request("POST", URL), 0, Some(0)),
        exchange(request("GET", "https://graph.example/v1.0/devices/7?$select=id"), 1, None),
        exchange(request("GET", "https://graph.example/v1.0/elsewhere/7"), 1, None),
    ]
}

/// Moves everything that the model says about places.
pub(crate) fn shift_spans(model: &mut Model, by: u32) {
    let shift = |span: &mut Span| {
        span.start += by;
        span.end += by;
    };
    for api in &mut model.versions {
        for ty in &mut api.types {
            match &mut ty.origin {
                Origin::Described(span) | Origin::Synthetic(span) => shift(span),
            }
            match &mut ty.kind {
                TypeKind::Structure(structure) => {
                    structure
                        .properties
                        .iter_mut()
                        .for_each(|property| shift(&mut property.origin));
                }
                TypeKind::Enumeration(enumeration) => {
                    enumeration.members.iter_mut().for_each(|member| shift(&mut member.origin));
                }
            }
        }
        api.operations.iter_mut().for_each(|operation| shift(&mut operation.origin));
        api.examples.iter_mut().for_each(|example| shift(&mut example.origin));
    }
}
