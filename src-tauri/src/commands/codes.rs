//! The ledger and one of its codes. PINs leave one at a time, through `reveal_pin` or in what is handed to a guest.

use domain::ids::{DeviceId, IntentId};
use ops::detail::detail;
use ops::{codes, door_page, notes};
use wire::{
    CardView, Changed, ClockStyle, CodeDetailView, CodeElsewhereView, CodeLinesView, CodesRequest, NoteEntryView,
    PinShown,
};

use super::Host;
use crate::error::CommandResult;
use crate::handout::guest::{self, Guest};
use crate::handout::pin;
use crate::record::session::show;

/// A page of the ledger.
pub async fn list_codes(host: Host<'_>, request: CodesRequest) -> CommandResult<CodeLinesView> {
    let asked = request.asked();
    host.opened()?.look_up(move |at| Ok(CodeLinesView::new(&codes::page(at, &asked)?, &show(at, false)))).await
}

/// One code with all its details.
pub async fn get_code(host: Host<'_>, intent_id: i64) -> CommandResult<CodeDetailView> {
    let id = IntentId(intent_id);
    host.opened()?.look_up(move |at| Ok(CodeDetailView::new(&detail(at, id)?, &show(at, false)))).await
}

/// Reveals one code's PIN to the host.
pub async fn reveal_pin(host: Host<'_>, intent_id: i64) -> CommandResult<PinShown> {
    pin::ensure_revealed(&host)?;
    Ok(PinShown::new(&pin::pin(&host, IntentId(intent_id)).await?))
}

/// Copies one code's PIN to the clipboard for a limited time.
pub async fn copy_pin(host: Host<'_>, intent_id: i64) -> CommandResult<()> {
    let pin = pin::pin(&host, IntentId(intent_id)).await?;
    pin::copy(&host, pin.expose()).await
}

/// Codes made outside this app.
pub async fn list_codes_elsewhere(host: Host<'_>, door_id: Option<String>) -> CommandResult<Vec<CodeElsewhereView>> {
    let door = door_id.map(DeviceId::new);
    let outside = host.opened()?.look_up(move |at| door_page::outside(at, door.as_ref())).await?;
    Ok(outside.iter().map(CodeElsewhereView::new).collect())
}

/// Adds a note and returns all of the code's notes.
pub async fn add_code_note(host: Host<'_>, intent_id: i64, text: String) -> CommandResult<Vec<NoteEntryView>> {
    let (session, id) = (host.opened()?, IntentId(intent_id));
    session.note_down(move |write, at| notes::add_to_code(write, at, id, &text)).await?;
    host.page.changed(&[Changed::Notes]);
    session.look_up(move |at| Ok(CodeDetailView::new(&detail(at, id)?, &show(at, false)).notes)).await
}

/// Adds that a code was sent to its guest, or that it was not.
pub async fn mark_sent(host: Host<'_>, intent_id: i64, is_sent: bool) -> CommandResult<()> {
    let id = IntentId(intent_id);
    host.opened()?.note_down(move |write, at| notes::mark_sent(write, at, id, is_sent)).await?;
    host.page.changed(&[Changed::Notes]);
    Ok(())
}

/// The host's message to the guest, the PIN masked.
pub async fn get_guest_message(
    host: Host<'_>,
    intent_id: i64,
    language: String,
    clock: ClockStyle,
) -> CommandResult<String> {
    guest::masked_message(&host, IntentId(intent_id), &Guest::new(language, clock)).await
}

/// Copies the message with its PIN to the clipboard for a limited time.
pub async fn copy_guest_message(
    host: Host<'_>,
    intent_id: i64,
    language: String,
    clock: ClockStyle,
) -> CommandResult<()> {
    let message = guest::message(&host, IntentId(intent_id), &Guest::new(language, clock)).await?;
    pin::copy(&host, message.expose()).await
}

/// The guest card for the page to lay out. Refused with its PIN while PINs are concealed.
pub async fn get_guest_card(
    host: Host<'_>,
    intent_id: i64,
    with_pin: bool,
    with_label: bool,
    language: String,
    clock: ClockStyle,
) -> CommandResult<CardView> {
    guest::card(&host, IntentId(intent_id), &Guest::new(language, clock), with_pin, with_label).await
}

/// Saves the guest card as a PDF where the host chooses; `None` if the dialog was dismissed.
pub async fn save_guest_card(
    host: Host<'_>,
    intent_id: i64,
    with_pin: bool,
    with_label: bool,
    language: String,
    clock: ClockStyle,
) -> CommandResult<Option<String>> {
    guest::save_card(&host, IntentId(intent_id), &Guest::new(language, clock), with_pin, with_label).await
}
