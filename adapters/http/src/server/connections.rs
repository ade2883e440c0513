//! All connections of a process: how many there may be, who makes room, and the sweep that keeps their deadlines.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::connection::{Connection, End, Phase};
use super::descriptors;
use crate::metrics::Metrics;

/// How often deadlines are looked at, and so how exact they are.
pub(super) const SWEEP: Duration = Duration::from_millis(500);
/// A connection that has kept us waiting for less never makes room for another.
const PATIENCE_MS: u64 = 1000;
/// How often a lack of room is said.
const REPORT_MS: u64 = 1000;

/// How many connections there may be, and how long each of their phases may last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// In all; fewer where the process may not open that many files.
    pub total: usize,
    /// Of one address; an IPv6 address counts with its /64.
    pub per_address: usize,
    /// For a head, from its first byte, or for the first one from the opening of the connection.
    pub head: Duration,
    /// Without a request.
    pub idle: Duration,
    /// Without the client taking anything of what is written.
    pub write: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            total: 4096,
            per_address: 1024,
            head: Duration::from_secs(20),
            idle: Duration::from_secs(90),
            write: Duration::from_secs(30),
        }
    }
}

/// Milliseconds since the start, as of the last sweep: asking the machine's clock at every read and write would cost
/// more than the deadlines are worth. Never 0.
#[derive(Debug)]
pub(super) struct Coarse {
    started: Instant,
    now: AtomicU64,
}

impl Coarse {
    fn new() -> Self {
        Self { started: Instant::now(), now: AtomicU64::new(1) }
    }

    pub(super) fn now(&self) -> u64 {
        self.now.load(Relaxed)
    }

    fn tick(&self) -> u64 {
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        self.now.store(now, Relaxed);
        now
    }
}

/// The connections of a process. Clones share everything.
#[derive(Clone, Debug)]
pub struct Connections(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limits: ConnectionLimits,
    clock: Arc<Coarse>,
    table: Mutex<Table>,
    metrics: Metrics,
    lack: Lack,
}

#[derive(Debug, Default)]
struct Table {
    next: u64,
    open: HashMap<u64, Arc<Connection>>,
    per_address: HashMap<IpAddr, usize>,
}

/// What was not admitted or not kept since this was last said.
#[derive(Debug, Default)]
struct Lack {
    shed: AtomicUsize,
    refused: AtomicUsize,
    said: AtomicU64,
}

impl Connections {
    /// Connections within `limits`, counted in `metrics`.
    #[must_use]
    pub fn new(limits: ConnectionLimits, metrics: Metrics) -> Self {
        let total = limits.total.min(descriptors::for_connections());
        if total < limits.total {
            tracing::warn!(
                total,
                wanted = limits.total,
                "fewer connections than wanted: raise the limit of open files (ulimit -n)"
            );
        }
        let limits = ConnectionLimits { total, ..limits };
        let clock = Arc::new(Coarse::new());
        Self(Arc::new(Shared { limits, clock, table: Mutex::default(), metrics, lack: Lack::default() }))
    }

    /// A place for a connection from `address`; the longest waiting one makes room when there is none. `None` when none
    /// can.
    pub(super) fn admit(&self, address: IpAddr) -> Option<Admitted> {
        let shared = &self.0;
        let now = shared.clock.tick();
        let address = counted(address);
        let mut table = self.lock();
        let is_crowded =
            table.per_address.get(&address).is_some_and(|open| *open >= shared.limits.per_address);
        let has_room = if is_crowded {
            self.shed(&mut table, now, Some(address))
        } else {
            table.open.len() < shared.limits.total || self.shed(&mut table, now, None)
        };
        if !has_room {
            drop(table);
            shared.lack.refused.fetch_add(1, Relaxed);
            shared.metrics.connection_closed("refused");
            return None;
        }
        let id = table.next;
        table.next += 1;
        let connection = Arc::new(Connection::new(address, Arc::clone(&shared.clock)));
        table.open.insert(id, Arc::clone(&connection));
        *table.per_address.entry(address).or_default() += 1;
        drop(table);
        shared.metrics.connections_changed(1);
        Some(Admitted { connections: self.clone(), id, connection })
    }

