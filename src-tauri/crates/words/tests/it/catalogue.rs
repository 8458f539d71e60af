//! Every language is complete in the files that it has, its variables are those of English, and every `say!` names a
//! sentence and gives it its variables.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;
use proc_macro2::{TokenStream, TokenTree};
use words::{Language, say, speaking};

/// The sentences of a language by their ids (`id` or `id.part`).
type Sentences = BTreeMap<String, Pattern<String>>;

/// The same as in English in some language.
const SAME: &[&str] = &[
    "column-pin",
    "date-first",
    "date-with-time",
    "duration-days",
    "duration-hours",
    "duration-minutes",
    "event-read-error",
    "limit-by-seam",
    "paper-ledger-pin",
    "show-not-usable",
    "time-day",
    "time-long",
    "time-said",
    "time-short",
    "time-utc",
    "who-dormakaba",
    "who-seam",
];

/// Only if a 12-hour clock is usual.
const OF_TWELVE_HOURS: [&str; 4] = ["clock-afternoon", "clock-midnight", "clock-morning", "clock-noon"];

/// Texts that end with a full stop but are not sentences: “a. m.”, “No.”.
const ABBREVIATED: &[&str] = &["clock-afternoon", "clock-morning", "paper-ledger-number"];

fn here(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Only the files that `is_meant` accepts.
fn sentences_of(language: Language, is_meant: impl Fn(&str) -> bool) -> Sentences {
    let mut found = Sentences::new();
    for (file, source) in language.files().iter().filter(|(file, _)| is_meant(file)) {
        let name = format!("{language:?}/{file}");
        let (resource, errors) =
            parse((*source).to_owned()).map_or_else(|both| both, |resource| (resource, Vec::new()));
        assert!(errors.is_empty(), "{name}: every line can be read: {errors:?}");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let parts = message.attributes.into_iter().map(|part| (format!("{id}.{}", part.id.name), part.value));
            for (id, pattern) in message.value.map(|value| (id.clone(), value)).into_iter().chain(parts) {
                assert!(found.insert(id.clone(), pattern).is_none(), "{name}: {id} stands there once");
            }
        }
    }
    found
}

fn sentences(language: Language) -> Sentences {
    sentences_of(language, |_| true)
}

/// The English sentences of the files that a language has.
fn english_for(language: Language) -> Sentences {
    sentences_of(Language::default(), |file| language.files().iter().any(|(own, _)| *own == file))
}

fn expressions(pattern: &Pattern<String>) -> impl Iterator<Item = &Expression<String>> {
    pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    })
}

fn variants(expression: &Expression<String>) -> &[Variant<String>] {
    match expression {
        Expression::Select { variants, .. } => variants,
        Expression::Inline(_) => &[],
    }
}

fn variables(pattern: &Pattern<String>) -> BTreeSet<String> {
    let of_one = |expression: &Expression<String>| {
        let (Expression::Select { selector: inline, .. } | Expression::Inline(inline)) = expression;
        let name = if let InlineExpression::VariableReference { id } = inline { Some(id.name.clone()) } else { None };
        assert!(name.is_some(), "only variables stand in braces: {inline:?}");
        let below = variants(expression).iter().flat_map(|variant| variables(&variant.value));
        below.chain(name).collect::<BTreeSet<_>>()
    };
    expressions(pattern).flat_map(of_one).collect()
}

/// The words that choose a variant, other than those of numbers.
fn choices(pattern: &Pattern<String>) -> BTreeSet<String> {
    let of_one = |variant: &Variant<String>| {
        let key = match &variant.key {
            VariantKey::Identifier { name } => name.clone(),
            VariantKey::NumberLiteral { value } => value.clone(),
        };
        choices(&variant.value).into_iter().chain([key]).collect::<BTreeSet<_>>()
    };
    let all: BTreeSet<String> = expressions(pattern).flat_map(variants).flat_map(of_one).collect();
    all.into_iter().filter(|key| !["one", "many", "other"].contains(&key.as_str())).collect()
}

/// The last words of a sentence, one for each way through its variants.
fn ends(pattern: &Pattern<String>) -> Vec<char> {
    match pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => value.trim_end().chars().last().into_iter().collect(),
        Some(PatternElement::Placeable { expression }) => {
            variants(expression).iter().flat_map(|variant| ends(&variant.value)).collect()
        }
        None => Vec::new(),
    }
}

