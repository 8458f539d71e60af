//! Pages of lists: limits, and cursors that are valid for one request only.

use serde_json::{Value, json};

use crate::answer::Refusal;
use crate::mint::fingerprint;
use crate::params::Params;

/// The requested part of a list.
#[derive(Debug)]
pub struct Page {
    offset: usize,
    limit: usize,
    /// Identifies the request without its cursor.
    fingerprint: String,
    /// Whether every page's cursor points to the page itself.
    loops: bool,
}

impl Page {
    /// Reads limit and cursor. Refuses the cursor of a request with other parameters.
    pub fn read(params: &Params, default_limit: usize, loops: bool) -> Result<Self, Refusal> {
        let limit = params.count("limit")?.unwrap_or(default_limit);
        let fingerprint = fingerprint(&params.without_cursor());
        let offset = params.text("page_cursor")?.map(|cursor| offset_in(cursor, &fingerprint)).transpose()?;
        Ok(Self { offset: offset.unwrap_or(0), limit, fingerprint, loops })
    }

    /// Takes this page from a list, with its `pagination`.
    pub fn take<T>(&self, url: &str, mut items: impl Iterator<Item = T>) -> (Vec<T>, Value) {
        let mut skipped = items.by_ref().skip(self.offset);
        let page: Vec<T> = skipped.by_ref().take(self.limit).collect();
        let more = self.loops || skipped.next().is_some();
        let next = if self.loops { self.offset } else { self.offset + page.len() };
        let cursor = more.then(|| format!("{next:x}.{}", self.fingerprint));
        let address = cursor.as_ref().map(|cursor| format!("{url}?page_cursor={cursor}"));
        (page, json!({ "has_next_page": more, "next_page_cursor": cursor, "next_page_url": address }))
    }
}

fn offset_in(cursor: &str, expected: &str) -> Result<usize, Refusal> {
    let (offset, fingerprint) = cursor.split_once('.').unwrap_or_default();
    let offset = usize::from_str_radix(offset, 16).map_err(|_| Refusal::field("page_cursor", "Invalid page_cursor"))?;
    if fingerprint == expected {
        return Ok(offset);
    }
    let message = "When using next_page_cursor, the request must have the same parameters as the original request";
    Err(Refusal::new(400, "mismatched_page_parameters", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Page, Refusal> {
        Page::read(&Params::from_query(query), 500, false)
    }

    #[test]
    fn pages_join_up_to_the_whole_list() {
        let (mut seen, mut query) = (Vec::new(), "limit=3".to_owned());
        loop {
            let (items, pagination) = read(&query).unwrap().take("u", 0..7);
            seen.extend(items);
            let Some(cursor) = pagination["next_page_cursor"].as_str() else { break };
            query = format!("limit=3&page_cursor={cursor}");
        }
        assert_eq!(seen, [0, 1, 2, 3, 4, 5, 6], "nothing twice, nothing left out");
    }

    #[test]
    fn a_cursor_belongs_to_its_request() {
        let (_, pagination) = read("limit=3").unwrap().take("u", 0..7);
        let cursor = pagination["next_page_cursor"].as_str().unwrap();
        let refusal = read(&format!("limit=4&page_cursor={cursor}")).unwrap_err();
        assert_eq!(refusal.kind, "mismatched_page_parameters", "another limit is another request");
        assert_eq!(read("page_cursor=nonsense").unwrap_err().kind, "invalid_input", "nonsense is reported as such");
    }

    #[test]
    fn a_looping_list_never_ends() {
        let page = Page::read(&Params::default(), 500, true).unwrap();
        let (items, pagination) = page.take("u", 0..2);
        assert_eq!((items.len(), &pagination["has_next_page"]), (2, &Value::Bool(true)), "there is always more");
        let again = Page::read(
            &Params::from_query(&format!("page_cursor={}", pagination["next_page_cursor"].as_str().unwrap())),
            500,
            true,
        );
        assert_eq!(again.unwrap().take("u", 0..2).1, pagination, "with always the same cursor");
    }
}
