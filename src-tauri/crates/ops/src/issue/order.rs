//! Issuing exactly what the host saw on the page.

use std::collections::BTreeSet;

use domain::ids::SlotId;
use domain::promise::Promise;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::accepted::Accepted;
use super::request::{IssueOrder, Issued};
use crate::context::{Snapshot, TimeContext};
use crate::door::Door;
use crate::door::preview::preview;
use crate::error::Error;
use crate::issue::draft::{DraftQuery, draft};
use crate::ports::{Clock, SeamApi};
use crate::progress::Stage;
use crate::record::Latchbook;

/// The promise that was on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub slot: SlotId,
    /// With the zone's offset, as previewed.
    pub starts_at: String,
    pub ends_at: String,
}

/// The host pressed the button and the outbox countdown ran out.
#[derive(Clone, Debug)]
pub struct Order {
    pub draft: DraftQuery,
    pub shown: Shown,
    /// Keys of the risks, and words of the cautions, whose boxes were ticked.
    pub accepted: BTreeSet<String>,
    pub recorded_stay: Option<i64>,
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Issues the code that was shown. Also returns the door, whose clock is used to show the outcome.
    ///
    /// # Errors
    /// As [`Latchbook::issue`], and any fault of the draft.
    pub async fn issue_order(
        &self,
        order: Order,
        stage: &(dyn Fn(Stage) + Send + Sync),
    ) -> Result<(Door, Issued), Error> {
        let tables = self.tables.clone();
        let (door, asked) = self
            .look_up(move |read, times| {
                let here = jiff::tz::TimeZone::UTC;
                asked(&Snapshot { read: *read, moment: TimeContext { tables: &tables, times, here: &here } }, &order)
            })
            .await?;
        let issued = self.issue(asked, stage).await?;
        Ok((door, issued))
    }
}

/// The request for the operations, with the promise that was shown.
fn asked(at: &Snapshot<'_>, order: &Order) -> Result<(Door, IssueOrder), Error> {
    let (door, stay, draft) = draft(at, &order.draft)?.complete(&order.draft)?;
    let expected = expected(at, &door, &stay, &order.shown)?;
    let asked = IssueOrder {
        door: door.id().clone(),
        stay,
        slot: Some(order.shown.slot.clone()),
        label: Some(draft.label),
        stay_key: order.draft.stay_key.clone(),
        accepted: Accepted::These(order.accepted.clone()),
        another: order.draft.another,
        expected: Some(Box::new(expected)),
        recorded_stay: order.recorded_stay,
    };
    Ok((door, asked))
}

/// The promise as it was shown, whatever the door gives now.
fn expected(
    at: &Snapshot<'_>,
    door: &Door,
    stay: &crate::door::preview::StayQuery,
    shown: &Shown,
) -> Result<Promise, Error> {
    let preview = preview(door, stay, at.tables)?;
    let bad = |text: &str| Error::BadTime(text.to_owned());
    let instant = |text: &str| text.parse::<Timestamp>().map_err(|_| bad(text));
    let civil = |text: &str| text.get(..19).and_then(|text| text.parse::<DateTime>().ok()).ok_or_else(|| bad(text));
    let slot = door.slots.iter().find(|slot| slot.facts.id == shown.slot);
    Ok(Promise {
        stay: preview.wish.stay,
        allowance: preview.wish.allowance,
        preference: preview.wish.preference,
        slot_id: shown.slot.clone(),
        slot_name: slot.map_or_else(|| shown.slot.to_string(), |slot| slot.facts.name.clone()),
        zone: preview.zone.name().to_owned(),
        tables: at.tables.version(),
        entry: civil(&shown.starts_at)?,
        exit: civil(&shown.ends_at)?,
        starts_at: instant(&shown.starts_at)?,
        ends_at: instant(&shown.ends_at)?,
        sent_from: shown.starts_at.clone(),
        sent_to: shown.ends_at.clone(),
        rounds_by_day: false,
    })
}
