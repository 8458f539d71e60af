//! The actions of a process with the ledger open. One step is one transaction, one request, one answer, or one click:
//! between any two of them it can be killed, and another process can act.

use domain::lifecycle::{SetupProgress, State, Transition, has_code};

use crate::action::{Action, Deed};
use crate::model::Moves;
use crate::rules::{Claim, Record, Rules, Unknown};
use crate::world::{Answer, At, Codes, Job, Ledger, Outcome, ROWS, Request, Then, Window, World};

/// Everything that one window can do next.
pub fn moves(moves: &mut Moves<'_>, name: u8, window: Window) {
    let mut does = Does { moves, name, ledger: window.ledger };
    if window.at != At::Off {
        does.add(Deed::Kill, |world, _| kill(world, name));
    }
    match window.at {
        At::Off => does.start(),
        At::Recovering(left) => does.recover(left),
        At::Idle => does.idle(),
        At::Looked(seen, then) => does.looked(seen, then),
        At::Recorded(row) => does.recorded(row),
        At::Reserved(row) => does.claim(row),
        At::Claimed(job) => does.claimed(job),
        At::Waiting(job) => does.waiting(job),
        At::Heard(job, outcome) => does.heard(job, outcome),
    }
}

/// The process ends: its memory is gone, its requests travel on.
pub fn kill(world: &mut World, name: u8) {
    world.go(name, At::Off);
    world.ledger_of(name).orphan(name);
    hang_up(world, name);
}

/// No process waits any more: an answer is lost, a request may still arrive.
fn hang_up(world: &mut World, name: u8) {
    if let Some(request) = awaited(world, name) {
        let left = request.answer.is_none().then_some(Request { waiter: None, ..request });
        world.change_request(request, left);
    }
}

fn awaited(world: &World, name: u8) -> Option<Request> {
    world.requests().find(|request| request.waiter == Some(name))
}

struct Does<'a, 'b> {
    moves: &'a mut Moves<'b>,
    name: u8,
    ledger: u8,
}

impl Does<'_, '_> {
    fn add(&mut self, deed: Deed, change: impl FnOnce(&mut World, &Rules)) {
        let rules = self.moves.rules;
        self.moves.add(Action::Window(self.name, deed), |world| change(world, rules));
    }

    /// A step that changes only the window.
    fn go(&mut self, deed: Deed, at: At) {
        let name = self.name;
        self.add(deed, |world, _| world.go(name, at));
    }

    fn own(&self) -> Ledger {
        self.moves.world.ledgers[usize::from(self.ledger)]
    }

    /// Whether it takes the others for dead is left open: a lock that would show it may be missing, or wrong.
    fn start(&mut self) {
        let left = self.own().left_behind(Some(self.name));
        self.go(Deed::Start(At::Idle), At::Idle);
        if left != [None; ROWS] {
            self.go(Deed::Start(At::Recovering(left)), At::Recovering(left));
        }
    }

    /// Settles the first row that is left; the last one settled that is ours to send is sent.
    fn recover(&mut self, mut left: [Option<State>; ROWS]) {
        let name = self.name;
        let Some((row, read)) = (0_u8..).zip(left).find_map(|(row, read)| Some((row, read?))) else { return };
        left[usize::from(row)] = None;
        self.add(Deed::Settle(row, read), |world, rules| {
            let is_ours = world.ledger_of(name).settle(rules, row, read, Some(name));
            let is_last = left == [None; ROWS];
            let at = if is_last { At::Idle } else { At::Recovering(left) };
            world.go(name, if is_ours { At::Recorded(row) } else { at });
        });
    }

    fn idle(&mut self) {
        self.look(Then::Settle);
        let planned = (!self.moves.rules.checks_in_transaction).then(|| self.own().next_attempt());
        let is_open = self.moves.rules.checks_in_transaction || !self.own().is_blocked(self.moves.rules);
        if is_open {
            self.look(Then::Issue(planned));
        }
        for (row, _) in
            self.own().rows().filter(|(_, row)| row.looked && row.state == State::Unknown && !row.superseded)
        {
            self.look(Then::Supersede(row));
        }
        if self.moves.rules.follows {
            self.follow();
        }
    }

