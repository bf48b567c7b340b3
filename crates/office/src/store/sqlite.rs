//! The real store: one SQLite file, write-ahead log, every commit on the disk before it returns.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};

use super::{Row, Store, StoreError, Table, Write};

/// A vault's file.
pub struct SqliteStore {
    connection: Connection,
    folder: PathBuf,
    before_commit: Option<Box<dyn FnMut() + Send>>,
}

impl SqliteStore {
    /// Makes a new file, readable by its owner alone; refuses to touch one that exists.
    pub fn create(file: &Path) -> Result<Self, StoreError> {
        make_private(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            std::io::ErrorKind::StorageFull => StoreError::Full,
            _ => StoreError::Broken(error.to_string()),
        })?;
        let store = Self::connect(file)?;
        store
            .connection
            .execute_batch("CREATE TABLE rows (tbl INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID;")
            .map_err(said)?;
        Ok(store)
    }

    /// Opens an existing file.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::connect(file)
    }

    fn connect(file: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags).map_err(said)?;
        // SQLite opens what it may not write for reading, and fails later with less to say.
        if connection.is_readonly(rusqlite::MAIN_DB).map_err(said)? {
            return Err(StoreError::ReadOnly);
        }
        connection
            .execute_batch(
                "PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; \
                 PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
                 PRAGMA cache_size = -16384;",
            )
            .map_err(said)?;
        let folder = file.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Self { connection, folder, before_commit: None })
    }

    /// Rehearsals only: called with every row written and nothing committed.
    pub fn before_commit(&mut self, hook: Box<dyn FnMut() + Send>) {
        self.before_commit = Some(hook);
    }
}

fn make_private(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map(drop)
}

fn said(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => StoreError::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Held,
        _ => StoreError::Broken(error.to_string()),
    }
}

impl Store for SqliteStore {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.connection
            .prepare_cached("SELECT value FROM rows WHERE tbl = ?1 AND key = ?2")
            .and_then(|mut query| query.query_row(params![table as u8, key], |row| row.get(0)).optional())
            .map_err(said)
    }

    fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<Row>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut query = self
            .connection
            .prepare_cached("SELECT key, value FROM rows WHERE tbl = ?1 AND key >= ?2 ORDER BY key LIMIT ?3")
            .map_err(said)?;
        let rows =
            query.query_map(params![table as u8, from, limit], |row| Ok((row.get(0)?, row.get(1)?))).map_err(said)?;
        rows.collect::<Result<_, _>>().map_err(said)
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreError> {
        let transaction = self.connection.transaction().map_err(said)?;
        for write in writes {
            match write {
                Write::Put { table, key, value } => transaction
                    .prepare_cached(
                        "INSERT INTO rows (tbl, key, value) VALUES (?1, ?2, ?3) \
                         ON CONFLICT (tbl, key) DO UPDATE SET value = excluded.value",
                    )
                    .and_then(|mut put| put.execute(params![*table as u8, key, value])),
                Write::Delete { table, key } => transaction
                    .prepare_cached("DELETE FROM rows WHERE tbl = ?1 AND key = ?2")
                    .and_then(|mut delete| delete.execute(params![*table as u8, key])),
            }
            .map_err(said)?;
        }
        if let Some(hook) = &mut self.before_commit {
            hook();
        }
        transaction.commit().map_err(said)
    }

    fn drawer(&self) -> Option<File> {
        tempfile::tempfile_in(&self.folder).ok()
    }

    fn scrub(&mut self) -> Result<(), StoreError> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(said)
    }
}
