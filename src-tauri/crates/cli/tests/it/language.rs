//! The language of output; codes are the same in each.

use crate::world::{Ran, bare};

/// The error of `doors` without a record, with these variables set.
fn doors(args: &[&str], set: &[(&str, &str)]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bare(folder.path(), &[&["doors", "--json"], args].concat());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let error = Ran::new(&command.envs(set.iter().copied()).output().unwrap()).document()["error"].clone();
    (error["code"].as_str().unwrap().to_owned(), error["message"].as_str().unwrap().to_owned())
}

/// Arguments, variables, and how the message begins.
type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], &'a str);

#[test]
fn the_language_comes_from_the_option_or_the_environment() {
    let cases: &[Case<'_>] = &[
        (&[], &[], "There is no record"),
        (&["--language", "es"], &[], "No hay ningún registro"),
        (&[], &[("LANG", "es_MX.UTF-8")], "No hay ningún registro"),
        (&[], &[("LC_ALL", "es"), ("LANG", "en_US.UTF-8")], "No hay ningún registro"),
        (&[], &[("LC_ALL", "C"), ("LANG", "es_ES.UTF-8")], "There is no record"),
        (&["--language", "en"], &[("LC_ALL", "es")], "There is no record"),
        (&[], &[("LANG", "fi_FI.UTF-8")], "There is no record"),
    ];
    for (args, set, begins) in cases {
        let (code, message) = doors(args, set);
        assert!(message.starts_with(begins), "{args:?} {set:?}: {message}");
        assert_eq!(code, "no_record", "a code does not depend on the language");
    }
}

#[test]
fn an_unsupported_language_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let ran = Ran::new(&bare(folder.path(), &["doors", "--language", "fi"]).output().unwrap());
    assert_eq!(ran.code, 2, "it is not supported");
    assert!(ran.err.contains("en, es"), "and the supported ones are named: {}", ran.err);
}
