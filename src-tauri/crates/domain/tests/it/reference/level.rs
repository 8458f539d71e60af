//! A slot as the reference sees it: its meaning comes first, and the text that Seam would send is written from that.
//!
//! Why it can be trusted: the reference never reads the text, so a misreading of it by `domain` shows as a difference.

use domain::ids::SlotId;
use domain::slot::SlotFacts;
use jiff::civil::Time;

#[derive(Clone, Debug)]
pub struct Level {
    pub id: String,
    pub name: String,
    pub check_in: Written,
    pub check_out: Written,
    pub is_24_hour: bool,
    pub is_biweekly: bool,
    pub is_one_shot: bool,
    pub is_master: bool,
}

/// A time of day with the parts that its text carries.
#[derive(Clone, Debug)]
pub enum Written {
    Time { time: Time, offset_minutes: Option<i32>, zone: Option<String> },
    Nonsense(String),
}

impl Level {
    pub fn facts(&self) -> SlotFacts {
        SlotFacts {
            id: SlotId::new(&self.id),
            name: self.name.clone(),
            prefix: None,
            check_in: Some(self.check_in.text()),
            check_out: Some(self.check_out.text()),
            is_24_hour: self.is_24_hour,
            is_biweekly: self.is_biweekly,
            is_one_shot: self.is_one_shot,
            is_master: self.is_master,
        }
    }
}

impl Written {
    pub fn text(&self) -> String {
        let (time, offset, zone) = match self {
            Self::Nonsense(text) => return text.clone(),
            Self::Time { time, offset_minutes, zone } => (time, offset_minutes, zone),
        };
        let mut text = format!("{:02}:{:02}", time.hour(), time.minute());
        let millis = time.subsec_nanosecond() / 1_000_000;
        if time.second() != 0 || millis != 0 {
            text += &format!(":{:02}", time.second());
        }
        if millis != 0 {
            text += &format!(".{millis:03}");
        }
        if let Some(offset) = offset {
            let sign = if *offset < 0 { '-' } else { '+' };
            text += &format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60);
        }
        if let Some(zone) = zone {
            text += &format!("[{zone}]");
        }
        text
    }

    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Time { time, .. } => Some(*time),
            Self::Nonsense(_) => None,
        }
    }

    /// The offset of a text that names no zone, in seconds.
    pub fn offset_only(&self) -> Option<i32> {
        match self {
            Self::Time { offset_minutes, zone: None, .. } => offset_minutes.map(|minutes| minutes * 60),
            Self::Time { .. } | Self::Nonsense(_) => None,
        }
    }
}
