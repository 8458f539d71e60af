//! Handouts for a guest: a message and a card. They hold the PIN only once the code is set.

use domain::ids::IntentId;
use paper::{CardSheet, GuestMessage, PaperSize};
use wire::{CardRequest, CardView, ClockStyle, CodeView, MessageTemplateView, Mode};
use words::{Language, say};

use crate::error::{CommandResult, from_paper};
use crate::handout::file::{save, sheet};
use crate::handout::pin::ensure_revealed;
use crate::record::session::show;
use crate::shell::Shell;

/// How a guest reads.
pub struct Guest {
    language: String,
    clock: words::ClockStyle,
}

impl Guest {
    pub fn new(language: String, clock: ClockStyle) -> Self {
        Self { language, clock: clock.into() }
    }
}

/// The message for a code, from the host's template or ours.
///
/// # Errors
/// [`wire::ErrorCode::NotReady`] if the code is not set; [`wire::ErrorCode::Usage`] if the template has an unknown placeholder.
pub async fn message(shell: &Shell, id: IntentId, guest: &Guest) -> CommandResult<GuestMessage> {
    worded(shell, id, guest, paper::guest_message).await
}

/// The same message for the page, with a bullet for each digit of the PIN.
pub async fn masked_message(shell: &Shell, id: IntentId, guest: &Guest) -> CommandResult<String> {
    Ok(worded(shell, id, guest, paper::masked_guest_message).await?.into_text())
}

type Wording = fn(&CodeView, &str, &[MessageTemplateView], words::ClockStyle) -> Result<GuestMessage, paper::Error>;

async fn worded(shell: &Shell, id: IntentId, guest: &Guest, wording: Wording) -> CommandResult<GuestMessage> {
    let code = code(shell, id, true).await?;
    wording(&code, &guest.language, &shell.settings().messages, guest.clock).map_err(from_paper)
}

/// Saves the card where the host chooses; returns the path, or `None` if the host dismissed the dialog.
pub async fn save_card(
    shell: &Shell,
    id: IntentId,
    guest: &Guest,
    with_pin: bool,
    with_label: bool,
) -> CommandResult<Option<String>> {
    let code = code(shell, id, with_pin).await?;
    let request = request(shell, guest, with_pin, with_label);
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
    guest: &Guest,
    with_pin: bool,
    with_label: bool,
) -> CommandResult<CardView> {
    if with_pin {
        ensure_revealed(shell)?;
    }
    let code = code(shell, id, with_pin).await?;
    let card = CardView::new(&code, &request(shell, guest, with_pin, with_label));
    card.map_err(|why| from_paper(why.into()))
}

fn request(shell: &Shell, guest: &Guest, with_pin: bool, with_label: bool) -> CardRequest {
    CardRequest {
        language: Language::from_tag(&guest.language).unwrap_or_else(words::spoken),
        clock: guest.clock,
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
