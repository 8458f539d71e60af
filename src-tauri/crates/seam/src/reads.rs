//! Reads from Seam. Nothing here changes anything there.

use domain::ids::{AccessCodeId, DeviceId};
use domain::reading::{AccountReading, CodeReading, DoorReading, ReadError, WorkspaceReading};
use serde_json::{Map, Value, json};

use crate::client::Client;
use crate::page::{List, fields};
use crate::parse;

/// An account is about 1 kB, a code 1.5 kB, a door with 16 slots 6 kB: pages stay far below the limit of an answer.
const ACCOUNTS: &[u32] = &[500, 20];
const CODES: &[u32] = &[1_000, 50];
const DOORS: &[u32] = &[200, 5];

impl Client {
    /// The workspace that the key belongs to: also the way to check a key.
    ///
    /// # Errors
    /// [`ReadError`]; `Unauthorized` for a wrong key.
    pub async fn workspace(&self) -> Result<WorkspaceReading, ReadError> {
        let text = self.read("/workspaces/get", &json!({})).await?;
        parse::workspace(part(&text, "workspace")?)
    }

    /// Every connected account.
    ///
    /// # Errors
    /// [`ReadError`]; all pages or nothing.
    pub async fn accounts(&self) -> Result<Vec<AccountReading>, ReadError> {
        let list = list("/connected_accounts/list", "connected_accounts", Map::new(), ACCOUNTS);
        self.all(&list, |text| parse::account(text).map(Some)).await
    }

    /// Every Oracode lock among the workspace's devices. They are filtered here: Seam has no filter that finds doors
    /// of both providers.
    ///
    /// # Errors
    /// [`ReadError`]; all pages or nothing.
    pub async fn doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.list_doors("/devices/list", true).await
    }

    /// Every Oracode lock that is unmanaged in Seam. Seam reports less about these.
    ///
    /// # Errors
    /// [`ReadError`]; all pages or nothing.
    pub async fn unmanaged_doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.list_doors("/devices/unmanaged/list", false).await
    }

    /// One door, managed or unmanaged, or `None` when Seam knows no such device.
    pub async fn door(&self, id: &DeviceId) -> Result<Option<DoorReading>, ReadError> {
        let paths = ["/devices/get", "/devices/unmanaged/get"];
        let asked = json!({ "device_id": id.as_str() });
        let Some((text, is_managed)) = self.either(paths, &asked, "device_not_found").await? else { return Ok(None) };
        let door = parse::door(part(&text, "device")?, is_managed)?;
        if door.device_id != *id {
            return Err(ReadError::Malformed("it is about another device".to_owned()));
        }
        Ok(Some(door))
    }

    /// Every code that Seam manages at a door.
    ///
    /// # Errors
    /// [`ReadError`]; all pages or nothing.
    pub async fn codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.list_codes("/access_codes/list", door, true).await
    }

    /// Every unmanaged code at a door: made in the Oracode portal, and counting toward the limit.
    ///
    /// # Errors
    /// [`ReadError`]; all pages or nothing.
    pub async fn unmanaged_codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.list_codes("/access_codes/unmanaged/list", door, false).await
    }

    /// One code, managed or unmanaged, or `None` when Seam no longer has it: that is not the same as never having had it.
    pub async fn code(&self, id: &AccessCodeId) -> Result<Option<CodeReading>, ReadError> {
        let paths = ["/access_codes/get", "/access_codes/unmanaged/get"];
        let asked = json!({ "access_code_id": id.as_str() });
        let Some((text, is_managed)) = self.either(paths, &asked, "access_code_not_found").await? else {
            return Ok(None);
        };
        let code = parse::code(part(&text, "access_code")?, is_managed)?;
        if code.id != *id {
            return Err(ReadError::Malformed("it is about another code".to_owned()));
        }
        Ok(Some(code))
    }

    /// The answer about one object, and whether Seam manages it; `None` when it is not among the unmanaged either. A key or a
    /// server may lack the unmanaged routes: then there are none.
    async fn either(
        &self,
        [managed, unmanaged]: [&str; 2],
        asked: &Value,
        missing: &str,
    ) -> Result<Option<(String, bool)>, ReadError> {
        if let Some(text) = found(self.read(managed, asked).await, missing)? {
            return Ok(Some((text, true)));
        }
        match self.read(unmanaged, asked).await {
            Err(ReadError::NotFound { .. } | ReadError::Forbidden { .. }) => Ok(None),
            answer => Ok(Some((answer?, false))),
        }
    }

    async fn list_doors(&self, path: &'static str, is_managed: bool) -> Result<Vec<DoorReading>, ReadError> {
        let list = list(path, "devices", Map::new(), DOORS);
        self.all(&list, |text| parse::oracode_door(text, is_managed)).await
    }

    async fn list_codes(
        &self,
        path: &'static str,
        door: &DeviceId,
        is_managed: bool,
    ) -> Result<Vec<CodeReading>, ReadError> {
        let params = Map::from_iter([("device_id".to_owned(), Value::from(door.as_str()))]);
        let list = List { proves_absence: true, ..list(path, "access_codes", params, CODES) };
        // Some servers ignore `device_id`.
        let is_here = |code: &CodeReading| code.device_id.as_ref().is_none_or(|device| device == door);
        self.all(&list, |text| parse::code(text, is_managed).map(|code| Some(code).filter(is_here))).await
    }
}

fn list(path: &'static str, rows: &'static str, params: Map<String, Value>, sizes: &'static [u32]) -> List {
    List { path, rows, params, sizes, proves_absence: false }
}

/// The object in a field of an answer, as received.
fn part<'a>(text: &'a str, name: &str) -> Result<&'a str, ReadError> {
    let raw = fields(text)?.remove(name);
    raw.map(|raw| raw.get()).ok_or_else(|| ReadError::Malformed(format!("there is no `{name}` in it")))
}

/// A missing object is `None` only if it is the requested one.
fn found(answer: Result<String, ReadError>, missing: &str) -> Result<Option<String>, ReadError> {
    match answer {
        Err(ReadError::NotFound { kind }) if kind == missing || kind == "not_found" => Ok(None),
        answer => answer.map(Some),
    }
}
