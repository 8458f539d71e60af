//! What came back other than promised. The answer is the truth; neither can be changed.

use jiff::Timestamp;
use ops::DifferenceText;

use crate::clean::clean;
use crate::clock::DoorClock;

pub(crate) fn difference(difference: &DifferenceText, clock: &DoorClock) -> String {
    let (promised, given) = (value(&difference.promised), value(&difference.given));
    let said = |text: &str| text.parse::<Timestamp>().map_or_else(|_| clean(text), |at| clock.said(at));
    let bare = |text: &str| text.parse::<Timestamp>().map_or_else(|_| clean(text), |at| clock.bare(at));
    match difference.what.as_str() {
        "starts" => format!(
            "It works from {}, not from {} as asked. Tell the guest the true time.",
            said(given),
            bare(promised)
        ),
        "ends" => format!(
            "It works until {}, not until {} as asked. Tell the guest the true time.",
            said(given),
            bare(promised)
        ),
        "slot" => format!(
            "Seam chose the slot “{}” instead of “{}”. The times above are those of the slot it chose.",
            clean(given),
            clean(promised)
        ),
        "door" => format!("Seam says that it is for another door ({}). Do not send the PIN; ask Seam.", clean(given)),
        "name" => {
            "Somebody renamed the code at Seam, or its name was cut. Check in Seam that it is this stay's.".to_owned()
        }
        "odd_pin" => {
            "The PIN is nothing that an Oracode keypad usually takes. Try it at the door before you send it.".to_owned()
        }
        "not_offline" => "Seam did not make it an offline code, so it may not work at the door. Try it there before \
                          you send it, and ask Seam."
            .to_owned(),
        "pin_changed" => "The PIN at Seam is another than before; both stand in the history. Try the newer one at the \
                          door before you send it."
            .to_owned(),
        other => {
            format!("It differs in {} from what was asked. Compare it in Seam before you send the PIN.", clean(other))
        }
    }
}

fn value(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or("not said")
}
