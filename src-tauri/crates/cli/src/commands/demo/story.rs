//! The steps of the demo, each using the operations that the real commands use.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::ApiKey;
use domain::ids::{DeviceId, IntentId};
use domain::stay::{Allowance, Preference};
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use ops::CodeFilter;
use ops::Stage;
use ops::issue::{Accepted, IssueOrder, Issued};
use ops::preview::{AskedTime, StayQuery};
use runtime::App;
use seam::Endpoint;
use simulator::{Fault, FaultKind, Simulator};
use wire::{AuditView, CodeView, CodesView, DoorsView, ErrorCode, PreviewView, StageView, SyncView, VerifyView};
use words::say;

use super::{Folder, STEP_MS};
use crate::exit::{Failure, sentence};
use crate::invocation::show;
use crate::view::LostView;

/// The door that gets the codes.
const DOOR: &str = "Loft";

/// The app, the simulator, and how far the story has come.
pub struct Story<'a> {
    app: App,
    simulator: &'a Simulator,
    /// The first day of the stay; the one with the lost answer is a week later.
    day: Date,
}

impl<'a> Story<'a> {
    pub fn begin(simulator: &'a Simulator, folder: &Folder) -> Result<Self, Failure> {
        let odd = |error: &dyn std::error::Error| Failure::new(ErrorCode::Internal, sentence(&error.to_string()));
        let endpoint = Endpoint::parse(&simulator.url()).map_err(|fault| odd(&fault))?;
        let key = ApiKey::parse(simulator.api_key()).map_err(|fault| odd(&fault))?;
        let app = runtime::open(folder.path(), endpoint, key)?;
        let start = simulator.now().saturating_add(SignedDuration::from_hours(14 * 24));
        let day = Offset::UTC.to_datetime(start.map_err(|error| odd(&error))?).date();
        Ok(Self { app, simulator, day })
    }

    pub fn now(&self) -> Timestamp {
        self.app.best_time()
    }

    pub async fn sync(&self) -> Result<SyncView, Failure> {
        Ok(SyncView::new(&self.app.sync(&|_| {}).await?))
    }

    pub async fn doors(&self) -> Result<DoorsView, Failure> {
        let tables = self.app.tables.clone();
        let read = self.app.look_up(move |read, times| {
            let doors = ops::door::all(read, &tables, times)?;
            Ok(DoorsView::new(&doors, &tables, times.now))
        });
        Ok(read.await?)
    }

    pub async fn audit(&self) -> Result<AuditView, Failure> {
        let tables = self.app.tables.clone();
        let read = self.app.look_up(move |read, times| {
            let doors = ops::door::all(read, &tables, times)?;
            Ok(AuditView::new(&doors, &tables, times.now))
        });
        Ok(read.await?)
    }

    pub async fn preview(&self) -> Result<PreviewView, Failure> {
        let (tables, stay) = (self.app.tables.clone(), self.stay(0)?);
        let read = self.app.look_up(move |read, times| {
            let door = ops::door::find(read, DOOR, &tables, times)?;
            PreviewView::new(&door, &stay, &tables)
        });
        Ok(read.await?)
    }

    /// The stages as they came; then the code immediately, after one minute, and after two.
    pub async fn issue(&self) -> Result<(Vec<StageView>, Vec<CodeView>), Failure> {
        let stages = Mutex::new(Vec::new());
        let told = |stage: Stage| stages.lock().unwrap_or_else(PoisonError::into_inner).push(StageView::new(&stage));
        let first = self.ask(0, &told).await?;
        let id = IntentId(first.intent_id);
        let codes = vec![first, self.a_minute_later(id).await?, self.a_minute_later(id).await?];
        Ok((stages.into_inner().unwrap_or_else(PoisonError::into_inner), codes))
    }

    pub async fn again(&self) -> Result<CodeView, Failure> {
        self.ask(0, &|_| {}).await
    }

    /// The connection breaks after Seam has made the code and before its answer arrives.
    pub async fn lose_an_answer(&self) -> Result<LostView, Failure> {
        self.simulator.fault(Fault::new(FaultKind::Drop { commit: true }).at("/access_codes/create"));
        let not_known = self.ask(7, &|_| {}).await?;
        self.app.look(None, &|_| {}).await?;
        let id = IntentId(not_known.intent_id);
        let found = self.code(id).await?;
        self.a_minute_later(id).await?;
        let set = self.a_minute_later(id).await?;
        let creates = self.simulator.creates();
        let of_stay = creates.creates.iter().filter(|made| made.name.starts_with(not_known.marker.as_str()));
        let creates = of_stay.map(|made| made.count).sum();
        Ok(LostView { not_known, found, set, creates })
    }

    pub async fn record(&self, folder: &Folder) -> Result<(CodesView, VerifyView), Failure> {
        let page = self.app.look_up(|read, times| Ok(read.codes(&CodeFilter::default(), 50, times)?)).await?;
        let verified = VerifyView::new(&runtime::verify(folder.path())?);
        Ok((CodesView::new(&page, &show(&self.app, false)), verified))
    }

    /// Three nights at the door, a quarter of an hour off the slot's times at each end.
    fn stay(&self, days_later: i64) -> Result<StayQuery, Failure> {
        let on = |days: i64, hour: i8, minute: i8| {
            let day = self.day.saturating_add(SignedDuration::from_hours((days_later + days) * 24));
            AskedTime::Civil(day.at(hour, minute, 0, 0))
        };
        Ok(StayQuery {
            from: on(0, 15, 45),
            to: on(3, 10, 15),
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
        })
    }

    async fn ask(&self, days_later: i64, stage: &(dyn Fn(Stage) + Send + Sync)) -> Result<CodeView, Failure> {
        let tables = self.app.tables.clone();
        let door = self.app.look_up(move |read, times| ops::door::find(read, DOOR, &tables, times)).await?;
        let asked = asked(door.id().clone(), self.stay(days_later)?);
        match self.app.issue(asked, stage).await? {
            Issued::Code { entry, created } => Ok(CodeView::new(&entry, created, &show(&self.app, true))),
            Issued::Objected(_) | Issued::Unrecorded { .. } => {
                Err(Failure::new(ErrorCode::Internal, say!("cli-demo-no-code")))
            }
        }
    }

    async fn a_minute_later(&self, id: IntentId) -> Result<CodeView, Failure> {
        self.simulator.advance(Duration::from_millis(STEP_MS));
        self.app.confirm_all().await?;
        self.code(id).await
    }

    async fn code(&self, id: IntentId) -> Result<CodeView, Failure> {
        let entry = self.app.record.read(move |read| read.code(id)?.ok_or(ops::Error::Lost(id))).await?;
        Ok(CodeView::new(&entry, false, &show(&self.app, true)))
    }
}

fn asked(door: DeviceId, stay: StayQuery) -> IssueOrder {
    IssueOrder {
        door,
        stay,
        slot: None,
        label: None,
        stay_key: None,
        accepted: Accepted::Everything,
        another: false,
        expected: None,
        recorded_stay: None,
    }
}
