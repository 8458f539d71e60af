//! The ledger as a file: a workbook for a spreadsheet, CSV for programs.

use std::fs::File;

use calamine::{Data, Reader, Xlsx, open_workbook};
use simulator::{Options, PinTime};

use crate::world::{World, quick};

/// A record, and a folder for its exports.
async fn world() -> World {
    let world = World::synced(Options { pin: PinTime::AtCreate, ..quick(2) }).await;
    std::fs::create_dir(world.folder.path().join("exports")).unwrap();
    world
}

/// A name in the folder for exports.
fn named(world: &World, name: &str) -> String {
    world.folder.path().join("exports").join(name).to_str().unwrap().to_owned()
}

/// The rows of a workbook below its headings, and the column of the PIN in each.
fn rows(file: &str) -> (Vec<Vec<Data>>, usize) {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let cells = book.worksheet_range("codes").unwrap();
    let pin = cells.rows().next().unwrap().iter().position(|heading| *heading == "pin").unwrap();
    (cells.rows().skip(1).map(<[Data]>::to_vec).collect(), pin)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_in_a_workbook_is_text_and_masked_unless_asked_for() {
    let world = world().await;
    assert_eq!(world.issue("Door 101", &[]).1, 0, "a code");
    let pin = world.simulator.codes()[0].pin.clone();
    for (name, more, shown) in [("masked.xlsx", None, "••••••"), ("clear.xlsx", Some("--show-pins"), &*pin)]
    {
        let file = named(&world, name);
        let args: Vec<&str> = ["codes", "--xlsx", &file].into_iter().chain(more).collect();
        let ran = world.run(&args);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.out.contains(name) && !ran.out.contains(&pin), "it names the file, and shows no PIN: {}", ran.out);
        let (rows, at) = rows(&file);
        assert_eq!(rows[0][at], Data::String(shown.to_owned()), "{more:?}: text with each of its digits");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_and_limit_apply_to_files() {
    let world = world().await;
    for door in ["Door 101", "Door 102"] {
        assert_eq!(world.issue(door, &[]).1, 0, "a code for {door}");
    }
    let asked: [(&[&str], usize); 4] =
        [(&[], 2), (&["--door", "102"], 1), (&["--limit", "1"], 1), (&["--state", "refused"], 0)];
    for (number, (args, codes)) in asked.into_iter().enumerate() {
        let (book, text) = (named(&world, &format!("{number}.xlsx")), named(&world, &format!("{number}.csv")));
        assert_eq!(world.run(&[&["codes", "--xlsx", &book], args].concat()).code, 0, "{args:?}");
        assert_eq!(rows(&book).0.len(), codes, "{args:?} in a workbook");
        assert_eq!(world.run(&[&["codes", "--csv", &text], args].concat()).code, 0, "{args:?}");
        assert_eq!(std::fs::read_to_string(&text).unwrap().lines().count(), 1 + codes, "{args:?} as CSV");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn csv_has_a_byte_order_mark_in_a_file_and_none_in_a_pipe() {
    let world = world().await;
    let head = "intent_id,marker,";
    assert!(world.run(&["codes", "--csv"]).out.starts_with(head), "a program reads the first heading as it is");
    assert!(world.run(&["codes", "--csv", "-"]).out.starts_with(head), "a dash is stdout");
    let marked = format!("\u{feff}{head}");
    let file = named(&world, "codes.csv");
    assert_eq!(world.run(&["codes", "--csv", &file]).code, 0, "saved");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with(&marked), "a spreadsheet sees that it is UTF-8");
    if cfg!(unix) {
        let file = named(&world, "redirected.csv");
        let append = || File::options().create(true).append(true).open(&file).unwrap();
        for _ in 0..2 {
            assert!(
                world.command(&["codes", "--csv"]).stdout(append()).status().unwrap().success(),
                "saved by a shell"
            );
        }
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with(&marked), "a redirected file has the mark");
        assert_eq!(text.matches('\u{feff}').count(), 1, "and no mark in the middle");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_replaces_no_file_and_is_private() {
    let world = world().await;
    std::fs::write(named(&world, "mine.xlsx"), "notes").unwrap();
    std::fs::create_dir(named(&world, "folder")).unwrap();
    for (file, said) in
        [("mine.xlsx", "already exists"), ("folder", "is a folder"), ("nowhere/x.xlsx", "does not exist")]
    {
        for form in ["--xlsx", "--csv"] {
            let ran = world.run(&["codes", form, &named(&world, file)]);
            assert_eq!(ran.code, 2, "{form} {file}: {ran:?}");
            assert!(ran.err.replace('\n', " ").contains(said), "{form} {file}: {}", ran.err);
        }
    }
    assert_eq!(std::fs::read_to_string(named(&world, "mine.xlsx")).unwrap(), "notes", "the existing file stays");
    let left = std::fs::read_dir(world.folder.path().join("exports")).unwrap().count();
    assert_eq!(left, 2, "and nothing is left next to it");
    #[cfg(unix)]
    for form in ["--xlsx", "--csv"] {
        use std::os::unix::fs::PermissionsExt;
        let file = named(&world, form);
        assert_eq!(world.run(&["codes", form, &file]).code, 0, "{form}");
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{form}: it may hold PINs");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_one_format_at_a_time() {
    let world = world().await;
    let file = named(&world, "codes.xlsx");
    let to_stdout = world.run(&["codes", "--xlsx", "-"]);
    assert!(to_stdout.code == 2 && to_stdout.err.contains("codes.xlsx"), "no workbook on a terminal: {to_stdout:?}");
    for more in ["--json", "--csv"] {
        assert_eq!(world.run(&["codes", "--xlsx", &file, more]).code, 2, "--xlsx with {more}");
    }
    assert!(!std::path::Path::new(&file).exists(), "nothing was written");
}
