//! A measured figure with its baseline and its bound, and the table of figures.

use std::time::{Duration, Instant};

/// A figure as measured.
pub struct Figure {
    pub name: String,
    pub measured: String,
    pub floor: String,
    /// The value compared with the bound.
    pub value: f64,
    pub bound: Bound,
}

/// The limit that a figure must keep.
pub enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

impl Figure {
    /// A time as a multiple of the baseline's.
    pub fn ratio(name: &str, measured: Duration, floor_name: &str, floor: Duration, at_most: f64) -> Self {
        Self {
            name: name.to_owned(),
            measured: millis(measured),
            floor: format!("{} {floor_name}", millis(floor)),
            value: measured.as_secs_f64() / floor.as_secs_f64(),
            bound: Bound::AtMost(at_most),
        }
    }

    pub fn holds(&self) -> bool {
        match self.bound {
            Bound::AtMost(bound) => self.value <= bound,
            Bound::AtLeast(bound) => self.value >= bound,
        }
    }

    fn bound_text(&self) -> String {
        match self.bound {
            Bound::AtMost(bound) => format!("≤ {bound}"),
            Bound::AtLeast(bound) => format!("≥ {bound}"),
        }
    }
}

pub fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// Prints every figure, one per line.
pub fn print(figures: &[Figure]) {
    println!("{:<52} {:>14}  {:<44} {:>12} {:>10}", "figure", "measured", "floor", "value", "bound");
    for figure in figures {
        let verdict = if figure.holds() { "" } else { "  BEYOND" };
        let (name, value) = (&figure.name, format!("{:.3}", figure.value));
        println!(
            "{name:<52} {:>14}  {:<44} {value:>12} {:>10}{verdict}",
            figure.measured,
            figure.floor,
            figure.bound_text()
        );
    }
}

/// Measures how long something takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// The median of some times.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The 95th percentile of some times.
pub fn p95(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() * 95 / 100).copied().unwrap_or_default()
}
