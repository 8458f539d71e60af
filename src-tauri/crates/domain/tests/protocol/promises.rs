//! Promises that must hold in every state that can be reached. Each asks the real lifecycle what a state means.

use domain::lifecycle::{State, has_code, may_have_code};

use crate::rules::Rules;
use crate::world::{At, Code, Ledger, ROWS, Request, World};

/// A promise, kept or broken in a state.
pub type Promise = fn(&Rules, &World) -> Result<(), Violation>;

/// A broken promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// More codes at Seam than one and one for each typed choice.
    TwoCodes,
    /// A code at Seam that no row says may exist, while no window waits for the answer.
    ForgottenCode,
    /// An attempt recorded to be sent by a record that knew a code of the stay.
    NeedlessAttempt,
    /// A row with a code that Seam does not have, or whose request had another marker; or a code without its id.
    InventedCode,
    /// A request under way whose row does not say so, or two for one row.
    UnrecordedRequest,
    /// A complete, fresh look that leaves a code unrecorded, records it twice, or is silent about a second one.
    BlindLook,
    /// A kill, a start and a complete, fresh look that leave something neither settled nor shown as not known.
    UnsettledStart,
    /// Not a violation: a state that must be possible, and is.
    Reached,
}

/// Promises that hold on one computer.
pub const ON_ONE_COMPUTER: &[Promise] = &[
    one_code,
    no_needless_attempt,
    no_forgotten_code,
    no_invented_code,
    no_unrecorded_request,
    looks_tell_all,
    starts_settle,
];

/// Promises that hold on two computers that know nothing of each other: all but the one code.
pub const ON_TWO_COMPUTERS: &[Promise] = &[
    no_needless_attempt,
    no_forgotten_code,
    no_invented_code,
    no_unrecorded_request,
    looks_tell_all,
    starts_settle,
    one_code_each,
];

/// At most one code, and one more for each typed choice.
pub fn one_code(_: &Rules, world: &World) -> Result<(), Violation> {
    let chosen: usize = world.ledgers.iter().map(choices).sum();
    hold(world.codes().count() <= 1 + chosen, Violation::TwoCodes)
}

/// The same for each record by itself.
pub fn one_code_each(_: &Rules, world: &World) -> Result<(), Violation> {
    let made = |ledger: usize| world.codes().filter(|(_, code)| usize::from(code.ledger) == ledger).count();
    let holds = world.ledgers.iter().enumerate().all(|(place, ledger)| made(place) <= 1 + choices(ledger));
    hold(holds, Violation::TwoCodes)
}

/// No window sets out to send for a stay whose code the record knows.
pub fn no_needless_attempt(_: &Rules, world: &World) -> Result<(), Violation> {
    let holds = !world.ledgers.iter().flat_map(Ledger::rows).any(|(_, row)| row.in_spite);
    hold(holds, Violation::NeedlessAttempt)
}

fn choices(ledger: &Ledger) -> usize {
    ledger.rows().filter(|(_, row)| row.superseded).count()
}

/// Never quiet with a code: the record that asked for it says that it may exist, unless a window still waits to hear.
pub fn no_forgotten_code(_: &Rules, world: &World) -> Result<(), Violation> {
    let is_known = |(id, code): (u8, Code)| {
        let ledger = &world.ledgers[usize::from(code.ledger)];
        let is_possible = ledger.rows().any(|(_, row)| row.attempt == code.attempt && may_have_code(row.state));
        is_possible || ledger.knows(id) || is_awaited(world, code)
    };
    hold(world.codes().all(is_known), Violation::ForgottenCode)
}

fn is_awaited(world: &World, code: Code) -> bool {
    world.windows().filter(|(_, window)| window.ledger == code.ledger).any(|(_, window)| match window.at {
        At::Claimed(job) | At::Waiting(job) | At::Heard(job, _) => job.attempt == code.attempt,
        At::Off | At::Recovering(_) | At::Idle | At::Looked(..) | At::Recorded(_) | At::Reserved(_) => false,
    })
}

