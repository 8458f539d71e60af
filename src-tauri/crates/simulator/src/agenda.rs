//! The schedule, by time: the steps of codes, and requests that arrive late.
//!
//! Nothing here runs by itself. Before the world is read, everything due runs in order, each at its own time, so a test
//! moves the clock instead of waiting.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::clock::Millis;
use crate::params::Params;

/// One step in the life of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LifeStep {
    /// Seam begins after deferring the code.
    Begin,
    Setting,
    Set,
    Delay,
    Fail {
        code: String,
        message: String,
    },
    Vanish,
    End,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A step of the code with this index.
    Code(usize, LifeStep),
    /// A create arrives.
    Arrival(Params),
}

#[derive(Debug, Default)]
pub struct Agenda {
    heap: BinaryHeap<Reverse<Entry>>,
    count: u64,
}

#[derive(Debug)]
struct Entry {
    at: Millis,
    number: u64,
    what: What,
}

impl Agenda {
    pub fn add(&mut self, at: Millis, what: What) {
        self.count += 1;
        self.heap.push(Reverse(Entry { at, number: self.count, what }));
    }

    /// Takes the next thing that is due, with its time.
    pub fn take_due(&mut self, now: Millis) -> Option<(Millis, What)> {
        if self.next_at()? > now {
            return None;
        }
        self.heap.pop().map(|Reverse(entry)| (entry.at, entry.what))
    }

    pub fn next_at(&self) -> Option<Millis> {
        self.heap.peek().map(|Reverse(entry)| entry.at)
    }

    /// Makes late requests arrive now.
    pub fn hurry_arrivals(&mut self, now: Millis) {
        let entries = std::mem::take(&mut self.heap).into_iter().map(|Reverse(mut entry)| {
            if matches!(entry.what, What::Arrival(_)) {
                entry.at = entry.at.min(now);
            }
            Reverse(entry)
        });
        self.heap = entries.collect();
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.number) == (other.at, other.number)
    }
}

impl Eq for Entry {}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.number).cmp(&(other.at, other.number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_only_due_steps_in_order() {
        let mut agenda = Agenda::default();
        agenda.add(20, What::Code(0, LifeStep::Set));
        agenda.add(10, What::Code(0, LifeStep::Setting));
        agenda.add(10, What::Code(1, LifeStep::Setting));
        let due: Vec<_> = std::iter::from_fn(|| agenda.take_due(15)).collect();
        let setting = |code| (10, What::Code(code, LifeStep::Setting));
        assert_eq!(due, [setting(0), setting(1)], "by time, then in the order they were added");
        assert_eq!(agenda.next_at(), Some(20), "the rest waits");
    }

    #[test]
    fn release_brings_forward_late_requests_only() {
        let mut agenda = Agenda::default();
        agenda.add(Millis::MAX, What::Arrival(Params::default()));
        agenda.add(50, What::Code(0, LifeStep::Set));
        agenda.hurry_arrivals(5);
        assert_eq!(agenda.take_due(5), Some((5, What::Arrival(Params::default()))), "the request arrives now");
        assert_eq!(agenda.take_due(5), None, "the code keeps its time");
    }
}
