//! Seam's errors and warnings, known ones in plain words, unknown ones as Seam wrote them.
//!
//! The codes are those of Seam's API (errors and warnings of codes, doors and accounts); new ones appear monthly, so
//! unknown codes are normal.

use domain::reading::Notice;
use words::{clean, id, say, sentences};

use crate::view::Who;

/// The meaning of a notice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explained {
    /// The sentence that describes it, with the remedy as its `mend`; `None` for a code that is not known here.
    id: Option<&'static str>,
    /// Whether it does not pass without action; `None` if that cannot be known.
    pub permanent: Option<bool>,
    /// Who can fix it, if the rules for doors (`domain::readiness::who_mends`) do not say.
    pub who: Option<Who>,
}

/// Codes with the same meaning.
struct Row {
    codes: &'static [&'static str],
    id: &'static str,
    permanent: Option<bool>,
    who: Option<Who>,
}

const LASTS: Option<bool> = Some(true);
const PASSES: Option<bool> = Some(false);

const UNKNOWN: Explained = Explained { id: None, permanent: None, who: None };

/// Accounts.
const OF_ACCOUNTS: &[Row] = &[
    Row {
        codes: &["account_disconnected", "account_reauthorization_requested"],
        id: id!("notice-account-disconnected"),
        permanent: LASTS,
        who: None,
    },
    Row { codes: &["dormakaba_sites_disconnected"], id: id!("notice-sites-disconnected"), permanent: LASTS, who: None },
    Row { codes: &["dormakaba_sites_unapproved"], id: id!("notice-sites-unapproved"), permanent: LASTS, who: None },
    Row { codes: &["setup_required"], id: id!("notice-setup-required"), permanent: LASTS, who: None },
    Row {
        codes: &["provider_service_unavailable"],
        id: id!("notice-service-unavailable"),
        permanent: PASSES,
        who: None,
    },
];

/// Doors.
const OF_DOORS: &[Row] = &[
    Row { codes: &["device_removed"], id: id!("notice-device-removed"), permanent: LASTS, who: None },
    Row {
        codes: &["device_disconnected", "device_offline", "bridge_disconnected"],
        id: id!("notice-device-offline"),
        permanent: None,
        who: None,
    },
    Row { codes: &["unreliable_online_status"], id: id!("notice-unreliable-status"), permanent: PASSES, who: None },
    Row { codes: &["insufficient_permissions"], id: id!("notice-permissions"), permanent: LASTS, who: None },
    Row { codes: &["subscription_required"], id: id!("notice-subscription"), permanent: LASTS, who: None },
    Row { codes: &["missing_device_credentials"], id: id!("notice-credentials"), permanent: LASTS, who: None },
    Row { codes: &["max_access_codes_reached"], id: id!("notice-max-codes"), permanent: PASSES, who: None },
    Row { codes: &["time_zone_unknown"], id: id!("notice-zone-unknown"), permanent: LASTS, who: None },
    Row {
        codes: &["time_zone_mismatch", "time_zone_does_not_match_location"],
        id: id!("notice-zone-mismatch"),
        permanent: LASTS,
        who: None,
    },
    Row { codes: &["scheduled_maintenance_window"], id: id!("notice-maintenance"), permanent: PASSES, who: None },
    Row {
        codes: &["third_party_integration_detected"],
        id: id!("notice-third-party"),
        permanent: None,
        who: Some(Who::Host),
    },
];

