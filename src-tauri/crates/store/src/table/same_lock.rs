//! One lock under several device ids: the host's answers to whether a door that is gone and another are the same lock.
//! Inserted, never changed: the newest answer for a pair counts.

use std::collections::HashMap;

use domain::door::LockAnswer;
use domain::ids::DeviceId;
use jiff::Timestamp;
use rusqlite::params;

use crate::error::Error;
use crate::sums;
use crate::text::Millis;
use crate::transaction::{Read, Write};

impl Read<'_> {
    /// The answers that count, the newest last. A damaged one is left out, so that no page is lost; while there is one,
    /// no code is issued ([`Read::verify_places`]).
    pub fn lock_answers(&self) -> Result<Vec<LockAnswer>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM same_lock ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut answers: Vec<LockAnswer> = Vec::new();
        while let Some(row) = rows.next()? {
            if sums::check(row, 0).is_err() {
                continue;
            }
            let (gone, door) =
                (DeviceId::new(row.get::<_, String>("gone")?), DeviceId::new(row.get::<_, String>("door")?));
            answers.retain(|answer| (&answer.gone, &answer.door) != (&gone, &door));
            answers.push(LockAnswer { gone, door, is_same: row.get("is_same")? });
        }
        Ok(answers)
    }

    /// The device ids under which locks were known before, each with the id under which its lock is known now.
    ///
    /// A door that is listed again under its old id is a separate door again.
    pub fn successors(&self) -> Result<HashMap<DeviceId, DeviceId>, Error> {
        let mut next: HashMap<DeviceId, DeviceId> = HashMap::new();
        for answer in self.lock_answers()?.into_iter().filter(|answer| answer.is_same) {
            if !self.is_listed(&answer.gone)? {
                next.insert(answer.gone, answer.door);
            }
        }
        let last = |first: &DeviceId| {
            let mut door = next.get(first)?;
            // As many steps as there are answers, so that a circle of doors that are all gone also ends.
            for _ in 1..next.len() {
                match next.get(door).filter(|door| *door != first) {
                    Some(further) => door = further,
                    None => break,
                }
            }
            Some((first.clone(), door.clone()))
        };
        Ok(next.keys().filter_map(last).collect())
    }

    /// The device id under which the lock of a door is known now.
    pub fn lock_of(&self, door: &DeviceId) -> Result<DeviceId, Error> {
        Ok(self.successors()?.remove(door).unwrap_or_else(|| door.clone()))
    }

    /// The device ids of a door's lock: its own, then those under which the lock was known before.
    pub fn ids_of_lock(&self, door: &DeviceId) -> Result<Vec<DeviceId>, Error> {
        let earlier = self.successors()?.into_iter().filter(|(_, now)| now == door).map(|(earlier, _)| earlier);
        let mut ids: Vec<DeviceId> = earlier.collect();
        ids.sort();
        ids.insert(0, door.clone());
        Ok(ids)
    }

    /// The ids of a door's lock as a JSON list, for `IN (SELECT value FROM json_each(?))`.
    pub(crate) fn ids_as_json(&self, door: &DeviceId) -> Result<String, Error> {
        let ids = self.ids_of_lock(door)?;
        crate::text::to_json(&ids.iter().map(DeviceId::as_str).collect::<Vec<_>>())
    }

    fn is_listed(&self, door: &DeviceId) -> Result<bool, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM door WHERE device_id = ?1 AND gone_at IS NULL)";
        Ok(self.connection.prepare_cached(sql)?.query_row([door.as_str()], |row| row.get(0))?)
    }
}

impl Write<'_> {
    /// Records the host's answer.
    pub fn add_lock_answer(&self, answer: &LockAnswer, now: Timestamp) -> Result<(), Error> {
        let sql = "INSERT INTO same_lock (gone, door, is_same, at) VALUES (?1, ?2, ?3, ?4)";
        let values = params![answer.gone.as_str(), answer.door.as_str(), answer.is_same, Millis(now)];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}
