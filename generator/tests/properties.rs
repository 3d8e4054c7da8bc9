//! What holds for any pages: mutants of the page tests' own pages, spliced with the attack corpus.
//!
//! The mutants are the same in every run: a failure names its seed, and is kept by a test of its own once it is understood.

#[path = "support/literate.rs"]
#[allow(dead_code, reason = "only the pages are wanted")]
mod literate;

#[path = "support/targets/whole.rs"]
#[allow(unreachable_pub, dead_code, reason = "only the promises are wanted")]
mod whole;

use generator::config::Config;
use std::path::Path;

/// So many trees, each of a few pages; a second or two in all. `TREES=100000` looks further.
const TREES: u64 = 120;

/// A xorshift: enough to vary, the same for ever.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn boundary(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

fn payloads() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/payloads.txt");
    let text = std::fs::read_to_string(path).expect("the payloads");
    // Escapes stay as they are here: half of what they stand for is spliced in below.
    text.lines()
        .map(str::to_owned)
        .chain(["\n", "\r", "\u{202e}", "\u{ffff}", "\0", "|", "`", "{", "["].map(str::to_owned))
        .collect()
}

fn mutant(random: &mut Random, text: &str, payloads: &[String]) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(6) {
        let (from, to) = (random.boundary(&text), random.boundary(&text));
        let (from, to) = (from.min(to), from.max(to));
        match random.below(5) {
            0 => text.insert_str(from, &payloads[random.below(payloads.len())]),
            1 => {
                let end = text[from..to].char_indices().nth(40).map_or(to, |(at, _)| from + at);
                text.replace_range(from..end, "");
            }
            2 => {
                let piece = text[from..to].to_owned();
                text.insert_str(to, &piece);
            }
            3 => text.truncate(to),
            _ => text.replace_range(from..from, &payloads[random.below(payloads.len())].repeat(3)),
        }
        let mut end = text.len().min(20_000);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
    text
}

#[test]
fn no_mutant_stops_a_run_or_leaves_its_place() {
    let pages = literate::inputs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"));
    let payloads = payloads();
    let trees = std::env::var("TREES").ok().and_then(|trees| trees.parse().ok()).unwrap_or(TREES);
    for seed in 1..=trees {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let tree: Vec<(String, String)> = (0..4)
            .map(|number| {
                let (path, text) = &pages[random.below(pages.len())];
                let name = path.rsplit('/').next().unwrap_or("a.md");
                let area = ["api", "resources"][random.below(2)];
                let odd = if random.below(4) == 0 {
                    payloads[random.below(payloads.len())].replace('/', "_")
                } else {
                    String::new()
                };
                (format!("v1.0/{area}/{odd}{number}-{name}"), mutant(&mut random, text, &payloads))
            })
            .collect();
        let pages: Vec<(&str, &str)> = tree.iter().map(|(path, text)| (&**path, &**text)).collect();
        whole::check_tree(&seed.to_string(), &pages, &Config::default());
    }
}
