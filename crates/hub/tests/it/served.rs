//! What the hub answers over a real TLS connection.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use hub::{Answer, Figures, Keeping, Now, PutOutcome, Store, StoreError, Sweep};
use tokio::time::timeout;
use wire::{
    Address, Cell, Collect, CollectReply, Erase, EraseReply, PATH_COLLECT, PATH_ERASE, PATH_PUT, Pass, Put, PutReply,
    Refusal,
};

use crate::rig::{Client, PATIENCE, Rig, cell, key, memory, pass, request, rng, sqlite};

async fn round_trip(rig: &Rig) {
    let mut client = rig.client().await;
    assert_eq!(client.collect(0, &[key(1), key(2)]).await, [None, None]);
    assert_eq!(client.deposit(&key(1), cell(11)).await, PutReply::Stored);
    assert_eq!(client.deposit(&key(1), cell(11)).await, PutReply::Stored);
    assert_eq!(client.deposit(&key(1), cell(12)).await, PutReply::Taken);
    let mut other = rig.client().await;
    assert_eq!(other.collect(0, &[key(2), key(1)]).await, [None, Some(cell(11))]);
    assert_eq!(other.erase(&[key(1), key(3)]).await, EraseReply::Done);
    assert_eq!(client.collect(0, &[key(1)]).await, [None]);
    assert_eq!(client.deposit(&key(1), cell(12)).await, PutReply::Taken);
    assert_eq!(rig.figures().await, Figures { deposited: 1, held: 0, tombstones: 1 });
}

#[tokio::test]
async fn put_collect_erase_in_memory() {
    round_trip(&Rig::memory().await).await;
}

#[tokio::test]
async fn put_collect_erase_in_sqlite() {
    let directory = tempfile::tempdir().unwrap();
    round_trip(&Rig::start(Arc::new(sqlite(directory.path(), Keeping::default())), |_| {}).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_clients_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let rig = Arc::new(Rig::start(Arc::new(sqlite(directory.path(), Keeping::default())), |_| {}).await);
    let clients: Vec<_> = (0..12u8)
        .map(|n| {
            let rig = rig.clone();
            tokio::spawn(async move {
                let mut client = rig.client().await;
                for m in 0..10 {
                    let n = n * 10 + m;
                    assert_eq!(client.deposit(&key(n), cell(n)).await, PutReply::Stored);
                    assert_eq!(client.collect(0, &[key(n)]).await, [Some(cell(n))]);
                }
            })
        })
        .collect();
    for client in clients {
        timeout(PATIENCE, client).await.unwrap().unwrap();
    }
    assert_eq!(rig.figures().await.held, 120);
}

#[tokio::test]
async fn who_waits_is_answered_when_it_arrives() {
    let rig = Rig::memory().await;
    let (mut waiting, mut depositing) = (rig.client().await, rig.client().await);
    let keys = [key(1), key(2), key(3)];
    let wait = async { timeout(PATIENCE, waiting.collect(60, &keys)).await.expect("answered at once") };
    let deposit = async {
        rig.looked(1).await;
        // Not waited for.
        depositing.deposit(&key(9), cell(9)).await;
        depositing.deposit(&key(2), cell(22)).await;
    };
    let (cells, ()) = tokio::join!(wait, deposit);
    assert_eq!(cells, [None, Some(cell(22)), None]);
}

#[tokio::test]
async fn all_who_wait_for_one_drop_are_answered() {
    let rig = Rig::memory().await;
    let (mut one, mut two, mut depositing) = (rig.client().await, rig.client().await, rig.client().await);
    let (keys, others) = ([key(1)], [key(2), key(1)]);
    let deposit = async {
        rig.looked(2).await;
        depositing.deposit(&key(1), cell(1)).await
    };
    let all = async { tokio::join!(one.collect(60, &keys), two.collect(60, &others), deposit) };
    let (one, two, _) = timeout(PATIENCE, all).await.expect("answered at once");
    assert_eq!((one, two), (vec![Some(cell(1))], vec![None, Some(cell(1))]));
}

#[tokio::test]
async fn what_is_there_is_not_waited_for() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    client.deposit(&key(2), cell(2)).await;
    let cells = timeout(PATIENCE, client.collect(60, &[key(1), key(2)])).await.expect("answered at once");
    assert_eq!(cells, [None, Some(cell(2))]);
}

