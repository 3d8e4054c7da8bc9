//! `curl` commands as requests.
//!
//! In: the text of a shell block. Out: method, URL, headers and data with their places. Quotes and line
//! continuations are those of a POSIX shell; variables and pipes are beyond what a page needs.

use std::ops::Range;

/// A command.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Command {
    pub(super) method: Option<String>,
    /// The URL and its place.
    pub(super) url: Option<(String, Range<usize>)>,
    /// Data, and its place if it is in one piece.
    pub(super) data: Option<(String, Range<usize>)>,
    /// Parts of a form, or data that is no JSON.
    pub(super) form: bool,
}

/// The commands in `text`.
pub(super) fn commands(text: &str) -> Vec<Command> {
    let mut found: Vec<Command> = Vec::new();
    let mut words = words(text).into_iter().peekable();
    let mut open = false;
    while let Some(word) = words.next() {
        match word.text.as_str() {
            "curl" if !open || word.first => {
                found.push(Command::default());
                open = true;
                continue;
            }
            "|" | "&&" | ";" | "\n" => {
                open = false;
                continue;
            }
            _ => {}
        }
        let Some(command) = found.last_mut().filter(|_| open) else { continue };
        let (name, inline) = match word.text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                (name.to_owned(), Some(value.to_owned()))
            }
            _ => (word.text.clone(), None),
        };
        let mut value = || match &inline {
            Some(value) => Some((value.clone(), word.place.clone())),
            None => words.next().map(|word| (word.text, word.place)),
        };
        match name.as_str() {
            "-X" | "--request" => command.method = value().map(|(text, _)| text),
            "-H" | "--header" | "-u" | "--user" | "-o" | "--output" | "-A" | "-b" | "--cookie" => {
                value();
            }
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-urlencode" | "--json" => {
                let data = value();
                let is_json = data
                    .as_ref()
                    .is_some_and(|(text, _)| text.trim_start().starts_with(['{', '[']));
                if is_json {
                    command.data = data;
                } else {
                    command.form = true;
                }
            }
            "-F" | "--form" | "--form-string" | "-T" | "--upload-file" => {
                value();
                command.form = true;
            }
            "--url" => command.url = value(),
            "-I" | "--head" => command.method = Some("HEAD".to_owned()),
            "-G" | "--get" => command.method = Some("GET".to_owned()),
            name if name.starts_with('-') && name.len() > 2 && name.starts_with("-X") => {
                command.method = Some(name[2..].to_owned());
            }
            name if name.starts_with('-') => {}
            _ if command.url.is_none() && looks_like_url(&word.text) => {
                command.url = Some((word.text, word.place));
            }
            _ => {}
        }
    }
    for command in &mut found {
        let sends = command.data.is_some() || command.form;
        let method =
            command.method.get_or_insert_with(|| if sends { "POST" } else { "GET" }.to_owned());
        method.make_ascii_uppercase();
    }
    found.retain(|command| command.url.is_some());
    found
}

fn looks_like_url(text: &str) -> bool {
    text.contains("://") || text.contains('/')
}

struct Word {
    text: String,
    place: Range<usize>,
    /// It begins a line.
    first: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut current: Option<(String, usize)> = None;
    let mut first = true;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' if characters.peek().is_some_and(|(_, next)| *next == '\n') => {
                characters.next();
            }
            '\n' => {
                push(&mut words, &mut current, at, &mut first);
                words.push(Word { text: "\n".to_owned(), place: at..at, first: false });
                first = true;
            }
            c if c.is_whitespace() => push(&mut words, &mut current, at, &mut first),
            quote @ ('\'' | '"') => {
                // The word's place is what is within the quotes, if it begins with one.
                let (word, _) = current.get_or_insert_with(|| (String::new(), at + 1));
                while let Some((_, next)) = characters.next() {
                    match next {
                        c if c == quote => break,
                        '\\' if quote == '"' => {
                            word.extend(characters.next().map(|(_, escaped)| escaped));
                        }
                        c => word.push(c),
                    }
                }
            }
            '\\' => {
                let (word, _) = current.get_or_insert_with(|| (String::new(), at));
                word.extend(characters.next().map(|(_, escaped)| escaped));
            }
            c => current.get_or_insert_with(|| (String::new(), at)).0.push(c),
        }
    }
    push(&mut words, &mut current, text.len(), &mut first);
    words
}

fn push(
    words: &mut Vec<Word>,
    current: &mut Option<(String, usize)>,
    end: usize,
    first: &mut bool,
) {
    if let Some((text, start)) = current.take() {
        let end = end.min(start + text.len()).max(start);
        words.push(Word { text, place: start..end, first: std::mem::take(first) });
    }
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn commands_are_read_as_a_shell_reads_them() {
        let text = "curl --request PUT --header \"A: b\" \\\n  --data '{\"a\": 1}' \"https://x.example/api/y?z=1\"\n";
        let found = commands(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].method.as_deref(), Some("PUT"));
        let (url, place) = found[0].url.clone().expect("a URL");
        assert_eq!(
            (url.as_str(), &text[place]),
            ("https://x.example/api/y?z=1", "https://x.example/api/y?z=1")
        );
        let (data, place) = found[0].data.clone().expect("data");
        assert_eq!((data.as_str(), &text[place]), ("{\"a\": 1}", "{\"a\": 1}"));
        let found =
            commands("curl \"https://x.example/a\" -d 'b=c'\ncurl -XDELETE https://x.example/a");
        let methods: Vec<_> =
            found.iter().filter_map(|command| command.method.as_deref()).collect();
        assert_eq!(methods, ["POST", "DELETE"]);
    }
}