/// Codes.
const OF_CODES: &[Row] = &[
    Row {
        codes: &["dormakaba_oracode_no_valid_user_level", "dormakaba_oracode_invalid_time_range"],
        id: id!("notice-no-level"),
        permanent: LASTS,
        who: Some(Who::Installer),
    },
    Row {
        codes: &["provider_issue", "dormakaba_oracode_provider_issue"],
        id: id!("notice-provider-issue"),
        permanent: None,
        who: None,
    },
    Row {
        codes: &["no_space_for_access_code_on_device"],
        id: id!("notice-no-space"),
        permanent: PASSES,
        who: Some(Who::Host),
    },
    Row {
        codes: &["duplicate_code_on_device", "duplicate_code_attempt_prevented", "duplicate_access_code"],
        id: id!("notice-duplicate"),
        permanent: LASTS,
        who: Some(Who::Host),
    },
    Row {
        codes: &["failed_to_set_on_device", "failed_to_issue"],
        id: id!("notice-failed-to-set"),
        permanent: None,
        who: None,
    },
    Row {
        codes: &[
            "failed_to_update",
            "failed_to_remove",
            "failed_to_remove_from_device",
            "failed_to_expire",
            "offline_access_code_not_revocable",
        ],
        id: id!("notice-failed-to-change"),
        permanent: LASTS,
        who: None,
    },
    Row {
        codes: &["conflicting_external_modification", "external_modification_in_effect"],
        id: id!("notice-external-change"),
        permanent: LASTS,
        who: Some(Who::Host),
    },
    Row { codes: &["access_code_inactive"], id: id!("notice-inactive"), permanent: None, who: None },
    Row { codes: &["code_constraints_violated"], id: id!("notice-constraints"), permanent: LASTS, who: None },
    Row {
        codes: &["delay_in_setting_on_device", "delay_in_issuing"],
        id: id!("notice-delay"),
        permanent: PASSES,
        who: None,
    },
    Row { codes: &["being_deleted"], id: id!("notice-being-deleted"), permanent: None, who: Some(Who::Host) },
    Row { codes: &["management_transferred"], id: id!("notice-transferred"), permanent: LASTS, who: Some(Who::Host) },
    Row { codes: &["code_rotates_periodically"], id: id!("notice-rotates"), permanent: LASTS, who: None },
    Row {
        codes: &["time_frame_adjusted_for_unknown_time_zone"],
        id: id!("notice-widened"),
        permanent: LASTS,
        who: None,
    },
    Row { codes: &["unknown_issue_with_access_code"], id: id!("notice-unknown-issue"), permanent: None, who: None },
];

/// The meaning of a Seam code.
pub(crate) fn explain(code: &str) -> Explained {
    let mut rows = OF_ACCOUNTS.iter().chain(OF_DOORS).chain(OF_CODES);
    let row = rows.find(|row| row.codes.contains(&code));
    row.map_or(UNKNOWN, |row| Explained { id: Some(row.id), permanent: row.permanent, who: row.who })
}

impl Explained {
    /// The problem and the remedy; Seam's own text if the code is not known here, or the text says more.
    pub(crate) fn sentence(&self, code: &str, said: &str) -> String {
        let (what, mend) = self.both(code, said);
        sentences([Some(what), Some(mend)])
    }

    /// The same in two parts.
    pub(crate) fn told(&self, notice: &Notice) -> (String, String) {
        self.both(&notice.code, &notice.message)
    }

    fn both(&self, code: &str, said: &str) -> (String, String) {
        if let Some(both) = self.known() {
            return both;
        }
        let what = if said.trim().is_empty() {
            say!("notice-code-only", code = clean(code))
        } else {
            say!("notice-as-said", said = clean(said), code = clean(code))
        };
        (what, say!("notice-new-mend"))
    }

    fn known(&self) -> Option<(String, String)> {
        let id = self.id?;
        Some((say!(id), say!(&format!("{id}.mend"))))
    }
}

/// Why Seam refused a request before any work.
pub(crate) fn refusal(status: u16, error: &str) -> String {
    let (what, mend) = explain(error).known().unwrap_or_else(|| by_status(status, error));
    sentences([Some(what), Some(say!("refusal-nothing-made")), Some(mend)])
}

fn by_status(status: u16, error: &str) -> (String, String) {
    match status {
        401 => (say!("refusal-key"), say!("refusal-key.mend")),
        403 => (say!("refusal-key-forbidden"), say!("refusal-key-forbidden.mend")),
        404 => (say!("refusal-no-door"), say!("refusal-no-door.mend")),
        429 => (say!("refusal-wait"), say!("refusal-wait.mend")),
        _ => {
            let what = say!("refusal-other", status = status, error = clean(error));
            (what, say!("refusal-other.mend"))
        }
    }
}