#[tokio::test]
async fn a_wait_ends() {
    let rig = Rig::start(memory(Keeping::default()), |config| config.limits.wait = Duration::from_millis(200)).await;
    let mut client = rig.client().await;
    assert_eq!(timeout(PATIENCE, client.collect(255, &[key(1)])).await.expect("no longer than the limit"), [None]);
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let waited = timeout(Duration::from_millis(900), client.collect(1, &[key(1)])).await;
    assert!(waited.is_err(), "and no shorter than was asked for");
    assert_eq!(client.answer().await.unwrap().1.len(), wire::COLLECT_REPLY_BYTES);
}

#[tokio::test]
async fn a_wait_finds_at_its_end_what_came_by_another_way() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let keys = [key(1)];
    let put = async {
        rig.looked(1).await;
        rig.store.put(key(1).address(), cell(1), Now(crate::rig::START)).await.unwrap()
    };
    let (cells, _) = tokio::join!(client.collect(1, &keys), put);
    assert_eq!(cells, [Some(cell(1))]);
}

#[tokio::test]
async fn expiry_follows_the_clock_that_was_given() {
    let keeping = Keeping { life_seconds: 1000, ..Keeping::default() };
    let rig = Rig::start(memory(keeping), |config| config.limits.sweep = Duration::from_millis(10)).await;
    let mut client = rig.client().await;
    client.deposit(&key(1), cell(1)).await;
    rig.pass_time(999);
    assert_eq!(client.collect(0, &[key(1)]).await, [Some(cell(1))]);
    rig.pass_time(1);
    assert_eq!(client.collect(0, &[key(1)]).await, [None]);
    rig.pass_time(1000);
    let swept = async {
        while rig.figures().await.tombstones + rig.figures().await.held > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, swept).await.expect("swept by itself");
}

#[tokio::test]
async fn a_pass_that_is_not_known_deposits_nothing() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let mut other = *pass().as_bytes();
    other[31] ^= 1;
    for bytes in [[0; 32], other] {
        let reply = client.put(Pass::from_bytes(bytes), key(1).address(), cell(1)).await;
        assert_eq!(reply, PutReply::Refused(Refusal::Pass));
    }
    assert_eq!(client.collect(0, &[key(1)]).await, [None]);
    assert_eq!(rig.figures().await, Figures::default());
    // Nor does it tell what is there.
    client.deposit(&key(1), cell(1)).await;
    for bytes in [1, 2] {
        let reply = client.put(Pass::from_bytes(other), key(1).address(), cell(bytes)).await;
        assert_eq!(reply, PutReply::Refused(Refusal::Pass));
    }
}

#[tokio::test]
async fn any_of_several_passes_admits() {
    let second = || Pass::from_bytes([8; 32]);
    let passes = hub::Passes::new(vec![pass(), second()]);
    let rig = Rig::start(memory(Keeping::default()), |config| config.passes = passes).await;
    let mut client = rig.client().await;
    assert_eq!(client.put(pass(), key(1).address(), cell(1)).await, PutReply::Stored);
    assert_eq!(client.put(second(), key(2).address(), cell(2)).await, PutReply::Stored);
}

#[tokio::test]
async fn only_what_is_posted_counts() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let put = Put { pass: pass(), address: key(1).address(), cell: cell(1) }.encode(&mut rng(1));
    for method in ["PUT", "GET", "DELETE"] {
        client.send(&request(method, PATH_PUT, &put)).await;
        let (status, reply) = client.answer().await.unwrap();
        assert_eq!((status, PutReply::decode(&reply).unwrap()), (200, PutReply::Refused(Refusal::Malformed)));
        // What was not read of it ends the connection.
        client = rig.client().await;
    }
    assert_eq!(rig.figures().await, Figures::default());
}

#[tokio::test]
async fn a_full_hub_says_so() {
    let rig = Rig::start(memory(Keeping { cells: 1, ..Keeping::default() }), |_| {}).await;
    let mut client = rig.client().await;
    assert_eq!(client.deposit(&key(1), cell(1)).await, PutReply::Stored);
    assert_eq!(client.deposit(&key(2), cell(2)).await, PutReply::Refused(Refusal::Full));
    client.erase(&[key(1)]).await;
    assert_eq!(client.deposit(&key(2), cell(2)).await, PutReply::Stored);
}

