//! The choices that a screen tells apart, as words.

use domain::instant::Dst;
use domain::lifecycle::State;
use domain::limit::{LimitSource as Limiter, Room as Left};
use domain::matching::{Refusal, WhyNot};
use domain::readiness::{Level as Found, Who as Mender};
use domain::reading::{About, Capability};
use domain::slot::SlotFault;
use domain::stay::{Allowance, Preference as Preferred};
use domain::tables::Source;
use domain::zone::ZoneSource as Namer;
use ops::EventBody;
use ops::Stage as Step;
use ops::draft::{Field, Friction as Effort};
use ops::same_lock::Why;
use words::say;

use super::mirror::mirror;

mirror! {
    /// Where a code stands (docs/design.md, "Command line").
    CodeState {
        NotSent = "not_sent",
        Refused = "refused",
        Unknown = "unknown",
        Accepted = "accepted",
        Setting = "setting",
        Set = "set",
        Failed = "failed",
        Gone = "gone",
        Ended = "ended",
    }
}

mirror! {
    /// How bad something is.
    Level of Found { Pass = "pass", Warn = "warn", Fail = "fail" }
}

mirror! {
    /// Who can mend something.
    Who of Mender { Host = "host", Installer = "installer", Seam = "seam", Dormakaba = "dormakaba" }
}

mirror! {
    /// How far an end of a code may be from the stay's.
    #[derive(Default)]
    Rounding of Allowance { #[default] Hour = "1h", Day = "1d" }
}

mirror! {
    /// Which of two slots is better.
    #[derive(Default)]
    Preference of Preferred { #[default] Nearest = "nearest", Cover = "cover" }
}

mirror! {
    /// How much the host must do before the code is spent.
    Friction of Effort {
        /// A click, and the outbox.
        None = "none",
        /// A named box for each risk.
        Boxes = "boxes",
        /// The boxes, and how many codes this is, typed.
        Count = "count",
    }
}

mirror! {
    /// A field of the issue page.
    DraftField of Field {
        Door = "door",
        FromDate = "from_date",
        FromTime = "from_time",
        ToDate = "to_date",
        ToTime = "to_time",
        StayKey = "stay_key",
    }
}

mirror! {
    /// What a clock change does to an end of a window.
    ClockChange of Dst { Gap = "gap", Fold = "fold" }
}

mirror! {
    /// Why a slot gives no window.
    RefusedReason {
        TooFar = "too_far",
        TooLong = "too_long",
        EndsBeforeItBegins = "ends_before_it_begins",
        OffsetNotInZone = "offset_not_in_zone",
        Master = "master",
        OneShot = "one_shot",
        BadCheckIn = "bad_check_in",
        BadCheckOut = "bad_check_out",
        UnknownZone = "unknown_zone",
        DuplicateId = "duplicate_id",
    }
}

mirror! {
    /// Why no slot fits.
    RefusalCode of Refusal<'a> {
        NoSlots = "no_slots",
        NoUsableSlot = "no_usable_slot",
        TooLong = "too_long",
        NothingFits = "nothing_fits",
    }
}

mirror! {
    /// Where zone tables come from.
    TablesSource of Source { Bundled = "bundled", System = "system", SecondOpinion = "second_opinion" }
}

mirror! {
    /// How far issuing has come.
    Stage of Step {
        Reading = "reading",
        Recorded = "recorded",
        Waiting = "waiting",
        Sending = "sending",
        Answered = "answered",
        Asking = "asking",
    }
}

mirror! {
    /// Whether a door can have offline codes.
    OfflineCapable of Capability { Yes = "yes", No = "no", Unknown = "unknown" }
}

mirror! {
    /// Why two doors may be one lock.
    SameLockReason of Why { SiteAndName = "site_and_name", OracodeId = "oracode_id", Codes = "codes" }
}

mirror! {
    /// Who says how many codes a door holds.
    LimitSource of Limiter { Seam = "seam", Host = "host" }
}

mirror! {
    /// Whether one more code fits.
    Room of Left { Unknown = "unknown", Plenty = "plenty", Scarce = "scarce", Full = "full" }
}

mirror! {
    /// What names a door's zone.
    ZoneSource of Namer {
        Metadata = "metadata",
        Slots = "slots",
        Location = "location",
        LocationOld = "location_old",
    }
}

mirror! {
    /// What a notice of Seam's is about.
    NoticeAbout of About { Code = "code", Device = "device", Account = "account", Unsaid = "unsaid" }
}

mirror! {
    /// What came back other than promised, or differs between the record and Seam.
    DifferenceKind {
        Starts = "starts",
        Ends = "ends",
        Slot = "slot",
        Door = "door",
        Name = "name",
        OddPin = "odd_pin",
        SharedPin = "shared_pin",
        NotOffline = "not_offline",
        PinChanged = "pin_changed",
        Unseen = "unseen",
        State = "state",
        PinThere = "pin_there",
        /// A newer program knows it.
        Other = "other",
    }
}

mirror! {
    /// What happened to a code or a door.
    EventKind of EventBody {
        Intent = "intent",
        Sending = "sending",
        NotSent = "not_sent",
        Refused = "refused",
        Unknown = "unknown",
        Accepted = "accepted",
        Found = "found",
        Looked = "looked",
        Superseded = "superseded",
        SecondCode = "second_code",
        Moved = "moved",
        Read = "read",
        Gone = "gone",
        Ended = "ended",
        SlotsChanged = "slots_changed",
        DoorGone = "door_gone",
        DoorBack = "door_back",
        HostLimit = "host_limit",
        PutAway = "put_away",
        Restored = "restored",
        Mended = "mended",
    }
}

impl CodeState {
    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::NotSent => say!("short-not-sent"),
            Self::Refused => say!("short-refused"),
            Self::Unknown => say!("short-not-known"),
            Self::Accepted => say!("short-accepted"),
            Self::Setting => say!("short-setting"),
            Self::Set => say!("short-set"),
            Self::Failed => say!("short-failed"),
            Self::Gone => say!("short-gone"),
            Self::Ended => say!("short-ended"),
        }
    }

    /// Reads the word; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The states of the record that are shown as this one: for filters.
    pub fn in_record(self) -> &'static [State] {
        match self {
            Self::NotSent => &[State::Intent, State::NotSent],
            Self::Refused => &[State::Refused],
            Self::Unknown => &[State::Sending, State::Unknown],
            Self::Accepted => &[State::Accepted],
            Self::Setting => &[State::Setting],
            Self::Set => &[State::Set],
            Self::Failed => &[State::Failed],
            Self::Gone => &[State::Gone],
            Self::Ended => &[State::Ended],
        }
    }
}