/// A row has a code if, and only if, its state says so, and it is one that Seam made for its marker.
pub fn no_invented_code(_: &Rules, world: &World) -> Result<(), Violation> {
    let is_real = |id: u8, attempt: u8| world.codes().any(|(code, made)| code == id && made.attempt == attempt);
    let holds = world.ledgers.iter().flat_map(Ledger::rows).all(|(_, row)| {
        let seconds = world.codes().filter(|(id, _)| row.second_codes & 1 << id != 0);
        has_code(row.state) == row.code.is_some()
            && row.code.is_none_or(|code| is_real(code, row.attempt))
            && seconds.count() == row.second_codes.count_ones() as usize
    });
    hold(holds, Violation::InventedCode)
}

/// No bytes without a record, one request per record: each request's row may have a code, and no two share one.
pub fn no_unrecorded_request(_: &Rules, world: &World) -> Result<(), Violation> {
    let is_recorded = |request: Request| {
        let rows = world.ledgers[usize::from(request.ledger)].rows();
        let may_be_sent = |state: State| may_have_code(state) && state != State::Intent;
        rows.filter(|(_, row)| row.attempt == request.attempt).any(|(_, row)| may_be_sent(row.state))
    };
    let is_alone = |request: Request| {
        let is_twin = |other: &Request| (other.ledger, other.attempt) == (request.ledger, request.attempt);
        world.requests().filter(is_twin).count() == 1
    };
    hold(world.requests().all(|request| is_recorded(request) && is_alone(request)), Violation::UnrecordedRequest)
}

/// From wherever the world is, a complete and fresh look records every code once, and raises the alarm if there are
/// two.
pub fn looks_tell_all(rules: &Rules, world: &World) -> Result<(), Violation> {
    let holds = in_use(rules).all(|place| {
        let mut ledger = world.ledgers[place];
        ledger.record_look(rules, &world.codes, world.list(false));
        tells_all(&ledger, world)
    });
    hold(holds, Violation::BlindLook)
}

/// From any state, kill everything and start: a look then shows everything, and nothing is left open.
pub fn starts_settle(rules: &Rules, world: &World) -> Result<(), Violation> {
    let holds = in_use(rules).all(|place| {
        let mut ledger = world.ledgers[place];
        let left = ledger.left_behind(None);
        if left == [None; ROWS] {
            return true;
        }
        for (row, read) in (0_u8..).zip(left) {
            let _is_taken_over = read.is_some_and(|read| ledger.settle(rules, row, read, None));
        }
        ledger.record_look(rules, &world.codes, world.list(false));
        tells_all(&ledger, world) && ledger.left_behind(None) == [None; ROWS]
    });
    hold(holds, Violation::UnsettledStart)
}

fn in_use(rules: &Rules) -> impl Iterator<Item = usize> {
    let last = rules.windows.iter().max().copied().unwrap_or(0);
    (0..=last).map(usize::from)
}

/// Every code is recorded exactly once, and two or more of them raise the alarm.
fn tells_all(ledger: &Ledger, world: &World) -> bool {
    let (mut known, mut times) = (0, 0);
    for row in ledger.rows.iter().flatten() {
        let codes = row.code.map_or(0, |code| 1 << code);
        known |= codes | row.second_codes;
        times += codes.count_ones() + row.second_codes.count_ones();
    }
    let at_seam = world.list(false);
    known == at_seam && times == at_seam.count_ones() && is_alarmed(ledger) == (at_seam.count_ones() > 1)
}

/// The alarm shown to the host: a second code of one attempt, or codes of two attempts.
fn is_alarmed(ledger: &Ledger) -> bool {
    let has_second = ledger.rows().any(|(_, row)| row.second_codes != 0);
    has_second || ledger.rows().filter(|(_, row)| row.code.is_some()).count() > 1
}

fn hold(holds: bool, violation: Violation) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(violation) }
}
