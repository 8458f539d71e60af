//! Which file of the page imports which.
//!
//! Reads `import` and `export … from` as the formatter lays them out: at the start of a line, the file's name on the last
//! one. Imports of types alone vanish when the page is built and do not count; lazy ones do.

use super::{Arrows, Sources};

const SOURCE: &str = "ui/src/";

const ALIASES: [&str; 2] = ["$lib/", "$shared/"];

/// Arrows among the files of the page; its tests have none.
pub(super) fn arrows(sources: &Sources) -> Arrows {
    let files = sources.iter().filter(|(file, _)| file.starts_with(SOURCE) && !file.ends_with(".test.ts"));
    let targets = |(file, text): (&String, &String)| {
        let targets = imports(text).filter_map(|specifier| file_of(sources, file, specifier));
        (file.clone(), targets.filter(|target| target != file).collect())
    };
    files.map(targets).collect()
}

fn imports(text: &str) -> impl Iterator<Item = &str> {
    let lazy = text.split("import(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut lines = text.lines().map(str::trim_start);
    let eager = std::iter::from_fn(move || {
        let first =
            lines.find(|line| ["import ", "export {", "export *"].iter().any(|start| line.starts_with(start)))?;
        let last = if first.ends_with(';') { Some(first) } else { lines.find(|line| line.ends_with(';')) };
        Some((!first.starts_with("import type ")).then(|| last?.rsplit('"').nth(1)).flatten())
    });
    eager.flatten().chain(lazy)
}

/// The file that a specifier means, if it is one of the page's own.
fn file_of(sources: &Sources, from: &str, specifier: &str) -> Option<String> {
    let (folder, _) = from.rsplit_once('/')?;
    let path = if ALIASES.iter().any(|alias| specifier.starts_with(alias)) {
        format!("{SOURCE}{}", specifier.trim_start_matches('$'))
    } else if specifier.starts_with('.') {
        normal(&format!("{folder}/{specifier}"))
    } else {
        return None;
    };
    let candidates = [path.clone(), format!("{path}.ts"), format!("{path}/index.ts")];
    candidates.into_iter().find(|file| sources.contains_key(file))
}

/// The path without `.` and `..`.
fn normal(path: &str) -> String {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<String> {
        let mut sources: Sources =
            ["lib/b/index.ts", "lib/c.svelte.ts", "shared/G.svelte", "frame/D.svelte", "doors/e.ts"]
                .into_iter()
                .map(|file| (format!("{SOURCE}{file}"), String::new()))
                .collect();
        sources.insert(format!("{SOURCE}doors/A.svelte"), text.to_owned());
        let arrows = arrows(&sources);
        arrows.into_values().flatten().map(|file| file.replace(SOURCE, "")).collect()
    }

    #[test]
    fn finds_each_kind_of_import() {
        for (text, file) in [
            (r#"import { b } from "$lib/b";"#, "lib/b/index.ts"),
            ("<script>\n  import {\n    c,\n    d,\n  } from \"../lib/c.svelte\";\n", "lib/c.svelte.ts"),
            (r#"export { default } from "$shared/G.svelte";"#, "shared/G.svelte"),
            (r#"import "./e";"#, "doors/e.ts"),
            (r#"const page = () => import("../frame/D.svelte");"#, "frame/D.svelte"),
        ] {
            assert_eq!(targets(text), [file], "{text}");
        }
    }

    #[test]
    fn types_and_packages_do_not_count() {
        let text =
            "import type { E } from \"./e\";\nimport {\n  mount,\n} from \"svelte\";\nexport type F = typeof x;\n";
        assert!(targets(text).is_empty(), "these load nothing from another file of the page");
    }
}
