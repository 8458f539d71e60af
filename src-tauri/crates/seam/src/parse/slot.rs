//! Slots of a door, from whichever of three places has them.
//!
//! `dormakaba_oracode_metadata.predefined_time_slots`, else `dormakaba_oracode_iho_metadata.user_levels`, else the
//! provider-neutral `offline_time_frame_options`. Every entry becomes a slot, however odd: the rules report its faults
//! instead of hiding it.

use domain::ids::SlotId;
use domain::slot::SlotFacts;
use serde_json::Value;

use super::value::Fields;

/// The slots, given the door's `properties`.
pub(super) fn read(properties: Fields<'_>) -> Vec<SlotFacts> {
    let levels = |metadata, list| properties.object(metadata).list(list).unwrap_or_default();
    let predefined = levels("dormakaba_oracode_metadata", "predefined_time_slots");
    let homeowner = levels("dormakaba_oracode_iho_metadata", "user_levels");
    let slots = if predefined.is_empty() { homeowner } else { predefined };
    if slots.is_empty() {
        return frames(properties).map(Frame::into_slot).collect();
    }
    slots.iter().enumerate().map(|(index, value)| slot(index, Fields::new(value))).collect()
}

/// Check-in and check-out of each time pair of `offline_time_frame_options`.
pub(super) fn time_frames(properties: Fields<'_>) -> Vec<(String, String)> {
    frames(properties).filter_map(|frame| frame.check_in.zip(frame.check_out)).collect()
}

fn slot(index: usize, fields: Fields<'_>) -> SlotFacts {
    let is = |names: &[&str]| fields.flag(names).unwrap_or(false);
    let prefix =
        fields.whole(&["prefix", "dormakaba_oracode_user_level_prefix", "ext_dormakaba_oracode_user_level_prefix"]);
    SlotFacts {
        id: slot_id(index, prefix, fields),
        name: fields.text(&["name", "user_level_name"]).unwrap_or_default(),
        prefix,
        check_in: fields.text(&["check_in_time", "user_level_check_in_time"]),
        check_out: fields.text(&["check_out_time", "user_level_check_out_time"]),
        is_24_hour: is(&["is_24_hour"]),
        is_biweekly: is(&["is_biweekly_mode"]),
        is_one_shot: is(&["is_one_shot"]) || is_of_type(fields, "oneshot"),
        is_master: is(&["is_master"]) || is_of_type(fields, "master"),
    }
}

fn slot_id(index: usize, prefix: Option<i64>, fields: Fields<'_>) -> SlotId {
    let own = fields.text(&[
        "dormakaba_oracode_user_level_id",
        "ext_dormakaba_oracode_user_level_id",
        "user_level_id",
        "user_level",
    ]);
    SlotId::new(
        own.or_else(|| prefix.map(|prefix| format!("prefix:{prefix}"))).unwrap_or_else(|| format!("slot:{index}")),
    )
}

/// The Homeowner's Portal has a type instead of flags, and its values are not published.
fn is_of_type(fields: Fields<'_>, kind: &str) -> bool {
    let letters = |text: String| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
    fields.text(&["user_level_type"]).is_some_and(|text| letters(text).eq_ignore_ascii_case(kind))
}

/// One time pair of one option.
struct Frame {
    id: SlotId,
    name: String,
    check_in: Option<String>,
    check_out: Option<String>,
    zone: Option<String>,
}

fn frames<'v>(properties: Fields<'v>) -> impl Iterator<Item = Frame> + 'v {
    let options = properties.list("offline_time_frame_options").unwrap_or_default();
    options.iter().enumerate().flat_map(|(option_index, option)| {
        let option = Fields::new(option);
        let pairs = option.list("time_pairs").unwrap_or_default();
        pairs.iter().enumerate().map(move |(pair_index, pair)| frame(option_index, option, pair_index, pair))
    })
}

fn frame(option_index: usize, option: Fields<'_>, pair_index: usize, pair: &Value) -> Frame {
    let pair = Fields::new(pair);
    let name = &["display_name"];
    Frame {
        id: SlotId::new(format!("frame:{option_index}:{pair_index}")),
        name: pair.text(name).or_else(|| option.text(name)).unwrap_or_default(),
        check_in: pair.text(&["start_time"]),
        check_out: pair.text(&["end_time"]),
        zone: option.text(&["time_zone"]),
    }
}

