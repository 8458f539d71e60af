//! A stay while the host fills it in: shows what would happen, by the same rules as issuing, without calling Seam.
//!
//! Owns: the meaning of typed texts, and how much the host must do before the code is spent. Refuses: its own rules on
//! what is sent; `issue` has them.

mod aspect;
mod outlook;
pub(crate) mod typed;

use domain::ids::{DeviceId, SlotId};
use domain::marker::default_label;
use domain::readiness::{Check, Finding, Level};
use domain::stay::{Allowance, Preference, Stay, StayFault};
use jiff::civil::{Date, DateTime, Time};

use crate::context::Snapshot;
use crate::door::audit::audit;
use crate::door::preview::{AskedTime, StayQuery, zone_for_slots};
use crate::door::{self, Door};
use crate::error::Error;
use crate::show::capacity::{self, Capacity};

pub use aspect::Aspect;
pub use outlook::{Friction, Outlook, OutlookQuery, outlook};

/// The page's fields: texts as typed.
#[derive(Clone, Debug)]
pub struct DraftQuery {
    /// `None`: not chosen yet.
    pub door: Option<DeviceId>,
    pub from_date: String,
    pub from_time: String,
    pub to_date: String,
    pub to_time: String,
    pub allowance: Allowance,
    pub preference: Preference,
    /// The slot that the host chose instead of the first.
    pub slot: Option<SlotId>,
    /// `None`: by the template.
    pub label: Option<String>,
    /// `{door}`, `{from}` and `{to}` are filled in; empty: the default label.
    pub label_template: String,
    pub stay_key: Option<String>,
    /// The host wants another code despite the first attempt.
    pub another: bool,
}

impl DraftQuery {
    fn beside_the_stay(&self) -> OutlookQuery<'_> {
        OutlookQuery { slot: self.slot.as_ref(), stay_key: self.stay_key.as_deref(), another: self.another }
    }
}

/// The draft as read, with its faults and what issuing would do.
#[derive(Debug)]
pub struct Draft {
    pub door: Option<Door>,
    pub from: Option<DateTime>,
    pub to: Option<DateTime>,
    /// The times as read, also before there are dates.
    pub from_time: Option<Time>,
    pub to_time: Option<Time>,
    pub fault: Option<(Field, Fault)>,
    /// As the host wrote it, or by the template; empty while neither can be.
    pub label: String,
    pub capacity: Option<Capacity>,
    /// The checks of the door.
    pub findings: Vec<Finding>,
    /// Once there is a stay at a door with a zone.
    pub outlook: Option<Outlook>,
}

/// Where the host must correct something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Door,
    FromDate,
    FromTime,
    ToDate,
    ToTime,
    StayKey,
}

/// Fields that cannot be read, or do not make a stay.
#[derive(Debug)]
pub enum Fault {
    NotADate(String),
    NotATime(String),
    Other(Error),
}

/// The stay as far as it can be determined.
struct Ends {
    from: Option<DateTime>,
    to: Option<DateTime>,
    from_time: Option<Time>,
    to_time: Option<Time>,
    fault: Option<(Field, Fault)>,
}

/// Reads the page's fields and returns what would happen. Reads only the record.
///
/// # Errors
/// The record cannot be read. Anything the host can correct is a [`Fault`] of the draft.
pub fn draft(at: &Snapshot<'_>, asked: &DraftQuery) -> Result<Draft, Error> {
    let ends = ends(asked);
    let mut draft = Draft {
        door: None,
        from: ends.from,
        to: ends.to,
        from_time: ends.from_time,
        to_time: ends.to_time,
        fault: ends.fault,
        label: asked.label.clone().unwrap_or_default(),
        capacity: None,
        findings: Vec::new(),
        outlook: None,
    };
    let Some(id) = &asked.door else { return Ok(draft) };
    let door = match door::by_id(&at.read, id, at.tables, at.times) {
        Ok(door) => door,
        Err(error @ Error::NoSuchDoor(_)) => {
            draft.fault = Some((Field::Door, Fault::Other(error)));
            return Ok(draft);
        }
        Err(other) => return Err(other),
    };
    draft.capacity = Some(capacity::for_door(at, &door)?);
    draft.findings = audit(&door, at.tables, at.times.now).into_iter().filter(concerns_a_code).collect();
    draft.label = label(asked, &door, draft.from.zip(draft.to));
    if let Err(error) = zone_for_slots(&door) {
        draft.fault = draft.fault.or(Some((Field::Door, Fault::Other(error))));
    }
    if draft.fault.is_none()
        && let Some(stay) = draft.stay(asked)
    {
        match outlook(at, &door, &stay, asked.beside_the_stay()) {
            Ok(outlook) => draft.outlook = Some(outlook),
            Err(error @ Error::BadStayKey) => draft.fault = Some((Field::StayKey, Fault::Other(error))),
            Err(other) => return Err(other),
        }
    }
    draft.door = Some(door);
    Ok(draft)
}

