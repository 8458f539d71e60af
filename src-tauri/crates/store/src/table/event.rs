//! Events: everything that happened, in one chain. Inserted, never changed.

use domain::code::{Code, Intent, NewIntent};
use domain::event::{Event, EventBody, Secrets};
use domain::ids::IntentId;
use domain::risk::RiskKind;
use domain::{Pin, RawAnswer};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::chain::{Link, SELECT, START};
use crate::error::Error;
use crate::sums::Packed;
use crate::text::{Millis, json, millis, opened, to_json};
use crate::transaction::{Read, Write};
use crate::{project, sealed, sums};

#[derive(Serialize, Deserialize)]
struct SecretsText {
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<String>,
}

impl Read<'_> {
    /// The history of an intent, oldest first.
    pub fn history(&self, intent: IntentId) -> Result<Vec<Event>, Error> {
        let sql = format!("{SELECT} WHERE intent = ?1 ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([intent.0], event)?.collect::<Result<_, _>>()?)
    }

    /// Events of the record itself (slots that changed, doors that went, restores), newest first.
    pub fn record_history(&self, most: u32) -> Result<Vec<Event>, Error> {
        let sql = format!("{SELECT} WHERE intent IS NULL ORDER BY id DESC LIMIT ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([most], event)?.collect::<Result<_, _>>()?)
    }

    /// The place of an intent's last event in the chain: its number and its hash, in hex.
    pub fn chain_place(&self, intent: IntentId) -> Result<Option<(i64, String)>, Error> {
        let sql = "SELECT id, lower(hex(hash)) FROM event WHERE intent = ?1 ORDER BY seq DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([intent.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    fn head(&self) -> Result<(i64, [u8; 32]), Error> {
        let sql = "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1";
        let head =
            self.connection.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(head.unwrap_or((0, START)))
    }
}

impl Write<'_> {
    /// Records an intent: its row, its first event, its code's row.
    ///
    /// # Errors
    /// The record cannot be written; an intent of the same stay and attempt already exists.
    pub fn record_intent(
        &self,
        new: &NewIntent,
        owner: &str,
        risks: Vec<RiskKind>,
        now: Timestamp,
    ) -> Result<Intent, Error> {
        let (intent, intent_sum) = self.insert_intent(new, now)?;
        let risks = risks.into_iter().map(Into::into).collect();
        let body = EventBody::Intent { owner: owner.to_owned(), intent_sum, risks };
        self.insert_event(Some((intent.id, 1)), &body, &Secrets::default(), now)?;
        self.put_code(&project::begin(&intent, owner, now))?;
        Ok(intent)
    }

    /// Adds the next event of an intent and brings its code's row up to date: the protocol's compare-and-set.
    ///
    /// # Errors
    /// [`Error::Impossible`] if the intent is not in a state in which this can happen, for instance because another
    /// process took the step.
    pub fn append(&self, intent: IntentId, body: &EventBody, secrets: &Secrets, now: Timestamp) -> Result<Code, Error> {
        let before = self.code_row(intent)?.ok_or_else(|| Error::bad_value("an intent without a code"))?;
        let after = project::apply(before, body, secrets.pin.as_ref(), now)?;
        self.insert_event(Some((intent, after.seq)), body, secrets, now)?;
        self.put_code(&after)?;
        Ok(after)
    }

    /// Adds an event of the record itself.
    pub fn note(&self, body: &EventBody, now: Timestamp) -> Result<(), Error> {
        self.insert_event(None, body, &Secrets::default(), now)
    }

    fn insert_event(
        &self,
        step: Option<(IntentId, i64)>,
        body: &EventBody,
        secrets: &Secrets,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (last, prev) = self.head()?;
        let detail = to_json(body)?;
        let sealed = seal(secrets)?;
        let link = Link {
            id: last + 1,
            intent: step.map(|(intent, _)| intent.0),
            seq: step.map(|(_, seq)| seq),
            at: now.as_millisecond(),
            detail: detail.as_bytes(),
            sealed: sealed.as_deref(),
            prev: &prev,
            hash: &[],
        };
        let hash = link.computed(&mut Packed::default());
        let sql = "INSERT INTO event (id, intent, seq, at, detail, sealed, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let values = params![link.id, link.intent, link.seq, Millis(now), detail, sealed, prev, hash];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}

fn seal(secrets: &Secrets) -> Result<Option<Vec<u8>>, Error> {
    if secrets.pin.is_none() && secrets.raw.is_none() {
        return Ok(None);
    }
    let pin = secrets.pin.as_ref().map(|pin| pin.expose().to_owned());
    let raw = secrets.raw.as_ref().map(|raw| raw.expose().to_owned());
    Ok(Some(sealed::seal(&to_json(&SecretsText { pin, raw })?)))
}

fn unseal(bytes: &[u8]) -> rusqlite::Result<Secrets> {
    let bad = |_| rusqlite::Error::InvalidColumnType(0, "sealed".to_owned(), rusqlite::types::Type::Blob);
    let text: SecretsText = serde_json::from_str(opened(bytes)?.expose()).map_err(bad)?;
    Ok(Secrets { pin: text.pin.as_deref().and_then(Pin::new), raw: text.raw.map(RawAnswer::new) })
}

/// Reads the columns of [`SELECT`].
fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    let link = Link::read(row)?;
    if link.hash != link.computed(&mut Packed::default()) {
        return Err(sums::changed());
    }
    let sealed: Option<Vec<u8>> = row.get("sealed")?;
    Ok(Event {
        id: row.get("id")?,
        intent: row.get::<_, Option<i64>>("intent")?.map(IntentId),
        at: millis(row, "at")?,
        body: json(row, "detail")?,
        secrets: sealed.as_deref().map(unseal).transpose()?.unwrap_or_default(),
    })
}
