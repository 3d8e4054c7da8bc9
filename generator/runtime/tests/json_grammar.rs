//! The reader takes exactly the JSON that `serde_json` takes, and reads the same from it.

mod model;

use model::Sample;
use runtime::runtime::json::{Kind, Reader, Writer};
use runtime::runtime::{Json, from_slice, json_equal, to_json_string};

/// Texts around the edges of the grammar.
const EDGES: &[&str] = &[
    "",
    " ",
    "null",
    "nul",
    "nulll",
    "true",
    "false",
    "True",
    "tru",
    "0",
    "-0",
    "00",
    "01",
    "-",
    "-01",
    "+1",
    "1.",
    ".5",
    "1.5",
    "1.50",
    "1e",
    "1e+",
    "1e5",
    "1E-5",
    "1e+05",
    "0e0",
    "1.e5",
    "0x1",
    "1_0",
    "Infinity",
    "NaN",
    "-Infinity",
    "1 2",
    "\"\"",
    "\"a",
    "\"\\\"",
    "\"\\",
    "\"\\x\"",
    "\"\\u\"",
    "\"\\u12\"",
    "\"\\u12g4\"",
    "\"\\u0041\"",
    "\"\\uD83D\\uDE00\"",
    "\"\\uD83D\"",
    "\"\\uDE00\"",
    "\"\\uD83Dx\"",
    "\"\\uD83D\\n\"",
    "\"\\uD83D\\u0041\"",
    "\"\\uDE00\\uD83D\"",
    "\"\\u0000\"",
    "\"\t\"",
    "\"\n\"",
    "\"\u{7f}\"",
    "\"é😀\"",
    "\"\\b\\f\\n\\r\\t\\/\\\\\\\"\"",
    "'a'",
    "[]",
    "[ ]",
    "[",
    "]",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1,,2]",
    "[[]]",
    "[}",
    "{}",
    "{ }",
    "{",
    "}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}",
    "{,}",
    "{a:1}",
    "{1:1}",
    "{\"a\" : 1 , \"b\":2}",
    "{\"a\":1 \"b\":2}",
    "{\"a\"::1}",
    "{\"a\":1]",
    "{null:1}",
    "\u{feff}1",
    "\u{a0}1",
    "\u{b}1",
    "\u{c}[]",
    "\r\n\t []",
    "// a\n1",
    "/**/1",
    "[1]x",
    "{}{}",
    "\0",
    "1\0",
    "\"\0\"",
    "[\"a\",\"b\"]",
    "1e400",
    "-1e-400",
    "123456789012345678901234567890",
    "nan",
    "[tru]",
    "[nulll]",
    "[-]",
];

fn reads(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.skip().is_ok() && reader.end().is_ok()
}

/// What `serde_json` says of the text; numbers beyond its range are JSON all the same.
fn serde_reads(text: &str) -> bool {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(_) => true,
        Err(error) if error.to_string().starts_with("number out of range") => {
            serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
        }
        Err(_) => false,
    }
}

#[test]
fn edges_of_the_grammar() {
    for text in EDGES {
        assert_eq!(reads(text), serde_reads(text), "{text:?}");
        for wrapped in [format!("[{text}]"), format!("{{\"k\":{text}}}"), format!(" {text} ")] {
            assert_eq!(reads(&wrapped), serde_reads(&wrapped), "{wrapped:?}");
        }
    }
}

#[test]
fn strings_read_and_write_alike() {
    for text in EDGES {
        let Ok(expected) = serde_json::from_str::<String>(text) else { continue };
        let read = Reader::new(text).string().expect("serde_json reads it");
        assert_eq!(read, expected, "{text}");
        let mut writer = Writer::new();
        writer.string(&expected);
        assert_eq!(writer.into_string(), serde_json::to_string(&expected).expect("a string"));
    }
}

/// A small generator of numbers; the sequence is fixed by the seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).expect("small")]
    }

    fn space(&mut self) -> &'static str {
        self.pick(&["", "", "", " ", "\n", "\t ", "\r\n"])
    }

    fn string(&mut self) -> String {
        let parts = [
            "a",
            "bc",
            "long plain text of many bytes",
            "é",
            "😀",
            "\\n",
            "\\\"",
            "\\\\",
            "\\u00e9",
            "\\ud83d\\ude00",
            "/",
            " ",
            "{",
            "]",
            ",",
            ":",
        ];
        let text: String = (0..self.below(6)).map(|_| self.pick(&parts)).collect();
        format!("\"{text}\"")
    }

    fn number(&mut self) -> String {
        match self.below(6) {
            0 => self.below(100).to_string(),
            1 => format!("-{}", self.next()),
            2 => format!("{}.{}", self.below(1000), self.below(100_000)),
            3 => format!("{}e{}", self.below(1000), self.below(30)),
            4 => format!("0.{:07}E-{}", self.below(1000), self.below(9)),
            _ => format!("{}{}.{}{}", 1 + self.below(9), self.next(), self.next(), self.next()),
        }
    }

    fn value(&mut self, depth: u32) -> String {
        let limit = if depth > 4 { 5 } else { 8 };
        let (before, after) = (self.space(), self.space());
        let value = match self.below(limit) {
            0 => self.pick(&["null", "true", "false"]).to_owned(),
            1 | 2 => self.number(),
            3 | 4 => self.string(),
            5 => {
                let elements: Vec<_> = (0..self.below(5)).map(|_| self.value(depth + 1)).collect();
                format!("[{}{}]", self.space(), elements.join(","))
            }
            _ => self.object(depth),
        };
        format!("{before}{value}{after}")
    }

    /// Keys are those of the sample type, annotations and others; some come twice.
    fn object(&mut self, depth: u32) -> String {
        const KEYS: &[&str] = &[
            "flag",
            "u8",
            "i32",
            "i64",
            "f64",
            "f32",
            "text",
            "texts",
            "importance",
            "usages",
            "moment",
            "guid",
            "decimal",
            "json",
            "child",
            "children",
            "flags",
            "integers",
            "doubles",
            "values",
            "levels",
            "@odata.type",
            "text@odata.type",
            "new",
            "caf\\u00e9",
            "a\\\"b",
            "",
        ];
        let members: Vec<_> = (0..self.below(7))
            .map(|_| {
                format!(
                    "{}\"{}\"{}:{}",
                    self.space(),
                    self.pick(KEYS),
                    self.space(),
                    self.value(depth + 1)
                )
            })
            .collect();
        format!("{{{}{}}}", members.join(","), self.space())
    }
}

