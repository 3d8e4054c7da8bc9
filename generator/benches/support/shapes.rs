//! Docs trees of one shape and any size: each is made to cost what a careless loop, recursion or copy would cost.

/// A docs tree: paths and texts.
pub(crate) type Tree = Vec<(String, String)>;

/// A shape's name, and what makes about so many bytes of it.
pub(crate) type Shape = (&'static str, fn(usize) -> Tree);

/// Every shape.
pub(crate) const SHAPES: &[Shape] = &[
    ("name-of-dots", |size| resource(&format!("a{}", ".a".repeat(size / 2)), "")),
    ("name-in-capitals", |size| resource(&"A".repeat(size), "")),
    ("name-of-humps", |size| resource(&"aB".repeat(size / 2), "")),
    ("deep-namespace", |size| {
        page(
            "resources/a.md",
            &format!("# a resource type\n\nNamespace: n{}\n", ".n".repeat(size / 2)),
        )
    }),
    ("property-in-capitals", |size| resource("a", &row(&"A".repeat(size), "String"))),
    ("cell-of-types", |size| resource("a", &row("x", &"String or ".repeat(size / 10)))),
    ("cell-of-collections", |size| {
        resource("a", &row("x", &nested("Collection(", "String", ")", size)))
    }),
    ("segments", |size| request(&format!("GET {}", "/a".repeat(size / 2)))),
    ("placeholders", |size| request(&format!("GET {}", "/{a}".repeat(size / 4)))),
    ("placeholders-glued", |size| request(&format!("GET /{}", "{a}".repeat(size / 3)))),
    ("path-arguments", |size| request(&format!("GET /f({})", "a={a},".repeat(size / 6)))),
    ("braces", |size| request(&format!("GET /{}", "{".repeat(size)))),
    ("parentheses", |size| request(&format!("GET /{}", "a(".repeat(size / 2)))),
    ("query", |size| request(&format!("GET /a?{}", "a={a}&".repeat(size / 6)))),
    ("request-lines", |size| request(&lines(size, |n| format!("GET /a{n}/{{id}}/b")))),
    ("request-lines-of-one-name", |size| {
        request(&lines(size, |n| format!("GET /a/{{id{n}}}?x={n}")))
    }),
    ("operations-of-one-path", |size| {
        many(size, |n| {
            (format!("api/a{n}.md"), operation("GET /a/{id}", &format!("\n<!-- {n} -->\n")))
        })
    }),
    ("operations-of-one-name", |size| {
        many(size, |n| (format!("api/a{n}.md"), operation(&format!("GET /a?x={n}"), "")))
    }),
    ("chain-of-bases", |size| many(size, |n| derived(n, n + 1))),
    ("chain-backwards", |size| many(size, |n| derived(n + 1, n))),
    ("ring-of-bases", |size| {
        let count = size / 120 + 1;
        many(size, move |n| derived(n, (n + 1) % count))
    }),
    ("star-of-bases", |size| many(size, |n| derived(n + 1, 0))),
    ("enum-table", |size| resource_members(&lines(size, |n| format!("|m{n}|{n}|x|")))),
    ("enum-list", |size| {
        let members: Vec<String> = numbers(size, 9).map(|n| format!("`m{n}`")).collect();
        resource("a", &format!("|x|kind|Possible values are: {}.|\n", members.join(", ")))
    }),
    ("enums", |size| {
        resource("a", &lines(size, |n| format!("|p{n}|e{n}|Possible values are: `a{n}`, `b`.|")))
    }),
    ("properties", |size| resource("a", &lines(size, |n| format!("|p{n}|String|x|")))),
    ("properties-of-one-name", |size| resource("a", &lines(size, |_| "|p|String|x|".to_owned()))),
    ("properties-but-for-case", |size| {
        resource("a", &lines(size, |n| format!("|{}|String|x|", cased(n))))
    }),
    ("unknown-types", |size| resource("a", &lines(size, |n| format!("|p{n}|t{n}|x|")))),
    ("parameter-table", |size| {
        let rows = lines(size, |n| format!("|p{n}|String|x|"));
        page("api/a.md", &operation("POST /a/b", &format!("\n## Request body\n\n{HEAD}{rows}")))
    }),
    ("scopes", |size| {
        let scopes: Vec<String> = numbers(size, 9).map(|n| format!("A.B{n}")).collect();
        let table = format!(
            "\n## Permissions\n\n|Permission type|Permissions|\n|---|---|\n|Application|{}|\n",
            scopes.join(", ")
        );
        page("api/a.md", &operation("GET /a", &table))
    }),
    ("permission-tables", |size| {
        let table =
            "\n## Permissions\n\n|Permission type|Permissions|\n|---|---|\n|Application|A.B|\n";
        page("api/a.md", &operation("GET /a", &table.repeat(size / table.len())))
    }),
    ("json-keys", |size| {
        example(&format!("{{{}\"z\":1}}", lines(size, |n| format!("\"k{n}\":{n},"))))
    }),
    ("json-one-key", |size| example(&format!("{{{}\"k\":1}}", "\"k\":1,".repeat(size / 6)))),
    ("json-array", |size| example(&format!("{{\"value\":[{}1]}}", "1,".repeat(size / 2)))),
    ("json-objects", |size| {
        example(&format!("{{\"value\":[{}{{}}]}}", "{\"x\":1},".repeat(size / 8)))
    }),
    ("json-depth", |size| example(&nested("[", "1", "]", size))),
    ("json-depth-of-objects", |size| example(&nested("{\"a\":", "1", "}", size))),
    ("json-text", |size| example(&format!("{{\"x\":\"{}\"}}", "\\n".repeat(size / 2)))),
    ("json-broken", |size| example(&"{\"a\":".repeat(size / 5))),
    ("examples", |size| {
        let one = "\n<!-- {\"blockType\":\"response\"} -->\n```json\n{\"x\":1}\n```\n";
        page("api/a.md", &operation("GET /a", &one.repeat(size / one.len())))
    }),
    ("example-requests", |size| {
        let one = "\n```http\nGET https://graph.microsoft.com/v1.0/a/1/b/2\n```\n";
        page("api/a.md", &operation("GET /a/{id}/b/{id}", &one.repeat(size / one.len())))
    }),
    ("example-url", |size| {
        let url = format!(
            "\n```http\nGET https://graph.microsoft.com/v1.0{}\n```\n",
            "/a".repeat(size / 2)
        );
        page("api/a.md", &operation(&format!("GET {}", "/{x}".repeat(20)), &url))
    }),
    ("one-line-of-findings", |size| {
        let cells: String = numbers(size, 20).map(|n| format!("[x](nothing{n}.md) ")).collect();
        resource("a", &format!("|x|String|{cells}|\n"))
    }),
    ("one-line-of-json", |size| {
        example(&format!("{{\"value\":[{}{{}}]}}", "{\"unknown\":\"x\"},".repeat(size / 16)))
    }),
    ("words", |size| resource("a", &format!("|x|String|{}|\n", "word ".repeat(size / 5)))),
    ("back-ticks", |size| resource("a", &format!("|x|String|{}|\n", "`a``b ".repeat(size / 6)))),
    ("emphasis", |size| {
        page("resources/a.md", &format!("# a resource type\n\n{}\n", "*a_".repeat(size / 3)))
    }),
    ("brackets", |size| {
        page("resources/a.md", &format!("# a resource type\n\n{}\n", "[".repeat(size)))
    }),
    ("links", |size| {
        page(
            "resources/a.md",
            &format!("# a resource type\n\n{}\n", "[a](a.md) ".repeat(size / 10)),
        )
    }),
    ("angles", |size| {
        page("resources/a.md", &format!("# a resource type\n\n{}\n", "<a ".repeat(size / 3)))
    }),
    ("comments", |size| {
        page(
            "resources/a.md",
            &format!("# a resource type\n\n{}\n", "<!-- {\"a\":1} -->\n".repeat(size / 17)),
        )
    }),
    ("unclosed-comment", |size| {
        page("resources/a.md", &format!("# a\n\n{}", "<!-- ".repeat(size / 5)))
    }),
    ("fences", |size| page("resources/a.md", &format!("# a\n\n{}", "```\n".repeat(size / 4)))),
    ("quotes", |size| page("resources/a.md", &format!("# a\n\n{}a\n", "> ".repeat(size / 2)))),
    ("lists", |size| page("resources/a.md", &format!("# a\n\n{}a\n", "- ".repeat(size / 2)))),
    ("headings", |size| page("resources/a.md", &"# a resource type\n\n".repeat(size / 19))),
    ("pipes", |size| {
        page("resources/a.md", &format!("# a\n\n## Properties\n\n{}\n", "|".repeat(size)))
    }),
    ("wide-table", |size| {
        let half = size / 5;
        let table = format!("{}\n{}\n", "|a".repeat(half), "|-".repeat(half));
        page("resources/a.md", &format!("# a resource type\n\n## Properties\n\n{table}"))
    }),
    ("front-matter-title", |size| {
        page(
            "api/a.md",
            &format!(
                "---\ntitle: \"{}\"\n---\n\n{}",
                "a ü".repeat(size / 4),
                operation("GET /a", "")
            ),
        )
    }),
    ("front-matter-keys", |size| {
        page(
            "api/a.md",
            &format!(
                "---\n{}---\n\n{}",
                lines(size, |n| format!("k{n}: [a, ü]")),
                operation("GET /a", "")
            ),
        )
    }),
    ("front-matter-depth", |size| {
        page("api/a.md", &format!("---\ntitle: {}\n---\n\n# a\n", nested("[", "a", "]", size)))
    }),
    ("front-matter-anchors", |size| {
        page(
            "api/a.md",
            &format!("---\n{}---\n\n# a\n", lines(size, |n| format!("k{n}: &a{n} [*a{n}]"))),
        )
    }),
    ("title", |size| {
        page(
            "api/a.md",
            &format!("# {}\n\n## HTTP request\n\n```http\nGET /a\n```\n", "word ".repeat(size / 5)),
        )
    }),
    ("includes-that-fan-out", |size| {
        let count = size / 300 + 1;
        let all = |depth: usize| {
            let line = |n: usize| format!("[!INCLUDE [x](../inc/{depth}-{n}.md)]\n\n");
            (0..count).map(line).collect::<String>()
        };
        let mut tree = page("api/a.md", &format!("# a\n\n{}", all(0)));
        for depth in 0..4 {
            for n in 0..count {
                let text = if depth < 3 { all(depth + 1) } else { "word\n".to_owned() };
                // Only one of each depth fans out further, or the tree itself would be of another size.
                let text = if n == 0 { text } else { "word\n".to_owned() };
                tree.push((format!("v1.0/inc/{depth}-{n}.md"), text));
            }
        }
        tree
    }),
    ("includes-of-one-file", |size| {
        let line = "[!INCLUDE [x](../inc/a.md)]\n\n";
        let mut tree = page("api/a.md", &format!("# a\n\n{}", line.repeat(size / 2 / line.len())));
        tree.push(("v1.0/inc/a.md".to_owned(), "word\n".repeat(size / 10)));
        tree
    }),
    ("members-section", |size| {
        page(
            "resources/a.md",
            &format!("# a enum type\n\n## Members\n\n{}", lines(size, |n| format!("- `m{n}`\n"))),
        )
    }),
    ("plain-text", |size| {
        page(
            "resources/a.txt",
            &format!(
                "a resource type\n\nProperties\nProperty\tType\tDescription\n{}",
                lines(size, |n| format!("p{n}\tString\tx"))
            ),
        )
    }),
    ("empty-lines", |size| page("resources/a.md", &"\n".repeat(size))),
    ("carriage-returns", |size| page("resources/a.md", &"\r".repeat(size))),
    ("zero-width", |size| resource("a", &format!("|x|String|{}|\n", "\u{200b}`".repeat(size / 4)))),
];

const HEAD: &str = "|Property|Type|Description|\n|:---|:---|:---|\n";

fn page(path: &str, text: &str) -> Tree {
    vec![(format!("v1.0/{path}"), text.to_owned())]
}

fn resource(name: &str, rows: &str) -> Tree {
    page(
        "resources/a.md",
        &format!("# {name} resource type\n\nIt.\n\n## Properties\n\n{HEAD}{rows}"),
    )
}

fn resource_members(rows: &str) -> Tree {
    let table = "|Member|Value|Description|\n|:---|:---|:---|\n";
    page("resources/a.md", &format!("# a enum type\n\nIt.\n\n## Members\n\n{table}{rows}"))
}

fn row(name: &str, ty: &str) -> String {
    format!("|{name}|{ty}|x|\n")
}

fn operation(lines: &str, rest: &str) -> String {
    format!(
        "# Do\n\nDoes.\n\n## HTTP request\n\n```http\n{lines}\n```\n\n## Response\n\nReturns `200 OK`.\n{rest}"
    )
}

fn request(lines: &str) -> Tree {
    page("api/a.md", &operation(lines, ""))
}

fn example(json: &str) -> Tree {
    let resource = resource("a", &row("x", "Int32")).remove(0);
    let block = format!(
        "\n## Example\n\n<!-- {{\"blockType\":\"response\",\"@odata.type\":\"microsoft.graph.a\"}} -->\n```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{json}\n```\n"
    );
    vec![resource, page("api/a.md", &operation("GET /a", &block)).remove(0)]
}

fn derived(n: usize, base: usize) -> (String, String) {
    let text = format!(
        "# t{n} resource type\n\nInherits from [t{base}](t{base}.md).\n\n## Properties\n\n{HEAD}|p{n}|String|x|\n"
    );
    (format!("resources/t{n}.md"), text)
}

/// Pages of about `size` bytes together.
fn many(size: usize, page: impl Fn(usize) -> (String, String)) -> Tree {
    let mut tree: Tree = Vec::new();
    let mut bytes = 0;
    while bytes < size || tree.is_empty() {
        let (path, text) = page(tree.len());
        bytes += text.len();
        tree.push((format!("v1.0/{path}"), text));
    }
    tree
}

/// Lines of about `size` bytes together.
fn lines(size: usize, line: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut n = 0;
    while out.len() < size {
        out.push_str(&line(n));
        out.push('\n');
        n += 1;
    }
    out
}

fn numbers(size: usize, each: usize) -> std::ops::Range<usize> {
    0..size / each
}

fn nested(open: &str, inner: &str, close: &str, size: usize) -> String {
    let depth = size / (open.len() + close.len());
    open.repeat(depth) + inner + &close.repeat(depth)
}

/// The letters of one word, each in the case that a bit of `n` says.
fn cased(n: usize) -> String {
    "abcdefghijklmnopqrst"
        .chars()
        .enumerate()
        .map(|(at, c)| if n >> at & 1 == 1 { c.to_ascii_uppercase() } else { c })
        .collect()
}
