//! The hub's home: made once, for its owner alone, and opened only when it is whole.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use hub::home::{CERTIFICATE, HomeError, KEY, PASSES, STORE, init, invite, open};
use hub::{Keeping, Now, PutOutcome};
use tempfile::TempDir;

use crate::rig::{START, cell, key, rng};

fn made() -> (TempDir, std::path::PathBuf) {
    let above = tempfile::tempdir().unwrap();
    let home = above.path().join("home");
    init(&home, &mut rng(1)).unwrap();
    (above, home)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn contents(home: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    fs::read_dir(home).unwrap().map(|entry| read(entry.unwrap())).collect()
}

fn refusal(home: &Path) -> HomeError {
    open(home, Keeping::default()).err().expect("it should not open")
}

#[test]
fn is_for_its_owner_alone() {
    let (_above, home) = made();
    assert_eq!(mode(&home), 0o700);
    let files = contents(&home);
    assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), [STORE, CERTIFICATE, KEY, PASSES]);
    for file in files.keys() {
        assert_eq!(mode(&home.join(file)), 0o600, "{file}");
    }
    // Nor may what SQLite puts there later be read by others.
    let config = open(&home, Keeping::default()).unwrap();
    config.store.put(key(1).address(), cell(1), Now(START)).wait().unwrap();
    for file in contents(&home).keys() {
        assert_eq!(mode(&home.join(file)), 0o600, "{file}");
    }
}

#[test]
fn the_invitation_is_what_the_home_serves() {
    let above = tempfile::tempdir().unwrap();
    let home = above.path().join("home");
    let invited = init(&home, &mut rng(1)).unwrap();
    let config = open(&home, Keeping::default()).unwrap();
    assert_eq!(config.identity.pin(), invited.pin);
    assert!(config.passes.admits(&invited.pass));
    assert!(!config.figures);
    let again = invite(&home).unwrap();
    assert!(again.pin == invited.pin && again.pass == invited.pass);
    let other = init(&above.path().join("other"), &mut rng(2)).unwrap();
    assert!(other.pin != invited.pin && other.pass != invited.pass);
}

#[test]
fn keeps_what_it_was_given() {
    let (_above, home) = made();
    let config = open(&home, Keeping::default()).unwrap();
    assert_eq!(config.store.put(key(1).address(), cell(1), Now(START)).wait().unwrap(), PutOutcome::Stored);
    drop(config);
    let config = open(&home, Keeping::default()).unwrap();
    assert_eq!(config.store.collect(&[key(1).address()], Now(START)).wait().unwrap(), [Some(cell(1))]);
}

#[test]
fn overwrites_nothing() {
    let (above, home) = made();
    let before = contents(&home);
    assert!(matches!(init(&home, &mut rng(2)), Err(HomeError::NotEmpty)));
    assert!(contents(&home) == before);
    let used = above.path().join("used");
    fs::create_dir(&used).unwrap();
    set_mode(&used, 0o700);
    fs::write(used.join("letter"), "kept").unwrap();
    assert!(matches!(init(&used, &mut rng(2)), Err(HomeError::NotEmpty)));
    assert_eq!(fs::read_dir(&used).unwrap().count(), 1);
    let file = above.path().join("file");
    fs::write(&file, "kept").unwrap();
    assert!(init(&file, &mut rng(2)).is_err());
    assert_eq!(fs::read(&file).unwrap(), b"kept");
    assert!(init(&above.path().join("no/such/parent"), &mut rng(2)).is_err());
}

#[test]
fn an_empty_directory_will_do_if_it_is_closed_to_others() {
    let above = tempfile::tempdir().unwrap();
    let home = above.path().join("home");
    fs::create_dir(&home).unwrap();
    set_mode(&home, 0o755);
    assert!(matches!(init(&home, &mut rng(1)), Err(HomeError::Open(_))));
    assert_eq!(fs::read_dir(&home).unwrap().count(), 0);
    set_mode(&home, 0o700);
    init(&home, &mut rng(1)).unwrap();
    open(&home, Keeping::default()).unwrap();
}

#[test]
fn is_not_served_while_others_can_read_it() {
    let (_above, home) = made();
    for (path, closed) in [(home.clone(), 0o700), (home.join(KEY), 0o600), (home.join(PASSES), 0o600)] {
        for open_to in [0o040, 0o004] {
            set_mode(&path, closed | open_to);
            let refusal = refusal(&home);
            assert!(matches!(refusal, HomeError::Open(_)), "{refusal}");
        }
        set_mode(&path, closed);
    }
    open(&home, Keeping::default()).unwrap();
}

#[test]
fn says_which_file_is_missing() {
    let (above, home) = made();
    for file in [KEY, CERTIFICATE, PASSES, STORE] {
        fs::rename(home.join(file), above.path().join(file)).unwrap();
        let told = refusal(&home).to_string();
        assert!(told.contains(file) && told.contains("put") && told.contains("copy"), "{told}");
        assert!(!home.join(file).exists(), "and makes none in its place");
        fs::rename(above.path().join(file), home.join(file)).unwrap();
    }
    open(&home, Keeping::default()).unwrap();
    assert!(matches!(refusal(&above.path().join("elsewhere")), HomeError::Missing));
}

#[test]
fn says_which_file_is_damaged() {
    let (above, home) = made();
    let other = above.path().join("other");
    init(&other, &mut rng(2)).unwrap();
    let others = |file| fs::read(other.join(file)).unwrap();
    let half = |file| {
        let bytes = fs::read(home.join(file)).unwrap();
        bytes[..bytes.len() / 2].to_vec()
    };
    let cases: [(&'static str, Vec<u8>); 13] = [
        (KEY, vec![]),
        (KEY, half(KEY)),
        (KEY, others(KEY)),
        (KEY, fs::read(home.join(CERTIFICATE)).unwrap()),
        (CERTIFICATE, vec![]),
        (CERTIFICATE, half(CERTIFICATE)),
        (CERTIFICATE, others(CERTIFICATE)),
        (PASSES, vec![]),
        (PASSES, half(PASSES)),
        (PASSES, vec![0xff; 65]),
        (STORE, vec![]),
        (STORE, vec![0; 4096]),
        (STORE, others(PASSES)),
    ];
    for (file, bytes) in cases {
        let before = fs::read(home.join(file)).unwrap();
        fs::write(home.join(file), bytes).unwrap();
        let told = refusal(&home).to_string();
        assert!(told.contains(file), "{file}: {told}");
        fs::write(home.join(file), before).unwrap();
    }
    open(&home, Keeping::default()).unwrap();
}

#[test]
fn a_pass_can_be_added_and_a_wrong_line_is_named() {
    let (_above, home) = made();
    let mut text = fs::read_to_string(home.join(PASSES)).unwrap();
    let second = wire::Pass::from_bytes([0xab; 32]);
    text.push_str(&format!("\n  {}  \r\n", "Ab".repeat(32)));
    fs::write(home.join(PASSES), &text).unwrap();
    let config = open(&home, Keeping::default()).unwrap();
    assert!(config.passes.admits(&second) && config.passes.admits(&invite(&home).unwrap().pass));
    assert!(!config.passes.admits(&wire::Pass::from_bytes([0xac; 32])));
    drop(config);
    fs::write(home.join(PASSES), format!("{text}{}\n", "ab".repeat(31))).unwrap();
    let told = refusal(&home).to_string();
    assert!(told.contains("line 4") && !told.contains("abab"), "{told}");
}
