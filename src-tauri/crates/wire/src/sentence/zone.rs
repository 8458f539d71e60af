//! Disagreements between sets of zone tables: both times, so that the host can compare them with the lock's own clock.

use domain::instant::{wall_millis, written_with_offset};
use domain::tables::{Opinion, Source};
use jiff::civil::DateTime;
use jiff::tz::Offset;
use ops::preview::Disagreement;
use words::civil::{lock_time, said};
use words::{clean, list, minutes, say};

use crate::clock::written_utc;

/// `America/Chicago (used) and America/Denver`: the zones that are named for a door, each once.
pub(crate) fn names(zones: &[String]) -> String {
    let mut distinct: Vec<String> = Vec::new();
    for zone in zones.iter().map(|zone| clean(zone)) {
        if !distinct.contains(&zone) {
            distinct.push(zone);
        }
    }
    distinct.truncate(6);
    if let Some(used) = distinct.first_mut() {
        *used = say!("finding-zone-used", zone = used.as_str());
    }
    list(&distinct)
}

pub(crate) fn disagreement(disagreement: &Disagreement) -> String {
    let civil = lock_time(said(disagreement.civil));
    say!("zone-disagree", apart = apart(disagreement), civil = civil, opinions = opinions(disagreement))
}

/// How far the opinions are apart.
pub(crate) fn apart(disagreement: &Disagreement) -> String {
    let instants = disagreement.opinions.iter().map(|opinion| opinion.instant.as_second());
    minutes(instants.clone().max().zip(instants.min()).map_or(0, |(last, first)| last.abs_diff(first) / 60))
}

/// The offset by each set of tables.
pub(crate) fn opinions(disagreement: &Disagreement) -> String {
    let told = |opinion| told(opinion, disagreement.civil);
    list(&disagreement.opinions.iter().map(told).collect::<Vec<_>>())
}

fn told(opinion: &Opinion, civil: DateTime) -> String {
    let (source, version) = (source(opinion.source), opinion.version.to_string());
    let offset = offset(opinion, civil).map_or_else(|| written_utc(opinion.instant), |offset| format!("UTC{offset}"));
    say!("zone-opinion", offset = offset, source = source, version = version)
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
    match offset(opinion, civil) {
        Some(offset) => written_with_offset(opinion.instant, offset),
        None => written_utc(opinion.instant),
    }
}

/// The offset that these tables give to the civil time; `None` if the clock jumps over it.
fn offset(opinion: &Opinion, civil: DateTime) -> Option<Offset> {
    let seconds = (wall_millis(civil) - opinion.instant.as_millisecond()) / 1_000;
    let offset = i32::try_from(seconds).ok().and_then(|seconds| Offset::from_seconds(seconds).ok());
    offset.filter(|offset| offset.seconds() % 60 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_that_several_sources_name_stands_once() {
        let named = ["America/Chicago", "America/Denver", "America/Chicago"].map(str::to_owned);
        assert_eq!(names(&named), "America/Chicago (used) and America/Denver", "the one that counts is first");
    }
}
