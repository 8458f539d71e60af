//! The ledger for a spreadsheet. No field can be taken for a formula.

use wire::{Code, CodeView, CodesView, say};

use crate::exit::Failure;

const HEADINGS: [&str; 17] = [
    "intent_id",
    "marker",
    "door",
    "door_id",
    "label",
    "stay_key",
    "state",
    "pin",
    "entry",
    "exit",
    "starts_at",
    "ends_at",
    "zone",
    "slot_name",
    "access_code_id",
    "differs",
    "made_at",
];

/// The first line.
pub fn headings() -> Result<String, Failure> {
    lines([HEADINGS.map(str::to_owned)])
}

/// A line for each code.
pub fn codes(view: &CodesView) -> Result<String, Failure> {
    lines(view.codes.iter().map(|code| fields(code).map(|field| safe(&field))))
}

fn lines<const N: usize>(records: impl IntoIterator<Item = [String; N]>) -> Result<String, Failure> {
    let failed = || Failure::new(Code::Internal, say!("cli-no-csv"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record).map_err(|_| failed())?;
    }
    let bytes = writer.into_inner().map_err(|_| failed())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn fields(code: &CodeView) -> [String; 17] {
    let pin = code.pin.as_ref().map(wire::PinShown::expose).or(code.pin_masked.as_deref());
    let differs: Vec<&str> = code.differs.iter().map(|difference| difference.what.as_str()).collect();
    [
        code.intent_id.to_string(),
        code.marker.clone(),
        code.door.clone(),
        code.door_id.clone(),
        code.label.clone(),
        code.stay_key.clone().unwrap_or_default(),
        code.state.as_str().to_owned(),
        pin.unwrap_or_default().to_owned(),
        code.entry.clone(),
        code.exit.clone(),
        code.starts_at.clone(),
        code.ends_at.clone(),
        code.zone.clone(),
        code.slot_name.clone(),
        code.access_code_id.clone().unwrap_or_default(),
        differs.join(" "),
        code.made_at.clone(),
    ]
}

/// A spreadsheet runs what begins like this; an apostrophe before it makes it text.
fn safe(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{field}") } else { field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula() {
        for field in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(safe(field), format!("'{field}"), "{field:?} would be run");
        }
        assert_eq!(safe("Loft = 1"), "Loft = 1", "elsewhere the sign is only a sign");
    }
}
