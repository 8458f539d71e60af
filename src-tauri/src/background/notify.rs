//! Notifications: four kinds, each shown only if the host wants it, never with a PIN, never in quiet hours.
//!
//! Owns: when to show one, and showing each only once. Refuses: wording them, which `wire` does without PINs.

use std::sync::Arc;

use domain::lifecycle::State;
use jiff::civil::Time;
use ops::CodeEntry;
use wire::{AttentionKind, AttentionView, CodeView, Mode, NotificationsView, QuietHoursView};

use crate::local_zone::local_zone;
use crate::record::session::{Session, show};
use crate::shell::Shell;

/// A door is nearly full with less than a tenth of its places left.
const NEARLY_FULL: u32 = 10;

/// A notification: an id by which it is recognised, and its text.
struct News {
    id: String,
    title: String,
    body: String,
}

/// Announces the outcome of a followed code: now, or after the quiet hours.
pub async fn announce_code(shell: &Arc<Shell>, session: &Arc<Session>, entry: &CodeEntry) {
    if !is_wanted(&shell.settings().notifications, entry.code.state) {
        return;
    }
    if is_quiet_now(shell) {
        session.defer(entry.intent.id);
        return;
    }
    let entry = entry.clone();
    let view = session.look_up(move |at| Ok(CodeView::new(&entry, false, &show(at, false)))).await;
    if let Ok(view) = view {
        let id = format!("code {} {:?}", view.intent_id, view.state);
        notify(shell, session, vec![News { id, title: view.label, body: view.message }]).await;
    }
}

fn is_wanted(wanted: &NotificationsView, state: State) -> bool {
    match state {
        State::Set => wanted.code_set,
        State::Unknown | State::Failed | State::Gone | State::Refused | State::NotSent => wanted.trouble,
        State::Intent | State::Sending | State::Accepted | State::Setting | State::Ended => false,
    }
}

/// Announces codes deferred during quiet hours, in their present state.
async fn announce_deferred(shell: &Arc<Shell>, session: &Arc<Session>) {
    for id in session.take_deferred() {
        if let Ok(Some(entry)) = session.look_up(move |at| Ok(at.read.code(id)?)).await {
            announce_code(shell, session, &entry).await;
        }
    }
}

/// Announces what quiet hours deferred, stays that begin without a code, and doors that are nearly full.
pub async fn announce_record(shell: &Arc<Shell>, session: &Arc<Session>) {
    if is_quiet_now(shell) {
        return;
    }
    announce_deferred(shell, session).await;
    let wanted = shell.settings().notifications;
    if wanted.no_code {
        let needs = session.today().await.map(|today| today.needs_you).unwrap_or_default();
        notify(shell, session, needs.into_iter().filter_map(news_from_need).collect()).await;
    }
    if wanted.limit {
        let full = session.look_up(|at| {
            let doors = ops::door::all(&at.read, at.tables, at.times)?;
            Ok(doors.iter().filter(|door| is_nearly_full(&door.places)).map(news_from_door).collect())
        });
        notify(shell, session, full.await.unwrap_or_default()).await;
    }
}

fn news_from_need(need: AttentionView) -> Option<News> {
    let stay = need.stay_id.filter(|_| need.kind == AttentionKind::NoCode)?;
    Some(News { id: format!("no code {stay}"), title: need.door, body: need.message })
}

fn is_nearly_full(places: &domain::limit::Places) -> bool {
    places
        .limit
        .is_some_and(|limit| limit.count.saturating_sub(places.used()).saturating_mul(NEARLY_FULL) <= limit.count)
}

fn news_from_door(door: &ops::door::Door) -> News {
    let view = wire::LimitView::new(door, &[]);
    News { id: format!("full {} {}", view.door_id, door.places.used()), title: view.name, body: view.message }
}

/// Shows what is new as one notification, unless the host is using the window.
async fn notify(shell: &Arc<Shell>, session: &Session, news: Vec<News>) {
    // No guest waits at a simulated door.
    if session.mode == Mode::Demo || shell.desktop.is_watched() {
        return;
    }
    let new: Vec<News> = news.into_iter().filter(|news| session.is_first_time(news.id.clone())).collect();
    let Some(first) = new.first() else { return };
    let title = new.iter().map(|news| news.title.as_str()).collect::<Vec<_>>().join(", ");
    let body = if new.len() == 1 { first.body.clone() } else { lines(&new) };
    // A lost notification does no harm.
    let _ = shell.on_desktop(move |desktop| desktop.notify(&title, &body)).await;
}

fn lines(news: &[News]) -> String {
    news.iter().map(|news| format!("{}: {}", news.title, news.body)).collect::<Vec<_>>().join("\n")
}

/// This computer's clock: the host's day, not a door's.
fn local_time() -> Time {
    use ops::Clock as _;
    local_zone().to_datetime(runtime::SystemClock.now()).time()
}

fn is_quiet_now(shell: &Shell) -> bool {
    is_quiet(shell.settings().notifications.quiet.as_ref(), local_time())
}

/// Whether a time is in the quiet hours, which may span midnight. Unreadable hours do not count.
fn is_quiet(quiet: Option<&QuietHoursView>, now: Time) -> bool {
    let Some(quiet) = quiet else { return false };
    let (Ok(from), Ok(to)) = (quiet.from.parse::<Time>(), quiet.to.parse::<Time>()) else { return false };
    if from <= to { from <= now && now < to } else { now >= from || now < to }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn quiet_hours_may_span_midnight() {
        let hours = |from: &str, to: &str| Some(QuietHoursView { from: from.to_owned(), to: to.to_owned() });
        let cases = [
            (hours("22:00", "07:00"), time(23, 0, 0, 0), true),
            (hours("22:00", "07:00"), time(6, 59, 0, 0), true),
            (hours("22:00", "07:00"), time(7, 0, 0, 0), false),
            (hours("22:00", "07:00"), time(12, 0, 0, 0), false),
            (hours("12:00", "14:00"), time(13, 0, 0, 0), true),
            (hours("12:00", "14:00"), time(14, 0, 0, 0), false),
            (hours("12:00", "12:00"), time(12, 0, 0, 0), false),
            (hours("late", "early"), time(3, 0, 0, 0), false),
            (None, time(3, 0, 0, 0), false),
        ];
        for (quiet, now, expected) in cases {
            assert_eq!(is_quiet(quiet.as_ref(), now), expected, "{quiet:?} at {now}");
        }
    }
}
