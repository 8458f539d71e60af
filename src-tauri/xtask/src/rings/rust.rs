//! Which file of a Rust package uses which: an arrow goes to the file that defines the name.
//!
//! Follows re-exports, so that a facade is not part of a ring, and looks into macro calls, which `syn` leaves as tokens. Skips
//! code for tests. Does not see a method call, which names no file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, UseTree, Visibility};

use super::{Arrows, Sources};

/// Segments of a path: of a module from its crate, or of a name as it is written.
type Path = Vec<String>;

/// The modules of a crate. The crate itself has the empty path.
type Modules = BTreeMap<Path, Module>;

/// How many re-exports a name is followed through.
const DEEPEST: usize = 8;

struct Module {
    file: String,
    defined: BTreeSet<String>,
    imports: Vec<Import>,
    mentioned: BTreeSet<Path>,
}

/// One name of a `use`; `*` for all.
struct Import {
    name: String,
    path: Path,
    is_reexport: bool,
}

/// Arrows within each crate among the sources.
pub(super) fn arrows(sources: &Sources) -> Result<Arrows> {
    let mut arrows = Arrows::new();
    for root in sources.keys().filter(|file| file.ends_with("/src/lib.rs") || file.ends_with("/src/main.rs")) {
        let mut modules = Modules::new();
        read_file(sources, &mut modules, root, Path::new())?;
        for (path, module) in &modules {
            let targets = targets(&modules, path, module).filter(|target| *target != module.file);
            arrows.entry(module.file.clone()).or_default().extend(targets.map(str::to_owned));
        }
    }
    Ok(arrows)
}

fn read_file(sources: &Sources, modules: &mut Modules, file: &str, path: Path) -> Result<()> {
    let text = sources.get(file).with_context(|| format!("{file} is missing"))?;
    let items = syn::parse_file(text).with_context(|| file.to_owned())?.items;
    read_items(sources, modules, file, path, items)
}

fn read_items(sources: &Sources, modules: &mut Modules, file: &str, path: Path, items: Vec<Item>) -> Result<()> {
    let mut module =
        Module { file: file.to_owned(), defined: BTreeSet::new(), imports: Vec::new(), mentioned: BTreeSet::new() };
    for item in items {
        let tokens = item.to_token_stream();
        if is_for_tests(&tokens) {
            continue;
        }
        if let Item::Mod(child) = item {
            let path: Path = path.iter().cloned().chain([child.ident.to_string()]).collect();
            match child.content {
                Some((_, items)) => read_items(sources, modules, file, path, items)?,
                None => read_file(sources, modules, &file_of(sources, file, &path), path)?,
            }
        } else if let Item::Use(item) = item {
            let is_reexport = !matches!(item.vis, Visibility::Inherited);
            add_imports(&mut module.imports, &item.tree, Path::new(), is_reexport);
        } else {
            module.defined.extend(name_of(&tokens));
            add_mentions(&mut module.mentioned, tokens);
        }
    }
    modules.insert(path, module);
    Ok(())
}

/// The file of a module that `parent` declares: `name.rs` or `name/mod.rs`.
fn file_of(sources: &Sources, parent: &str, path: &[String]) -> String {
    let (source, _) = parent.split_once("/src/").unwrap_or_default();
    let stem = format!("{source}/src/{}", path.join("/"));
    [format!("{stem}.rs"), format!("{stem}/mod.rs")].into_iter().find(|file| sources.contains_key(file)).unwrap_or(stem)
}

/// Whether the item begins with `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_for_tests(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let attributes = tokens.chunks(2).map_while(|pair| match pair {
        [TokenTree::Punct(hash), TokenTree::Group(attribute)] if hash.as_char() == '#' => Some(attribute.stream()),
        _ => None,
    });
    let mut texts = attributes.map(|attribute| attribute.to_string().replace(' ', ""));
    texts.any(|text| text == "cfg(test)" || text.starts_with("cfg(all(test,"))
}

