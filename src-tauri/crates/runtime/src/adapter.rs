//! Adapts Seam's HTTP client to the operations: the same verbs, nothing added.

use domain::ids::{AccessCodeId, DeviceId};
use domain::reading::{
    AccountReading, CodeReading, CreateCode, CreateOutcome, DoorReading, EventReading, ReadError, WorkspaceReading,
};
use jiff::Timestamp;
use ops::SeamApi;

/// Seam over HTTP.
#[derive(Clone, Debug)]
pub struct SeamAdapter(pub seam::Client);

impl SeamApi for SeamAdapter {
    async fn workspace(&self) -> Result<WorkspaceReading, ReadError> {
        self.0.workspace().await
    }

    async fn accounts(&self) -> Result<Vec<AccountReading>, ReadError> {
        self.0.accounts().await
    }

    async fn doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.0.doors().await
    }

    async fn unmanaged_doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.0.unmanaged_doors().await
    }

    async fn door(&self, id: &DeviceId) -> Result<Option<DoorReading>, ReadError> {
        self.0.door(id).await
    }

    async fn codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.0.codes(door).await
    }

    async fn unmanaged_codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.0.unmanaged_codes(door).await
    }

    async fn code(&self, id: &AccessCodeId) -> Result<Option<CodeReading>, ReadError> {
        self.0.code(id).await
    }

    async fn events(&self, since: Timestamp) -> Result<Vec<EventReading>, ReadError> {
        self.0.events(since).await
    }

    async fn create(&self, wanted: &CreateCode) -> CreateOutcome {
        self.0.create(wanted).await
    }

    fn server_time(&self) -> Option<Timestamp> {
        self.0.server_time()
    }
}
