//! Slices of a small API: a zoo.
//!
//! Keepers look after animals; an animal holds a diet and leads to its enclosure; a `bird` is an animal.

use generator::config::{Config, Slice as Wishes};
use generator::diagnostic::Code;
use generator::file_tree::FileTree;
use generator::ir::{
    Api, Body, Edm, Inline, LinkTarget, Model, PayloadType, Response, TypeExpr, TypeRef,
};
use generator::pipeline;
use generator::slice;
use generator::source::DocSet;
use generator::summary;

/// A resource page. `base` may be empty; rows are `name|type|description`.
fn resource(
    name: &str,
    base: &str,
    properties: &[&str],
    relationships: &[&str],
) -> (String, String) {
    let table = |title: &str, head: &str, rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("|{row}|\n")).collect();
        format!("## {title}\n\n|{head}|Type|Description|\n|:---|:---|:---|\n{rows}\n")
    };
    let derives = match base {
        "" => String::new(),
        base => format!("Inherits from [{base}]({base}.md).\n\n"),
    };
    let base_type = match base {
        "" => String::new(),
        base => format!("\n  \"baseType\": \"microsoft.graph.{base}\","),
    };
    let key = if properties.iter().any(|row| row.starts_with("id|")) {
        "\n  \"keyProperty\": \"id\","
    } else {
        ""
    };
    let text = format!(
        "---\ntitle: \"{name} resource type\"\ndoc_type: resourcePageType\n---\n\n# {name} resource type\n\n\
         Namespace: microsoft.graph\n\nAbout {name}, see also [cages](enclosure.md).\n\n{derives}{}{}\
         ## JSON representation\n\n<!-- {{\n  \"blockType\": \"resource\",{key}{base_type}\n  \
         \"@odata.type\": \"microsoft.graph.{name}\"\n}}\n-->\n``` json\n{{\n  \
         \"@odata.type\": \"#microsoft.graph.{name}\"\n}}\n```\n",
        table("Properties", "Property", properties),
        table("Relationships", "Relationship", relationships),
    );
    (format!("v1.0/resources/{name}.md"), text)
}

/// An operation page; `response` is the type that comes back, and `shown` what its example shows.
fn operation(file: &str, line: &str, response: &str, shown: &str) -> (String, String) {
    let text = format!(
        "---\ntitle: \"{file}\"\ndoc_type: apiPageType\n---\n\n# {file}\n\nNamespace: microsoft.graph\n\n\
         Something about [birds](../resources/bird.md).\n\n## HTTP request\n\n<!-- {{\n  \
         \"blockType\": \"ignored\"\n}}\n-->\n``` http\n{line}\n```\n\n## Response\n\nIf successful, this method \
         returns a `200 OK` response code and a [{response}](../resources/{response}.md) object in the response \
         body.\n\n## Examples\n\n### Request\n\n<!-- {{\n  \"blockType\": \"request\",\n  \"name\": \"{file}\"\n\
         }}\n-->\n``` http\n{}\n```\n\n### Response\n\n<!-- {{\n  \"blockType\": \"response\",\n  \
         \"truncated\": true,\n  \"@odata.type\": \"microsoft.graph.{response}\"\n}}\n-->\n``` http\nHTTP/1.1 200 OK\n\
         Content-Type: application/json\n\n{shown}\n```\n",
        line.replace(" /", " https://graph.microsoft.com/v1.0/").replace("{id}", "7"),
    );
    (format!("v1.0/api/{file}.md"), text)
}

