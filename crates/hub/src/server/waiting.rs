//! Who waits for which drops. A deposit wakes those who wait for its address; nothing else is remembered of anyone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use wire::Address;

type Watched = BTreeMap<Address, Vec<Arc<Notify>>>;

/// All who wait. It grows with the requests that are open and shrinks with them.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Watched>);

impl Waiting {
    /// Begins to wait. Do so before looking, so that nothing can arrive in between unseen.
    pub(super) fn watch<'w>(&'w self, addresses: &'w [Address]) -> Watch<'w> {
        let woken = Arc::new(Notify::new());
        let mut watched = self.watched();
        for address in addresses {
            watched.entry(*address).or_default().push(woken.clone());
        }
        Watch { waiting: self, addresses, woken }
    }

    /// Something has arrived.
    pub(super) fn wake(&self, address: &Address) {
        for woken in self.watched().get(address).into_iter().flatten() {
            // Kept for who is not listening at this moment.
            woken.notify_one();
        }
    }

    fn watched(&self) -> MutexGuard<'_, Watched> {
        // Nothing done under the lock can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One who waits. Dropping it ends the wait.
pub(super) struct Watch<'w> {
    waiting: &'w Waiting,
    addresses: &'w [Address],
    woken: Arc<Notify>,
}

impl Watch<'_> {
    /// Over when something has arrived since the last time.
    pub(super) async fn woken(&self) {
        self.woken.notified().await;
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        let mut watched = self.waiting.watched();
        for address in self.addresses {
            if let Some(who) = watched.get_mut(address) {
                who.retain(|woken| !Arc::ptr_eq(woken, &self.woken));
                if who.is_empty() {
                    watched.remove(address);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_when_nobody_waits() {
        let waiting = Waiting::default();
        let one = [Address::from_bytes([1; 32]), Address::from_bytes([2; 32]), Address::from_bytes([1; 32])];
        let other = [Address::from_bytes([2; 32])];
        let first = waiting.watch(&one);
        let second = waiting.watch(&other);
        drop(first);
        assert_eq!(waiting.watched().keys().copied().collect::<Vec<_>>(), other);
        drop(second);
        assert!(waiting.watched().is_empty());
    }

    #[tokio::test]
    async fn what_arrives_while_nobody_listens_is_not_missed() {
        let waiting = Waiting::default();
        let addresses = [Address::from_bytes([1; 32])];
        let watch = waiting.watch(&addresses);
        waiting.wake(&addresses[0]);
        tokio::time::timeout(std::time::Duration::from_secs(20), watch.woken()).await.expect("woken");
    }
}
