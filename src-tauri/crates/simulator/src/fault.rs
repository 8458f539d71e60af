//! Faults that a test asks for: what goes wrong, with which requests, how often.
//!
//! Three kinds, of which one request can meet one each: the *fate* of a code that is made, what a *list* shows, and what
//! happens to the *answer*.

use serde::{Deserialize, Serialize};

/// A fault to be met by the next requests that it fits (`POST /_sim/faults`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// The path it is met at; `*` for all. By default creates, and for the faults of lists all lists of codes.
    #[serde(default)]
    pub route: Option<String>,
    /// Only requests that name this device.
    #[serde(default)]
    pub device_id: Option<String>,
    /// How many requests meet it; 0 for all, until it is cleared or released. By default 1, for faults of lists 0.
    #[serde(default)]
    pub times: Option<u32>,
    /// How many fitting requests pass unharmed first.
    #[serde(default)]
    pub skip: u32,
    /// Only requests for a later page (with a `page_cursor`).
    #[serde(default)]
    pub later_pages: bool,
}

/// What goes wrong. With `commit` the request is carried out all the same; only its answer is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FaultKind {
    /// The connection is reset instead of an answer.
    Drop {
        /// Whether the request is carried out.
        #[serde(default)]
        commit: bool,
    },
    /// The answer's head promises its full length; the connection ends after `bytes` of the body (half by default).
    Half {
        /// Bytes of the body that are sent.
        #[serde(default)]
        bytes: Option<usize>,
        /// Whether the connection is reset rather than closed.
        #[serde(default)]
        reset: bool,
    },
    /// Some other body: a portal's page, broken JSON, another object.
    Body {
        /// 200 unless said otherwise.
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
        /// With which body.
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
        /// Where to.
        #[serde(default)]
        location: Option<String>,
    },
    /// The connection is reset at once; the request arrives after a time of the simulator's clock, or when released.
    Late {
        /// `None`: only when released.
        #[serde(default)]
        after_ms: Option<u64>,
    },
    /// The request is carried out and answered after a real time.
    Delay {
        /// Real milliseconds.
        ms: u64,
    },
    /// No answer until released; the connection stays open.
    Hang {
        /// Whether the request is carried out before the wait rather than after it.
        #[serde(default)]
        commit: bool,
    },
    /// Lists do not show codes made since a moment (by default: since the fault was set), until released.
    StaleList {
        /// The moment, as an instant in UTC.
        #[serde(default)]
        since: Option<String>,
    },
    /// Every page says that there is another, with always the same cursor.
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
    /// The code is gone after this time of the simulator's clock.
    Vanish {
        /// Milliseconds after it was made.
        #[serde(default)]
        after_ms: u64,
    },
    /// The code is made for another window than its slot's.
    Shift {
        /// By how many minutes start and end are moved.
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
    /// A line of text, as a proxy in between writes it.
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
    /// Seam's answer with that status and `error.type`, to a request that is not carried out.
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
    /// A fault that the next fitting request meets, once.
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

    /// Met by so many requests; 0 for all.
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

/// What a fault is compared with.
#[derive(Debug)]
pub struct Aim<'a> {
    pub path: &'a str,
    pub device_id: Option<&'a str>,
    pub later_page: bool,
}

/// The faults that are still to be met, in the order in which they were asked for.
#[derive(Debug, Default)]
pub struct Faults(Vec<Waiting>);

#[derive(Debug)]
struct Waiting {
    fault: Fault,
    /// Requests that will still meet it; `None` for all.
    left: Option<u32>,
    skip: u32,
}

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        let lists = fault.kind.part() == Part::List;
        let times = fault.times.unwrap_or(u32::from(!lists));
        self.0.push(Waiting { left: (times > 0).then_some(times), skip: fault.skip, fault });
    }

    /// The fault of this part that the request meets, which is used up by it.
    pub fn meet(&mut self, part: Part, request: &Aim<'_>) -> Option<FaultKind> {
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

    /// Lists tell the truth again.
    pub fn release_lists(&mut self) {
        self.0.retain(|waiting| waiting.fault.kind.part() != Part::List);
    }

    /// What is still to be met, each with the times left (0 for all).
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
    fn a_fault_is_met_as_often_as_asked_for() {
        let mut faults = Faults::default();
        faults.add(Fault { skip: 1, ..Fault::new(FaultKind::Stuck).door("d").times(2) });
        let met: Vec<_> = (0..4).map(|_| faults.meet(Part::Fate, &CREATE).is_some()).collect();
        assert_eq!(met, [false, true, true, false], "one passes, two meet it, then it is used up");
        assert!(faults.waiting().is_empty(), "and nothing waits any more");
    }

    #[test]
    fn a_fault_keeps_to_its_route_device_and_page() {
        let mut faults = Faults::default();
        faults.add(Fault::new(FaultKind::Drop { commit: true }).door("other"));
        faults.add(Fault { later_pages: true, ..Fault::new(FaultKind::Delay { ms: 1 }).at("*") });
        assert_eq!(faults.meet(Part::Answer, &CREATE), None, "another device, and a first page");
        let second = Aim { later_page: true, ..CREATE };
        assert_eq!(faults.meet(Part::Answer, &second), Some(FaultKind::Delay { ms: 1 }), "a later page of any route");
    }

    #[test]
    fn faults_read_from_short_json() {
        let fault: Fault = serde_json::from_str(r#"{"fault":"drop","commit":true,"times":3}"#).unwrap();
        assert_eq!(fault, Fault::new(FaultKind::Drop { commit: true }).times(3), "all else has its default");
        let body: Fault = serde_json::from_str(r#"{"fault":"body"}"#).unwrap();
        assert!(matches!(body.kind, FaultKind::Body { status: 200, .. }), "a page instead of JSON, with a 200");
    }
}
