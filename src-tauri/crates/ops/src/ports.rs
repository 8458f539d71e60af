//! Traits for everything the operations need from outside, but only for what a test cannot run otherwise.

use std::future::Future;
use std::time::Duration;

use domain::ids::{AccessCodeId, DeviceId};
use domain::reading::{
    AccountReading, CodeReading, CreateCode, CreateOutcome, DoorReading, EventReading, ReadError, WorkspaceReading,
};
use jiff::Timestamp;

/// Seam as the operations use it. Lists are complete or an error.
pub trait SeamApi: Send + Sync + 'static {
    fn workspace(&self) -> impl Future<Output = Result<WorkspaceReading, ReadError>> + Send;
    fn accounts(&self) -> impl Future<Output = Result<Vec<AccountReading>, ReadError>> + Send;
    /// Every Oracode door of the workspace.
    fn doors(&self) -> impl Future<Output = Result<Vec<DoorReading>, ReadError>> + Send;
    /// Every Oracode door that Seam only watches; it reports little about these.
    fn unmanaged_doors(&self) -> impl Future<Output = Result<Vec<DoorReading>, ReadError>> + Send;
    /// Managed or only watched. `None`: Seam no longer knows the door.
    fn door(&self, id: &DeviceId) -> impl Future<Output = Result<Option<DoorReading>, ReadError>> + Send;
    /// The managed codes of a door.
    fn codes(&self, door: &DeviceId) -> impl Future<Output = Result<Vec<CodeReading>, ReadError>> + Send;
    /// The codes of a door that Seam only watches.
    fn unmanaged_codes(&self, door: &DeviceId) -> impl Future<Output = Result<Vec<CodeReading>, ReadError>> + Send;
    /// Managed or only watched. `None`: Seam no longer has the code.
    fn code(&self, id: &AccessCodeId) -> impl Future<Output = Result<Option<CodeReading>, ReadError>> + Send;
    /// Events since a moment, in no promised order.
    fn events(&self, since: Timestamp) -> impl Future<Output = Result<Vec<EventReading>, ReadError>> + Send;
    /// Sends one request, once.
    fn create(&self, wanted: &CreateCode) -> impl Future<Output = CreateOutcome> + Send;
    /// Seam's clock as of now, from its answers; `None` before the first.
    fn server_time(&self) -> Option<Timestamp>;
}

/// The time, and waiting for it. A caller that needs the time at which a step is recorded moves a clone into the
/// transaction.
pub trait Clock: Clone + Send + Sync + 'static {
    /// This computer's wall clock.
    fn now(&self) -> Timestamp;
    /// Waits by a monotonic clock.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()> + Send;
}
