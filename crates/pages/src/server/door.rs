//! Who may come in: one-time addresses, and the sessions that they give, open or locked.
//!
//! An address works once. What it gives is a cookie that the browser keeps for this server's own folder alone: browsers
//! do not tell ports of one host apart, so a cookie of the whole host would be sent to whatever else listens on it.
//! A session that nobody used for a while is locked: it is shown the lock and hears the alarm, and nothing else. What it sends
//! of a form that it was shown before is kept for its officer, and not done.
//! Nothing of a vault is here, and nothing here opens one.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use office::random::machine_random;
use rand_core::Rng;
use subtle::{Choice, ConstantTimeEq};
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::sleep::{Sleep, clocks};

/// The most addresses that wait to be used, and the most sessions: the oldest makes room.
const MOST: usize = 8;
/// For how long an address waits to be used.
const ADDRESS_WAITS: Duration = Duration::from_secs(60 * 60);
/// For how long a session is good without being asked with, by a person or by a page.
const SESSION_IDLES: Duration = Duration::from_secs(8 * 60 * 60);
/// After how long without a person's request a session is locked, unless something else is said.
const LOCKS_AFTER: Duration = Duration::from_secs(10 * 60);
/// How many wrong passphrases end a locked session.
const TRIES: u32 = 5;

/// 32 random bytes in hexadecimal digits.
struct Secret(Zeroizing<[u8; 64]>);

impl Secret {
    fn make() -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        machine_random().fill_bytes(&mut *bytes);
        let mut text = Zeroizing::new([0_u8; 64]);
        for (byte, two) in bytes.iter().zip(text.chunks_exact_mut(2)) {
            two.copy_from_slice(format!("{byte:02x}").as_bytes());
        }
        Self(text)
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&*self.0).unwrap_or_default() // hexadecimal digits
    }

    /// Takes as long whatever was given, if it is of the right length.
    fn is(&self, given: &str) -> Choice {
        self.0.ct_eq(given.as_bytes())
    }
}

struct Kept {
    addresses: Vec<Address>,
    sessions: Vec<Session>,
    locks_after: Duration,
}

/// A one-time address, in whose name what is done with it is done, and when it was made.
struct Address {
    secret: Secret,
    officer: String,
    at: Instant,
}

/// A session.
struct Session {
    secret: Secret,
    officer: String,
    /// When a person last used it.
    used: Instant,
    /// When it was last asked with at all.
    asked: Instant,
    locked: bool,
    /// How many passphrases were tried since it was locked.
    tried: u32,
    /// What is urgent and its browser was told of last.
    told: BTreeSet<String>,
    /// What is urgent and was sounded in this browser.
    heard: BTreeSet<String>,
}

/// How a browser stands to the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// It has no session.
    Outside,
    /// Its session, which is that officer's, is locked.
    Locked(String),
    /// It acts in this officer's name.
    Open(String),
}

/// Called with an officer's name when the last open session of that officer was locked.
type Locked = Box<dyn Fn(&str) + Send + Sync>;

struct Inside {
    at: SocketAddr,
    folder: String,
    kept: Mutex<Kept>,
    locked: Mutex<Option<Locked>>,
    sleep: Mutex<Sleep>,
}

/// Gives addresses and knows sessions. Clones are the same door.
#[derive(Clone)]
pub struct Door(Arc<Inside>);

impl Door {
    /// The door of a server at this place.
    pub(super) fn new(at: SocketAddr) -> Self {
        let mut folder = [0; 8];
        machine_random().fill_bytes(&mut folder);
        let folder = folder.iter().map(|byte| format!("{byte:02x}")).collect();
        let kept = Mutex::new(Kept { addresses: Vec::new(), sessions: Vec::new(), locks_after: LOCKS_AFTER });
        Self(Arc::new(Inside { at, folder, kept, locked: Mutex::new(None), sleep: Mutex::new(Sleep::begin(clocks())) }))
    }

    /// A new address, good once and for an hour: whoever opens it in a browser first has the office in that browser, and
    /// acts there in that officer's name; in nobody's at a party's office. It is for who asks to have shown who it is.
    pub fn address(&self, officer: &str) -> String {
        self.address_at(officer, Instant::now())
    }

    /// Sessions lock after so long without a request by a person. A page that asks by itself is none.
    pub fn locks_after(&self, idle: Duration) {
        self.kept().locks_after = idle;
    }

