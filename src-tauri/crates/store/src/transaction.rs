//! Handles: what can be read, and what can be written inside a transaction. The tables add their own verbs to them.

use std::ops::Deref;

use rusqlite::Connection;

/// Everything that can be read.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    pub(crate) connection: &'a Connection,
}

/// Everything that can be written, within one transaction.
pub struct Write<'a> {
    read: Read<'a>,
}

impl<'a> Read<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }
}

impl<'a> Write<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { read: Read::new(connection) }
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}