    /// Asks for the list. A stale one leaves out codes that are not yet old.
    fn look(&mut self, then: Then) {
        if then != Then::Settle && !self.moves.rules.looks_first {
            self.go(Deed::Look(0, then), At::Looked(0, then));
            return;
        }
        let (fresh, stale) = (self.moves.world.list(false), self.moves.world.list(true));
        self.go(Deed::Look(fresh, then), At::Looked(fresh, then));
        if stale != fresh {
            self.go(Deed::Look(stale, then), At::Looked(stale, then));
        }
    }

    fn follow(&mut self) {
        let name = self.name;
        for (row, before) in self.own().rows().filter(|(_, row)| has_code(row.state)) {
            for progress in [SetupProgress::Setting, SetupProgress::Ready] {
                let state = self.moves.rules.after(Some(before.state), Transition::Read(progress));
                if let Some(state) = state.filter(|state| *state != before.state) {
                    self.add(Deed::Follow(row, state), |world, rules| {
                        world.ledger_of(name).step(rules, row, Transition::Read(progress));
                    });
                }
            }
        }
    }

    /// A code that the list showed is adopted, and nothing is sent; else a click goes on.
    fn looked(&mut self, seen: Codes, then: Then) {
        let name = self.name;
        if seen == 0 && then != Then::Settle {
            self.record(then);
            return;
        }
        self.add(Deed::RecordLook, |world, rules| {
            let at_seam = world.codes;
            let ledger = world.ledger_of(name);
            ledger.record_look(rules, &at_seam, seen);
            let absent = ledger.rows().find(|(_, row)| row.state == State::Unknown).map(|(row, _)| row);
            let resent = absent.filter(|_| rules.unknown == Unknown::LooksAndResends);
            let at = resent.map_or(At::Idle, |row| send_again(ledger, row, name));
            world.go(name, at);
        });
    }

    /// The transaction that records the intent, or refuses.
    fn record(&mut self, then: Then) {
        let (rules, name) = (self.moves.rules, self.name);
        let mut ledger = self.own();
        let at = record_intent(&mut ledger, rules, name, then);
        self.add(Deed::Record(at), |world, _| {
            if at != At::Idle {
                *world.ledger_of(name) = ledger;
            }
            world.go(name, at);
        });
    }

    fn recorded(&mut self, row: u8) {
        let (name, ledger) = (self.name, self.ledger);
        self.add(Deed::StopBeforeSending, |world, rules| stop(world, rules, name, row));
        if !self.moves.rules.claims_at_seam {
            self.claim(row);
        } else if self.moves.world.key.is_none_or(|holder| holder == ledger) {
            self.add(Deed::Reserve(At::Reserved(row)), |world, _| {
                world.key = Some(ledger);
                world.go(name, At::Reserved(row));
            });
        } else {
            self.add(Deed::Reserve(At::Idle), |world, rules| stop(world, rules, name, row));
        }
    }

    fn claim(&mut self, row: u8) {
        let (rules, name) = (self.moves.rules, self.name);
        let mut ledger = self.own();
        let job = Job { row: Some(row), attempt: ledger.row(row).attempt };
        let at = if claim(&mut ledger, rules, name, row) { At::Claimed(job) } else { At::Idle };
        self.add(Deed::Claim(at), |world, _| {
            *world.ledger_of(name) = ledger;
            world.go(name, at);
        });
    }

    fn claimed(&mut self, job: Job) {
        let (name, ledger) = (self.name, self.ledger);
        self.add(Deed::Send, |world, _| {
            world.add_request(Request { ledger, attempt: job.attempt, waiter: Some(name), answer: None });
            world.go(name, At::Waiting(job));
        });
        self.go(Deed::Hear(Outcome::NotSent), At::Heard(job, Outcome::NotSent));
    }

