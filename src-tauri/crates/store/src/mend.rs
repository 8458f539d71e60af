//! Mending what mirrors Seam. Seam says accounts and codes made elsewhere again, so a row of them that was changed by anything
//! but this program is left out, for the reading at hand to bring it back. What this record alone knows is never mended.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use crate::error::Error;
use crate::sums::{Packed, is_sealed};
use crate::transaction::Write;

/// Tables that hold nothing but what Seam said last.
const MIRRORS: [&str; 2] = ["account", "outside_code"];

/// Whether a sync mends the rows of a table. Those of doors and of the workspace hold more than Seam's words, so
/// [`Write::put_door`] and [`Write::put_workspace`] mend them.
pub fn is_mirror(table: &str) -> bool {
    MIRRORS.contains(&table) || ["door", "workspace"].contains(&table)
}

impl Write<'_> {
    /// Leaves out every damaged row about an account or about a code made elsewhere; gives how many there were.
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

    /// Writes the table anew as a whole: a row whose key was changed is found by no key.
    fn keep_sound_rows(&self, table: &str) -> Result<(), Error> {
        let mut statement = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
        // The sum is the last column, and the schema's own to write.
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
