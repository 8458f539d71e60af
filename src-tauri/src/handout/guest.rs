//! Handouts for a guest: a message and a card. They hold the PIN only once the code is set.

use domain::ids::IntentId;
use paper::{CardRequest, CardSheet, GuestMessage, PaperSize, Tongue};
use wire::window::Mode;
use wire::{CodeView, PinShown};

use crate::error::{Answer, from_paper};
use crate::handout::file::{save, sheet};
use crate::record::session::show;
use crate::shell::Shell;
use crate::words::Words;

/// The message for a code, from the host's template or ours.
///
/// # Errors
/// [`wire::Code::NotReady`] if the code is not set; [`wire::Code::Usage`] if the template has an unknown placeholder.
pub async fn message(shell: &Shell, id: IntentId, language: &str) -> Answer<GuestMessage> {
    worded(shell, &code(shell, id, true).await?, language)
}

/// The same message for the page, with a bullet for each digit of the PIN.
pub async fn masked_message(shell: &Shell, id: IntentId, language: &str) -> Answer<String> {
    let mut code = code(shell, id, false).await?;
    code.pin = code.pin_masked.clone().map(PinShown);
    Ok(worded(shell, &code, language)?.into_text())
}

fn worded(shell: &Shell, code: &CodeView, language: &str) -> Answer<GuestMessage> {
    let settings = shell.settings();
    paper::guest_message(code, language, &settings.messages, settings.clock).map_err(from_paper)
}

/// Saves the card where the host chooses; returns the path, or `None` if the host dismissed the dialog.
pub async fn save_card(shell: &Shell, id: IntentId, with_pin: bool, language: &str) -> Answer<Option<String>> {
    let code = code(shell, id, with_pin).await?;
    let request = CardRequest {
        tongue: Tongue::of_tag(language).unwrap_or_else(|| words::spoken().into()),
        sheet: if sheet() == PaperSize::Letter { CardSheet::QuarterLetter } else { CardSheet::A6 },
        with_pin,
        with_label: true,
        clock: shell.settings().clock,
        demo: shell.mode().0 == Mode::Demo,
    };
    let card = paper::guest_card(&code, &request).map_err(from_paper)?;
    let name = format!("latchbook-card-{}.pdf", code.intent_id);
    save(shell, Words::SaveCard, name, "pdf", card).await
}

async fn code(shell: &Shell, id: IntentId, with_pin: bool) -> Answer<CodeView> {
    let find = move |at: &ops::At<'_>| Ok(CodeView::of(&ops::detail::entry(at, id)?, false, &show(at, with_pin)));
    shell.opened()?.look_up(find).await
}