    /// Ends up to `count` connections that wait for their clients; says whether it ended any.
    pub(super) fn make_room(&self, count: usize) -> bool {
        let now = self.0.clock.tick();
        let mut table = self.lock();
        (0..count).filter(|_| self.shed(&mut table, now, None)).count() > 0
    }

    /// A connection could not be accepted.
    pub(super) fn refused(&self) {
        self.0.lack.refused.fetch_add(1, Relaxed);
        self.0.metrics.connection_closed("refused");
    }

    /// Ends what has lasted too long.
    pub(super) fn sweep(&self) {
        let shared = &self.0;
        let now = shared.clock.tick();
        let overdue: Vec<_> = {
            let table = self.lock();
            let ends = table.open.iter().filter_map(|(id, connection)| {
                let (end, reason) = connection.overdue(now, &shared.limits)?;
                Some((*id, Arc::clone(connection), end, reason))
            });
            ends.collect()
        };
        for (id, connection, end, reason) in overdue {
            // Asked once: one that is idle ends at once, others are in nobody's way.
            self.forget(id);
            shared.metrics.connection_closed(reason);
            connection.finish(end);
        }
        self.report(now);
    }

    /// Says once per second what was shed for lack of room.
    fn report(&self, now: u64) {
        let lack = &self.0.lack;
        if now.saturating_sub(lack.said.load(Relaxed)) < REPORT_MS {
            return;
        }
        let (shed, refused) = (lack.shed.swap(0, Relaxed), lack.refused.swap(0, Relaxed));
        if shed + refused > 0 {
            lack.said.store(now, Relaxed);
            let open = self.lock().open.len();
            tracing::warn!(shed, refused, open, "there is no room for more connections");
        }
    }

    /// Ends the connection that has kept us waiting the longest, of one address or of all.
    fn shed(&self, table: &mut Table, now: u64, of: Option<IpAddr>) -> bool {
        let longest = table
            .open
            .iter()
            .filter(|(_, connection)| of.is_none_or(|address| connection.address == address))
            .filter_map(|(id, connection)| match connection.phase(now) {
                (Phase::Work, _) => None,
                // Of those that came within one sweep, the first.
                (Phase::Idle | Phase::Head | Phase::Body, waited) => Some((waited, Reverse(*id))),
            })
            .max();
        let Some((_, Reverse(id))) = longest.filter(|(waited, _)| *waited >= PATIENCE_MS) else {
            return false;
        };
        if let Some(connection) = table.remove(id) {
            self.0.metrics.connections_changed(-1);
            connection.finish(End::Now);
        }
        self.0.lack.shed.fetch_add(1, Relaxed);
        self.0.metrics.connection_closed("shed");
        true
    }

