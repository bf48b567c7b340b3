//! A hub's home: the directory, which only its owner may enter, that holds
//!
//! - `hub.sqlite`: the store;
//! - `identity.key` and `identity.crt`: what the hub shows to offices ([`Identity`]);
//! - `passes`: what admits deposits ([`Passes`]), one in a line.
//!
//! All are made with the mode that they keep (0600), so that at no moment anyone else can read them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

use rand_core::CryptoRng;
use wire::Pass;
use zeroize::Zeroizing;

use crate::hex;
use crate::identity::{Identity, IdentityError, IdentityFiles};
use crate::keeping::Keeping;
use crate::passes::{Passes, PassesError};
use crate::server::{Config, Limits};
use crate::sqlite::{self, OpenError, SqliteStore};

/// The store's file in a home.
pub const STORE: &str = "hub.sqlite";
/// The private key's file in a home.
pub const KEY: &str = "identity.key";
/// The certificate's file in a home.
pub const CERTIFICATE: &str = "identity.crt";
/// The passes' file in a home.
pub const PASSES: &str = "passes";

/// What an operator hands to a desk, beside the hub's network address. No `Debug`, because of the pass.
pub struct Invite {
    /// What the hub is known by: see [`Identity::pin`].
    pub pin: [u8; 32],
    /// What admits deposits.
    pub pass: Pass,
}

/// A home that cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// There is something where it should be made.
    #[error("the directory is not empty, and nothing in it is overwritten: name another, or move away what is in it")]
    NotEmpty,
    /// There is no such directory.
    #[error("there is no hub's home there: make one first")]
    Missing,
    /// Others may look in.
    #[error("others than its owner may enter the directory or read {0}: take their rights away (chmod go= …) first")]
    Open(&'static str),
    /// A file is not there.
    #[error("{0} is missing: put it back from a copy, or, if making the home was interrupted, make a new one")]
    FileMissing(&'static str),
    /// The identity cannot be used.
    #[error("{KEY} and {CERTIFICATE}: {0}")]
    Identity(#[from] IdentityError),
    /// The passes cannot be used.
    #[error("{PASSES}: {0}")]
    Passes(#[from] PassesError),
    /// The store cannot be used.
    #[error("{STORE}: {0}")]
    Store(#[from] OpenError),
    /// The disk does not do as it should.
    #[error("{what} cannot be read or written: see who may, and that the disk has room")]
    Io {
        /// What was meant.
        what: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

/// Makes a home in `home`, which must not be there yet or be empty, and whose parent must be there. `rng` makes the
/// pass; the key comes from the cryptographic library's own generator.
///
/// # Errors
/// [`HomeError::NotEmpty`] if anything is there already; it is left as it is. Others if it cannot be made: what was made
/// of it is then no home and can be removed.
pub fn init<R: CryptoRng + ?Sized>(home: &Path, rng: &mut R) -> Result<Invite, HomeError> {
    match DirBuilder::new().mode(0o700).create(home) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if fs::read_dir(home).map_err(io("the directory"))?.next().is_some() {
                return Err(HomeError::NotEmpty);
            }
        }
        Err(error) => return Err(io("the directory")(error)),
    }
    closed(home, "")?;
    let files = IdentityFiles::generate()?;
    let identity = Identity::read(&files)?;
    let pass = Pass::random(rng);
    write_new(home, KEY, files.key.as_bytes())?;
    write_new(home, CERTIFICATE, files.certificate.as_bytes())?;
    sqlite::create(&home.join(STORE))?;
    // The last file: a home without it was never finished.
    let mut line = hex::encode(pass.as_bytes());
    line.push('\n');
    write_new(home, PASSES, line.as_bytes())?;
    File::open(home).and_then(|directory| directory.sync_all()).map_err(io("the directory"))?;
    Ok(Invite { pin: identity.pin(), pass })
}

/// What to serve from the home in `home`, with the limits and settings of a hub in earnest. The caller may change them.
///
/// # Errors
/// [`HomeError`] if there is no home, others may look into it, or something in it is missing or damaged.
pub fn open(home: &Path, keeping: Keeping) -> Result<Config, HomeError> {
    closed(home, "")?;
    let identity = identity(home)?;
    let passes = passes(home)?;
    let store = Arc::new(SqliteStore::open(&home.join(STORE), keeping)?);
    Ok(Config { identity, passes, store, limits: Limits::default(), figures: false, trouble: Arc::new(|_| {}) })
}

/// The invitation that the home in `home` gives: its pin and its first pass.
///
/// # Errors
/// [`HomeError`] if there is no home, others may look into it, or something in it is missing or damaged.
pub fn invite(home: &Path) -> Result<Invite, HomeError> {
    closed(home, "")?;
    let pin = identity(home)?.pin();
    let passes = passes(home)?;
    let pass = passes.first().ok_or(PassesError::Empty)?.duplicate();
    Ok(Invite { pin, pass })
}

fn identity(home: &Path) -> Result<Identity, HomeError> {
    let key = read(home, KEY)?;
    let certificate = read(home, CERTIFICATE)?.to_string();
    Ok(Identity::read(&IdentityFiles { key, certificate })?)
}

fn passes(home: &Path) -> Result<Passes, HomeError> {
    Ok(Passes::parse(&read(home, PASSES)?)?)
}

/// Refuses a directory, or a file in it, that others than its owner have rights to.
fn closed(home: &Path, file: &'static str) -> Result<(), HomeError> {
    let (path, missing, what) = match file {
        "" => (home.to_path_buf(), HomeError::Missing, "what is in it"),
        file => (home.join(file), HomeError::FileMissing(file), file),
    };
    match fs::metadata(path) {
        Ok(data) if data.mode() & 0o077 == 0 => Ok(()),
        Ok(_) => Err(HomeError::Open(what)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(missing),
        Err(error) => Err(io(what)(error)),
    }
}

fn read(home: &Path, file: &'static str) -> Result<Zeroizing<String>, HomeError> {
    closed(home, file)?;
    fs::read_to_string(home.join(file)).map(Zeroizing::new).map_err(io(file))
}

fn write_new(home: &Path, file: &'static str, bytes: &[u8]) -> Result<(), HomeError> {
    let write = |bytes| -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(home.join(file))?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write(bytes).map_err(io(file))
}

fn io(what: &'static str) -> impl Fn(io::Error) -> HomeError {
    move |source| HomeError::Io { what, source }
}