/// An intent that was only recorded has not been sent; a request under way is not known yet.
impl From<State> for CodeState {
    fn from(state: State) -> Self {
        match state {
            State::Intent | State::NotSent => Self::NotSent,
            State::Sending | State::Unknown => Self::Unknown,
            State::Refused => Self::Refused,
            State::Accepted => Self::Accepted,
            State::Setting => Self::Setting,
            State::Set => Self::Set,
            State::Failed => Self::Failed,
            State::Gone => Self::Gone,
            State::Ended => Self::Ended,
        }
    }
}

impl Level {
    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::Pass => say!("level-pass"),
            Self::Warn => say!("level-warn"),
            Self::Fail => say!("level-fail"),
        }
    }
}

impl Who {
    /// The word for it in the language that is spoken.
    pub fn said(self) -> String {
        match self {
            Self::Host => say!("who-host"),
            Self::Installer => say!("who-installer"),
            Self::Seam => say!("who-seam"),
            Self::Dormakaba => say!("who-dormakaba"),
        }
    }
}

impl From<Rounding> for Allowance {
    fn from(rounding: Rounding) -> Self {
        match rounding {
            Rounding::Hour => Self::Hour,
            Rounding::Day => Self::Day,
        }
    }
}

impl From<Preference> for Preferred {
    fn from(preference: Preference) -> Self {
        match preference {
            Preference::Nearest => Self::Nearest,
            Preference::Cover => Self::Cover,
        }
    }
}

impl From<&WhyNot> for RefusedReason {
    fn from(why: &WhyNot) -> Self {
        match why {
            WhyNot::Unusable(SlotFault::Master) => Self::Master,
            WhyNot::Unusable(SlotFault::OneShot) => Self::OneShot,
            WhyNot::Unusable(SlotFault::CheckIn(_)) => Self::BadCheckIn,
            WhyNot::Unusable(SlotFault::CheckOut(_)) => Self::BadCheckOut,
            WhyNot::Unusable(SlotFault::UnknownZone(_)) => Self::UnknownZone,
            WhyNot::Unusable(SlotFault::DuplicateId) => Self::DuplicateId,
            WhyNot::OffsetNotInZone => Self::OffsetNotInZone,
            WhyNot::TooFar => Self::TooFar,
            WhyNot::TooLong => Self::TooLong,
            WhyNot::EndsBeforeItBegins => Self::EndsBeforeItBegins,
        }
    }
}

impl DifferenceKind {
    /// By the record's word for it.
    pub(crate) fn new(word: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).unwrap_or(Self::Other)
    }
}
