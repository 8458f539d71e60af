//! Seam's errors and warnings, known ones in plain words, unknown ones as Seam wrote them.
//!
//! The codes are those of Seam's API (errors and warnings of codes, doors and accounts); new ones appear monthly, so that an
//! unknown code is nothing unusual.

use domain::reading::Notice;

use super::wording::some_of;
use crate::clean::clean;
use crate::view::Who;

/// What a notice means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explained {
    /// What it is; `None` for a code that is not known here.
    what: Option<&'static str>,
    /// What to do.
    mend: &'static str,
    /// It does not pass by itself; `None` where nobody can tell.
    pub permanent: Option<bool>,
    /// Who mends it, where the rules for doors (`domain::readiness::who_mends`) do not say.
    pub who: Option<Who>,
}

const LASTS: Option<bool> = Some(true);
const PASSES: Option<bool> = Some(false);

const UNKNOWN: Explained =
    Explained { what: None, mend: "If it stays so, ask Seam, naming that code.", permanent: None, who: None };

type Row = (&'static [&'static str], &'static str, &'static str, Option<bool>, Option<Who>);

/// Accounts.
const OF_ACCOUNTS: &[Row] = &[
    (
        &["account_disconnected", "account_reauthorization_requested"],
        "Seam has lost the site's dormakaba login, so no code can be made.",
        "Sign in again to the connected account in Seam's console, then sync.",
        LASTS,
        None,
    ),
    (
        &["dormakaba_sites_disconnected"],
        "dormakaba has unlinked the site from Seam, so no code can be made.",
        "Write to dormakaba support and ask them to link the site to Seam again, then sync.",
        LASTS,
        None,
    ),
    (
        &["dormakaba_sites_unapproved"],
        "Seam has not finished setting up the site, so no code can be made.",
        "Write to Seam support and ask them to approve the site, then sync.",
        LASTS,
        None,
    ),
    (
        &["setup_required"],
        "The account's set-up at Seam is not finished, so no code can be made.",
        "Ask Seam what is missing, then sync.",
        LASTS,
        None,
    ),
    (
        &["provider_service_unavailable"],
        "dormakaba's service does not answer Seam at the moment.",
        "Nothing needs to be done; sync again later.",
        PASSES,
        None,
    ),
];

/// Doors.
const OF_DOORS: &[Row] = &[
    (
        &["device_removed"],
        "The door was removed from the account.",
        "Add it again in the dormakaba portal, then sync.",
        LASTS,
        None,
    ),
    (
        &["device_disconnected", "device_offline", "bridge_disconnected"],
        "Seam does not reach the door.",
        "An offline lock needs no connection; if codes are refused, ask the installer to check the door in the portal.",
        None,
        None,
    ),
    (
        &["unreliable_online_status"],
        "Seam cannot tell whether the door is connected.",
        "An offline lock takes its codes without a connection; only if codes do not work, ask the installer to check it.",
        PASSES,
        None,
    ),
    (
        &["insufficient_permissions"],
        "The account may not make codes for this door.",
        "Ask Seam which right the dormakaba login lacks.",
        LASTS,
        None,
    ),
    (
        &["subscription_required"],
        "Seam asks for a paid plan before it makes codes for this door.",
        "Choose a plan in Seam's console, then sync.",
        LASTS,
        None,
    ),
    (
        &["missing_device_credentials"],
        "Seam lacks the door's credentials.",
        "Enter them in Seam's console, then sync.",
        LASTS,
        None,
    ),
    (
        &["max_access_codes_reached"],
        "The lock holds as many codes as it can.",
        "Wait until a code ends; the limits show when the next one does.",
        PASSES,
        None,
    ),
    (
        &["time_zone_unknown"],
        "Seam does not know the door's time zone.",
        "Ask Seam to set the site's zone: a wrong zone makes codes begin and end at wrong times.",
        LASTS,
        None,
    ),
    (
        &["time_zone_mismatch", "time_zone_does_not_match_location"],
        "Seam has different time zones for the door and its site.",
        "Ask Seam which is right: a wrong zone makes codes begin and end at wrong times.",
        LASTS,
        None,
    ),
    (
        &["scheduled_maintenance_window"],
        "Maintenance is announced; codes may take longer meanwhile.",
        "Nothing needs to be done; issue in good time.",
        PASSES,
        None,
    ),
    (
        &["third_party_integration_detected"],
        "Another program makes or changes codes on this door.",
        "Check that it does not issue for the same stays: its codes take places too.",
        None,
        Some(Who::Host),
    ),
];