#[test]
fn a_language_has_all_files_or_only_the_guests() {
    let files = |language: Language| language.files().iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let all = files(Language::default());
    for language in Language::all() {
        assert!([all.clone(), vec!["guest.ftl"]].contains(&files(language)), "{language:?} has {:?}", files(language));
        assert_eq!(
            language.name(),
            speaking(language, || say!("language-name")),
            "{language:?} says what it is called"
        );
    }
}

#[test]
fn every_language_has_every_sentence_with_the_same_variables() {
    for language in Language::all() {
        let (own, english) = (sentences(language), english_for(language));
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (own.keys().collect(), english.keys().collect());
        let has_halves = OF_TWELVE_HOURS.iter().any(|id| own.contains_key(*id));
        let may_lack = |id: &str| !has_halves && OF_TWELVE_HOURS.contains(&id);
        let odd: Vec<_> = ours.symmetric_difference(&theirs).filter(|id| !may_lack(id)).collect();
        assert!(odd.is_empty(), "{language:?} and English have the same sentences, but for {odd:?}");
        for (id, pattern) in &own {
            assert_eq!(variables(pattern), variables(&english[id]), "{language:?}, {id}: its variables");
            assert_eq!(choices(pattern), choices(&english[id]), "{language:?}, {id}: what chooses its variants");
        }
    }
}

#[test]
fn every_sentence_is_translated_and_ends_as_the_english_one() {
    let full_stop = |pattern: &Pattern<String>| ends(pattern).contains(&'.');
    let mut same = BTreeSet::new();
    for language in Language::all().filter(|language| *language != Language::default()) {
        let english = english_for(language);
        for (id, pattern) in sentences(language) {
            assert!(
                pattern != english[&id] || SAME.contains(&id.as_str()),
                "{language:?}, {id}: translated, or listed"
            );
            let is_whole = |pattern| full_stop(pattern) && !ABBREVIATED.contains(&id.as_str());
            assert_eq!(is_whole(&pattern), is_whole(&english[&id]), "{language:?}, {id}: a whole sentence or a part");
            same.extend((pattern == english[&id]).then_some(id));
        }
    }
    assert_eq!(same, SAME.iter().map(|id| (*id).to_owned()).collect(), "what is listed is the same somewhere");
}

/// One `say!` or `id!`: the id, and the variables that a `say!` gives.
type Said = (String, Option<BTreeSet<String>>);

/// `say!(id, name = value, …)`, split at its commas.
fn said(macro_name: &str, inside: TokenStream) -> Option<Said> {
    let tokens: Vec<TokenTree> = inside.into_iter().collect();
    let mut parts = tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','));
    let [TokenTree::Literal(id)] = parts.next()? else { return None };
    let id = id.to_string().trim_matches('"').to_owned();
    let names = parts.filter_map(|part| part.first()).map(ToString::to_string).collect();
    Some((id, (macro_name == "say").then_some(names)))
}

fn said_in(stream: TokenStream, found: &mut Vec<Said>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        said_in(group.stream(), found);
        let [.., TokenTree::Ident(name), TokenTree::Punct(bang)] = &tokens[..at] else { continue };
        let name = name.to_string();
        if bang.as_char() == '!' && (name == "say" || name == "id") {
            found.extend(said(&name, group.stream()));
        }
    }
}

fn said_below(folder: &Path, found: &mut Vec<Said>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            said_below(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            said_in(fs::read_to_string(&path).unwrap().parse().unwrap(), found);
        }
    }
}

#[test]
fn the_code_says_every_sentence_and_gives_it_its_variables() {
    let english = sentences(Language::default());
    let mut found = Vec::new();
    for folder in ["src", "../wire/src", "../paper/src", "../cli/src", "../../src"] {
        said_below(&here(folder), &mut found);
    }
    assert!(!found.is_empty(), "the code is read");
    for (id, given) in &found {
        let pattern = english.get(id).unwrap_or_else(|| panic!("{id} is said in the code and stands in en"));
        let given = given.clone().unwrap_or_default();
        assert_eq!(given, variables(pattern), "{id}: what the code gives it, and the variables it has");
    }
    // A table's `id!` is used with its parts.
    let is_said = |id: &String| {
        let whole = id.split('.').next().unwrap_or(id);
        found.iter().any(|(said, given)| said == id || (given.is_none() && said == whole))
    };
    let unsaid: Vec<_> = english.keys().filter(|id| !is_said(id)).collect();
    assert!(unsaid.is_empty(), "these stand in en and are never said: {unsaid:?}");
}
