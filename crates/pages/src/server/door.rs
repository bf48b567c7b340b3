//! Who may come in: one-time addresses, and the sessions that they give.
//!
//! An address works once. What it gives is a cookie that the browser keeps for this server's own folder alone: browsers
//! do not tell ports of one host apart, so a cookie of the whole host would be sent to whatever else listens on it.
//! Nothing of a vault is here, and nothing here opens one.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use office::random::machine_random;
use rand_core::Rng;
use subtle::{Choice, ConstantTimeEq};
use tokio::time::Instant;
use zeroize::Zeroizing;

/// The most addresses that wait to be used, and the most sessions: the oldest makes room.
const MOST: usize = 8;
/// For how long an address waits to be used.
const ADDRESS_WAITS: Duration = Duration::from_secs(60 * 60);
/// For how long a session is good without being used.
const SESSION_IDLES: Duration = Duration::from_secs(8 * 60 * 60);

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
    addresses: Vec<Key>,
    sessions: Vec<Key>,
}

/// A secret, in whose name what is done with it is done, and when it was made or last used.
struct Key {
    secret: Secret,
    officer: String,
    at: Instant,
}

struct Inside {
    at: SocketAddr,
    folder: String,
    kept: Mutex<Kept>,
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
        let kept = Mutex::new(Kept { addresses: Vec::new(), sessions: Vec::new() });
        Self(Arc::new(Inside { at, folder, kept }))
    }

    /// A new address, good once and for an hour: whoever opens it in a browser first has the office in that browser, and
    /// acts there in that officer's name; in nobody's at a party's office. It is for who asks to have shown who it is.
    pub fn address(&self, officer: &str) -> String {
        self.address_at(officer, Instant::now())
    }

    fn address_at(&self, officer: &str, at: Instant) -> String {
        let secret = Secret::make();
        let address = format!("http://{}/enter/{}", self.0.at, secret.text());
        add(&mut self.kept().addresses, Key { secret, officer: officer.to_owned(), at });
        address
    }

    /// Takes an address's token, once, for the value of a session's cookie.
    pub(super) fn enter(&self, token: &str, now: Instant) -> Option<Zeroizing<String>> {
        let mut kept = self.kept();
        kept.addresses.retain(|key| now.duration_since(key.at) < ADDRESS_WAITS);
        let at = find(&kept.addresses, token)?;
        let officer = kept.addresses.remove(at).officer;
        let secret = Secret::make();
        let cookie = Zeroizing::new(secret.text().to_owned());
        add(&mut kept.sessions, Key { secret, officer, at: now });
        Some(cookie)
    }

    /// The officer in whose name a session acts, if a cookie's value is a session's; it is used by that.
    pub(super) fn knows(&self, cookie: &str, now: Instant) -> Option<String> {
        let mut kept = self.kept();
        kept.sessions.retain(|key| now.duration_since(key.at) < SESSION_IDLES);
        let at = find(&kept.sessions, cookie)?;
        let key = kept.sessions.get_mut(at)?;
        key.at = now;
        Some(key.officer.clone())
    }

    /// Ends a session.
    pub(super) fn leave(&self, cookie: &str) {
        let mut kept = self.kept();
        if let Some(at) = find(&kept.sessions, cookie) {
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

fn add(to: &mut Vec<Key>, key: Key) {
    if to.len() >= MOST {
        to.remove(0);
    }
    to.push(key);
}

/// Looks at all of them, so that the time tells nothing of which it was.
fn find(among: &[Key], given: &str) -> Option<usize> {
    let mut found = None;
    for (at, key) in among.iter().enumerate() {
        if bool::from(key.secret.is(given)) {
            found = Some(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        Door::new(SocketAddr::from(([127, 0, 0, 1], 4711)))
    }

    fn token(address: &str) -> &str {
        address.rsplit('/').next().unwrap()
    }

    #[test]
    fn an_address_works_once_and_gives_a_session() {
        let (door, now) = (door(), Instant::now());
        let address = door.address_at("anna", now);
        assert!(address.starts_with("http://127.0.0.1:4711/enter/"));
        let cookie = door.enter(token(&address), now).expect("a session");
        assert_eq!(door.knows(&cookie, now).as_deref(), Some("anna"));
        assert!(door.enter(token(&address), now).is_none(), "an address works once");
        assert!(door.knows(token(&address), now).is_none(), "an address is no session");
        door.leave(&cookie);
        assert!(door.knows(&cookie, now).is_none());
    }

    #[test]
    fn nothing_else_comes_in() {
        let (door, now) = (door(), Instant::now());
        let address = door.address_at("anna", now);
        for given in ["", "0", &"0".repeat(64), &token(&address)[..63], &format!("{}0", token(&address))] {
            assert!(door.enter(given, now).is_none() && door.knows(given, now).is_none(), "{given}");
        }
        assert!(door.enter(token(&address), now).is_some(), "wrong tries take nothing away");
    }

    #[test]
    fn addresses_and_sessions_end_by_themselves() {
        let (door, now) = (door(), Instant::now());
        let (late, address) = (door.address_at("anna", now), door.address_at("anna", now));
        let cookie = door.enter(token(&address), now).expect("a session");
        assert!(door.enter(token(&late), now + ADDRESS_WAITS).is_none());
        assert!(door.knows(&cookie, now + SESSION_IDLES / 2).is_some());
        assert!(door.knows(&cookie, now + SESSION_IDLES).is_some(), "it was used meanwhile");
        assert!(door.knows(&cookie, now + SESSION_IDLES * 2).is_none());
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
