//! How many lines of code the functions of a source have, without blank lines and comments.

pub fn of_functions(source: &str) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut inside = false;
    for line in source.lines() {
        let head = line.trim_start_matches("pub ").trim_start_matches("async ");
        if let Some(name) = head.strip_prefix("fn ") {
            let name = name.split(['(', '<']).next().unwrap_or_default();
            found.push((name.to_owned(), 0));
            inside = true;
        }
        let code = line.trim_start();
        if inside && !code.is_empty() && !code.starts_with("//") {
            found.last_mut().expect("inside of one").1 += 1;
        }
        inside &= line != "}";
    }
    found
}
