//! Errors and warnings of doors, codes and accounts, verbatim.

use domain::reading::{About, Notice};
use serde_json::Value;

use super::value::{Fields, written};

/// The notices in `errors` and `warnings`. One with neither code nor message says nothing and is left out.
pub(super) fn read(object: Fields<'_>) -> (Vec<Notice>, Vec<Notice>) {
    let list = |name| object.list(name).unwrap_or_default().iter().filter_map(notice).collect();
    (list("errors"), list("warnings"))
}

fn notice(value: &Value) -> Option<Notice> {
    let fields = Fields::new(value);
    let code = fields.text(&["error_code", "warning_code", "code"]).or_else(|| written(value));
    let message = fields.text(&["message"]);
    if code.is_none() && message.is_none() {
        return None;
    }
    Some(Notice { code: code.unwrap_or_default(), message: message.unwrap_or_default(), about: about(fields).into() })
}

/// An error may carry several flags; the widest cause is the one to fix.
fn about(fields: Fields<'_>) -> About {
    let is = |name| fields.flag(&[name]) == Some(true);
    if is("is_connected_account_error") {
        About::Account
    } else if is("is_device_error") {
        About::Device
    } else if is("is_access_code_error") {
        About::Code
    } else {
        About::Unsaid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn notices_are_kept_verbatim() {
        let value = json!({
            "errors": [
                {"error_code": "provider_issue", "message": "No user levels", "is_access_code_error": true},
                {"error_code": "account_disconnected", "is_connected_account_error": true, "is_device_error": false},
                {"error_code": "brand_new_in_2027", "message": null, "is_device_error": true},
                "odd",
                null,
                {}
            ],
            "warnings": [{"warning_code": "time_zone_mismatch", "message": "…"}]
        });
        let (errors, warnings) = read(Fields::new(&value));
        let seen: Vec<_> = errors.iter().map(|notice| (notice.code.as_str(), notice.about.known())).collect();
        let expected = [
            ("provider_issue", Some(About::Code)),
            ("account_disconnected", Some(About::Account)),
            ("brand_new_in_2027", Some(About::Device)),
            ("odd", Some(About::Unsaid)),
        ];
        assert_eq!(seen, expected, "unknown codes are kept, and empty notices are not");
        assert_eq!(errors[0].message, "No user levels", "Seam's words are unchanged");
        assert_eq!(warnings[0].about, About::Unsaid, "warnings do not say what they are about");
    }
}
