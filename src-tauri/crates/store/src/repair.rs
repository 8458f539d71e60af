//! Repairs rows that mirror Seam. Seam reports accounts and codes made elsewhere again, so if anything but this program
//! changed such a row, it is left out in the transaction that applies Seam's answer. Rows that only this record knows
//! are never repaired.

use domain::ids::DeviceId;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use crate::error::Error;
use crate::sums::{Packed, is_sealed};
use crate::transaction::{Read, Write};
use crate::verify::Problem;

/// Tables that hold only Seam's latest answers.
const MIRRORS: [&str; 2] = ["account", "code_elsewhere"];

/// Whether a sync repairs the rows of a table. Rows of doors and of the workspace hold more than Seam's data, so
/// [`Write::put_door`] and [`Write::put_workspace`] repair them.
pub fn is_mirror(table: &str) -> bool {
    matches!(table, "door" | "workspace") || MIRRORS.contains(&table)
}

impl Read<'_> {
    /// Damage to rows that count toward the limits of doors, other than our own codes. A row with a changed key cannot
    /// be assigned to a door.
    pub fn verify_places(&self) -> Result<Option<Problem>, Error> {
        for table in ["code_elsewhere", "same_lock"] {
            let damaged = self.changed_rows(table, None)?;
            if damaged > 0 {
                return Ok(Some(Problem::Rows(damaged, table.to_owned())));
            }
        }
        Ok(None)
    }
}

impl Write<'_> {
    /// Leaves out every damaged row about an account or about a code made elsewhere, once everything has been read at
    /// Seam; returns how many there were.
    ///
    /// # Errors
    /// The record cannot be written, or its pages do not fit together.
    pub fn leave_out_damaged_rows(&self) -> Result<u64, Error> {
        let mut left_out = 0;
        for table in MIRRORS {
            let damaged = self.changed_rows(table, None)?;
            if damaged > 0 {
                self.keep_sound_rows(table)?;
            }
            left_out += damaged;
        }
        Ok(left_out)
    }

    /// Leaves out the damaged codes of one door.
    pub(crate) fn leave_out_damaged_codes(&self, device: &DeviceId) -> Result<u64, Error> {
        let mut statement = self.connection.prepare("SELECT * FROM code_elsewhere WHERE device_id = ?1")?;
        let columns = statement.column_count().saturating_sub(1);
        let mut packed = Packed::default();
        let mut damaged: Vec<Value> = Vec::new();
        let mut rows = statement.query([device.as_str()])?;
        while let Some(row) = rows.next()? {
            if !is_sealed(row, 0..columns, &mut packed)? {
                damaged.push(row.get("access_code_id")?);
            }
        }
        for id in &damaged {
            let sql = "DELETE FROM code_elsewhere WHERE device_id = ?1 AND access_code_id = ?2";
            self.connection.prepare_cached(sql)?.execute((device.as_str(), id))?;
        }
        Ok(damaged.len() as u64)
    }

    /// Rewrites the whole table: a row with a changed key is found by no key.
    fn keep_sound_rows(&self, table: &str) -> Result<(), Error> {
        let mut statement = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
        // The sum is the last column, and only the schema writes it.
        let columns = statement.column_count().saturating_sub(1);
        let names = statement.column_names().take(columns).collect::<Vec<_>>().join(", ");
        let mut packed = Packed::default();
        let values = statement.query_map([], |row| values(row, columns, &mut packed))?;
        let sound = values.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?;
        self.connection.execute(&format!("DELETE FROM {table}"), [])?;
        let places = vec!["?"; columns].join(", ");
        let mut insert = self.connection.prepare(&format!("INSERT INTO {table} ({names}) VALUES ({places})"))?;
        for values in sound {
            insert.execute(params_from_iter(values))?;
        }
        Ok(())
    }
}

/// The values of a row that still has its sum.
fn values(row: &Row<'_>, columns: usize, packed: &mut Packed) -> rusqlite::Result<Option<Vec<Value>>> {
    let is_sound = is_sealed(row, 0..columns, packed)?;
    is_sound.then(|| (0..columns).map(|column| row.get(column)).collect()).transpose()
}
