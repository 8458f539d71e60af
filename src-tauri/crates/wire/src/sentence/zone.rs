//! Disagreements between sets of zone tables: both times, so that the host can compare them with the lock's own clock.

use domain::instant::{wall_millis, written_with_offset};
use domain::tables::{Opinion, Source};
use jiff::civil::DateTime;
use jiff::tz::Offset;
use ops::preview::Disagreement;
use words::civil::{lock_time, said};
use words::{list, minutes, say};

use crate::clock::written_utc;

pub(crate) fn disagreement(disagreement: &Disagreement) -> String {
    let civil = disagreement.civil;
    let opinions: Vec<String> = disagreement.opinions.iter().map(|opinion| told(opinion, civil)).collect();
    let instants = disagreement.opinions.iter().map(|opinion| opinion.instant.as_second());
    let apart = instants.clone().max().zip(instants.min()).map_or(0, |(last, first)| last.abs_diff(first) / 60);
    let civil = lock_time(said(civil));
    say!("zone-disagree", apart = minutes(apart), civil = civil, opinions = list(&opinions))
}

fn told(opinion: &Opinion, civil: DateTime) -> String {
    let (written, source) = (written(opinion, civil), source(opinion.source));
    say!("zone-opinion", written = written, source = source, version = opinion.version.to_string())
}

fn source(source: Source) -> String {
    match source {
        Source::Bundled => say!("zone-bundled"),
        Source::System => say!("zone-system"),
        Source::SecondOpinion => say!("zone-second"),
    }
}

/// The instant with the offset that these tables give to the civil time; UTC if the clock jumps over it.
pub(crate) fn written(opinion: &Opinion, civil: DateTime) -> String {
    let offset = (wall_millis(civil) - opinion.instant.as_millisecond()) / 1_000;
    let offset = i32::try_from(offset).ok().and_then(|seconds| Offset::from_seconds(seconds).ok());
    match offset.filter(|offset| offset.seconds() % 60 == 0) {
        Some(offset) => written_with_offset(opinion.instant, offset),
        None => written_utc(opinion.instant),
    }
}
