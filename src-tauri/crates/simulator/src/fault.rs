//! Faults requested by a test: their effect, the requests they apply to, how often.
//!
//! There are three parts, and at most one fault of each applies to a request: the *fate* of a new code, the content of
//! a *list*, and the *answer*.

use serde::{Deserialize, Serialize};

/// A fault that applies to the next matching requests (`POST /_sim/faults`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// The effect.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// The path it applies to; `*` for all. By default creates, or every list for a fault of lists.
    #[serde(default)]
    pub route: Option<String>,
    /// Only requests that name this device.
    #[serde(default)]
    pub device_id: Option<String>,
    /// How many requests it applies to; 0 for all until it is cleared or released. By default 1, or 0 for faults of lists.
    #[serde(default)]
    pub times: Option<u32>,
    /// How many matching requests to let pass first.
    #[serde(default)]
    pub skip: u32,
    /// Only requests for a later page (with a `page_cursor`).
    #[serde(default)]
    pub later_pages: bool,
}

/// The effect of a fault. With `commit` the request is still carried out; only its answer is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FaultKind {
    /// The connection is reset without an answer.
    Drop {
        /// Whether the request is carried out.
        #[serde(default)]
        commit: bool,
    },
    /// The answer's head states the full length, but the connection ends after `bytes` of the body (half by default).
    Half {
        /// Bytes of the body to send.
        #[serde(default)]
        bytes: Option<usize>,
        /// Whether the connection is reset rather than closed.
        #[serde(default)]
        reset: bool,
    },
    /// Another body: a captive portal's page, broken JSON, another object.
    Body {
        /// 200 by default.
        #[serde(default = "status_200")]
        status: u16,
        /// The body, a short HTML page by default.
        #[serde(default = "portal_page")]
        text: String,
        /// `text/html` by default.
        #[serde(default = "html")]
        content_type: String,
        /// Whether the request is carried out.
        #[serde(default)]
        commit: bool,
    },
    /// A 200 with a JSON body of this many bytes (at most 256 MB).
    Oversized {
        /// Length of the body.
        bytes: usize,
        /// Whether the request is carried out.
        #[serde(default)]
        commit: bool,
    },
    /// Any status.
    Status {
        /// The status.
        status: u16,
        /// The form of the body.
        #[serde(default)]
        body: ErrorBody,
        /// `error.type` of a Seam body.
        #[serde(default)]
        error_type: Option<String>,
        /// `error.message` of a Seam body.
        #[serde(default)]
        message: Option<String>,
        /// Seconds in a `Retry-After` header.
        #[serde(default)]
        retry_after: Option<u64>,
        /// Whether the request is carried out.
        #[serde(default)]
        commit: bool,
    },
    /// A redirect, by default to the same address.
    Redirect {
        /// 307 by default.
        #[serde(default = "status_307")]
        status: u16,
        /// The target.
        #[serde(default)]
        location: Option<String>,
    },
    /// The connection is reset at once; the request arrives later by the simulator's clock, or on release.
    Late {
        /// `None`: only on release.
        #[serde(default)]
        after_ms: Option<u64>,
    },
    /// The request is carried out at once and answered after a real delay.
    Delay {
        /// Real milliseconds.
        ms: u64,
    },
    /// No answer until release; the connection stays open.
    Hang {
        /// Whether the request is carried out before the wait instead of after it.
        #[serde(default)]
        commit: bool,
    },
    /// Until release, lists omit codes made since an instant (by default when the fault was set).
    StaleList {
        /// The instant, in UTC.
        #[serde(default)]
        since: Option<String>,
    },
    /// Every page claims another one, always with the same cursor.
    LoopCursor,
    /// The code never leaves `unset`.
    Stuck,
    /// The code is made and then fails with this error.
    Fail {
        /// `errors[].error_code`.
        error_code: String,
        /// `errors[].message`.
        #[serde(default)]
        message: Option<String>,
    },
    /// The code disappears after this time of the simulator's clock.
    Vanish {
        /// Milliseconds after it was made.
        #[serde(default)]
        after_ms: u64,
    },
    /// The code is made for other times than its slot's.
    Shift {
        /// Minutes by which start and end are moved.
        minutes: i64,
    },
}

/// The body of an answer with an error status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorBody {
    /// Seam's JSON with type, message and request id.
    #[default]
    Seam,
    /// A line of text, as a proxy writes it.
    Text,
    /// Nothing.
    Empty,
}

/// Which part of a request a fault concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Fate,
    List,
    Answer,
}

impl FaultKind {
    /// Seam's error with this status and type, for a request that is not carried out.
    #[must_use]
    pub fn answer(status: u16, error_type: &str) -> Self {
        let (body, error_type) = (ErrorBody::Seam, Some(error_type.to_owned()));
        Self::Status { status, body, error_type, message: None, retry_after: None, commit: false }
    }

    pub(crate) const fn part(&self) -> Part {
        match self {
            Self::Stuck | Self::Fail { .. } | Self::Vanish { .. } | Self::Shift { .. } => Part::Fate,
            Self::StaleList { .. } | Self::LoopCursor => Part::List,
            Self::Drop { .. }
            | Self::Half { .. }
            | Self::Body { .. }
            | Self::Oversized { .. }
            | Self::Status { .. }
            | Self::Redirect { .. }
            | Self::Late { .. }
            | Self::Delay { .. }
            | Self::Hang { .. } => Part::Answer,
        }
    }
}

