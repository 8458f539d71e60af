//! Connected accounts with the problems that Seam reports for them.

use domain::ids::AccountId;
use domain::reading::AccountReading;
use rusqlite::{OptionalExtension, params};

use crate::error::Error;
use crate::sums;
use crate::text::{json, to_json};
use crate::transaction::{Read, Write};

impl Read<'_> {
    /// One account.
    pub fn account(&self, id: &AccountId) -> Result<Option<AccountReading>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM account WHERE account_id = ?1")?;
        let row = statement.query_row([id.as_str()], |row| {
            sums::check(row, 0)?;
            Ok(AccountReading {
                id: id.clone(),
                name: row.get("name")?,
                errors: json(row, "errors")?,
                warnings: json(row, "warnings")?,
            })
        });
        Ok(row.optional()?)
    }
}

impl Write<'_> {
    /// Keeps an account up to date. Writes nothing if nothing changed. Rewrites a damaged row and returns `true`.
    pub fn put_account(&self, account: &AccountReading) -> Result<bool, Error> {
        let is_damaged = self.account(&account.id).is_err_and(|error| error.is_damage());
        let sql = "INSERT INTO account (account_id, name, errors, warnings) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (account_id) DO UPDATE SET name = ?2, errors = ?3, warnings = ?4
            WHERE ?5 OR (name, errors, warnings) IS NOT (?2, ?3, ?4)";
        let (errors, warnings) = (to_json(&account.errors)?, to_json(&account.warnings)?);
        let values = params![account.id.as_str(), account.name, errors, warnings, is_damaged];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(is_damaged)
    }
}
