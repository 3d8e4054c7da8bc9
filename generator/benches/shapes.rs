//! Time and peak memory of the worst shapes of docs trees at three sizes: none may grow faster than its input.
//!
//! `cargo bench -p generator --bench shapes` prints a table of all; `-- NAME` those whose name holds NAME. Each run has
//! a process of its own, so that its peak is its own.

#[path = "support/shapes.rs"]
mod shapes;

use generator::config::Config;
use generator::pipeline;
use generator::source::DocSet;
use std::process::Command;
use std::time::{Duration, Instant};

/// As the command line does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [100_000, 400_000, 1_600_000];
/// What a run may take at the largest size.
const LIMIT: (Duration, u64) = (Duration::from_secs(2), 500);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if let [run, name, size] = args.as_slice()
        && run == "run"
    {
        return one(name, size.parse().expect("a size"));
    }
    let wanted = args.first().map_or("", String::as_str);
    let mut failed = 0;
    for (name, _) in shapes::SHAPES.iter().filter(|(name, _)| name.contains(wanted)) {
        let results: Vec<Option<(Duration, u64)>> =
            SIZES.iter().map(|size| measure(name, *size)).collect();
        let cell = |result: &Option<(Duration, u64)>| match result {
            Some((time, memory)) => format!("{:6} ms {memory:5} MB", time.as_millis()),
            None => "          failed".to_owned(),
        };
        let bad = !results[2].is_some_and(|(time, memory)| time < LIMIT.0 && memory < LIMIT.1);
        failed += usize::from(bad);
        let cells: Vec<String> = results.iter().map(cell).collect();
        println!("{name:28} {}{}", cells.join("  "), if bad { "  <<<" } else { "" });
    }
    println!("{failed} over {:?} or {} MB", LIMIT.0, LIMIT.1);
}

/// Time and peak memory in megabytes of one run in a process of its own; `None` if that fails or takes a minute.
fn measure(name: &str, size: usize) -> Option<(Duration, u64)> {
    let program = std::env::current_exe().expect("the path of this program");
    let mut child = Command::new(program)
        .args(["run", name, &size.to_string()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("this program can be run");
    let started = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if started.elapsed() > Duration::from_secs(60) {
            child.kill().expect("a child");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().expect("a child");
    let text = String::from_utf8_lossy(&output.stdout);
    let mut words = text.split_whitespace();
    let millis = words.next()?.parse().ok()?;
    Some((Duration::from_millis(millis), words.next()?.parse().ok()?))
}

fn one(name: &str, size: usize) {
    let (_, make) = shapes::SHAPES.iter().find(|(known, _)| *known == name).expect("a shape");
    let tree = make(size);
    let started = Instant::now();
    let docs = DocSet::from_texts(tree.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let generated = pipeline::generate(&docs, &Config::default(), None);
    let time = started.elapsed().as_millis();
    std::mem::forget(generated);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let peak: u64 = peak.trim().trim_end_matches("kB").trim().parse().unwrap_or(0);
    println!("{time} {}", peak / 1024);
}