    /// Has this called with an officer's name when that officer's session was locked and no other is open.
    pub fn on_lock(&self, locked: Box<dyn Fn(&str) + Send + Sync>) {
        *self.0.locked.lock().unwrap_or_else(PoisonError::into_inner) = Some(locked);
    }

    /// Locks every session at once, and forgets the addresses that were not used.
    pub fn lock(&self) {
        let mut kept = self.kept();
        kept.addresses.clear();
        let before = kept.open();
        kept.sessions.iter_mut().for_each(|session| session.locked = true);
        drop(kept);
        self.tell_locked(before);
    }

    /// Locks every session if the machine has slept since this was asked last: also before the first request after it.
    pub(super) fn lock_slept(&self) {
        if self.0.sleep.lock().unwrap_or_else(PoisonError::into_inner).was(clocks()) {
            self.lock();
        }
    }

    /// Locks the sessions that nobody used for long enough.
    pub(super) fn lock_idle(&self, now: Instant) {
        let mut kept = self.kept();
        let before = kept.open();
        kept.take_time(now);
        let after = kept.open();
        drop(kept);
        self.tell_locked(before.difference(&after).cloned().collect());
    }

    fn tell_locked(&self, officers: BTreeSet<String>) {
        let locked = self.0.locked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tell) = &*locked {
            officers.iter().for_each(|officer| tell(officer));
        }
    }

    fn address_at(&self, officer: &str, at: Instant) -> String {
        let secret = Secret::make();
        let address = format!("http://{}/enter/{}", self.0.at, secret.text());
        add(&mut self.kept().addresses, Address { secret, officer: officer.to_owned(), at });
        address
    }

    /// Takes an address's token, once, for the value of a session's cookie.
    pub(super) fn enter(&self, token: &str, now: Instant) -> Option<Zeroizing<String>> {
        let mut kept = self.kept();
        kept.addresses.retain(|address| now.duration_since(address.at) < ADDRESS_WAITS);
        let at = find(&kept.addresses, |address| &address.secret, token)?;
        let officer = kept.addresses.remove(at).officer;
        let secret = Secret::make();
        let cookie = Zeroizing::new(secret.text().to_owned());
        let heard = BTreeSet::new();
        let session =
            Session { secret, officer, used: now, asked: now, locked: false, tried: 0, told: BTreeSet::new(), heard };
        add(&mut kept.sessions, session);
        Some(cookie)
    }

    /// How the browser with this cookie stands; it is used by that, where a person asks.
    pub(super) fn knows(&self, cookie: &str, by_person: bool, now: Instant) -> Stands {
        self.lock_slept();
        self.lock_idle(now);
        let mut kept = self.kept();
        let Some(session) = kept.session(cookie) else { return Stands::Outside };
        session.asked = now;
        if session.locked {
            return Stands::Locked(session.officer.clone());
        }
        if by_person {
            session.used = now;
        }
        Stands::Open(session.officer.clone())
    }

    /// A passphrase is about to be tried on the locked session with this cookie: whose it has to be. None where there is no
    /// such session, or it was tried too often.
    pub(super) fn tries(&self, cookie: &str) -> Option<String> {
        let mut kept = self.kept();
        let session = kept.session(cookie).filter(|session| session.locked && session.tried < TRIES)?;
        session.tried += 1;
        Some(session.officer.clone())
    }

    /// That officer's passphrase was given: it is open again.
    pub(super) fn unlock(&self, cookie: &str, now: Instant) {
        if let Some(session) = self.kept().session(cookie) {
            (session.locked, session.tried, session.used) = (false, 0, now);
        }
    }

    /// A wrong passphrase was given. After too many of them there is no session any more.
    pub(super) fn wrong_passphrase(&self, cookie: &str) {
        let mut kept = self.kept();
        let Some(at) = find(&kept.sessions, |session| &session.secret, cookie) else { return };
        if kept.sessions.get(at).is_some_and(|session| session.tried >= TRIES) {
            kept.sessions.remove(at);
        }
    }

    /// Whether something of what is urgent was not sounded yet in the browser with this cookie. `heard` says that
    /// what it was told of last is sounded now.
    pub(super) fn rings(&self, cookie: &str, urgent: BTreeSet<String>, heard: bool) -> bool {
        let mut kept = self.kept();
        let Some(session) = kept.session(cookie) else { return false };
        let rings = urgent.difference(&session.heard).next().is_some();
        if heard {
            // What came since it was told was not sounded.
            session.heard.extend(std::mem::take(&mut session.told));
        } else {
            session.told.clone_from(&urgent);
        }
        session.heard.retain(|one| urgent.contains(one));
        rings && !heard
    }

    /// Ends a session.
    pub(super) fn leave(&self, cookie: &str) {
        let mut kept = self.kept();
        if let Some(at) = find(&kept.sessions, |session| &session.secret, cookie) {
            kept.sessions.remove(at);
        }
    }

    /// Host and port, as requests have to name them.
    pub(super) fn host(&self) -> String {
        self.0.at.to_string()
    }

    /// What the pages' own addresses begin with: no other server on this host is sent the cookie.
    pub(super) fn folder(&self) -> String {
        format!("/{}", self.0.folder)
    }

    /// The cookie's name: two offices of one host do not take each other's place.
    pub(super) fn cookie_name(&self) -> String {
        format!("office-{}", self.0.at.port())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing done under the lock can panic half-way.
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// The officers who have an open session.
    fn open(&self) -> BTreeSet<String> {
        self.sessions.iter().filter(|session| !session.locked).map(|session| session.officer.clone()).collect()
    }

    fn session(&mut self, cookie: &str) -> Option<&mut Session> {
        let at = find(&self.sessions, |session| &session.secret, cookie)?;
        self.sessions.get_mut(at)
    }

    fn take_time(&mut self, now: Instant) {
        let after = self.locks_after;
        self.sessions.retain(|session| now.duration_since(session.asked) < SESSION_IDLES);
        for session in &mut self.sessions {
            session.locked |= now.duration_since(session.used) >= after;
        }
    }
}