/// The name that an item defines: the one after its keyword.
fn name_of(tokens: &TokenStream) -> Option<String> {
    const KEYWORDS: [&str; 9] = ["struct", "enum", "union", "fn", "trait", "type", "const", "static", "macro_rules"];
    let idents = tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    });
    let is_keyword = |ident: &String| KEYWORDS.contains(&ident.as_str());
    idents.skip_while(|ident| !is_keyword(ident)).find(|ident| !is_keyword(ident))
}

fn add_imports(imports: &mut Vec<Import>, tree: &UseTree, mut path: Path, is_reexport: bool) {
    match tree {
        UseTree::Path(part) => {
            path.push(part.ident.to_string());
            add_imports(imports, &part.tree, path, is_reexport);
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                add_imports(imports, tree, path.clone(), is_reexport);
            }
        }
        UseTree::Name(part) => {
            // `a::{self}` imports `a`.
            if part.ident != "self" {
                path.push(part.ident.to_string());
            }
            imports.push(Import { name: path.last().cloned().unwrap_or_default(), path, is_reexport });
        }
        UseTree::Rename(part) => {
            path.push(part.ident.to_string());
            imports.push(Import { name: part.rename.to_string(), path, is_reexport });
        }
        UseTree::Glob(_) => imports.push(Import { name: "*".to_owned(), path, is_reexport }),
    }
}

/// Every path in the tokens, one segment or more. A name after a single dot is a field or a method.
fn add_mentions(mentions: &mut BTreeSet<Path>, tokens: TokenStream) {
    let mut path = Path::new();
    let mut before = String::new();
    for token in tokens {
        match token {
            TokenTree::Punct(punct) => before.push(punct.as_char()),
            TokenTree::Ident(ident) => {
                if before != "::" {
                    mentions.insert(std::mem::take(&mut path));
                }
                if before != "." {
                    path.push(ident.to_string());
                }
                before.clear();
            }
            TokenTree::Group(group) => {
                add_mentions(mentions, group.stream());
                before = ")".to_owned();
            }
            TokenTree::Literal(_) => before = "\"".to_owned(),
        }
    }
    mentions.insert(path);
}

/// The file that a path leads to.
enum Found<'a> {
    Module(&'a [String]),
    File(&'a str),
}

fn targets<'a>(modules: &'a Modules, path: &'a [String], module: &'a Module) -> impl Iterator<Item = &'a str> {
    let imported = module.imports.iter().filter(|import| !import.is_reexport).filter_map(|import| {
        match find(modules, path, &import.path, DEEPEST)? {
            Found::File(file) => Some(file),
            // A module that is imported by name is used where a path begins with it.
            Found::Module(path) => modules.get(path).filter(|_| import.name == "*").map(|module| module.file.as_str()),
        }
    });
    let mentioned = module.mentioned.iter().filter_map(|mention| match find(modules, path, mention, DEEPEST)? {
        Found::File(file) => Some(file),
        Found::Module(_) => None,
    });
    imported.chain(mentioned)
}

