//! The issuing protocol (docs/design.md, "Issuing"), explored completely: every state that one stay's codes, records,
//! windows, requests and looks can get into.
//!
//! **What it is.** A model of the protocol and a breadth-first search of all its states
//! (`explorer`). A state (`world`) is what the ledgers hold, the step of each window, which requests travel, what Seam
//! holds. From each state everything that can happen next is tried (`window`, `model`): a click in any window, a kill
//! between any two steps and any number of them, a start that recovers while another window is alive, a request that
//! arrives at once, late or never, an answer that is lost, a list that leaves out what is new, a connection that fails,
//! a typed choice of another attempt, in both windows at once. In each state reached the promises are checked
//! (`promises`): one code, and one more for each typed choice; no attempt if the code is known; no code that no record
//! says may exist; no record of a code that is not there; no request without its record, nor two for one; and from any
//! state, a complete and fresh look records every code once and raises the alarm if there are two, also after
//! everything was killed and started again.
//!
//! **What is ours in it.** Every change of an intent's state asks `domain::lifecycle::after`, every "does an attempt
//! block the next" and "may there be a code" asks `may_have_code` and `has_code`: the code that ships, not a copy.
//! `flaws` turns single entries of that table wrong and demands that each is found. The model itself states only the
//! order of transactions (`ledger`, `window`); the record's own tests and the kill harness hold the program to the same
//! order.
//!
//! **Why it can be trusted.** The search finds the known answers of a known puzzle (`explorer`); it compares states
//! whole and fails rather than stop early; protocols that are known to be wrong are found wrong (`wrong`), each by a
//! way that the model alone replays; and the goals of the protocol can be reached (`reach`), so that no promise is kept
//! by doing nothing. What it does *not* promise is also shown (`limits`).
//!
//! **What it leaves out.** Time: a typed choice is offered after one empty look instead of six over a quarter of an
//! hour, a waiting time may end at any moment, a request may be late for ever; each of these allows more than the
//! program does. Other stays: they share only the door's limit. PINs, confirmation beyond *set*, expiry and removal at
//! Seam: they come after a code is recorded and cannot make another. Failing commits: a window whose commit fails
//! stops, which is a kill. Partial looks: a look that is not complete does not count. Renamed codes: a marker that is
//! gone cannot be matched. Beyond the bounds (three attempts, three windows on a record, two computers) it says
//! nothing.
//!
//! **Found by it.** A recovery must compare within its transaction: the lifecycle alone allows *not sent* after
//! *sending* (a connection that fails), so that a start that read `intent` and writes *not sent* later would hide a
//! request that has left (`wrong::a_recovery_that_trusts_what_it_read_forgets_a_code_and_makes_two`). And a typed
//! choice may excuse only what is still not known: once the first attempt's code has turned up, a third attempt would
//! be sent for nothing (`wrong::a_choice_that_excuses_a_code_that_has_turned_up_since_sends_needlessly`).
//!
//! | world | states |
//! |---|---|
//! | one window, three attempts | 298,641 |
//! | two windows, two attempts | 464,039 |
//! | two windows, three attempts (ignored by default) | 8,757,035 |
//! | three windows, one attempt | 32,607 |
//! | two computers: everything but the one code | 224,281 |
//! | two computers, three windows (ignored by default) | 5,495,807 |
//! | two computers with a unique key at Seam | 10,987 |
//! | the same, two windows each (ignored by default) | 1,615,967 |

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests, and the helpers of tests"
)]

mod action;
mod explorer;
mod flaws;
mod ledger;
mod limits;
mod model;
mod promises;
mod reach;
mod rules;
mod sound;
mod window;
mod world;
mod wrong;