impl Frame {
    fn into_slot(self) -> SlotFacts {
        let zone = self.zone;
        let zoned = |time: Option<String>| match (time, &zone) {
            (Some(time), Some(zone)) if !time.contains('[') => Some(format!("{time}[{zone}]")),
            (time, _) => time,
        };
        SlotFacts {
            id: self.id,
            name: self.name,
            prefix: None,
            check_in: zoned(self.check_in),
            check_out: zoned(self.check_out),
            is_24_hour: false,
            is_biweekly: false,
            is_one_shot: false,
            is_master: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn slots(properties: &Value) -> Vec<SlotFacts> {
        read(Fields::new(properties))
    }

    fn ids(slots: &[SlotFacts]) -> Vec<&str> {
        slots.iter().map(|slot| slot.id.as_str()).collect()
    }

    #[test]
    fn a_slot_is_known_by_the_best_id_it_has() {
        let properties = json!({"dormakaba_oracode_metadata": {"predefined_time_slots": [
            {"dormakaba_oracode_user_level_id": "u1", "prefix": 4},
            {"prefix": 2.0},
            {"dormakaba_oracode_user_level_prefix": "3"},
            {"ext_dormakaba_oracode_user_level_prefix": 5},
            {"name": "bare"},
            "nonsense",
            null
        ]}});
        let slots = slots(&properties);
        let expected = ["u1", "prefix:2", "prefix:3", "prefix:5", "slot:4", "slot:5", "slot:6"];
        assert_eq!(ids(&slots), expected, "every entry stays a separate slot");
        assert_eq!(slots[0].prefix, Some(4), "and its prefix");
        assert_eq!((slots[5].check_in.as_ref(), slots[5].name.as_str()), (None, ""), "nonsense has no times");
    }

    #[test]
    fn a_homeowner_door_has_slots_too() {
        let properties = json!({"dormakaba_oracode_iho_metadata": {"user_levels": [
            {"user_level": 7, "user_level_name": "Guest", "user_level_type": "guest",
             "user_level_check_in_time": "16:00", "user_level_check_out_time": "10:00"},
            {"user_level": "9", "user_level_name": "Owner", "user_level_type": "MASTER"},
            {"user_level": 11, "user_level_type": "one_shot"}
        ]}});
        let slots = slots(&properties);
        assert_eq!(ids(&slots), ["7", "9", "11"], "the level's number is its id");
        assert_eq!(slots[0].check_in.as_deref(), Some("16:00"), "its times have their own field names");
        assert_eq!(slots[0].name, "Guest", "and so has its name");
        assert!(slots[1].is_master && slots[2].is_one_shot, "levels that take no codes are known as such");
    }

    #[test]
    fn time_frames_are_used_only_when_there_are_no_slots() {
        let frames = json!([{"display_name": "Fixed", "time_zone": "America/Denver", "time_pairs": [
            {"display_name": "4 to 10", "start_time": "16:00", "end_time": "10:00"},
            {"start_time": "12:00"}
        ]}, "odd"]);
        let alone =
            json!({"offline_time_frame_options": frames, "dormakaba_oracode_metadata": {"predefined_time_slots": []}});
        let read = slots(&alone);
        assert_eq!(ids(&read), ["frame:0:0", "frame:0:1"], "each pair is a slot");
        assert_eq!(read[0].check_in.as_deref(), Some("16:00[America/Denver]"), "the option's zone is the pair's");
        assert_eq!((read[1].name.as_str(), &read[1].check_out), ("Fixed", &None), "half a pair has one time");
        assert_eq!(
            time_frames(Fields::new(&alone)),
            [("16:00".to_owned(), "10:00".to_owned())],
            "only whole pairs compare"
        );
        let both = json!({"offline_time_frame_options": frames,
            "dormakaba_oracode_metadata": {"predefined_time_slots": [{"dormakaba_oracode_user_level_id": "u1"}]}});
        assert_eq!(ids(&slots(&both)), ["u1"], "the door's own slots come first");
    }
}
