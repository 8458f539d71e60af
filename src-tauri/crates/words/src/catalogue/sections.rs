//! The sentences of one language, read section by section.
//!
//! A run of the command line uses a few sentences of several hundred; reading a whole file for them would take a fifth
//! of its time. So each file is cut at its `##` headings, which takes microseconds, and a section is read when its
//! first sentence is needed. Refuses: sentences that refer to others, which could be in another section
//! (`tests/it/catalogue.rs`).

use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// The start of a section.
const HEADING: &str = "\n## ";

/// The sentences of one language.
pub(super) struct Sections {
    /// The section of each sentence.
    of: HashMap<&'static str, usize>,
    sections: Vec<Section>,
    language: LanguageIdentifier,
}

struct Section {
    source: &'static str,
    read: OnceLock<FluentBundle<FluentResource>>,
}

impl Sections {
    /// `tag`: the language's, which determines plural forms.
    pub(super) fn cut(files: &[(&str, &'static str)], tag: &str) -> Self {
        let cut = files.iter().flat_map(|(_, text)| text.split(HEADING));
        let sections: Vec<Section> = cut.map(|source| Section { source, read: OnceLock::new() }).collect();
        let ids = |(at, section): (usize, &Section)| ids(section.source).map(move |id| (id, at)).collect::<Vec<_>>();
        let of = sections.iter().enumerate().flat_map(ids).collect();
        Self { of, sections, language: tag.parse().unwrap_or_default() }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.of.contains_key(id)
    }

    /// The sentence `id` (or `id.part`), filled in. A missing variable appears as its name.
    pub(super) fn fill(&self, id: &str, values: &FluentArgs<'_>) -> Option<String> {
        let (id, part) = id.split_once('.').map_or((id, None), |(id, part)| (id, Some(part)));
        let section = self.sections.get(*self.of.get(id)?)?;
        let read = section.read.get_or_init(|| read(section.source, &self.language));
        let message = read.get_message(id)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        Some(read.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned())
    }
}

/// The ids of a section: the starts of lines that are not a comment, a blank or a continuation.
fn ids(source: &'static str) -> impl Iterator<Item = &'static str> {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    source.lines().filter(begins).filter_map(|line| line.split_once(" =")).map(|(id, _)| id)
}

fn read(source: &'static str, language: &LanguageIdentifier) -> FluentBundle<FluentResource> {
    // The heading becomes a comment again. A line that cannot be read is left out; a test reads the whole files.
    let resource = FluentResource::try_new(format!("## {source}")).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
    // The marks would appear in JSON, logs and file names. Texts from outside cannot change the reading order: `clean`.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "# A file\n\n## One\n\na-b = A { $what }\n    .mend = Mend\n# Not = this\n## Two\n\nc = C\n";
    const OTHER: &str = "# Another\n\n## Three\n\nd = D\n";

    #[test]
    fn a_sentence_is_found_in_its_section_and_no_other_is_read() {
        let sections = Sections::cut(&[("a.ftl", SOURCE), ("b.ftl", OTHER)], "en");
        let values = FluentArgs::from_iter([("what", "b")]);
        assert_eq!(sections.fill("a-b", &values).as_deref(), Some("A b"), "filled in");
        assert_eq!(sections.fill("a-b.mend", &values).as_deref(), Some("Mend"), "and its part");
        let read: Vec<bool> = sections.sections.iter().map(|section| section.read.get().is_some()).collect();
        assert_eq!(read, [false, true, false, false, false], "only the section that was asked");
        assert_eq!(sections.fill("c", &values).as_deref(), Some("C"), "the last");
        assert_eq!(sections.fill("d", &values).as_deref(), Some("D"), "another file");
        for id in ["One", "Not", "e", "c.mend"] {
            assert_eq!(sections.fill(id, &values), None, "{id} is no sentence");
        }
    }
}