fn zoo() -> DocSet {
    let pages = [
        resource("being", "", &["id|String|The key."], &[]),
        resource(
            "animal",
            "being",
            &[
                "name|String|What it is called.",
                "diet|diet|What it eats, as on [cages](enclosure.md).",
            ],
            &[
                "enclosure|[enclosure](enclosure.md)|Where it lives.",
                "keepers|[keeper](keeper.md) collection|Who looks after it.",
            ],
        ),
        resource("bird", "animal", &["wingspan|Double|In metres."], &[]),
        resource(
            "diet",
            "",
            &[
                "meals|meal collection|What and when.",
                "season|season|Of the year. Possible values are: `summer`, `winter`.",
            ],
            &[],
        ),
        resource("meal", "", &["food|String|What.", "grams|Int32|How much."], &[]),
        resource(
            "enclosure",
            "being",
            &["area|Double|In square metres.", "climate|climate|How it feels."],
            &[],
        ),
        resource("climate", "", &["degrees|Double|How warm."], &[]),
        resource(
            "keeper",
            "being",
            &["badge|String|The number."],
            &["animals|[animal](animal.md) collection|Those to look after."],
        ),
        operation(
            "animal-get",
            "GET /animals/{id}",
            "animal",
            "{\"@odata.type\": \"#microsoft.graph.bird\", \"id\": \"7\", \"name\": \"Io\", \"wingspan\": 0.4}",
        ),
        operation(
            "enclosure-get",
            "GET /enclosures/{id}",
            "enclosure",
            "{\"id\": \"7\", \"area\": 12.5}",
        ),
        operation(
            "keeper-get",
            "GET /keepers/{id}",
            "keeper",
            "{\"id\": \"7\", \"badge\": \"K7\"}",
        ),
    ];
    DocSet::from_texts(pages.iter().map(|(path, text)| (&**path, &**text)))
}

struct Cut {
    model: Model,
    slice: summary::Slice,
    codes: Vec<(Code, String)>,
}

impl Cut {
    fn api(&self) -> &Api {
        &self.model.versions[0]
    }

    fn types(&self) -> Vec<&str> {
        self.api().types.iter().map(|ty| ty.name.name()).collect()
    }

    fn property(&self, ty: &str, name: &str) -> TypeExpr {
        let id = self.api().type_named(&format!("microsoft.graph.{ty}")).unwrap();
        self.api().property(id, name).unwrap().ty
    }

    fn name(&self, ty: TypeRef) -> &str {
        match ty {
            TypeRef::Named(id) => self.api()[id].name.name(),
            TypeRef::Edm(edm) => edm.as_str(),
        }
    }
}

fn cut(include: &[&str], exclude: &[&str]) -> Cut {
    let docs = zoo();
    let understood = pipeline::understand(&docs, &Config::default());
    let (model, slice, diagnostics) =
        slice::cut(&understood.model, &docs, &wishes(include, exclude));
    let codes =
        diagnostics.into_sorted().into_iter().map(|found| (found.code, found.message)).collect();
    Cut { model, slice, codes }
}

fn wishes(include: &[&str], exclude: &[&str]) -> Wishes {
    let all = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Wishes { include: all(include), exclude: all(exclude) }
}

fn files(include: &[&str], exclude: &[&str]) -> FileTree {
    let config = Config { slice: wishes(include, exclude), ..Config::default() };
    pipeline::generate(&zoo(), &config, None).files
}

fn text<'a>(files: &'a FileTree, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

const ALL: [&str; 9] =
    ["animal", "being", "bird", "climate", "diet", "enclosure", "keeper", "meal", "season"];

#[test]
fn the_zoo_is_understood() {
    let cut = cut(&["*", "/**"], &[]);
    assert_eq!(cut.types(), ALL);
    assert_eq!(cut.api().operations.len(), 3);
    assert_eq!(cut.name(cut.property("animal", "enclosure").ty), "enclosure");
    assert!(cut.property("animal", "keepers").collection);
}