#[test]
fn random_texts_read_alike() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..4000 {
        let text = random.value(0);
        assert!(reads(&text) && serde_reads(&text), "{text}");
        let json: Json = text.parse().expect("JSON");
        json_equal(text.as_bytes(), json.as_str().as_bytes()).expect("the same value");
        if let (Ok(left), Ok(right)) =
            (serde_json::from_str::<serde_json::Value>(&text), json.to_value())
        {
            assert_eq!(left, right);
        }
        // Every prefix, and the text with one byte changed, reads in both or in neither.
        let cut = usize::try_from(random.below(text.len() as u64 + 1)).expect("small");
        if let Some(prefix) = text.get(..cut) {
            assert_eq!(reads(prefix), serde_reads(prefix), "{prefix}");
            let changed = format!(
                "{prefix}{}{}",
                random.pick(&["\"", "\\", "{", "]", ",", "0", "-", ".", "e", "x", "\u{1}"]),
                text.get(cut + 1..).unwrap_or_default()
            );
            assert_eq!(reads(&changed), serde_reads(&changed), "{changed}");
        }
    }
}

#[test]
fn random_objects_lose_nothing() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        let text = random.object(0);
        let value: Sample =
            from_slice(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
        let encoded = to_json_string(&value);
        json_equal(text.as_bytes(), encoded.as_bytes())
            .unwrap_or_else(|difference| panic!("{difference}: {text}"));
        let again: Sample = from_slice(encoded.as_bytes()).expect("what was encoded decodes");
        assert_eq!(again, value, "{text}");
        assert_eq!(value.clone(), value);
        assert_eq!(to_json_string(&value.clone()), encoded);
        #[cfg(feature = "serde")]
        {
            let through: Sample =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(to_json_string(&through), encoded);
            let written = serde_json::to_vec(&value).expect("it serializes");
            json_equal(encoded.as_bytes(), &written)
                .unwrap_or_else(|difference| panic!("{difference}: {text}"));
        }
    }
}

#[test]
fn every_prefix_of_a_body_is_an_error_and_no_panic() {
    let text = r##"{"@odata.type":"#a","child":{"text":"é\u00e9","f64":1.5e3,"texts":["a"]},"children":[{"i8":1}],"new":{"a":[null,true]}}"##;
    assert!(from_slice::<Sample>(text.as_bytes()).is_ok());
    for end in 0..text.len() {
        assert!(from_slice::<Sample>(&text.as_bytes()[..end]).is_err());
    }
}

#[test]
fn comparison_is_by_value() {
    for (left, right, path) in [
        ("1", "1.0", None),
        ("100", "1e2", None),
        ("-0", "0.0", None),
        ("0.10", "1e-1", None),
        ("1e5", "1e6", Some("")),
        ("12345678901234567890", "12345678901234567891", Some("")),
        ("1e99999999999999999999", "1e99999999999999999998", None),
        ("\"1\"", "1", Some("")),
        ("\"\\u00e9\"", "\"é\"", None),
        ("{\"a\":1,\"b\":[1,{\"c\":2}]}", "{\"b\":[1,{\"c\":3}],\"a\":1}", Some("b[1].c")),
        ("{\"a\":1}", "{}", Some("a")),
        ("{}", "{\"a b\":null}", Some("[\"a b\"]")),
        ("[1,2]", "[1]", Some("")),
        ("{\"a\":1,\"a\":2}", "{\"a\":2}", None),
        ("[", "[]", Some("")),
    ] {
        let difference = json_equal(left.as_bytes(), right.as_bytes()).err();
        assert_eq!(difference.as_ref().map(|difference| difference.path()), path, "{left} {right}");
    }
    let difference = json_equal(b"{\"a\":1}", b"{\"a\":[2]}").expect_err("they differ");
    assert_eq!(difference.to_string(), "a: 1 became [2]");
}

#[test]
fn kinds() {
    for (text, kind) in [
        ("null", Kind::Null),
        (" true", Kind::Bool),
        ("-1", Kind::Number),
        ("\"", Kind::String),
        ("[", Kind::Array),
        ("{", Kind::Object),
        ("x", Kind::Invalid),
        ("", Kind::Invalid),
    ] {
        assert_eq!(Reader::new(text).kind(), kind);
    }
}
