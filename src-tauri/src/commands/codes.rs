//! The ledger and one of its codes. PINs leave one at a time, through `reveal_pin` or in what is handed to a guest.

use domain::ids::{DeviceId, IntentId};
use ops::detail::detail;
use ops::{codes, door_page, notes};
use wire::window::{Changed, CodeDetailView, CodeLinesView, CodesRequest, NoteEntryView, OutsideCodeView};
use wire::{CardView, PinShown};

use super::Host;
use crate::error::Answer;
use crate::handout::{guest, pin};
use crate::record::session::show;

/// A page of the ledger.
pub async fn list_codes(host: Host<'_>, request: CodesRequest) -> Answer<CodeLinesView> {
    let asked = request.asked();
    host.opened()?.look_up(move |at| Ok(CodeLinesView::of(&codes::page(at, &asked)?, &show(at, false)))).await
}

/// One code with all its details.
pub async fn get_code(host: Host<'_>, intent_id: i64) -> Answer<CodeDetailView> {
    let id = IntentId(intent_id);
    host.opened()?.look_up(move |at| Ok(CodeDetailView::of(&detail(at, id)?, &show(at, false)))).await
}

/// Reveals one code's PIN to the host.
pub async fn reveal_pin(host: Host<'_>, intent_id: i64) -> Answer<PinShown> {
    pin::ensure_revealed(&host)?;
    Ok(PinShown::of(&pin::pin(&host, IntentId(intent_id)).await?))
}

/// Copies one code's PIN to the clipboard for a limited time.
pub async fn copy_pin(host: Host<'_>, intent_id: i64) -> Answer<()> {
    let pin = pin::pin(&host, IntentId(intent_id)).await?;
    pin::copy(&host, pin.expose()).await
}

/// Codes made outside this app.
pub async fn list_outside_codes(host: Host<'_>, door_id: Option<String>) -> Answer<Vec<OutsideCodeView>> {
    let door = door_id.map(DeviceId::new);
    let outside = host.opened()?.look_up(move |at| door_page::outside(at, door.as_ref())).await?;
    Ok(outside.iter().map(OutsideCodeView::of).collect())
}

/// Adds a note and returns all of the code's notes.
pub async fn add_code_note(host: Host<'_>, intent_id: i64, text: String) -> Answer<Vec<NoteEntryView>> {
    let (session, id) = (host.opened()?, IntentId(intent_id));
    session.note_down(move |write, at| notes::add_to_code(write, at, id, &text)).await?;
    host.page.changed(&[Changed::Notes]);
    session.look_up(move |at| Ok(CodeDetailView::of(&detail(at, id)?, &show(at, false)).notes)).await
}

/// The host's message to the guest, the PIN masked.
pub async fn get_guest_message(host: Host<'_>, intent_id: i64, language: String) -> Answer<String> {
    guest::masked_message(&host, IntentId(intent_id), &language).await
}

/// Copies the message with its PIN to the clipboard for a limited time.
pub async fn copy_guest_message(host: Host<'_>, intent_id: i64, language: String) -> Answer<()> {
    let message = guest::message(&host, IntentId(intent_id), &language).await?;
    pin::copy(&host, message.expose()).await
}

/// The guest card for the page to lay out. Refused with its PIN while PINs are concealed.
pub async fn get_guest_card(
    host: Host<'_>,
    intent_id: i64,
    with_pin: bool,
    with_label: bool,
    language: String,
) -> Answer<CardView> {
    guest::card(&host, IntentId(intent_id), &language, with_pin, with_label).await
}

/// Saves the guest card as a PDF where the host chooses; `None` if the dialog was dismissed.
pub async fn save_guest_card(
    host: Host<'_>,
    intent_id: i64,
    with_pin: bool,
    language: String,
) -> Answer<Option<String>> {
    guest::save_card(&host, IntentId(intent_id), with_pin, &language).await
}