    fn waiting(&mut self, job: Job) {
        let name = self.name;
        let Some(request) = awaited(self.moves.world, name) else { return };
        if let Some(answer) = request.answer {
            let outcome = Outcome::Answered(answer);
            self.add(Deed::Hear(outcome), |world, _| {
                world.change_request(request, None);
                world.go(name, At::Heard(job, outcome));
            });
        }
        self.add(Deed::Hear(Outcome::Lost), |world, _| {
            hang_up(world, name);
            world.go(name, At::Heard(job, Outcome::Lost));
        });
        if self.moves.rules.client_repeats {
            self.add(Deed::Repeat, |world, _| {
                hang_up(world, name);
                world.add_request(Request { waiter: Some(name), answer: None, ..request });
            });
        }
    }

    fn heard(&mut self, job: Job, outcome: Outcome) {
        let name = self.name;
        self.add(Deed::RecordOutcome(job, outcome), |world, rules| {
            let ledger = world.ledger_of(name);
            let at = record_outcome(ledger, rules, name, job, outcome);
            world.go(name, at);
        });
    }
}

/// Only from the intent, and only its owner: nothing has been sent, and nothing will be.
fn stop(world: &mut World, rules: &Rules, name: u8, row: u8) {
    let ledger = world.ledger_of(name);
    let is_ours = ledger.row(row).owner == Some(name) && ledger.row(row).state == State::Intent;
    let _stopped = is_ours && ledger.step(rules, row, Transition::NotSent);
    world.go(name, At::Idle);
}

/// In one transaction: the typed choice, if there is one; the check that no attempt is in the way; the row.
fn record_intent(ledger: &mut Ledger, rules: &Rules, name: u8, then: Then) -> At {
    let before = *ledger;
    if let Then::Supersede(row) = then
        && !ledger.step(rules, row, Transition::Superseded)
    {
        return At::Idle;
    }
    let planned = if let Then::Issue(planned) = then { planned } else { None };
    if planned.is_none() && ledger.is_blocked(rules) {
        return joins(&before, rules).map_or(At::Idle, At::Recorded);
    }
    let attempt = planned.unwrap_or_else(|| ledger.next_attempt());
    if rules.record != Record::BeforeSending {
        let has_room = attempt <= rules.attempts;
        return if has_room { At::Claimed(Job { row: None, attempt }) } else { At::Idle };
    }
    ledger.insert(rules, attempt, Some(name)).map_or(At::Idle, At::Recorded)
}

/// The intent of another window that a click takes part in, if the rules allow it.
fn joins(ledger: &Ledger, rules: &Rules) -> Option<u8> {
    let takes_part = matches!(rules.claim, Claim::ByState | Claim::WithoutOwner);
    ledger.rows().find(|(_, row)| takes_part && row.state == State::Intent).map(|(row, _)| row)
}

/// The compare-and-set that gives the right to send.
fn claim(ledger: &mut Ledger, rules: &Rules, name: u8, row: u8) -> bool {
    let found = ledger.row(row);
    match rules.claim {
        Claim::ByOwner => found.owner == Some(name) && ledger.step(rules, row, Transition::Sending),
        Claim::ByState => ledger.step(rules, row, Transition::Sending),
        Claim::WithoutOwner => ledger.step(rules, row, Transition::Sending) || found.state == State::Sending,
        Claim::PlainUpdate => {
            ledger.row_mut(row).put(rules, State::Sending);
            true
        }
    }
}

fn record_outcome(ledger: &mut Ledger, rules: &Rules, name: u8, job: Job, outcome: Outcome) -> At {
    if let Some(row) = job.row {
        ledger.record_outcome(rules, row, outcome);
        let is_resent = rules.unknown == Unknown::Resends && ledger.row(row).state == State::Unknown;
        return if is_resent { send_again(ledger, row, name) } else { At::Idle };
    }
    let is_made = matches!(outcome, Outcome::Answered(Answer::Made(_)));
    if is_made
        && rules.record == Record::AfterTheAnswer
        && let Some(row) = ledger.insert(rules, job.attempt, Some(name))
    {
        ledger.row_mut(row).put(rules, State::Sending);
        ledger.record_outcome(rules, row, outcome);
    }
    At::Idle
}

/// The wrong variants' reaction to an unknown outcome.
fn send_again(ledger: &mut Ledger, row: u8, name: u8) -> At {
    ledger.row_mut(row).owner = Some(name);
    At::Recorded(row)
}