fn add<T>(to: &mut Vec<T>, one: T) {
    if to.len() >= MOST {
        to.remove(0);
    }
    to.push(one);
}

/// Looks at all of them, so that the time tells nothing of which it was.
fn find<T>(among: &[T], secret: impl Fn(&T) -> &Secret, given: &str) -> Option<usize> {
    let mut found = None;
    for (at, one) in among.iter().enumerate() {
        if bool::from(secret(one).is(given)) {
            found = Some(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn door() -> Door {
        Door::new(SocketAddr::from(([127, 0, 0, 1], 4711)))
    }

    fn token(address: &str) -> &str {
        address.rsplit('/').next().unwrap()
    }

    fn anna() -> Stands {
        Stands::Open("anna".to_owned())
    }

    fn locked() -> Stands {
        Stands::Locked("anna".to_owned())
    }

    #[test]
    fn an_address_works_once_and_gives_a_session() {
        let (door, now) = (door(), Instant::now());
        let address = door.address_at("anna", now);
        assert!(address.starts_with("http://127.0.0.1:4711/enter/"));
        let cookie = door.enter(token(&address), now).expect("a session");
        assert_eq!(door.knows(&cookie, true, now), anna());
        assert!(door.enter(token(&address), now).is_none(), "an address works once");
        assert_eq!(door.knows(token(&address), true, now), Stands::Outside, "an address is no session");
        door.leave(&cookie);
        assert_eq!(door.knows(&cookie, true, now), Stands::Outside);
    }

    #[test]
    fn nothing_else_comes_in() {
        let (door, now) = (door(), Instant::now());
        let address = door.address_at("anna", now);
        for given in ["", "0", &"0".repeat(64), &token(&address)[..63], &format!("{}0", token(&address))] {
            assert!(door.enter(given, now).is_none() && door.knows(given, true, now) == Stands::Outside, "{given}");
        }
        assert!(door.enter(token(&address), now).is_some(), "wrong tries take nothing away");
    }

    #[test]
    fn addresses_end_by_themselves_and_sessions_once_no_page_asks_any_more() {
        let (door, now) = (door(), Instant::now());
        let (late, address) = (door.address_at("anna", now), door.address_at("anna", now));
        let cookie = door.enter(token(&address), now).expect("a session");
        assert!(door.enter(token(&late), now + ADDRESS_WAITS).is_none());
        assert_eq!(door.knows(&cookie, false, now + SESSION_IDLES / 2), locked());
        assert_eq!(door.knows(&cookie, false, now + SESSION_IDLES), locked(), "it was asked with meanwhile");
        assert_eq!(door.knows(&cookie, false, now + SESSION_IDLES * 2), Stands::Outside);
    }

    #[test]
    fn a_session_that_no_person_used_for_a_while_is_locked_whatever_its_pages_ask() {
        let (door, now) = (door(), Instant::now());
        let (told, heard) = mpsc::channel();
        door.on_lock(Box::new(move |officer| told.send(officer.to_owned()).unwrap()));
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        let second = Duration::from_secs(1);
        assert_eq!(door.knows(&cookie, true, now + LOCKS_AFTER - second), anna());
        assert_eq!(door.knows(&cookie, false, now + LOCKS_AFTER * 2 - second * 2), anna());
        assert_eq!(door.knows(&cookie, false, now + LOCKS_AFTER * 2 - second), locked());
        assert_eq!(door.knows(&cookie, true, now + LOCKS_AFTER * 2), locked(), "a person does not open it by asking");
        assert_eq!(heard.try_iter().collect::<Vec<_>>(), ["anna"], "the terminal is told once");
        let later = now + LOCKS_AFTER * 3;
        door.unlock(&cookie, later);
        assert_eq!(door.knows(&cookie, true, later), anna());
        door.locks_after(second);
        assert_eq!(door.knows(&cookie, true, later + second), locked());
    }

    #[test]
    fn everything_is_locked_at_once_and_no_address_is_left() {
        let (door, now) = (door(), Instant::now());
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        let unused = door.address_at("anna", now);
        door.lock();
        assert_eq!(door.knows(&cookie, true, now), locked());
        assert!(door.enter(token(&unused), now).is_none());
        assert!(door.enter(token(&door.address_at("anna", now)), now).is_some(), "a new one opens");
    }

    #[test]
    fn too_many_wrong_passphrases_end_a_session() {
        let (door, now) = (door(), Instant::now());
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        door.lock();
        for _ in 0..TRIES {
            assert_eq!(door.knows(&cookie, true, now), locked());
            assert_eq!(door.tries(&cookie).as_deref(), Some("anna"));
            door.wrong_passphrase(&cookie);
        }
        assert_eq!((door.knows(&cookie, true, now), door.tries(&cookie)), (Stands::Outside, None));
    }

    #[test]
    fn a_try_that_nobody_waits_for_is_a_try() {
        let (door, now) = (door(), Instant::now());
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        assert_eq!(door.tries(&cookie), None, "it is open");
        door.lock();
        for _ in 0..TRIES {
            assert!(door.tries(&cookie).is_some());
        }
        assert_eq!(door.tries(&cookie), None);
        door.unlock(&cookie, now);
        door.lock();
        assert!(door.tries(&cookie).is_some(), "a right one begins the count anew");
    }

    #[test]
    fn what_came_after_a_browser_was_told_is_not_taken_for_heard() {
        let (door, now) = (door(), Instant::now());
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        let urgent = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<BTreeSet<_>>();
        assert!(door.rings(&cookie, urgent(&["a"]), false));
        assert!(!door.rings(&cookie, urgent(&["a", "b"]), true));
        assert!(door.rings(&cookie, urgent(&["a", "b"]), false), "b was not sounded");
    }

    #[test]
    fn what_is_urgent_rings_once_and_what_comes_later_rings_again() {
        let (door, now) = (door(), Instant::now());
        let cookie = door.enter(token(&door.address_at("anna", now)), now).expect("a session");
        let urgent = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<BTreeSet<_>>();
        assert!(!door.rings(&cookie, urgent(&[]), false));
        assert!(door.rings(&cookie, urgent(&["a"]), false));
        assert!(door.rings(&cookie, urgent(&["a"]), false), "until it was heard");
        assert!(!door.rings(&cookie, urgent(&["a"]), true));
        assert!(!door.rings(&cookie, urgent(&["a"]), false));
        door.lock();
        assert!(door.rings(&cookie, urgent(&["a", "b"]), false), "in a locked office too");
        assert!(!door.rings(&cookie, urgent(&["a", "b"]), true));
        assert!(!door.rings(&cookie, urgent(&["b"]), false), "what is done with does not ring");
        assert!(!door.rings("0", urgent(&["b"]), false));
    }

    #[test]
    fn there_are_never_more_than_so_many() {
        let (door, now) = (door(), Instant::now());
        let addresses: Vec<String> = (0..=MOST).map(|_| door.address_at("anna", now)).collect();
        assert!(door.enter(token(&addresses[0]), now).is_none());
        assert!(door.enter(token(&addresses[MOST]), now).is_some());
        assert_eq!(door.kept().addresses.len(), MOST - 1);
    }
}