impl Draft {
    /// The request, once both ends are filled in.
    pub fn stay(&self, asked: &DraftQuery) -> Option<StayQuery> {
        let (from, to) = self.from.zip(self.to)?;
        Some(StayQuery {
            from: AskedTime::Civil(from),
            to: AskedTime::Civil(to),
            allowance: asked.allowance,
            preference: asked.preference,
        })
    }

    /// The door and the stay, for an operation on them.
    ///
    /// # Errors
    /// The first fault that the host must correct.
    pub fn complete(mut self, asked: &DraftQuery) -> Result<(Door, StayQuery, Self), Error> {
        if let Some((_, fault)) = self.fault.take() {
            return Err(fault.into());
        }
        let stay = self.stay(asked).ok_or_else(|| Error::BadTime(String::new()))?;
        let door = self.door.take().ok_or_else(|| Error::NoSuchDoor(String::new()))?;
        Ok((door, stay, self))
    }
}

fn ends(asked: &DraftQuery) -> Ends {
    let (mut fault, fields) = (None, asked);
    let from_date = take(Field::FromDate, &fields.from_date, &mut fault, date);
    let from_time = take(Field::FromTime, &fields.from_time, &mut fault, time);
    let to_date = take(Field::ToDate, &fields.to_date, &mut fault, date);
    let to_time = take(Field::ToTime, &fields.to_time, &mut fault, time);
    let join = |(date, time): (Date, Time)| date.to_datetime(time);
    let (from, to) = (from_date.zip(from_time).map(join), to_date.zip(to_time).map(join));
    if let (None, Some((from, to))) = (&fault, from.zip(to))
        && let Err(no_stay) = Stay::new(from, to)
    {
        fault = Some((field_of(no_stay, from, to), Fault::Other(no_stay.into())));
    }
    Ends { from, to, from_time, to_time, fault }
}

/// An empty field is missing, not wrong. The first fault is reported.
fn take<T>(
    field: Field,
    text: &str,
    fault: &mut Option<(Field, Fault)>,
    read: impl Fn(&str) -> Result<T, Fault>,
) -> Option<T> {
    if text.trim().is_empty() {
        return None;
    }
    match read(text) {
        Ok(value) => Some(value),
        Err(found) => {
            fault.get_or_insert((field, found));
            None
        }
    }
}

fn date(text: &str) -> Result<Date, Fault> {
    typed::date(text).ok_or_else(|| Fault::NotADate(text.trim().to_owned()))
}

fn time(text: &str) -> Result<Time, Fault> {
    typed::time(text).ok_or_else(|| Fault::NotATime(text.trim().to_owned()))
}

fn field_of(fault: StayFault, from: DateTime, to: DateTime) -> Field {
    match fault {
        StayFault::NotAfter if from.date() == to.date() => Field::ToTime,
        StayFault::NotAfter => Field::ToDate,
        StayFault::OutOfRange if !(2000..=2200).contains(&from.year()) => Field::FromDate,
        StayFault::OutOfRange => Field::ToDate,
    }
}

/// The host's own label, else the template's, else the default.
fn label(asked: &DraftQuery, door: &Door, ends: Option<(DateTime, DateTime)>) -> String {
    let own = asked.label.as_deref().filter(|label| !label.trim().is_empty());
    let stay = ends.and_then(|(from, to)| Stay::new(from, to).ok());
    match (own, stay) {
        (Some(own), _) => own.to_owned(),
        (None, None) => String::new(),
        (None, Some(stay)) if asked.label_template.trim().is_empty() => default_label(door.name(), &stay),
        (None, Some(stay)) => {
            let day = |at: DateTime| at.date().strftime("%b %-d").to_string();
            let template = asked.label_template.replace("{from}", &day(stay.arrival()));
            template.replace("{to}", &day(stay.departure())).replace("{door}", door.name().trim())
        }
    }
}

/// Findings that stop or endanger a code. Slots and places are reported separately, and a passed check only if it was
/// in doubt.
fn concerns_a_code(finding: &Finding) -> bool {
    match finding.check {
        Check::OfflineCodes | Check::Freshness => true,
        Check::Present | Check::Account | Check::DoorNotices => finding.level != Level::Pass,
        Check::Zone | Check::ZoneData | Check::Slots | Check::SlotTimes | Check::Slot24Hours | Check::Capacity => false,
    }
}

impl Field {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::FromDate => "from_date",
            Self::FromTime => "from_time",
            Self::ToDate => "to_date",
            Self::ToTime => "to_time",
            Self::StayKey => "stay_key",
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotADate(text) | Fault::NotATime(text) => Self::BadTime(text),
            Fault::Other(error) => error,
        }
    }
}