/// Resolves a path as written in the module `at`; nothing for a name of another crate or a local name of a function.
fn find<'a>(modules: &'a Modules, at: &[String], path: &[String], depth: usize) -> Option<Found<'a>> {
    let (at, module) = modules.get_key_value(at)?;
    let Some((first, rest)) = path.split_first() else { return Some(Found::Module(at)) };
    let child: Path = at.iter().chain([first]).cloned().collect();
    let start = match first.as_str() {
        "crate" => Some(&[][..]),
        "self" => Some(at.as_slice()),
        "super" => Some(at.split_last()?.1),
        _ => modules.contains_key(&child).then_some(child.as_slice()),
    };
    if let Some(start) = start {
        // A name that a module neither defines nor imports was made in it by a macro.
        let made = || modules.get(start).map(|module| Found::File(&module.file));
        return find(modules, start, rest, depth).or_else(made);
    }
    if module.defined.contains(first) {
        return Some(Found::File(&module.file));
    }
    let depth = depth.checked_sub(1)?;
    let through = |import: &Import| match find(modules, at, &import.path, depth)? {
        Found::Module(target) if import.name == "*" => find(modules, target, path, depth),
        Found::Module(target) => find(modules, target, rest, depth),
        found @ Found::File(_) => (import.name != "*").then_some(found),
    };
    let named = module.imports.iter().filter(|import| import.name == *first);
    named.chain(module.imports.iter().filter(|import| import.name == "*")).find_map(through)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrows_of(files: &[(&str, &str)]) -> Vec<String> {
        let sources = files.iter().map(|(file, text)| (format!("p/src/{file}"), (*text).to_owned())).collect();
        let short = |file: &str| file.replace("p/src/", "");
        let arrows = arrows(&sources).unwrap();
        let pairs = arrows.iter().flat_map(|(from, targets)| targets.iter().map(move |to| (from, to)));
        pairs.map(|(from, to)| format!("{} → {}", short(from), short(to))).collect()
    }

    #[test]
    fn each_way_to_name_a_thing_is_an_arrow() {
        for user in [
            "use crate::b::c::T; fn f(_: T) {}",
            "use crate::b::c; fn f(_: c::T) {}",
            "use crate::b::{c as d}; fn f(_: d::T) {}",
            "use super::b::c::*;",
            "fn f(_: crate::b::c::T) {}",
            "fn f() { g!(x, crate::b::c::T {}); }",
            "pub use crate::b::c::T; fn f(_: T) {}",
        ] {
            let files = [
                ("lib.rs", "mod a; mod b;"),
                ("a.rs", user),
                ("b/mod.rs", "pub mod c;"),
                ("b/c.rs", "pub struct T {}"),
            ];
            assert_eq!(arrows_of(&files), ["a.rs → b/c.rs"], "{user}");
        }
    }

    #[test]
    fn facade_is_not_part_of_a_ring() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::{T, made}; fn f() { crate::b::U::new(); }"),
            ("b/mod.rs", "mod c; mod d; pub use c::*; pub use d::U; made!();"),
            ("b/c.rs", "use crate::b::U; pub struct T(U);"),
            ("b/d.rs", "pub enum U {}"),
        ];
        let expected = ["a.rs → b/c.rs", "a.rs → b/d.rs", "a.rs → b/mod.rs", "b/c.rs → b/d.rs"];
        assert_eq!(arrows_of(&files), expected, "to the defining file, and to the facade for names from its macros");
    }

    #[test]
    fn ring_of_six_is_found() {
        let names = ["a", "b", "c", "d", "e", "f"];
        let user = |next: &str| format!("pub fn f() {{ crate::{next}::f(); }}");
        let texts: Vec<String> = (1..=6).map(|next| user(names[next % 6])).collect();
        let files: Vec<String> = names.iter().map(|name| format!("{name}.rs")).collect();
        let mut all: Vec<(&str, &str)> =
            files.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        all.push(("main.rs", "mod a; mod b; mod c; mod d; mod e; mod f; fn main() { a::f(); }"));
        let sources = all.iter().map(|(file, text)| (format!("p/src/{file}"), (*text).to_owned())).collect();
        let arrows = arrows(&sources).unwrap();
        let rings = super::super::rings(&arrows);
        assert_eq!(rings.iter().map(BTreeSet::len).collect::<Vec<_>>(), [6], "and main is not in it");
    }

    #[test]
    fn tests_fields_and_other_crates_make_no_arrow() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use serde::b::T; fn f(x: X) { x.b.T; } #[cfg(test)] mod tests { use crate::b::T; }"),
            ("b.rs", "pub struct T;"),
        ];
        assert!(arrows_of(&files).is_empty(), "none of these ships an import of b");
    }
}