/// A store whose disk is gone.
struct Broken;

fn broken<T>() -> Answer<T> {
    Answer::ready(Err(StoreError::Failed(Arc::new(std::io::Error::other("gone")))))
}

impl Store for Broken {
    fn put(&self, _: Address, _: Cell, _: Now) -> Answer<PutOutcome> {
        broken()
    }
    fn collect(&self, _: &[Address], _: Now) -> Answer<Vec<Option<Cell>>> {
        broken()
    }
    fn erase(&self, _: &[Address], _: Now) -> Answer<()> {
        broken()
    }
    fn expire(&self, _: Now) -> Answer<Sweep> {
        broken()
    }
    fn figures(&self) -> Answer<Figures> {
        broken()
    }
}

#[tokio::test]
async fn a_store_that_fails_is_told_to_the_operator_and_busy_to_all_others() {
    let rig = Rig::start(Arc::new(Broken), |config| config.figures = true).await;
    let mut client = rig.client().await;
    assert_eq!(client.deposit(&key(1), cell(1)).await, PutReply::Refused(Refusal::Busy));
    assert_eq!(client.erase(&[key(1)]).await, EraseReply::Refused(Refusal::Busy));
    let body = Collect { wait_seconds: 60, keys: vec![key(1)] }.encode(&mut rng(1));
    let (_, reply) = client.post(PATH_COLLECT, &body).await;
    assert_eq!(CollectReply::decode(&reply).unwrap(), CollectReply::Refused(Refusal::Busy));
    assert_eq!(client.get("/healthz").await, (503, b"ill\n".to_vec()));
    assert_eq!(client.get("/figures").await.0, 503);
    let troubles = rig.troubles.lock().unwrap();
    assert!(troubles.len() >= 4, "the sweep, the deposit, the erasure, the collection: {troubles:?}");
    assert!(troubles.iter().all(|trouble| trouble.contains("its disk has room")), "{troubles:?}");
}

/// The answers to these bodies on this path: their heads and lengths.
async fn shapes(client: &mut Client, path: &str, bodies: &[Vec<u8>]) -> Vec<(String, usize)> {
    let mut shapes = Vec::new();
    for body in bodies {
        let length = client.post(path, body).await.1.len();
        shapes.push((client.heads.last().unwrap().clone(), length));
    }
    shapes
}

fn all_equal(shapes: &[(String, usize)], length: usize) {
    for shape in shapes {
        assert_eq!(shape, &shapes[0]);
        assert_eq!(shape.1, length);
    }
}

#[tokio::test]
async fn answers_on_one_path_are_of_one_shape() {
    let rig = Rig::start(memory(Keeping { cells: 1, ..Keeping::default() }), |_| {}).await;
    let mut client = rig.client().await;
    let put = |pass: Pass, n: u8, bytes: u8| {
        Put { pass, address: key(n).address(), cell: cell(bytes) }.encode(&mut rng(1)).to_vec()
    };
    let stored = put(pass(), 1, 1);
    let taken = put(pass(), 1, 2);
    let full = put(pass(), 2, 2);
    let no_pass = put(Pass::from_bytes([0; 32]), 3, 3);
    let short = stored[1..].to_vec();
    let bodies = [stored, taken, full, no_pass, short, vec![]];
    let puts = shapes(&mut client, PATH_PUT, &bodies).await;
    all_equal(&puts, wire::SHORT_REPLY_BYTES);

    let collect = |n: u8| Collect { wait_seconds: 0, keys: vec![key(n)] }.encode(&mut rng(1)).to_vec();
    let collects = shapes(&mut client, PATH_COLLECT, &[collect(1), collect(2), vec![0], vec![]]).await;
    all_equal(&collects, wire::COLLECT_REPLY_BYTES);

    let erase = |n: u8| Erase { keys: vec![key(n)] }.encode(&mut rng(1)).to_vec();
    let erases = shapes(&mut client, PATH_ERASE, &[erase(1), erase(2), vec![0], vec![]]).await;
    all_equal(&erases, wire::SHORT_REPLY_BYTES);
    assert_eq!(erases[0], puts[0]);
    assert!(!puts[0].0.to_lowercase().contains("date"), "nor do they tell the hub's time: {}", puts[0].0);
}

