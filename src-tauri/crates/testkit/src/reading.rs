//! Seam's readings of a workspace, a door, a code.

use domain::RawAnswer;
use domain::ids::{AccessCodeId, AccountId, DeviceId, EventId, SlotId, WorkspaceId};
use domain::reading::{
    About, AccountReading, Capability, CodeFlags, CodeReading, DoorReading, EventReading, Notice, WorkspaceReading,
    ZoneNames,
};
use domain::slot::SlotFacts;

use crate::now;

pub fn workspace() -> WorkspaceReading {
    WorkspaceReading { id: WorkspaceId::new("w1"), name: "Ocean Beach".into(), is_sandbox: true, is_suspended: false }
}

pub fn account(id: &str, name: &str) -> AccountReading {
    AccountReading { id: AccountId::new(id), name: name.into(), errors: Vec::new(), warnings: Vec::new() }
}

/// A slot for guests; with the same time at both ends it is a 24-hour slot.
pub fn slot(id: &str, check_in: &str, check_out: &str) -> SlotFacts {
    SlotFacts {
        id: SlotId::new(id),
        name: format!("Guest {check_in}-{check_out}"),
        prefix: None,
        check_in: Some(check_in.into()),
        check_out: Some(check_out.into()),
        is_24_hour: check_in == check_out,
        is_biweekly: false,
        is_one_shot: false,
        is_master: false,
    }
}

/// A door in Los Angeles with slot `a` from 16:00 to 10:00, slot `b` for 24 hours, and room for 20 codes.
pub fn door(id: &str, name: &str) -> DoorReading {
    DoorReading {
        device_id: DeviceId::new(id),
        account_id: None,
        provider: "dormakaba_oracode".into(),
        name: name.into(),
        model: None,
        site: None,
        oracode_id: None,
        offline_capable: Capability::Yes,
        zones: ZoneNames { metadata: Some("America/Los_Angeles".into()), ..ZoneNames::default() },
        slots: vec![slot("a", "16:00", "10:00"), slot("b", "12:00", "12:00")],
        time_frames: Vec::new(),
        limit: Some(20),
        odd_limit: None,
        is_managed: true,
        errors: Vec::new(),
        warnings: Vec::new(),
    }
}

/// A code at a door with nothing but its id.
pub fn code(id: &str, door: &str) -> CodeReading {
    CodeReading {
        id: AccessCodeId::new(id),
        device_id: Some(DeviceId::new(door)),
        name: None,
        pin: None,
        starts_at: None,
        ends_at: None,
        status: None,
        pending: None,
        errors: Vec::new(),
        warnings: Vec::new(),
        slot_id: None,
        slot_name: None,
        flags: CodeFlags::default(),
        is_offline: Some(true),
        is_managed: true,
        created_at: None,
        raw: RawAnswer::new("{}"),
    }
}

pub fn event(id: &str, kind: &str) -> EventReading {
    EventReading {
        id: EventId::new(id),
        kind: kind.into(),
        device_id: None,
        access_code_id: None,
        occurred_at: Some(now()),
        created_at: Some(now()),
        raw: RawAnswer::new("{}"),
    }
}

pub fn notice(code: &str, message: &str, about: About) -> Notice {
    Notice { code: code.into(), message: message.into(), about: about.into() }
}
