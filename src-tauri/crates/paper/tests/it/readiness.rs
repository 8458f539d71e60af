//! The doors' readiness.

use paper::{PaperSize, Print, readiness_pdf};

use crate::pdf::Pdf;
use crate::views::{language, print, readiness};

#[test]
fn every_door_says_what_is_missing_and_who_can_fix_it() {
    let pdf = Pdf::read(&readiness_pdf(&readiness(), &print()).unwrap());
    let text = pdf.text();
    for said in [
        "1 of 2 doors ready",
        "Garden house: not ready",
        "The door has no slots.",
        "Ask the installer to add user levels",
        "installer, Seam",
        "Account and this computer",
        "The keychain is locked.",
        "3 Dec 2026, 16:02: the test code opened the door – opened at once",
        "not tried yet",
        "To the installer",
        "Slots for 1 door",
        "Page 1 of 1",
        "printed 23 Nov 2026, 20:02",
    ] {
        assert!(text.contains(said), "it says “{said}”: {text}");
    }
    let (fail, warn) = (text.find("✗ blocked").unwrap(), text.rfind("⚠ warning").unwrap());
    assert!(fail < warn, "what blocks a door comes before what only warns");
    assert_eq!(pdf.size(1), (595.28, 841.89), "A4, upright");
}

#[test]
fn many_doors_take_many_pages() {
    let mut view = readiness();
    let door = view.doors[1].clone();
    view.doors =
        (0..60).map(|number| wire::ReadinessDoorView { name: format!("Door {number}."), ..door.clone() }).collect();
    let print = Print { paper: PaperSize::Letter, language: language("es"), ..print() };
    let pdf = Pdf::read(&readiness_pdf(&view, &print).unwrap());
    let text = pdf.text();
    assert!(
        (0..60).all(|number| text.matches(&format!("Door {number}.")).count() == 2),
        "each door in the overview and by itself"
    );
    for page in 1..=pdf.pages() {
        assert!(pdf.page(page).contains(&format!("Página {page} de {}", pdf.pages())), "page {page} is numbered");
        assert!(pdf.page(page).contains("Preparación"), "and says what it is of");
        assert_eq!(pdf.size(page), (612.0, 792.0), "US Letter");
    }
}

#[test]
fn a_report_without_doors_says_so() {
    let mut view = readiness();
    view.doors.clear();
    view.wishes.clear();
    let text = Pdf::read(&readiness_pdf(&view, &print()).unwrap()).text();
    assert!(text.contains("No doors yet."), "not an empty table: {text}");
}
