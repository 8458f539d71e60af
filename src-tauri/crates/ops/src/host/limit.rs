//! The host's own limit on the codes of a door, kept in the history of the record.

use domain::event::EventBody;
use domain::ids::DeviceId;
use jiff::Timestamp;

use crate::error::Error;
use crate::record::Record;

impl Record {
    /// Sets or removes the host's limit for a door; `false` if nothing changed, and then nothing is written.
    ///
    /// # Errors
    /// [`Error::NoSuchDoor`], or the record cannot be written.
    pub async fn set_host_limit(&self, door: DeviceId, limit: Option<u32>, now: Timestamp) -> Result<bool, Error> {
        self.write(move |write| {
            let before = write.door(&door)?.ok_or_else(|| Error::NoSuchDoor(door.to_string()))?.host_limit;
            if before == limit {
                return Ok(false);
            }
            write.set_host_limit(&door, limit)?;
            write.note(&EventBody::HostLimit { device_id: door.to_string(), limit }, now)?;
            Ok(true)
        })
        .await
    }
}
