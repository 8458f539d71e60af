//! Writes to a ledger: each function is one transaction, and every state comes from the rules' lifecycle.

use domain::lifecycle::{State, Transition, has_code};

use crate::rules::{Recovery, Rules};
use crate::world::{Answer, CODES, Code, Codes, Ledger, Outcome, ROWS, Row};

impl Ledger {
    pub fn rows(&self) -> impl Iterator<Item = (u8, Row)> {
        (0_u8..).zip(self.rows.iter().map_while(|row| *row))
    }

    pub fn row(&self, row: u8) -> Row {
        self.rows[usize::from(row)].expect("the row is there")
    }

    pub fn row_mut(&mut self, row: u8) -> &mut Row {
        self.rows[usize::from(row)].as_mut().expect("the row is there")
    }

    /// Adds an event to a row, if the lifecycle allows it.
    pub fn step(&mut self, rules: &Rules, row: u8, step: Transition) -> bool {
        let row = self.row_mut(row);
        let Some(state) = rules.after(Some(row.state), step) else { return false };
        row.put(rules, state);
        row.looked |= step == Transition::Looked;
        row.superseded |= step == Transition::Superseded;
        true
    }

    pub fn next_attempt(&self) -> u8 {
        self.rows().map(|(_, row)| row.attempt).max().unwrap_or(0) + 1
    }

    /// Whether an attempt that may have a code blocks the next, without a typed choice that excuses it.
    pub fn is_blocked(&self, rules: &Rules) -> bool {
        self.rows().any(|(_, row)| rules.blocks(row.state, row.superseded))
    }

    /// Inserts an intent; `None` if the ledger refuses or the person has no attempts left.
    pub fn insert(&mut self, rules: &Rules, attempt: u8, owner: Option<u8>) -> Option<u8> {
        let is_there = self.rows().any(|(_, row)| row.attempt == attempt);
        if attempt > rules.attempts || (is_there && rules.is_unique) {
            return None;
        }
        let state = rules.after(None, Transition::Intent)?;
        let in_spite = owner.is_some() && self.rows().any(|(_, row)| has_code(row.state));
        let (place, free) = (0_u8..).zip(&mut self.rows).find(|(_, row)| row.is_none())?;
        let mut row = Row {
            attempt,
            state,
            on_disk: None,
            owner,
            code: None,
            second_codes: 0,
            looked: false,
            superseded: false,
            in_spite,
        };
        row.put(rules, state);
        *free = Some(row);
        Some(place)
    }

    /// Records the outcome of a request. An outcome that the lifecycle no longer allows is dropped: a look or another
    /// window has settled it.
    pub fn record_outcome(&mut self, rules: &Rules, row: u8, outcome: Outcome) {
        match outcome {
            Outcome::NotSent => self.step(rules, row, Transition::NotSent),
            Outcome::Lost => self.step(rules, row, Transition::Unknown),
            Outcome::Answered(Answer::Refused) => self.step(rules, row, Transition::Refused),
            Outcome::Answered(Answer::Made(code)) => self.record_code(rules, row, code, Transition::Accepted),
        };
    }

    /// Records a complete list: the codes it shows, and the unknown attempts for which it shows nothing.
    pub fn record_look(&mut self, rules: &Rules, at_seam: &[Option<Code>; CODES], seen: Codes) {
        for (id, code) in (0_u8..).zip(at_seam.iter().map_while(|code| *code)).filter(|(id, _)| seen & 1 << id != 0) {
            self.record_seen(rules, id, code.attempt);
        }
        for (place, _) in self.rows().collect::<Vec<_>>() {
            self.step(rules, place, Transition::Looked);
        }
    }

    fn record_seen(&mut self, rules: &Rules, code: u8, attempt: u8) {
        let of_attempt = |(_, row): &(u8, Row)| row.attempt == attempt;
        let free = self.rows().filter(of_attempt).find(|(_, row)| row.code.is_none());
        let row = free.or_else(|| self.rows().find(of_attempt)).map(|(place, _)| place);
        // Made elsewhere, or by a record that is no longer here: it is recorded.
        if !self.knows(code)
            && let Some(row) = row.or_else(|| self.insert(rules, attempt, None))
        {
            self.record_code(rules, row, code, Transition::Found);
        }
    }

    /// A code is recorded once, whatever its source; a second one of the same marker is recorded next to the first.
    fn record_code(&mut self, rules: &Rules, row: u8, code: u8, step: Transition) -> bool {
        if self.knows(code) {
            return false;
        }
        let is_first = self.step(rules, row, step);
        if is_first {
            self.row_mut(row).code = Some(code);
        } else if self.step(rules, row, Transition::SecondCode) {
            self.row_mut(row).second_codes |= 1 << code;
        }
        is_first
    }

    pub fn knows(&self, code: u8) -> bool {
        self.rows().any(|(_, row)| row.code == Some(code) || row.second_codes & 1 << code != 0)
    }

    /// The rows that a start of `window` must settle: rows of others before or in sending.
    pub fn left_behind(&self, window: Option<u8>) -> [Option<State>; ROWS] {
        let is_open = |row: &Row| matches!(row.state, State::Intent | State::Sending);
        let is_foreign = |row: &Row| row.owner.is_none() || row.owner != window;
        self.rows.map(|row| row.filter(|row| is_open(row) && is_foreign(row)).map(|row| row.state))
    }

    /// Settles one row that was read as `read`; returns whether it is now this window's to send.
    pub fn settle(&mut self, rules: &Rules, row: u8, read: State, window: Option<u8>) -> bool {
        let is_as_read = self.row(row).state == read;
        let step = if read == State::Intent { Transition::NotSent } else { Transition::Unknown };
        match rules.recovery {
            Recovery::Resets => {
                self.row_mut(row).owner = window;
                self.row_mut(row).put(rules, State::Intent);
                true
            }
            Recovery::TakesOver if read == State::Intent && is_as_read => {
                self.row_mut(row).owner = window;
                true
            }
            Recovery::TrustsWhatItRead => {
                self.step(rules, row, step);
                false
            }
            Recovery::ComparesAndSets | Recovery::TakesOver => {
                let _settled = is_as_read && self.step(rules, row, step);
                false
            }
        }
    }

    /// The life of a window is over: no process has its name any more.
    pub fn orphan(&mut self, window: u8) {
        for row in self.rows.iter_mut().flatten().filter(|row| row.owner == Some(window)) {
            row.owner = None;
        }
    }

    /// The power fails: anything not on disk is gone.
    pub fn cut_power(&mut self) {
        let left = self.rows.iter().flatten().filter_map(|row| {
            let state = row.on_disk?;
            let has_code = has_code(state);
            let (code, second_codes) = if has_code { (row.code, row.second_codes) } else { (None, 0) };
            Some(Row { state, code, second_codes, owner: None, ..*row })
        });
        let mut rows = [None; ROWS];
        for (place, row) in rows.iter_mut().zip(left) {
            *place = Some(row);
        }
        self.rows = rows;
    }

    pub fn flush(&mut self) {
        for row in self.rows.iter_mut().flatten() {
            row.on_disk = Some(row.state);
        }
    }
}

impl Row {
    /// Writes a state without asking the lifecycle.
    pub fn put(&mut self, rules: &Rules, state: State) {
        self.state = state;
        if !rules.disk_lags {
            self.on_disk = Some(state);
        }
    }
}
