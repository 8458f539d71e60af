//! Verifies the chain of events: the predecessor of each event, and whether intents and codes match their events.

use std::collections::HashMap;

use rusqlite::Row;
use serde::Deserialize;

use crate::chain::{Link, START};
use crate::error::Error;
use crate::sums::Packed;
use crate::verify::{ENOUGH, Problem};

/// The chain's facts about one intent, and which of its rows were met.
#[derive(Default)]
struct Met {
    /// Its latest step.
    seq: i64,
    /// The sum of the intent's row, from its first event.
    sum: Option<[u8; 16]>,
    has_intent: bool,
    has_code: bool,
}

/// The chain as far as it was verified.
pub struct Walk {
    pub events: u64,
    intents: HashMap<i64, Met>,
    problems: Vec<Problem>,
    id: i64,
    hash: [u8; 32],
    packed: Packed,
}

impl Default for Walk {
    fn default() -> Self {
        let (intents, problems, packed) = (HashMap::new(), Vec::new(), Packed::default());
        Self { events: 0, intents, problems, id: 0, hash: START, packed }
    }
}

impl Walk {
    /// Takes the next event.
    ///
    /// # Errors
    /// The row cannot be read.
    pub fn follow(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let link = Link::read(row)?;
        let (id, prev, detail) = (link.id, link.prev, link.detail);
        let computed = link.computed(&mut self.packed);
        if id != self.id + 1 {
            self.report(Problem::MissingEvent(self.id + 1));
        }
        if prev != self.hash || link.hash != computed {
            self.report(Problem::Chain(id));
        }
        if let (Some(intent), Some(seq)) = (link.intent, link.seq) {
            self.tell(id, intent, seq, detail);
        }
        self.events += 1;
        self.id = id;
        self.hash = computed;
        Ok(())
    }

    fn tell(&mut self, id: i64, intent: i64, seq: i64, detail: &[u8]) {
        let told = self.intents.entry(intent).or_default();
        if seq == 1 {
            told.sum = intent_sum(detail);
        }
        let follows = seq == told.seq + 1;
        told.seq = seq;
        if !follows {
            self.report(Problem::Chain(id));
        }
    }

    /// Takes a row of `intent`: its first event holds the same sum.
    pub fn meet_intent(&mut self, id: i64, sum: Option<&[u8]>) {
        let told = self.intents.get_mut(&id);
        let is_told = told.as_ref().and_then(|told| told.sum.as_ref()).is_some_and(|told| sum == Some(told.as_slice()));
        if let Some(told) = told {
            told.has_intent = true;
        }
        if !is_told {
            self.report(Problem::Intent(id));
        }
    }

    /// Takes a row of `code`: it matches its latest event.
    pub fn meet_code(&mut self, intent: i64, seq: i64) {
        let Some(told) = self.intents.get_mut(&intent) else {
            return self.report(Problem::Dangling("code".to_owned()));
        };
        told.has_code = true;
        if told.seq != seq {
            self.report(Problem::Code(intent));
        }
    }

    /// The problems found, once every intent and every code was met: a row that the chain names but that is missing is
    /// one.
    pub fn finish(mut self) -> Vec<Problem> {
        let lost = |has: fn(&Met) -> bool| self.intents.iter().find(|(_, told)| !has(told)).map(|(id, _)| *id);
        let (intent, code) = (lost(|told| told.has_intent), lost(|told| told.has_code));
        self.problems.extend(intent.map(|_| Problem::Dangling("event".to_owned())));
        self.problems.extend(code.map(Problem::Code));
        self.problems
    }

    fn report(&mut self, problem: Problem) {
        if self.problems.len() < ENOUGH {
            self.problems.push(problem);
        }
    }
}

/// The part of an intent's first event that the check needs; reading it whole costs more than hashing it.
#[derive(Deserialize)]
struct First<'a> {
    kind: &'a str,
    intent_sum: &'a str,
}

/// The sum of the intent's row that its first event carries.
fn intent_sum(detail: &[u8]) -> Option<[u8; 16]> {
    let first: First<'_> = serde_json::from_slice(detail).ok()?;
    let is_whole = first.kind == "intent" && first.intent_sum.len() == 32;
    is_whole.then(|| u128::from_str_radix(first.intent_sum, 16).ok()).flatten().map(u128::to_be_bytes)
}
