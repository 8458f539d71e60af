//! The host's settings. The settings file has the same shape.

mod status;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{Preference, Rounding};

pub use status::{
    AbilitiesView, AboutView, Changed, ChangedEvent, Folder, Job, KeyState, MenuEvent, Mode, ProgressEvent,
    ReleaseView, StatusView, UpdateView,
};

/// Everything that can be set; a missing key of an older file takes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SettingsView {
    /// `16:00`, suggested for a new stay.
    pub check_in: String,
    pub check_out: String,
    pub rounding: Rounding,
    pub prefer: Preference,
    /// `{door}`, `{from}`, `{to}` are filled in.
    pub label_template: String,
    /// Seconds between the click and the request; 0: none.
    pub outbox_seconds: u32,
    /// How long a revealed PIN stays.
    pub reveal_seconds: u32,
    /// How long a copied PIN stays in the clipboard.
    pub clipboard_seconds: u32,
    /// PINs cannot be revealed until this is switched off.
    pub conceal: bool,
    /// The window is left out of screen shares, where the system can.
    pub protect_screen: bool,
    pub notifications: NotificationsView,
    pub theme: Theme,
    pub density: Density,
    /// How large everything is shown, in percent: 50 to 200.
    pub zoom: u32,
    pub language: Language,
    pub clock: ClockStyle,
    /// Stay in the tray when the window is closed.
    pub tray: bool,
    /// Minutes between syncs by themselves; 0: never.
    pub sync_minutes: u32,
    pub messages: Vec<MessageTemplateView>,
    /// Another server than Seam's: for the simulator.
    pub endpoint: Option<String>,
}

/// What may be notified of. None holds a PIN.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NotificationsView {
    pub code_set: bool,
    pub trouble: bool,
    pub no_code: bool,
    pub limit: bool,
    pub quiet: Option<QuietHoursView>,
}

/// Hours of this computer's clock without notifications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuietHoursView {
    pub from: String,
    pub to: String,
}

/// The host's message to a guest in one language. `{door}`, `{label}`, `{from}`, `{to}`, `{pin}` are filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MessageTemplateView {
    /// A language tag such as `en`.
    pub language: String,
    pub name: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
}

/// The host's language by its tag (`en`), or `system`: as the computer is set. What is neither reads as `system`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "string")]
#[serde(from = "String", into = "String")]
pub struct Language(pub Option<words::Language>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ClockStyle {
    #[default]
    #[serde(rename = "24h")]
    Hours24,
    #[serde(rename = "12h")]
    Hours12,
}

impl From<String> for Language {
    fn from(tag: String) -> Self {
        Self(words::Language::from_host_tag(&tag))
    }
}

impl From<Language> for String {
    fn from(choice: Language) -> Self {
        choice.0.map_or("system", words::Language::tag).to_owned()
    }
}

impl From<ClockStyle> for words::ClockStyle {
    fn from(style: ClockStyle) -> Self {
        match style {
            ClockStyle::Hours24 => Self::Hours24,
            ClockStyle::Hours12 => Self::Hours12,
        }
    }
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            check_in: "16:00".to_owned(),
            check_out: "10:00".to_owned(),
            rounding: Rounding::default(),
            prefer: Preference::default(),
            label_template: String::new(),
            outbox_seconds: 5,
            reveal_seconds: 20,
            clipboard_seconds: 60,
            conceal: false,
            protect_screen: false,
            notifications: NotificationsView::default(),
            theme: Theme::default(),
            density: Density::default(),
            zoom: 100,
            language: Language::default(),
            clock: ClockStyle::default(),
            tray: false,
            sync_minutes: 30,
            messages: Vec::new(),
            endpoint: None,
        }
    }
}
