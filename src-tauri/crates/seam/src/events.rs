//! Events since a time. Seam does not page them, so a full answer is followed by a narrower request.

use domain::reading::{EventReading, ReadError};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::client::Client;
use crate::page::{Page, Rows};
use crate::parse;

/// Seam's own default.
const PAGE: usize = 500;
/// With pages of 500, more events than any list may hold.
const MOST_QUESTIONS: usize = 2_000;
/// Whether an interval includes its ends is not documented; intervals overlap and repetitions are dropped.
const OVERLAP: SignedDuration = SignedDuration::from_millis(1);

/// The requested span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    from: Timestamp,
    until: Option<Timestamp>,
}

impl Client {
    /// Every event since `since`, each once, in the order received. Ask with an overlap: events arrive late.
    ///
    /// # Errors
    /// [`ReadError`]; all or nothing.
    pub async fn events(&self, since: Timestamp) -> Result<Vec<EventReading>, ReadError> {
        const PATH: &str = "/events/list";
        let mut rows = Rows::new(self.limits().rows);
        let mut window = Some(Window { from: since, until: None });
        for _ in 0..MOST_QUESTIONS {
            let Some(now) = window else { return Ok(rows.readable(PATH)) };
            let text = self.read(PATH, &now.body()).await?;
            let page = Page::read(&text, "events")?;
            let ends = ends(&page);
            let fresh = rows.take(&page, &|text: &str| parse::event(text).map(Some))?;
            window = if fresh == 0 || page.rows.len() < PAGE { None } else { ends.and_then(|ends| now.rest(ends)) };
        }
        Err(ReadError::CursorLoop)
    }
}

/// The times of the first and the last event of an answer.
fn ends(page: &Page<'_>) -> Option<(Timestamp, Timestamp)> {
    let at = |raw: &serde_json::value::RawValue| parse::event(raw.get()).ok()?.created_at;
    Some((at(page.rows.first()?)?, at(page.rows.last()?)?))
}

impl Window {
    fn body(self) -> Value {
        // Seam's own timestamps have milliseconds.
        let text = |at: Timestamp| Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at).to_string();
        match self.until {
            None => json!({ "since": text(self.from), "limit": PAGE }),
            Some(until) => json!({ "between": [text(self.from), text(until)], "limit": PAGE }),
        }
    }

    /// The span left to request after a full answer, whose order is not documented. `None` if it would be the same span again.
    fn rest(self, (first, last): (Timestamp, Timestamp)) -> Option<Self> {
        let rest = if first <= last {
            Self { from: last.checked_sub(OVERLAP).ok()?, ..self }
        } else {
            Self { until: last.checked_add(OVERLAP).ok(), ..self }
        };
        (rest != self).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_full_answer_leaves_the_rest_of_the_window_to_request() {
        let window = Window { from: at(100), until: None };
        let older_first = window.rest((at(110), at(200))).unwrap();
        assert_eq!(older_first, Window { from: at(200) - OVERLAP, until: None }, "oldest first: go on after the last");
        let newer_first = window.rest((at(900), at(400))).unwrap();
        assert_eq!(
            newer_first,
            Window { from: at(100), until: Some(at(400) + OVERLAP) },
            "newest first: continue before it"
        );
        assert_eq!(
            newer_first.rest((at(400), at(400))).map(|rest| rest.until),
            Some(newer_first.until),
            "the end stays"
        );
        assert_eq!(older_first.rest((at(200), at(200))), None, "repeating the same request would never end");
    }

    #[test]
    fn a_request_has_since_or_between() {
        let open = Window { from: "2026-12-03T16:00:00.123456789Z".parse().unwrap(), until: None };
        assert_eq!(open.body(), json!({"since": "2026-12-03T16:00:00.123Z", "limit": 500}), "`since` alone");
        let closed = Window { until: Some(at(0)), ..open };
        let expected = json!({"between": ["2026-12-03T16:00:00.123Z", "1970-01-01T00:00:00Z"], "limit": 500});
        assert_eq!(closed.body(), expected, "or `between` alone");
    }
}
