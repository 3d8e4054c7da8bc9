//! Charts: bars as inline SVG, and the numbers beside them.
//!
//! In: counts. Out: markup without any text of a page. A chart holds no words of its own: it stretches to its
//! column, and the labels beside it are real text that can be read aloud, copied and enlarged.

use std::fmt::Write as _;

/// Length of a full bar in the chart's own units.
const FULL: usize = 1000;
const HEIGHT: usize = 14;
/// What is there at all is to be seen.
const THINNEST: usize = 5;

/// A part of a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The word for it; a constant of this room.
    pub label: &'static str,
    /// The class that colours it.
    pub class: &'static str,
    /// How many.
    pub count: usize,
}

/// A bar of several parts that fill it.
pub(super) fn stacked(parts: &[Part]) -> String {
    let total: usize = parts.iter().map(|part| part.count).sum();
    let counts: Vec<usize> = parts.iter().map(|part| part.count).collect();
    let described: Vec<String> =
        parts.iter().map(|part| format!("{} {}", part.label, percent(part.count, total))).collect();
    let mut svg = open(&described.join(", "));
    let mut x = 0;
    for (part, width) in parts.iter().zip(lengths(&counts)) {
        if width > 0 {
            let (class, label) = (part.class, part.label);
            let (count, share) = (number(part.count), percent(part.count, total));
            write!(
                svg,
                "<rect class=\"{class}\" x=\"{x}\" width=\"{width}\" height=\"{HEIGHT}\">\
                 <title>{label}: {count} ({share})</title></rect>"
            )
            .ok();
        }
        x += width;
    }
    svg.push_str("</svg>");
    svg
}

/// A bar that is as long as `count` is of `most`.
pub(super) fn bar(part: Part, most: usize) -> String {
    let width =
        if part.count == 0 { 0 } else { (part.count.min(most) * FULL / most.max(1)).max(THINNEST) };
    let Part { label, class, count } = part;
    let count = number(count);
    let mut svg = open(&format!("{count} {label}"));
    write!(
        svg,
        "<rect class=\"{class}\" width=\"{width}\" height=\"{HEIGHT}\"><title>{count} {label}</title></rect></svg>"
    )
    .ok();
    svg
}

fn open(label: &str) -> String {
    format!(
        "<svg class=\"bar\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {FULL} {HEIGHT}\" \
         preserveAspectRatio=\"none\"><rect class=\"track\" width=\"{FULL}\" height=\"{HEIGHT}\"/>"
    )
}

/// Lengths that fill a bar, in proportion to `counts`; what is not zero is never shorter than can be seen.
fn lengths(counts: &[usize]) -> Vec<usize> {
    let total: usize = counts.iter().sum();
    let share = |count: usize| match count {
        0 => 0,
        count => (count * FULL / total).max(THINNEST),
    };
    let mut lengths: Vec<usize> = counts.iter().map(|&count| share(count)).collect();
    // The longest part gives or takes what rounding left over.
    let sum: usize = lengths.iter().sum();
    if let Some(longest) = lengths.iter_mut().max().filter(|_| total > 0) {
        *longest = (*longest + FULL).saturating_sub(sum);
    }
    lengths
}

/// `12.3 %`, never rounded up: only all is 100 %.
pub(super) fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    match part * 1000 / whole {
        0 if part > 0 => "&lt;0.1 %".to_owned(),
        1000 => "100 %".to_owned(),
        tenths => format!("{}.{} %", tenths / 10, tenths % 10),
    }
}

/// `3,341`
pub(super) fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 page`, `3,341 pages`
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(label: &'static str, count: usize) -> Part {
        Part { label, class: "ok", count }
    }

    #[test]
    fn parts_fill_the_bar() {
        for counts in [&[3, 3, 3][..], &[9999, 1, 0], &[1, 1, 100_000], &[7]] {
            let lengths = lengths(counts);
            assert_eq!(lengths.iter().sum::<usize>(), FULL, "{counts:?}");
            for (count, length) in counts.iter().zip(&lengths) {
                assert_eq!(*count == 0, *length == 0, "{counts:?}");
            }
        }
        assert_eq!(lengths(&[0, 0]), [0, 0]);
    }

    #[test]
    fn a_stacked_bar_names_its_parts() {
        let svg = stacked(&[part("ok", 3), part("defective", 1), part("unresolved", 0)]);
        assert!(
            svg.contains("aria-label=\"ok 75.0 %, defective 25.0 %, unresolved 0.0 %\""),
            "{svg}"
        );
        assert!(svg.contains("x=\"0\" width=\"750\""), "{svg}");
        assert!(svg.contains("x=\"750\" width=\"250\""), "{svg}");
        assert!(svg.contains("<title>defective: 1 (25.0 %)</title>"), "{svg}");
        assert!(!svg.contains("<title>unresolved"), "{svg}");
        assert_eq!(svg.matches('<').count(), svg.matches('>').count());
    }

    #[test]
    fn bars_are_in_proportion() {
        assert!(bar(part("findings", 50), 100).contains("width=\"500\""));
        assert!(bar(part("findings", 1), 100_000).contains("width=\"5\""));
        assert!(bar(part("findings", 0), 0).contains("width=\"0\""));
    }

    #[test]
    fn numbers_are_for_people() {
        assert_eq!([number(7), number(1234), number(1_234_567)], ["7", "1,234", "1,234,567"]);
        assert_eq!(percent(9999, 10_000), "99.9 %");
        assert_eq!(percent(1, 10_000), "&lt;0.1 %");
        assert_eq!([percent(5, 5), percent(0, 5), percent(0, 0)], ["100 %", "0.0 %", "–"]);
        assert_eq!([counted(1, "page"), counted(2000, "page")], ["1 page", "2,000 pages"]);
    }
}
