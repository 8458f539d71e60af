//! Handouts for a guest: a message and a card. They hold the PIN only once the code is set.

use domain::ids::IntentId;
use paper::{CardSheet, GuestMessage, PaperSize};
use wire::{CardRequest, CardView, CodeView, Mode, PinShown};
use words::{Language, say};

use crate::error::{CommandResult, from_paper};
use crate::handout::file::{save, sheet};
use crate::handout::pin::ensure_revealed;
use crate::record::session::show;
use crate::shell::Shell;

/// The message for a code, from the host's template or ours.
///
/// # Errors
/// [`wire::ErrorCode::NotReady`] if the code is not set; [`wire::ErrorCode::Usage`] if the template has an unknown placeholder.
pub async fn message(shell: &Shell, id: IntentId, language: &str) -> CommandResult<GuestMessage> {
    worded(shell, &code(shell, id, true).await?, language)
}

/// The same message for the page, with a bullet for each digit of the PIN.
pub async fn masked_message(shell: &Shell, id: IntentId, language: &str) -> CommandResult<String> {
    let mut code = code(shell, id, false).await?;
    code.pin = code.pin_masked.clone().map(PinShown);
    Ok(worded(shell, &code, language)?.into_text())
}

fn worded(shell: &Shell, code: &CodeView, language: &str) -> CommandResult<GuestMessage> {
    paper::guest_message(code, language, &shell.settings().messages, words::clock()).map_err(from_paper)
}

/// Saves the card where the host chooses; returns the path, or `None` if the host dismissed the dialog.
pub async fn save_card(shell: &Shell, id: IntentId, with_pin: bool, language: &str) -> CommandResult<Option<String>> {
    let code = code(shell, id, with_pin).await?;
    let request = request(shell, with_pin, true, language);
    let sheet = if sheet() == PaperSize::Letter { CardSheet::QuarterLetter } else { CardSheet::A6 };
    let card = CardView::new(&code, &request).map_err(paper::Error::from);
    let card = card.and_then(|card| paper::guest_card(&card, sheet)).map_err(from_paper)?;
    let name = format!("latchbook-card-{}.pdf", code.intent_id);
    save(shell, say!("shell-save-card"), name, "pdf", card).await
}

/// The card for the page to lay out. With its PIN it is refused while PINs are concealed.
pub async fn card(
    shell: &Shell,
    id: IntentId,
    language: &str,
    with_pin: bool,
    with_label: bool,
) -> CommandResult<CardView> {
    if with_pin {
        ensure_revealed(shell)?;
    }
    let code = code(shell, id, with_pin).await?;
    let card = CardView::new(&code, &request(shell, with_pin, with_label, language));
    card.map_err(|why| from_paper(why.into()))
}

fn request(shell: &Shell, with_pin: bool, with_label: bool, language: &str) -> CardRequest {
    CardRequest {
        language: Language::from_tag(language).unwrap_or_else(words::spoken),
        clock: words::clock(),
        with_pin,
        with_label,
        demo: shell.mode().0 == Mode::Demo,
    }
}

async fn code(shell: &Shell, id: IntentId, with_pin: bool) -> CommandResult<CodeView> {
    let find =
        move |at: &ops::Snapshot<'_>| Ok(CodeView::new(&ops::detail::entry(at, id)?, false, &show(at, with_pin)));
    shell.opened()?.look_up(find).await
}
