//! Saving files where the host chooses.

use paper::PaperSize;

use crate::desktop::FileRequest;
use crate::error::{CommandResult, not_writable};
use crate::shell::Shell;

/// Asks where to save, and saves; returns the path, or `None` if the host dismissed the dialog.
pub async fn save(
    shell: &Shell,
    title: String,
    name: String,
    ending: &'static str,
    content: Vec<u8>,
) -> CommandResult<Option<String>> {
    let request = FileRequest { title, name, kind: ending.to_uppercase(), ending };
    let write = move |desktop: &dyn crate::desktop::Desktop| {
        let Some(path) = desktop.ask_where_to_save(request) else { return Ok(None) };
        runtime::write_file(&path, &content).map_err(|error| not_writable(&error))?;
        Ok(Some(path.display().to_string()))
    };
    shell.on_desktop(write).await?
}

/// The host's paper size, by the system's region.
pub fn sheet() -> PaperSize {
    sheet_for(&crate::language::system())
}

/// Regions that use Letter (Unicode CLDR, `paperSize`).
fn sheet_for(locale: &str) -> PaperSize {
    const LETTER: [&str; 14] = ["US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE"];
    let region = locale.split(['.', '@']).next().and_then(|name| name.split(['_', '-']).nth(1)).unwrap_or_default();
    if LETTER.contains(&region) { PaperSize::Letter } else { PaperSize::A4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_size_follows_the_region() {
        for (locale, sheet) in [
            ("en_US.UTF-8", PaperSize::Letter),
            ("fr_CA", PaperSize::Letter),
            ("de_DE.UTF-8", PaperSize::A4),
            ("C", PaperSize::A4),
            ("", PaperSize::A4),
        ] {
            assert_eq!(sheet_for(locale), sheet, "a printer in {locale:?}");
        }
    }
}
