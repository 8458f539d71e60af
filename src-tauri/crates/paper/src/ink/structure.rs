//! The kinds of content, for people who listen to a document rather than see it.

use std::num::NonZeroU16;

use krilla::tagging::{Node, TableHeaderScope, Tag, TagGroup, TagKind};

fn group(tag: impl Into<TagKind>, children: Vec<Node>) -> Node {
    TagGroup::with_children(tag, children).into()
}

pub(crate) fn paragraph(content: Node) -> Node {
    group(Tag::P, vec![content])
}

/// A heading of level 1, 2, …
pub(crate) fn heading(level: u16, title: &str, content: Node) -> Node {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    group(Tag::Hn(level, Some(title.to_owned())), vec![content])
}

pub(crate) fn table(rows: Vec<Node>) -> Node {
    group(Tag::Table, rows)
}

pub(crate) fn row(cells: Vec<Node>) -> Node {
    group(Tag::TR, cells)
}

pub(crate) fn cell(content: Node) -> Node {
    group(Tag::TD, vec![content])
}

pub(crate) fn head_cell(content: Node) -> Node {
    group(Tag::TH(TableHeaderScope::Column), vec![content])
}