#[tokio::test]
async fn empty_slots_look_like_cells() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let body = Collect { wait_seconds: 0, keys: vec![] }.encode(&mut rng(1));
    let (first, second) = (client.post(PATH_COLLECT, &body).await.1, client.post(PATH_COLLECT, &body).await.1);
    let slots: Vec<&[u8]> = [&first, &second].into_iter().flat_map(|reply| reply[16..].chunks(8192)).collect();
    for (n, slot) in slots.iter().enumerate() {
        assert!(!slots[..n].contains(slot), "no two are the same");
        let ones: u32 = slot.iter().map(|byte| byte.count_ones()).sum();
        assert!((31_500..34_000).contains(&ones), "about half of all bits: {ones}");
    }
}

#[tokio::test]
async fn figures_are_told_only_where_they_are_wanted() {
    let rig = Rig::memory().await;
    let refusal = PutReply::Refused(Refusal::Malformed).encode().to_vec();
    assert_eq!(rig.client().await.get("/figures").await, (404, refusal));
    let rig = Rig::start(memory(Keeping::default()), |config| config.figures = true).await;
    let mut client = rig.client().await;
    client.deposit(&key(1), cell(1)).await;
    client.deposit(&key(2), cell(1)).await;
    client.erase(&[key(1)]).await;
    let (status, json) = client.get("/figures").await;
    assert_eq!((status, json.as_slice()), (200, br#"{"deposited":2,"held":1,"cell_sizes":[8192]}"#.as_slice()));
}

#[tokio::test]
async fn stopping_answers_who_waits_and_lets_no_one_else_in() {
    // So long that whatever waits for a limit, waits too long for the test.
    let mut rig = Rig::start(memory(Keeping::default()), |config| {
        config.limits.grace = 10 * PATIENCE;
        config.limits.handshake = 10 * PATIENCE;
    })
    .await;
    let _in_its_handshake = tokio::net::TcpStream::connect(rig.address).await.unwrap();
    let (mut waiting, mut quiet) = (rig.client().await, rig.client().await);
    let address = rig.address;
    let keys = [key(1)];
    let wait = async { timeout(PATIENCE, waiting.collect(60, &keys)).await.expect("answered at once") };
    let stop = async {
        rig.looked(1).await;
        rig.tell_stop();
        timeout(PATIENCE, rig.stopped()).await.unwrap();
    };
    let (cells, ()) = tokio::join!(wait, stop);
    assert_eq!(cells, [None]);
    assert!(waiting.ends().await && quiet.ends().await);
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn stopping_lets_a_request_under_way_end() {
    let mut rig = Rig::memory().await;
    let store = rig.store.clone();
    let mut client = rig.client().await;
    let body = Put { pass: pass(), address: key(1).address(), cell: cell(1) }.encode(&mut rng(1));
    let rest = client.begin(PATH_PUT, &body).await;
    rig.tell_stop();
    // The hub has seen it when nobody is let in any more.
    while tokio::net::TcpStream::connect(rig.address).await.is_ok() {}
    client.send(&rest).await;
    assert_eq!(PutReply::decode(&client.answer().await.unwrap().1).unwrap(), PutReply::Stored);
    assert!(client.ends().await);
    rig.stopped().await;
    assert_eq!(store.figures().await.unwrap().held, 1);
}

#[tokio::test]
async fn stopping_does_not_wait_for_who_never_ends() {
    let grace = Duration::from_millis(200);
    let mut rig = Rig::start(memory(Keeping::default()), |config| config.limits.grace = grace).await;
    let mut client = rig.client().await;
    let _rest_that_never_comes = client.begin(PATH_PUT, &[0; wire::PUT_BYTES]).await;
    // And one that is still in its handshake.
    let _tcp = tokio::net::TcpStream::connect(rig.address).await.unwrap();
    rig.tell_stop();
    timeout(Duration::from_secs(5), rig.stopped()).await.expect("stopped by force");
    assert!(client.ends().await);
}

/// Serving can be spawned by whoever runs it.
#[allow(dead_code, reason = "that it compiles is the test")]
fn serving_can_be_spawned(config: hub::Config, listener: tokio::net::TcpListener) {
    tokio::spawn(hub::serve(config, listener, Arc::new(hub::SystemClock), pending::<()>()));
}
