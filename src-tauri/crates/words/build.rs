//! Writes the list of languages: every folder here that has a `guest.ftl`, with its files.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// The file that every language has.
const GUEST: &str = "guest.ftl";

fn main() -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "what cargo tells a build script")]
    let out = std::env::var_os("OUT_DIR").ok_or(ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("languages.rs"), languages(&std::env::current_dir()?)?)
}

/// The languages in a folder, as source: English first, since the others are translated from it.
pub fn languages(root: &Path) -> Result<String> {
    let mut tags = names(root)?;
    tags.retain(|tag| root.join(tag).join(GUEST).is_file());
    tags.sort_by_key(|tag| (tag != "en", tag.clone()));
    let folders = tags.iter().map(|tag| folder(root, tag)).collect::<Result<String>>()?;
    Ok(format!("static LANGUAGES: [Folder; {}] = [\n{folders}];\n", tags.len()))
}

fn folder(root: &Path, tag: &str) -> Result<String> {
    let mut files = names(&root.join(tag))?;
    files.retain(|name| name.ends_with(".ftl"));
    files.sort();
    let texts = files.iter().map(|name| format!("({name:?}, include_str!({:?})), ", root.join(tag).join(name)));
    Ok(format!("    Folder::new({tag:?}, &[{}]),\n", texts.collect::<String>()))
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().map_err(|_| Error::from(ErrorKind::InvalidData));
    fs::read_dir(folder)?.map(|entry| name(entry?)).collect()
}
