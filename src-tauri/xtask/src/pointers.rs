//! Pointers into the docs, in comments and pages: `docs/design.md, "Issuing"`, `decision 7`.
//!
//! Owns: the syntax of a pointer, on one line. Refuses: Markdown links, which a reader of the page can check directly.

use std::path::Path;

/// The broken pointers of one line.
pub(crate) fn broken(line: &str, root: &Path) -> Vec<String> {
    let mut broken = Vec::new();
    for (at, _) in line.match_indices("docs/") {
        if let Some((page, rest)) = page(&line[at..]) {
            match std::fs::read_to_string(root.join(page)) {
                Ok(text) => broken.extend(missing_parts(&text, rest).map(|part| format!("{page}, {part}"))),
                Err(_) => broken.push(page.to_owned()),
            }
        }
    }
    for (at, word) in line.match_indices("decision ") {
        let number = digits(&line[at + word.len()..]);
        if !number.is_empty() && !has_decision(root, number) {
            broken.push(format!("decision {number}"));
        }
    }
    broken
}

/// `docs/design.md` and the text after it.
fn page(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "/-_.".contains(c))).unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    // A full stop may end the sentence.
    let path = path.trim_end_matches('.');
    path.ends_with(".md").then_some((path, rest))
}

/// Headings (`, "Words" and "Checks"`) and the fault (`, F63`) that a pointer names and the page lacks.
fn missing_parts<'a>(page: &'a str, pointer: &'a str) -> impl Iterator<Item = String> + 'a {
    let has = |heading: &str| {
        page.lines().any(|line| line.starts_with('#') && line.trim_start_matches(['#', ' ']) == heading)
    };
    let mut rest = pointer.strip_prefix(", ").unwrap_or_default();
    let mut missing = Vec::new();
    while let Some((heading, after)) = rest.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
        if !has(heading) {
            missing.push(format!("\"{heading}\""));
        }
        rest = after.strip_prefix(" and ").or_else(|| after.strip_prefix(", ")).unwrap_or_default();
    }
    let fault = rest.strip_prefix('F').map(digits).filter(|number| number.len() == 2);
    missing.extend(fault.map(|number| format!("F{number}")).filter(|fault| !page.contains(fault.as_str())));
    missing.into_iter()
}

fn digits(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
}

fn has_decision(root: &Path, number: &str) -> bool {
    let wanted = format!("{number:0>4}-");
    let files = std::fs::read_dir(root.join("docs/decisions")).into_iter().flatten().flatten();
    files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    #[test]
    fn pointers_that_lead_nowhere_are_named() {
        let docs = ["do", "cs/"].concat();
        let cases = [
            (format!("(see {docs}design.md, \"Words\" and \"Checks\")"), &[][..]),
            (format!("({docs}design.md, \"Faults\", F63)"), &[]),
            (format!("Read {docs}design.md."), &[]),
            (format!("({docs}design.md, \"Wishes\", 7)"), &["design.md, \"Wishes\""]),
            (format!("({docs}design.md, \"Faults\", F99)"), &["design.md, F99"]),
            (format!("({docs}no-such-page.md)"), &["no-such-page.md"]),
            (["deci", "sion 7, deci", "sion 0024"].concat(), &[]),
            (["deci", "sion 999"].concat(), &["999"]),
        ];
        for (line, wanted) in cases {
            let found = broken(&line, root());
            assert_eq!(found.len(), wanted.len(), "broken pointers of `{line}`: {found:?}");
            assert!(found.iter().zip(wanted).all(|(found, end)| found.ends_with(end)), "{found:?} for `{line}`");
        }
    }
}
