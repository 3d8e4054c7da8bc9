//! Request lines: the forms that they stand in, the marks of their placeholders, what all of them begin with.

use super::{Counts, Lines, Page, comment, quoted};
use crate::dialect::Dialect;
use crate::markdown::{Block, Style};
use crate::subject::METHODS;

pub(super) fn guess(pages: &[Page<'_>], base: &Dialect, lines: &mut Lines) {
    let mut seen = Seen::default();
    for page in pages {
        for block in &page.document.blocks {
            match block {
                Block::Code(code) => {
                    let content = page.source.get(code.content.range()).unwrap_or_default();
                    let rows: Vec<&str> =
                        content.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
                    let all = rows.iter().all(|row| target(row).is_some());
                    if all && !rows.is_empty() {
                        seen.fences.add(&code.info);
                        rows.iter().filter_map(|row| target(row)).for_each(|path| seen.path(path));
                    }
                    content.split_whitespace().for_each(|word| seen.url(word));
                }
                Block::Heading(heading) => {
                    let words = heading.text.plain().replace('`', "");
                    target(&words).into_iter().for_each(|path| seen.path(path));
                }
                Block::Paragraph(text) | Block::Item(text) => {
                    let code = text.pieces.iter().filter(|piece| piece.style == Style::Code);
                    code.filter_map(|piece| target(&piece.text)).for_each(|path| seen.path(path));
                }
                Block::Table(table) => {
                    for row in &table.rows {
                        let words: Vec<String> =
                            row.cells.iter().map(|cell| cell.plain().replace('`', "")).collect();
                        for pair in words.windows(2) {
                            let line = format!("{} {}", pair[0].trim(), pair[1].trim());
                            target(&line).into_iter().for_each(|path| seen.path(path));
                        }
                    }
                }
                Block::Alert(_) | Block::Comment(_) | Block::Include(_) => {}
            }
        }
        page.source.lines().for_each(|line| seen.component(line));
    }
    seen.tell(base, lines);
}

#[derive(Default)]
struct Seen {
    fences: Counts,
    components: Counts,
    marks: Counts,
    methods: Counts,
    prefixes: Counts,
    hosts: Counts,
    /// What the paths of addresses begin with.
    roots: Counts,
    paths: usize,
    /// The first line that holds a method and a path, whatever stands around them.
    looks_like_one: Option<String>,
}

impl Seen {
    fn path(&mut self, line: (&str, &str)) {
        let (method, path) = line;
        self.paths += 1;
        if !METHODS.contains(&method) {
            self.methods.add(method);
        }
        let path = path.split("://").last().unwrap_or(path);
        let segments: Vec<&str> = path.split('?').next().unwrap_or(path).split('/').collect();
        for segment in &segments {
            let first = segment.chars().next().filter(|c| !c.is_alphanumeric());
            let last = segment.chars().next_back().filter(|c| !c.is_alphanumeric());
            match (first, last) {
                (Some(open @ ('{' | '<' | '[' | '(')), Some(close)) if segment.len() > 2 => {
                    let pairs = [('{', '}'), ('<', '>'), ('[', ']'), ('(', ')')];
                    if pairs.contains(&(open, close)) {
                        self.marks.add(&format!("{open}*{close}"));
                    }
                }
                (Some(open @ (':' | '$' | '%' | '~' | '!')), last) if segment.len() > 1 => {
                    let close = last.filter(|c| *c == open).map(String::from).unwrap_or_default();
                    self.marks.add(&format!("{open}*{close}"));
                }
                _ => {}
            }
        }
        let plain = |part: &&&str| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        let head: Vec<&str> = segments
            .iter()
            .filter(|part| !part.is_empty())
            .take_while(plain)
            .take(2)
            .copied()
            .collect();
        for length in 1..=head.len() {
            self.prefixes.add(&format!("/{}", head[..length].join("/")));
        }
    }

    fn url(&mut self, word: &str) {
        let word = word.trim_matches(['"', '\'', '`', '<', '>', '\\', ',']);
        if let Some((scheme @ ("http" | "https"), rest)) = word.split_once("://") {
            let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
            self.hosts.add(&format!("{scheme}://{host}"));
            let first = rest.strip_prefix(host).unwrap_or_default().trim_start_matches('/');
            let first = first.split(['/', '?', '#']).next().unwrap_or_default();
            if !first.is_empty() && first.chars().all(|c| c.is_ascii_alphanumeric() || c == '.') {
                self.roots.add(&format!("/{first}"));
            }
        }
    }

    /// `<Route method="GET">/path</Route>`
    fn component(&mut self, line: &str) {
        let line = line.trim();
        let mut pairs = line.split_whitespace().zip(line.split_whitespace().skip(1));
        if pairs.any(|(method, path)| METHODS.contains(&method) && path.starts_with('/')) {
            self.looks_like_one.get_or_insert_with(|| line.to_owned());
        }
        let Some((tag, rest)) = line.strip_prefix('<').and_then(|rest| rest.split_once(' ')) else {
            return;
        };
        let lower = rest.to_ascii_lowercase();
        let method = METHODS.iter().find_map(|method| {
            let quoted = format!("\"{}\"", method.to_ascii_lowercase());
            Some((*method, lower.find(&quoted)?, quoted.len()))
        });
        let Some((method, at, length)) = method else { return };
        let (name, close) = (&lower[..at], format!("</{}>", tag.to_ascii_lowercase()));
        let tail = &lower[at + length..];
        let form = if let Some(path) = tail.strip_prefix('>').filter(|_| lower.contains(&close)) {
            let path = path.split(&close).next().unwrap_or_default();
            self.path((method, path));
            format!("<{} {name}\"{{method}}\">{{path}}{close}", tag.to_ascii_lowercase())
        } else if let Some((name_of_path, path)) =
            tail.split_once("=\"").filter(|(_, path)| path.starts_with('/'))
        {
            let (path, end) = path.split_once('"').unwrap_or((path, ""));
            self.path((method, path));
            let tag = tag.to_ascii_lowercase();
            format!("<{tag} {name}\"{{method}}\"{name_of_path}=\"{{path}}\"{end}")
        } else {
            return;
        };
        self.components.add(&form);
    }

    fn tell(&self, base: &Dialect, lines: &mut Lines) {
        if self.paths == 0 {
            let line = match &self.looks_like_one {
                Some(line) => format!("# no form is known of lines such as {}", comment(line)),
                None => "# no request line was recognised in any form".to_owned(),
            };
            lines.line("requests", line);
            return;
        }
        let known = |fence: &str| base.requests.fences.iter().any(|known| known == fence);
        let fences: Vec<_> =
            self.fences.most(2).into_iter().filter(|(fence, _)| !known(fence)).collect();
        let standard: Vec<&str> = base.requests.fences.iter().collect();
        lines.list("requests", "fences", &fences, &standard);
        lines.list("requests", "components", &self.components.most(1), &[]);
        let marks = self.marks.share(5, self.marks.total());
        lines.list("requests", "placeholders", &marks, &[]);
        for (method, count) in self.methods.most(1) {
            let line =
                format!("methods.{method} = \"GET\" # {count} lines; what it is on the wire");
            lines.line("requests", line);
        }
        // What nearly all lines begin with is a part of the base URL.
        let common =
            self.prefixes.most(5).into_iter().filter(|(_, count)| count * 10 >= self.paths * 9);
        let prefix = common.max_by_key(|(text, _)| text.len());
        if let Some((prefix, count)) = prefix {
            let shown = comment(prefix);
            let line = format!(
                "strip = [{}] # {count} of {} lines begin with {shown}",
                quoted(prefix),
                self.paths
            );
            lines.line("requests", line);
        }
        if let Some((host, count)) = self.hosts.most(1).first() {
            // Addresses begin with what request lines leave out.
            let root = self.roots.share(80, self.hosts.total()).first().map(|(root, _)| *root);
            let prefix = prefix.map(|(prefix, _)| prefix).or(root).unwrap_or_default();
            let url = format!("{host}{prefix}");
            lines.line("", format!("base-url = {} # {count} addresses", quoted(&url)));
        }
    }
}

/// Whether the block is a request line, or several.
pub(super) fn is_line(page: &Page<'_>, block: &Block) -> bool {
    match block {
        Block::Code(code) => {
            let content = page.source.get(code.content.range()).unwrap_or_default();
            content
                .lines()
                .find(|row| !row.trim().is_empty())
                .is_some_and(|row| target(row).is_some())
        }
        Block::Heading(heading) => target(&heading.text.plain().replace('`', "")).is_some(),
        Block::Paragraph(text) | Block::Item(text) => target(&text.plain()).is_some(),
        _ => false,
    }
}

/// Method and target, if the words are nothing else.
fn target(words: &str) -> Option<(&str, &str)> {
    let (method, rest) = words.trim().split_once(' ')?;
    let path = rest.trim().split(" HTTP/").next()?.trim();
    let is_method =
        (3..=7).contains(&method.len()) && method.bytes().all(|b| b.is_ascii_uppercase());
    let looks = path.starts_with('/')
        || path.starts_with("http")
        || METHODS.contains(&method) && path.contains('/');
    (is_method && looks && !path.contains(' ')).then_some((method, path))
}