/// Codes.
const OF_CODES: &[Row] = &[
    (
        &["dormakaba_oracode_no_valid_user_level", "dormakaba_oracode_invalid_time_range"],
        "The door has no slot for these times.",
        "Sync and preview again; if no slot fits, ask the installer for one.",
        LASTS,
        Some(Who::Installer),
    ),
    (
        &["provider_issue", "dormakaba_oracode_provider_issue"],
        "dormakaba did not take it; often because no slot of the door has these times.",
        "Compare the times with the door's slots and preview again; if a slot has them, ask Seam.",
        None,
        None,
    ),
    (
        &["no_space_for_access_code_on_device"],
        "The lock has no room for another code.",
        "Wait until a code ends; the limits show when the next one does.",
        PASSES,
        Some(Who::Host),
    ),
    (
        &["duplicate_code_on_device", "duplicate_code_attempt_prevented", "duplicate_access_code"],
        "Seam sees a code like this on the door already.",
        "Look at the door's codes before you issue another.",
        LASTS,
        Some(Who::Host),
    ),
    (
        &["failed_to_set_on_device", "failed_to_issue"],
        "Seam could not bring the code about.",
        "Latchbook keeps asking. If it stays so, write to Seam with the code's id; count it as a place used.",
        None,
        None,
    ),
    (
        &[
            "failed_to_update",
            "failed_to_remove",
            "failed_to_remove_from_device",
            "failed_to_expire",
            "offline_access_code_not_revocable",
        ],
        "Somebody tried to change or remove the code, and Seam could not.",
        "Nothing needs to be done: an offline code works for its dates and cannot change.",
        LASTS,
        None,
    ),
    (
        &["conflicting_external_modification", "external_modification_in_effect"],
        "The code was changed outside Seam.",
        "Compare it in the dormakaba portal, and try the PIN at the door before you send it.",
        LASTS,
        Some(Who::Host),
    ),
    (
        &["access_code_inactive"],
        "Seam says that the code is not active.",
        "Try the PIN at the door before you send it; ask Seam.",
        None,
        None,
    ),
    (
        &["code_constraints_violated"],
        "The door does not take a code of this kind.",
        "Ask Seam, naming the door.",
        LASTS,
        None,
    ),
    (
        &["delay_in_setting_on_device", "delay_in_issuing"],
        "Seam needs longer than usual.",
        "Latchbook keeps asking; do not send the PIN yet, and do not issue another.",
        PASSES,
        None,
    ),
    (
        &["being_deleted"],
        "Seam says that the code is being deleted.",
        "An offline lock may take the PIN all the same until its end; ask who deletes it.",
        None,
        Some(Who::Host),
    ),
    (
        &["management_transferred"],
        "Another program has taken over this code at Seam.",
        "Ask who manages it; the record here stays.",
        LASTS,
        Some(Who::Host),
    ),
    (
        &["code_rotates_periodically"],
        "The PIN changes from time to time.",
        "Read it again shortly before you send it.",
        LASTS,
        None,
    ),
    (
        &["time_frame_adjusted_for_unknown_time_zone"],
        "Seam widened the times because it does not know the door's zone.",
        "Compare the times with what was asked, and ask Seam to set the zone.",
        LASTS,
        None,
    ),
    (
        &["unknown_issue_with_access_code"],
        "Seam has trouble with the code and does not say which.",
        "Try the PIN at the door before you send it; ask Seam, naming the code's id.",
        None,
        None,
    ),
];

/// What a code of Seam's means.
pub(crate) fn explain(code: &str) -> Explained {
    let mut rows = OF_ACCOUNTS.iter().chain(OF_DOORS).chain(OF_CODES);
    rows.find(|(codes, ..)| codes.contains(&code)).map_or(UNKNOWN, |(_, what, mend, permanent, who)| Explained {
        what: Some(what),
        mend,
        permanent: *permanent,
        who: *who,
    })
}

impl Explained {
    /// What it is and what to do; Seam's own text where the code is not known here, or the text says more.
    pub(crate) fn sentence(&self, code: &str, said: &str) -> String {
        let (what, mend) = self.both(code, said);
        format!("{what} {mend}")
    }

    /// The same in two parts.
    pub(crate) fn told(&self, notice: &Notice) -> (String, String) {
        self.both(&notice.code, &notice.message)
    }

    fn both(&self, code: &str, said: &str) -> (String, String) {
        let what = match self.what {
            Some(what) => what.to_owned(),
            None if said.trim().is_empty() => format!("Seam says “{}”.", clean(code)),
            None => format!("Seam says “{}” ({}).", clean(said), clean(code)),
        };
        (what, self.mend.to_owned())
    }
}

/// Why Seam refused a request before any work.
pub(crate) fn refusal(status: u16, error: &str) -> String {
    if let Some(what) = explain(error).what {
        return format!("{what} Nothing was made. {}", explain(error).mend);
    }
    let (what, mend) = match status {
        401 => ("Seam does not accept the API key.", "Connect with a valid key, then issue again."),
        403 => ("The API key may not make codes.", "Connect with a key that may, then issue again."),
        404 => ("Seam no longer knows the door.", "Sync, and see whether the door is still there."),
        429 => ("Seam asks to wait.", "Issue again in a minute; Latchbook does not hurry it."),
        _ => {
            let named = some_of(&[error.to_owned()], 1);
            return format!(
                "Seam refused the request ({status} {named}). Nothing was made. Compare the times with the door's slots and \
                 preview again."
            );
        }
    };
    format!("{what} Nothing was made. {mend}")
}