#[test]
fn patterns_select_and_needs_follow() {
    let animal = ["animal", "being", "diet", "meal", "season"];
    for (include, exclude, expected, operations) in [
        // A response needs its type, its base, and what its properties hold; a derived type is not needed,
        // and navigation is not followed.
        (vec!["/animals/**"], vec![], animal.to_vec(), 1),
        (vec!["GET /animals/*"], vec![], animal.to_vec(), 1),
        (vec!["v1.0/api/animal-*.md"], vec![], animal.to_vec(), 1),
        (vec!["animal"], vec![], animal.to_vec(), 0),
        (vec!["microsoft.graph.meal"], vec![], vec!["meal"], 0),
        (vec!["resources/meal.md"], vec![], vec!["meal"], 0),
        (vec!["bird"], vec![], vec!["animal", "being", "bird", "diet", "meal", "season"], 0),
        (
            vec!["/keepers/**", "/enclosures/**"],
            vec![],
            vec!["being", "climate", "enclosure", "keeper"],
            2,
        ),
        (vec!["/**"], vec!["/animals/**"], vec!["being", "climate", "enclosure", "keeper"], 2),
        (vec!["animal"], vec!["diet"], vec!["animal", "being"], 0),
        (vec!["diet"], vec!["season", "meal"], vec!["diet"], 0),
        (
            vec![],
            vec!["bird", "v1.0/api/*.md"],
            ALL.into_iter().filter(|&name| name != "bird").collect(),
            0,
        ),
    ] {
        let cut = cut(&include, &exclude);
        assert_eq!(cut.types(), expected, "{include:?} without {exclude:?}");
        assert_eq!(cut.api().operations.len(), operations, "{include:?} without {exclude:?}");
        assert_eq!(cut.codes, [], "{include:?} without {exclude:?}");
    }
}

#[test]
fn navigation_to_what_is_left_out_is_untyped() {
    let apart = cut(&["animal"], &[]);
    assert_eq!(apart.property("animal", "enclosure"), TypeExpr::UNTYPED);
    let keepers = apart.property("animal", "keepers");
    assert_eq!((keepers.ty, keepers.collection), (TypeRef::Edm(Edm::Untyped), true));
    assert!(
        apart.slice.summary.ends_with("; 2 properties lead out of it and are untyped"),
        "{}",
        apart.slice.summary
    );

    let together = cut(&["animal", "enclosure"], &[]);
    assert_eq!(together.name(together.property("animal", "enclosure").ty), "enclosure");
}

#[test]
fn what_is_excluded_is_untyped_where_it_was_needed() {
    let without_diet = cut(&["/animals/**"], &["diet"]);
    assert_eq!(without_diet.property("animal", "diet"), TypeExpr::UNTYPED);

    let without_animal = cut(&["/animals/**"], &["animal"]);
    assert_eq!(without_animal.types(), [""; 0]);
    assert_eq!(without_animal.api().operations[0].response, Response::Value(TypeExpr::UNTYPED));
    assert_eq!(without_animal.api().operations[0].request, Body::Nothing);
}

#[test]
fn properties_of_an_excluded_base_move_down() {
    let cut = cut(&["bird"], &["animal"]);
    assert_eq!(cut.types(), ["being", "bird", "diet", "meal", "season"]);
    let bird = &cut.api()[cut.api().type_named("microsoft.graph.bird").unwrap()];
    let own: Vec<&str> = bird.properties().iter().map(|property| &*property.name).collect();
    assert_eq!(own, ["name", "diet", "enclosure", "keepers", "wingspan"]);
    assert_eq!(cut.name(TypeRef::Named(bird.base().unwrap())), "being");
}

#[test]
fn examples_come_with_their_operations_and_lose_no_more_than_a_type() {
    let cut = cut(&["/animals/**"], &[]);
    let shown: Vec<&str> =
        cut.api().examples.iter().filter(|e| e.operation.is_some()).map(|e| &*e.page).collect();
    assert_eq!(shown, ["v1.0/api/animal-get.md"]);
    let example = cut.api().examples.iter().find(|example| example.operation.is_some()).unwrap();
    let PayloadType::Ref(ty) = example.payload.unwrap().ty else { panic!("{:?}", example.payload) };
    assert_eq!(cut.name(ty), "animal", "the bird is an animal here");
    for exchange in &cut.api().exchanges {
        assert!(exchange.example.is_none_or(|at| at < cut.api().examples.len()));
    }
}

