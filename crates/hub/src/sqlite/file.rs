//! The file: its form, making it, opening it, copying it.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

/// Marks the file as a hub's store.
const APPLICATION: i32 = 0x676f_6875;
/// The form of the tables below. A change of form is a new number and a step from the old one.
const FORM: i32 = 1;
/// A cell and its row's head take one such page and a little of another. In pages of 16 KiB a cell would leave half of
/// its page empty, because two do not fit.
const PAGE: u32 = 8192;

/// `drops` has a row for every drop that is known; `cells` only the bytes that are held, so that erasing frees their
/// pages; `tally` the figures, which counting would take too long for.
const TABLES: &str = "
CREATE TABLE drops (
  address  BLOB PRIMARY KEY CHECK (length(address) = 32),
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  standing INTEGER NOT NULL CHECK (standing IN (0, 1, 2)),
  ends     INTEGER NOT NULL,
  cell     INTEGER CHECK ((cell IS NOT NULL) = (standing = 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX drops_by_end ON drops (ends);
CREATE TABLE cells (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL CHECK (length(bytes) = 8192)
) STRICT;
CREATE TABLE tally (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  deposited  INTEGER NOT NULL,
  held       INTEGER NOT NULL,
  tombstones INTEGER NOT NULL
) STRICT;
INSERT INTO tally VALUES (1, 0, 0, 0);
";

/// A store file that cannot be made, opened or copied.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is not there.
    #[error("the store's file is missing: put back a copy of it, or make a new home")]
    Missing,
    /// Something is there already.
    #[error("there is a file already where the store's would be: move it away first")]
    Exists,
    /// It is something else, or damaged.
    #[error("the store's file is damaged or is no hub's store: put back a copy of it")]
    NotAStore,
    /// It has a form that this version does not know.
    #[error("the store's file has form {0}, which this version does not know: run a newer version")]
    Newer(i32),
    /// It cannot be reached.
    #[error("the store's file cannot be used: see who may read and write it, and that its disk has room")]
    Io(#[from] io::Error),
    /// SQLite cannot use it.
    #[error("the store's file cannot be used: see that no other program holds it, and that its disk has room")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> OpenError {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => OpenError::NotAStore,
            _ => OpenError::Sqlite(error),
        }
    }
}

/// Makes the file of an empty store, which only its owner may read.
///
/// # Errors
/// [`OpenError`] if there is something already, or it cannot be made.
pub fn create(path: &Path) -> Result<(), OpenError> {
    reserve(path)?;
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "page_size", PAGE)?;
    settings(&connection)?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", FORM)?;
    transaction.commit()?;
    Ok(())
}

/// Copies the store at `from`, on which a hub may be running, to a new file at `to`. The copy is whole: all that had
/// been answered before.
///
/// # Errors
/// [`OpenError`] if the one cannot be read or the other cannot be made.
pub fn copy(from: &Path, to: &Path) -> Result<(), OpenError> {
    let connection = open(from)?;
    reserve(to)?;
    let to = to.to_str().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    connection.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// An empty file, made so that only its owner can ever have read it; what SQLite puts beside it gets the same mode.
fn reserve(path: &Path) -> Result<(), OpenError> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(OpenError::Exists),
        Err(error) => Err(error.into()),
    }
}

/// A connection to the store at `path`.
pub(super) fn open(path: &Path) -> Result<Connection, OpenError> {
    if !path.try_exists()? {
        return Err(OpenError::Missing);
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(OpenError::NotAStore);
    }
    let form: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if form != FORM {
        return Err(OpenError::Newer(form));
    }
    settings(&connection)?;
    Ok(connection)
}

fn settings(connection: &Connection) -> Result<(), OpenError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_connection_syncs_what_it_commits_and_overwrites_what_it_frees() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("hub.sqlite");
        create(&path).unwrap();
        let connection = open(&path).unwrap();
        let value = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(value("synchronous"), 2, "FULL");
        assert_eq!(value("secure_delete"), 1);
        assert_eq!(value("page_size"), i64::from(PAGE));
        let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_cell_takes_hardly_more_than_its_own_bytes_in_the_file() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("hub.sqlite");
        create(&path).unwrap();
        let mut connection = open(&path).unwrap();
        let transaction = connection.transaction().unwrap();
        for _ in 0..1000 {
            transaction.execute("INSERT INTO cells (bytes) VALUES (randomblob(8192))", []).unwrap();
        }
        transaction.commit().unwrap();
        drop(connection);
        let bytes = std::fs::metadata(&path).unwrap().len();
        assert!(bytes < 1000 * 9500, "{bytes} bytes for 1000 cells");
    }
}
