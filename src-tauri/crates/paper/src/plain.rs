//! Texts from outside, as they may be drawn.

/// The text as [`words::clean`] shows it, without the two code points that are no characters and that no PDF may name.
pub(crate) fn plain(text: &str) -> String {
    words::clean(text).replace(['\u{fffe}', '\u{ffff}'], "")
}

/// The same, for what must be called something.
pub(crate) fn named(text: &str) -> String {
    Some(plain(text)).filter(|name| !name.is_empty()).unwrap_or_else(|| "–".to_owned())
}

/// What people call a zone: `Los Angeles` of `America/Los_Angeles`. `None` for one without a place.
pub(crate) fn place(zone: &str) -> Option<String> {
    let (_, place) = zone.rsplit_once('/').filter(|(area, _)| *area != "Etc")?;
    Some(plain(&place.replace('_', " ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_called_by_its_place() {
        assert_eq!(place("America/Los_Angeles").as_deref(), Some("Los Angeles"), "the city");
        assert_eq!(place("America/Argentina/Buenos_Aires").as_deref(), Some("Buenos Aires"), "the last part");
        assert_eq!(place("UTC"), None, "no place");
        assert_eq!(place("Etc/GMT+8"), None, "no place either");
    }
}
