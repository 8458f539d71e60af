//! The largest possible ledger: `cargo test --release -p paper --test it large -- --ignored --nocapture` reports its
//! cost.

use std::ops::ControlFlow;
use std::time::Instant;

use paper::{LedgerPrint, ledger_csv, ledger_pdf, ledger_xlsx};

use crate::pdf::Pdf;
use crate::views::{pages, print};

const CODES: i64 = 60_000;

/// The memory that a host's computer can spare, in kilobytes.
const MOST_MEMORY: u64 = 200 * 1024;

#[test]
#[ignore = "takes a while, and measures this process"]
fn sixty_thousand_codes() {
    let begun = Instant::now();
    let wanted = LedgerPrint { print: print(), scope: Vec::new(), pins: false };
    let bytes = ledger_pdf(&wanted, pages(CODES), |_| ControlFlow::Continue(())).unwrap();
    let (took, peak) = (begun.elapsed(), peak());
    println!("PDF: {took:.1?}, {} kB, peak {peak} kB", bytes.len() / 1024);
    assert!(peak < MOST_MEMORY, "it takes {peak} kB of memory at most");
    let begun = Instant::now();
    let csv = ledger_csv(pages(CODES), false, |_| ControlFlow::Continue(())).unwrap();
    println!("CSV: {:.1?}, {} kB", begun.elapsed(), csv.len() / 1024);
    let begun = Instant::now();
    let xlsx = ledger_xlsx(pages(CODES), false, |_| ControlFlow::Continue(())).unwrap();
    println!("XLSX: {:.1?}, {} kB, peak {} kB", begun.elapsed(), xlsx.len() / 1024, self::peak());
    let pdf = Pdf::read(&bytes);
    let last = pdf.page(pdf.pages());
    assert!(
        last.contains("stay 60000") && last.contains(&format!("Page {0} of {0}", pdf.pages())),
        "nothing is left out"
    );
}

/// The peak memory of this process, in kilobytes; 0 if the system does not report it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