#[test]
fn ids_and_links_are_those_of_the_slice() {
    let with = cut(&["animal", "enclosure"], &[]);
    let without = cut(&["animal", "/animals/**"], &[]);
    let links = |cut: &Cut| {
        let mut links = Vec::new();
        for ty in &cut.api().types {
            let docs = std::iter::once(&ty.doc)
                .chain(ty.properties().iter().map(|property| &property.doc));
            for inline in docs.flat_map(|doc| &doc.paragraphs).flatten() {
                let Inline::Link { text, target, .. } = inline else { continue };
                let target = match target {
                    LinkTarget::Type(id) => cut.api()[*id].name.name().to_owned(),
                    LinkTarget::Page(path) => path.clone(),
                    other => panic!("{other:?}"),
                };
                links.push((text.clone(), target));
            }
        }
        links
    };
    let all_lead_to = |links: &[(String, String)], target: &str| {
        let cages: Vec<_> = links.iter().filter(|(text, _)| text == "cages").collect();
        assert!(!cages.is_empty());
        assert!(cages.iter().all(|(_, to)| to == target), "{cages:?}");
    };
    all_lead_to(&links(&with), "enclosure");
    all_lead_to(&links(&without), "v1.0/resources/enclosure.md");
    let noted = ("microsoft.graph.enclosure".to_owned(), "v1.0/resources/enclosure.md".to_owned());
    assert!(links(&without).contains(&noted));
}

#[test]
fn patterns_that_fit_nothing_are_reported() {
    let cut = cut(&["animal", "/animal/**", "[", "api/zebra-*.md"], &["zebra"]);
    assert!(cut.codes.iter().all(|(code, _)| *code == Code::UnusedPattern));
    let messages: Vec<&str> = cut.codes.iter().map(|(_, message)| &**message).collect();
    assert_eq!(messages.len(), 4);
    assert!(messages.contains(&"the pattern `/animal/**` fits no request path"));
    assert!(messages.contains(&"the pattern `zebra` fits no type"));
}

#[test]
fn an_empty_slice_is_an_error() {
    for (include, exclude) in [(&["zebra"][..], &[][..]), (&["animal"], &["animal"])] {
        let cut = cut(include, exclude);
        assert!(cut.codes.iter().any(|(code, _)| *code == Code::EmptySlice), "{include:?}");
        assert!(cut.model.versions.is_empty());
    }
}

#[test]
fn the_reasons_say_what_came_in_through_what() {
    let cut = cut(&["/animals/**", "/keepers/**"], &[]);
    assert_eq!(
        cut.slice.summary,
        "slice: 2 of 3 operations, 5 of 8 types, 1 of 1 enums; 1 property leads out of it and is untyped"
    );
    assert_eq!(
        cut.slice.reasons,
        [
            "`/animals/**` selects 1 operation and needs 5 types, 4 of them alone",
            "`/keepers/**` selects 1 operation and needs 2 types, 1 of them alone",
            "4 types come in only through GET /animals/{id}",
            "1 type comes in only through GET /keepers/{id}",
            "3 types come in only through animal <- response of GET /animals/{id}",
            "2 types come in only through diet <- property `diet` of animal <- response of GET /animals/{id}",
            "left out: enclosure (1 property)",
        ]
    );
}

#[test]
fn a_slice_is_a_whole_crate_whatever_the_order_of_patterns() {
    let one = files(&["/animals/**", "/keepers/**"], &["meal", "season"]);
    let other = files(&["/keepers/**", "/animals/**"], &["season", "meal"]);
    assert!(one.iter().eq(other.iter()));
    let animal = text(&one, "src/v1_0/types/animal.rs");
    assert!(animal.contains("pub enclosure: Option<Json>"), "{animal}");
    assert!(animal.contains("pub keepers: Option<Vec<Keeper>>"), "{animal}");
    assert!(one.get("src/v1_0/types/bird.rs").is_none());
    assert!(one.get("src/v1_0/types/meal.rs").is_none());
}

/// What another thing of the slice is must not change what a type looks like, but for the types it leads to.
#[test]
fn nothing_is_renamed_by_slicing() {
    let whole = files(&[], &[]);
    let whole: Vec<&str> = text(&whole, "api.txt").lines().collect();
    let slice = files(&["/**", "bird"], &["climate"]);
    for line in text(&slice, "api.txt").lines().filter(|line| !line.contains("Json")) {
        assert!(whole.contains(&line), "{line}");
    }
}
