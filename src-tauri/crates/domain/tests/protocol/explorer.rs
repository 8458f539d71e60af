//! Exhausts the states of a model, breadth first, so that the first violation found is one of the shortest.
//!
//! Owns: the search, the count, the way to a state. Refuses: to know what it searches, and to take two states for one
//! because their hashes agree: states are compared whole, so that "every state" means every state.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Something with states.
pub trait Model {
    type State: Copy + Eq + Hash;
    type Action: Copy + fmt::Display;
    type Violation: fmt::Debug + PartialEq;

    fn initial(&self) -> Self::State;
    /// Every step that can happen next, and the state after it.
    fn next(&self, state: &Self::State) -> Vec<(Self::Action, Self::State)>;
    /// # Errors
    /// The violations in this state.
    fn check(&self, state: &Self::State) -> Result<(), Self::Violation>;
}

/// The result of a search.
pub struct Explored<M: Model> {
    /// Different states seen, the first one included.
    pub states: usize,
    /// Steps tried, those to known states included.
    pub steps: usize,
    /// Steps from the first state to the farthest.
    pub depth: u32,
    /// The first violation and a shortest way to it; `None` if every state was seen and none is wrong.
    pub counterexample: Option<Counterexample<M>>,
}

/// A violation, and how to get there.
pub struct Counterexample<M: Model> {
    pub violation: M::Violation,
    pub actions: Vec<M::Action>,
}

struct Node<M: Model> {
    state: M::State,
    depth: u32,
    from: Option<(u32, M::Action)>,
    /// Another state with the same hash.
    twin: Option<u32>,
}

/// A search that outgrows this has lost its bounds; it fails rather than fill the memory.
const MOST_STATES: usize = 10_000_000;

/// Visits every state that can be reached, until one is wrong.
pub fn explore<M: Model>(model: &M) -> Explored<M> {
    let mut search = Search { model, nodes: Vec::new(), by_hash: HashMap::default(), steps: 0 };
    let mut violation = search.visit(model.initial(), 0, None);
    let mut at = 0;
    while violation.is_none() && at < search.nodes.len() {
        violation = search.leave(at);
        at += 1;
        assert!(search.nodes.len() <= MOST_STATES, "the model has more than {MOST_STATES} states");
    }
    search.outcome(violation)
}

struct Search<'a, M: Model> {
    model: &'a M,
    /// In the order in which they were found: it is also the queue.
    nodes: Vec<Node<M>>,
    by_hash: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    steps: usize,
}

impl<M: Model> Search<'_, M> {
    /// Takes every step out of a state.
    fn leave(&mut self, at: usize) -> Option<M::Violation> {
        let Node { state, depth, .. } = self.nodes[at];
        for (action, next) in self.model.next(&state) {
            self.steps += 1;
            let violation = self.visit(next, depth + 1, Some((at as u32, action)));
            if violation.is_some() {
                return violation;
            }
        }
        None
    }

    /// Checks a state, if it is new.
    fn visit(&mut self, state: M::State, depth: u32, from: Option<(u32, M::Action)>) -> Option<M::Violation> {
        let mut mix = Mix::default();
        state.hash(&mut mix);
        let known = self.by_hash.entry(mix.finish());
        let first = if let Entry::Occupied(first) = &known { Some(*first.get()) } else { None };
        let mut twin = first;
        while let Some(node) = twin.map(|twin| &self.nodes[twin as usize]) {
            if node.state == state {
                return None;
            }
            twin = node.twin;
        }
        known.insert_entry(self.nodes.len() as u32);
        self.nodes.push(Node { state, depth, from, twin: first });
        self.model.check(&state).err()
    }

    fn outcome(self, violation: Option<M::Violation>) -> Explored<M> {
        let counterexample = violation.map(|violation| Counterexample { violation, actions: self.way_to_the_last() });
        let depth = self.nodes.last().map_or(0, |node| node.depth);
        Explored { states: self.nodes.len(), steps: self.steps, depth, counterexample }
    }

    fn way_to_the_last(&self) -> Vec<M::Action> {
        let mut actions = Vec::new();
        let mut node = self.nodes.last();
        while let Some((before, action)) = node.and_then(|node| node.from) {
            actions.push(action);
            node = self.nodes.get(before as usize);
        }
        actions.reverse();
        actions
    }
}

impl<M: Model> fmt::Display for Counterexample<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:?} after {} steps:", self.violation, self.actions.len())?;
        self.actions.iter().enumerate().try_for_each(|(place, action)| writeln!(out, "  {:>2}. {action}", place + 1))
    }
}

/// A hash for many small fields; the standard one guards against attackers, at a price.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.cast_unsigned() as u64);
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// A puzzle whose answer is known: measure four with jugs of three and five.
struct Jugs;

impl Model for Jugs {
    type State = (u8, u8);
    type Action = &'static str;
    type Violation = &'static str;

    fn initial(&self) -> (u8, u8) {
        (0, 0)
    }

    fn next(&self, &(three, five): &(u8, u8)) -> Vec<(&'static str, (u8, u8))> {
        let (over, back) = (three.min(5 - five), five.min(3 - three));
        vec![
            ("fill three", (3, five)),
            ("fill five", (three, 5)),
            ("empty three", (0, five)),
            ("empty five", (three, 0)),
            ("three into five", (three - over, five + over)),
            ("five into three", (three + back, five - back)),
        ]
    }

    fn check(&self, state: &(u8, u8)) -> Result<(), &'static str> {
        if state.1 == 4 { Err("four") } else { Ok(()) }
    }
}

/// The same puzzle when the goal is not four.
struct AllJugs;

impl Model for AllJugs {
    type State = (u8, u8);
    type Action = &'static str;
    type Violation = ();

    fn initial(&self) -> (u8, u8) {
        Jugs.initial()
    }

    fn next(&self, state: &(u8, u8)) -> Vec<(&'static str, (u8, u8))> {
        Jugs.next(state)
    }

    fn check(&self, _: &(u8, u8)) -> Result<(), ()> {
        Ok(())
    }
}

#[test]
fn the_search_finds_the_shortest_way_and_every_state_of_a_puzzle_whose_answers_are_known() {
    let four = explore(&Jugs).counterexample.unwrap();
    assert_eq!(four.actions.len(), 6, "four is measured in six steps, not fewer:\n{four}");
    assert_eq!(four.actions.first(), Some(&"fill five"), "and the short way starts with the larger jug");
    let all = explore(&AllJugs);
    assert_eq!((all.states, all.steps), (16, 96), "one jug is always full or empty: 16 states, six steps from each");
    assert!(all.counterexample.is_none(), "nothing was forbidden");
}