impl Fault {
    /// A fault that applies once, to the next matching request.
    #[must_use]
    pub const fn new(kind: FaultKind) -> Self {
        Self { kind, route: None, device_id: None, times: None, skip: 0, later_pages: false }
    }

    /// Only at this path.
    #[must_use]
    pub fn at(mut self, route: &str) -> Self {
        self.route = Some(route.to_owned());
        self
    }

    /// Only with this device.
    #[must_use]
    pub fn door(mut self, device_id: &str) -> Self {
        self.device_id = Some(device_id.to_owned());
        self
    }

    /// For this many requests; 0 for all.
    #[must_use]
    pub const fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    fn fits(&self, request: &Aim<'_>) -> bool {
        let route = match self.route.as_deref() {
            Some("*") => true,
            Some(route) => route == request.path,
            None if self.kind.part() == Part::List => request.path.ends_with("/list"),
            None => request.path == "/access_codes/create",
        };
        route
            && self.device_id.as_deref().is_none_or(|id| request.device_id == Some(id))
            && (!self.later_pages || request.later_page)
    }
}

/// The properties of a request that decide whether a fault applies.
#[derive(Debug)]
pub struct Aim<'a> {
    pub path: &'a str,
    pub device_id: Option<&'a str>,
    pub later_page: bool,
}

/// The faults that still wait for a request, in the order they were added.
#[derive(Debug, Default)]
pub struct Faults(Vec<Waiting>);

#[derive(Debug)]
struct Waiting {
    fault: Fault,
    /// Requests it still applies to; `None` for all.
    left: Option<u32>,
    skip: u32,
}

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        let lists = fault.kind.part() == Part::List;
        let times = fault.times.unwrap_or(u32::from(!lists));
        self.0.push(Waiting { left: (times > 0).then_some(times), skip: fault.skip, fault });
    }

    /// Takes the fault of this part that applies to the request, and counts it as used once.
    pub fn take(&mut self, part: Part, request: &Aim<'_>) -> Option<FaultKind> {
        let fits = |waiting: &&mut Waiting| waiting.fault.kind.part() == part && waiting.fault.fits(request);
        let waiting = self.0.iter_mut().filter(fits).find_map(|waiting| {
            let passes = waiting.skip > 0;
            waiting.skip = waiting.skip.saturating_sub(1);
            (!passes).then_some(waiting)
        })?;
        waiting.left = waiting.left.map(|left| left - 1);
        let kind = waiting.fault.kind.clone();
        self.0.retain(|waiting| waiting.left != Some(0));
        Some(kind)
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Removes the faults of lists.
    pub fn release_lists(&mut self) {
        self.0.retain(|waiting| waiting.fault.kind.part() != Part::List);
    }

    /// The faults that still wait, each with its remaining uses (0 for all).
    pub fn waiting(&self) -> Vec<Fault> {
        let left = |waiting: &Waiting| Fault {
            times: Some(waiting.left.unwrap_or(0)),
            skip: waiting.skip,
            ..waiting.fault.clone()
        };
        self.0.iter().map(left).collect()
    }
}

fn status_200() -> u16 {
    200
}

fn status_307() -> u16 {
    307
}

fn html() -> String {
    "text/html; charset=utf-8".to_owned()
}

fn portal_page() -> String {
    "<!doctype html><title>Welcome to the guest network</title><p>Please accept the terms of use.".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CREATE: Aim<'static> = Aim { path: "/access_codes/create", device_id: Some("d"), later_page: false };

    #[test]
    fn fault_applies_as_often_as_asked() {
        let mut faults = Faults::default();
        faults.add(Fault { skip: 1, ..Fault::new(FaultKind::Stuck).door("d").times(2) });
        let applied: Vec<_> = (0..4).map(|_| faults.take(Part::Fate, &CREATE).is_some()).collect();
        assert_eq!(applied, [false, true, true, false], "one passes, it applies to two, then it is used up");
        assert!(faults.waiting().is_empty(), "nothing waits any longer");
    }

    #[test]
    fn fault_applies_to_its_route_device_and_page_only() {
        let mut faults = Faults::default();
        faults.add(Fault::new(FaultKind::Drop { commit: true }).door("other"));
        faults.add(Fault { later_pages: true, ..Fault::new(FaultKind::Delay { ms: 1 }).at("*") });
        assert_eq!(faults.take(Part::Answer, &CREATE), None, "another device, and a first page");
        let second = Aim { later_page: true, ..CREATE };
        assert_eq!(faults.take(Part::Answer, &second), Some(FaultKind::Delay { ms: 1 }), "a later page of any route");
    }

    #[test]
    fn short_json_gets_defaults() {
        let fault: Fault = serde_json::from_str(r#"{"fault":"drop","commit":true,"times":3}"#).unwrap();
        assert_eq!(
            fault,
            Fault::new(FaultKind::Drop { commit: true }).times(3),
            "the other fields have their defaults"
        );
        let body: Fault = serde_json::from_str(r#"{"fault":"body"}"#).unwrap();
        assert!(matches!(body.kind, FaultKind::Body { status: 200, .. }), "a page instead of JSON, with a 200");
    }
}
