//! The files for the page and the shell, generated from the tables of the border and compared with the committed ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use ts_rs::{Config, TS, TypeVisitor};
use wire::*;

/// One command, in TypeScript.
struct Command {
    name: &'static str,
    docs: &'static [&'static str],
    arguments: Vec<(&'static str, String)>,
    answer: String,
}

/// The declarations of all types used, by name.
struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // A primitive or a container has none.
        if T::output_path().is_none() {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let text = format!("{docs}export {}\n", T::decl(&self.config));
        if self.declared.insert(T::ident(&self.config), text).is_none() {
            T::visit_dependencies(self);
        }
    }
}

impl Types {
    /// Its TypeScript, after declaring all types that it is made of.
    fn name<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::visit_generics(self);
        T::name(&self.config)
    }
}

macro_rules! page_commands {
    ($($area:ident {$(
        $(#[doc = $doc:literal])* $name:ident($($argument:ident: $Type:ty),* $(,)?) -> $Answer:ty;
    )*})*) => {
        fn commands(types: &mut Types) -> Vec<Command> {
            vec![$($(Command {
                name: stringify!($name),
                docs: &[$($doc),*],
                arguments: vec![$((stringify!($argument), types.name::<$Type>())),*],
                answer: types.name::<$Answer>(),
            }),*),*]
        }
    };
}
wire::commands!(page_commands);

macro_rules! page_events {
    ($($Variant:ident($Payload:ty) = $name:literal;)*) => {
        fn events(types: &mut Types) -> Vec<(&'static str, String)> {
            vec![$(($name, types.name::<$Payload>())),*]
        }
    };
}
wire::events!(page_events);

fn types() -> Types {
    Types { config: Config::new().with_large_int("number"), declared: BTreeMap::new() }
}

impl Command {
    fn signature(&self) -> String {
        let arguments: Vec<String> = self.arguments.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
        let request =
            if arguments.is_empty() { String::new() } else { format!("request: {{ {} }}", arguments.join("; ")) };
        format!("{}: ({request}) => Promise<{}>;", self.name, self.answer)
    }
}

fn typescript() -> String {
    let mut types = types();
    let commands = commands(&mut types);
    let events = events(&mut types);
    types.visit::<CommandError>();
    let mut text =
        "/** What crosses the border to the core. Written by `cargo test -p wire`: never edit. */\n\n".to_owned();
    text.push_str("/** Every command. One that fails rejects with a `CommandError`. */\nexport interface Commands {\n");
    for command in &commands {
        if !command.docs.is_empty() {
            let docs: Vec<&str> = command.docs.iter().map(|line| line.trim()).collect();
            writeln!(text, "  /** {} */", docs.join(" ")).unwrap();
        }
        writeln!(text, "  {}", command.signature()).unwrap();
    }
    text.push_str("}\n\nexport const COMMANDS = [\n");
    for command in &commands {
        writeln!(text, "  \"{}\",", command.name).unwrap();
    }
    text.push_str("] as const satisfies readonly (keyof Commands)[];\n\nexport interface Events {\n");
    for (name, payload) in &events {
        writeln!(text, "  {name}: {payload};").unwrap();
    }
    text.push_str("}\n");
    for declaration in types.declared.values() {
        write!(text, "\n{declaration}").unwrap();
    }
    text
}

fn permissions() -> String {
    let commands = commands(&mut types());
    let names: Vec<String> = commands.iter().map(|command| format!("  \"{}\",\n", command.name)).collect();
    format!(
        "# Written by `cargo test -p wire`: never edit.\n[[permission]]\nidentifier = \"commands\"\n\
         description = \"Every command of the shell.\"\ncommands.allow = [\n{}]\n",
        names.concat()
    )
}

/// Fails if the committed file differs, and writes the expected one.
pub fn expect_committed(path: &str, text: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path);
    let committed = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if committed != text {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    assert!(committed == text, "{path} was out of date and has been written anew: commit it");
}

#[test]
fn the_page_has_the_types_of_the_core() {
    expect_committed("ui/src/lib/wire/index.ts", &typescript());
}

#[test]
fn the_shell_permits_the_commands_and_no_more() {
    expect_committed("src-tauri/permissions/commands.toml", &permissions());
}
