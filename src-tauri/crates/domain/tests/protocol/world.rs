//! A state of the model: the data on disk, the step of each window, the requests on the way, the codes at Seam.
//!
//! One stay only: stays share nothing but the door's limit. Small and copied whole, so that millions can be compared.

use domain::lifecycle::State;

pub const LEDGERS: usize = 2;
pub const ROWS: usize = 3;
pub const WINDOWS: usize = 4;
pub const REQUESTS: usize = 4;
pub const CODES: usize = 4;

/// Codes, by their place at Seam: a bit each.
pub type Codes = u8;

/// Everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct World {
    pub ledgers: [Ledger; LEDGERS],
    pub windows: [Option<Window>; WINDOWS],
    /// Sorted: requests have no identity but their content.
    pub requests: [Option<Request>; REQUESTS],
    /// In the order in which they were made.
    pub codes: [Option<Code>; CODES],
    /// The ledger that holds the stay's key at Seam.
    pub key: Option<u8>,
}

/// The attempts of the stay in one record. Survives kills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ledger {
    pub rows: [Option<Row>; ROWS],
}

/// An intent with its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub attempt: u8,
    pub state: State,
    /// The state that remains when the power fails.
    pub on_disk: Option<State>,
    /// The window whose present life recorded it; `None` if that life is over.
    pub owner: Option<u8>,
    pub code: Option<u8>,
    pub second_codes: Codes,
    /// A complete look found nothing since the outcome became unknown.
    pub looked: bool,
    pub superseded: bool,
    /// The record knew a code of the stay when this was recorded to be sent.
    pub in_spite: bool,
}

/// A process with the ledger open. All that it has here is forgotten when it is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    pub ledger: u8,
    pub at: At,
}

/// The step of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum At {
    Off,
    /// Settling what others left behind: the states that it read, of the rows still to be settled.
    Recovering([Option<State>; ROWS]),
    Idle,
    /// A complete list is at hand, and its purpose.
    Looked(Codes, Then),
    /// The intent is recorded: this row.
    Recorded(u8),
    /// The stay's key at Seam is ours.
    Reserved(u8),
    /// The right to send is ours, and no byte has left.
    Claimed(Job),
    /// The request has left.
    Waiting(Job),
    /// The outcome is known here, and not yet written.
    Heard(Job, Outcome),
}

/// Why a look was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Then {
    Settle,
    /// A click; with the attempt, if it was chosen before the transaction.
    Issue(Option<u8>),
    /// The typed choice of another attempt although this row is not known.
    Supersede(u8),
}

/// A request to be made: its row, if it is recorded, and the attempt in its marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Job {
    pub row: Option<u8>,
    pub attempt: u8,
}

/// The outcome of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    NotSent,
    /// Given up: time-out, reset, any other end without an answer.
    Lost,
    Answered(Answer),
}

/// Seam's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    Made(u8),
    Refused,
}

/// A request under way. One that no window waits for may still arrive, at any time or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Request {
    pub ledger: u8,
    pub attempt: u8,
    pub waiter: Option<u8>,
    /// Set once Seam has worked on it.
    pub answer: Option<Answer>,
}

/// A code at Seam. `ledger` is for the checks: no window reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    pub ledger: u8,
    pub attempt: u8,
    /// Every list shows it from now on.
    pub is_old: bool,
}

impl World {
    /// Nothing has happened: every window is off, every ledger empty.
    pub fn new(windows: &[u8]) -> Self {
        let mut world = Self {
            ledgers: [Ledger::default(); LEDGERS],
            windows: [None; WINDOWS],
            requests: [None; REQUESTS],
            codes: [None; CODES],
            key: None,
        };
        for (place, ledger) in windows.iter().enumerate() {
            world.windows[place] = Some(Window { ledger: *ledger, at: At::Off });
        }
        world
    }

    pub fn codes(&self) -> impl Iterator<Item = (u8, Code)> {
        (0_u8..).zip(self.codes.iter().map_while(|code| *code))
    }

    pub fn windows(&self) -> impl Iterator<Item = (u8, Window)> {
        (0_u8..).zip(self.windows.iter().map_while(|window| *window))
    }

    pub fn requests(&self) -> impl Iterator<Item = Request> {
        self.requests.iter().filter_map(|request| *request)
    }

    /// Every code, or only those that no list leaves out.
    pub fn list(&self, is_stale: bool) -> Codes {
        self.codes().filter(|(_, code)| code.is_old || !is_stale).fold(0, |codes, (id, _)| codes | 1 << id)
    }

    pub fn ledger_of(&mut self, window: u8) -> &mut Ledger {
        let ledger = self.window(window).ledger;
        &mut self.ledgers[usize::from(ledger)]
    }

    pub fn window(&mut self, window: u8) -> &mut Window {
        self.windows[usize::from(window)].as_mut().expect("the window is there")
    }

    pub fn go(&mut self, window: u8, at: At) {
        self.window(window).at = at;
    }

    pub fn add_request(&mut self, request: Request) {
        let place = self.requests.iter_mut().find(|place| place.is_none()).expect("room for a request");
        *place = Some(request);
        self.requests.sort_unstable();
    }

    /// Changes one request, or takes it away.
    pub fn change_request(&mut self, request: Request, into: Option<Request>) {
        let place = self.requests.iter_mut().find(|place| **place == Some(request)).expect("the request is there");
        *place = into;
        self.requests.sort_unstable();
    }

    /// Seam makes a code; returns its place.
    pub fn add_code(&mut self, request: Request) -> u8 {
        let (id, place) = (0_u8..).zip(&mut self.codes).find(|(_, place)| place.is_none()).expect("room for a code");
        *place = Some(Code { ledger: request.ledger, attempt: request.attempt, is_old: false });
        id
    }
}
