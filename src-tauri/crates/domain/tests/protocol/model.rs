//! The model: the world, the rules it obeys, and the promises it is watched for.

use crate::action::Action;
use crate::explorer::Model;
use crate::promises::{Promise, Violation};
use crate::rules::Rules;
use crate::window;
use crate::world::{Answer, LEDGERS, Request, World};

/// Rules, watched.
pub struct Protocol {
    pub rules: Rules,
    pub promises: Vec<Promise>,
}

/// The steps out of a state, as they are found.
pub struct Moves<'a> {
    pub rules: &'a Rules,
    pub world: &'a World,
    list: Vec<(Action, World)>,
}

impl Moves<'_> {
    pub fn add(&mut self, action: Action, change: impl FnOnce(&mut World)) {
        let mut next = *self.world;
        change(&mut next);
        self.list.push((action, next));
    }
}

impl Model for Protocol {
    type State = World;
    type Action = Action;
    type Violation = Violation;

    fn initial(&self) -> World {
        World::new(self.rules.windows)
    }

    fn next(&self, world: &World) -> Vec<(Action, World)> {
        let mut moves = Moves { rules: &self.rules, world, list: Vec::with_capacity(16) };
        for (name, window) in world.windows() {
            window::moves(&mut moves, name, window);
        }
        network(&mut moves);
        power(&mut moves);
        moves.list
    }

    fn check(&self, world: &World) -> Result<(), Violation> {
        self.promises.iter().try_for_each(|promise| promise(&self.rules, world))
    }
}

/// Requests arrive when they please, lists catch up when they please. That neither ever happens needs no step.
fn network(moves: &mut Moves<'_>) {
    let mut last = None;
    for request in moves.world.requests().filter(|request| request.answer.is_none()) {
        if last.replace(request) != Some(request) {
            arrives(moves, request);
        }
    }
    for (id, code) in moves.world.codes().filter(|(_, code)| !code.is_old) {
        let old = Some(crate::world::Code { is_old: true, ..code });
        moves.add(Action::ListsCatchUp(id), |world| world.codes[usize::from(id)] = old);
    }
}

fn arrives(moves: &mut Moves<'_>, request: Request) {
    let is_waited_for = request.waiter.is_some();
    let refusals_lie = moves.rules.refusals_lie;
    let mut arrive = |makes: bool, refuses: bool| {
        let answer = if refuses { Answer::Refused } else { Answer::Made(0) };
        moves.add(Action::Arrives { attempt: request.attempt, is_waited_for, makes, answer }, |world| {
            let made = makes.then(|| world.add_code(request));
            let answer = if refuses { Some(Answer::Refused) } else { made.map(Answer::Made) };
            world.change_request(request, is_waited_for.then_some(Request { answer, ..request }));
        });
    };
    arrive(true, false);
    // A late refusal changes nothing: that the request never arrives is the same.
    if is_waited_for {
        arrive(false, true);
    }
    if is_waited_for && refusals_lie {
        arrive(true, true);
    }
}

/// Without it a kill of all windows is the worst that a failing computer can do.
fn power(moves: &mut Moves<'_>) {
    if !moves.rules.disk_lags {
        return;
    }
    for ledger in 0..u8::try_from(LEDGERS).expect("few") {
        moves.add(Action::Flush(ledger), |world| world.ledgers[usize::from(ledger)].flush());
        moves.add(Action::PowerCut(ledger), |world| {
            for (name, window) in world.clone().windows() {
                if window.ledger == ledger {
                    window::kill(world, name);
                }
            }
            world.ledgers[usize::from(ledger)].cut_power();
        });
    }
}