    fn forget(&self, id: u64) {
        if self.lock().remove(id).is_some() {
            self.0.metrics.connections_changed(-1);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        // Every change of the table is complete before anything can panic.
        self.0.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Connections {
    fn default() -> Self {
        Self::new(ConnectionLimits::default(), Metrics::default())
    }
}

impl Table {
    fn remove(&mut self, id: u64) -> Option<Arc<Connection>> {
        let connection = self.open.remove(&id)?;
        if let Some(open) = self.per_address.get_mut(&connection.address) {
            *open -= 1;
            if *open == 0 {
                self.per_address.remove(&connection.address);
            }
        }
        Some(connection)
    }
}

/// A connection that has its place until this is dropped.
#[derive(Debug)]
pub(super) struct Admitted {
    connections: Connections,
    id: u64,
    connection: Arc<Connection>,
}

impl Admitted {
    pub(super) fn connection(&self) -> &Arc<Connection> {
        &self.connection
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.connections.forget(self.id);
    }
}

/// What an address is counted under: whoever has one IPv6 address has a whole /64 (RFC 6177).
fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use poem::http::Version;
    use tokio_util::sync::CancellationToken;

    use super::super::connection::Arrival;
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn connections(total: usize, per_address: usize) -> Connections {
        let limits = ConnectionLimits { total, per_address, ..ConnectionLimits::default() };
        Connections::new(limits, Metrics::default())
    }

    fn arrival(admitted: &Admitted) -> Arrival {
        Arrival::new(Arc::clone(admitted.connection()), CancellationToken::new(), true)
    }

    async fn pass(connections: &Connections, seconds: u64) {
        tokio::time::advance(Duration::from_secs(seconds)).await;
        connections.sweep();
    }

    fn ended(admitted: &Admitted) -> Option<End> {
        use futures::FutureExt;
        admitted.connection().ended().now_or_never()
    }

    #[test]
    fn addresses_are_counted_by_what_one_client_has() {
        let of = |text: &str| counted(text.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(of("192.0.2.7"), "192.0.2.7");
    }

    #[tokio::test(start_paused = true)]
    async fn heads_and_pauses_have_deadlines_and_work_has_none_here() {
        let connections = connections(10, 10);
        let (slow, pausing, working) = (
            connections.admit(HERE).unwrap(),
            connections.admit(HERE).unwrap(),
            connections.admit(HERE).unwrap(),
        );
        let begin = |admitted: &Admitted| arrival(admitted).begin(Version::HTTP_11);
        drop(begin(&pausing));
        let _under_way = begin(&working);
        pass(&connections, 19).await;
        // A byte now and then is no progress of a head.
        slow.connection().read();
        assert_eq!((ended(&slow), ended(&pausing), ended(&working)), (None, None, None));
        pass(&connections, 2).await;
        assert_eq!((ended(&slow), ended(&pausing), ended(&working)), (Some(End::Now), None, None));
        pass(&connections, 70).await;
        assert_eq!((ended(&pausing), ended(&working)), (Some(End::WhenDone), None));
        pass(&connections, 1000).await;
        assert_eq!(ended(&working), None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_after_a_pause_has_the_same_deadline() {
        let connections = connections(10, 10);
        let client = connections.admit(HERE).unwrap();
        drop(arrival(&client).begin(Version::HTTP_11));
        pass(&connections, 60).await;
        client.connection().read();
        pass(&connections, 19).await;
        client.connection().read();
        assert_eq!(ended(&client), None);
        pass(&connections, 1).await;
        assert_eq!(ended(&client), Some(End::Now));
    }

    #[tokio::test(start_paused = true)]
    async fn who_does_not_read_is_given_up_and_who_reads_slowly_is_not() {
        let connections = connections(10, 10);
        let (deaf, slow) = (connections.admit(HERE).unwrap(), connections.admit(HERE).unwrap());
        let under_way: Vec<_> =
            [&deaf, &slow].map(|admitted| arrival(admitted).begin(Version::HTTP_11)).into();
        for admitted in [&deaf, &slow] {
            admitted.connection().blocked();
        }
        pass(&connections, 20).await;
        deaf.connection().wrote(100, 100_000);
        slow.connection().wrote(20_000, 100_000);
        pass(&connections, 11).await;
        assert_eq!((ended(&deaf), ended(&slow)), (Some(End::Now), None));
        slow.connection().wrote(80_000, 80_000);
        pass(&connections, 60).await;
        assert_eq!(ended(&slow), None);
        drop(under_way);
    }

    #[tokio::test(start_paused = true)]
    async fn the_longest_waiting_makes_room_but_work_does_not() {
        let connections = connections(3, 3);
        let working = connections.admit(HERE).unwrap();
        let _under_way = arrival(&working).begin(Version::HTTP_11);
        let sending = connections.admit(HERE).unwrap();
        let body = arrival(&sending);
        let _sending = (body.begin(Version::HTTP_11), body.await_body());
        pass(&connections, 1).await;
        let fresh = connections.admit(HERE).unwrap();
        pass(&connections, 1).await;
        // The slow body has waited for two seconds, the fresh connection for one.
        let other = connections.admit("192.0.2.1".parse().unwrap()).unwrap();
        assert_eq!((ended(&working), ended(&sending), ended(&fresh)), (None, Some(End::Now), None));
        let _again = connections.admit(HERE).unwrap();
        assert_eq!(ended(&fresh), Some(End::Now));
        assert!(connections.admit(HERE).is_none(), "nobody has waited long enough");
        drop(other);
        assert!(connections.admit(HERE).is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn one_address_does_not_take_the_room_of_others() {
        let connections = connections(10, 2);
        let (first, _second) = (connections.admit(HERE).unwrap(), connections.admit(HERE).unwrap());
        let other = connections.admit("192.0.2.1".parse().unwrap()).unwrap();
        pass(&connections, 2).await;
        assert!(connections.admit(HERE).is_some());
        assert_eq!((ended(&first), ended(&other)), (Some(End::Now), None));
    }
}
