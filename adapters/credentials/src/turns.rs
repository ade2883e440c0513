//! Turns at work that keeps a processor busy: a few at a time, and no network before its turn.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use eop_core::identity::port::HasherBusy;
use eop_core::kernel::network::Network;
use parking_lot::Mutex;
use tokio::sync::oneshot;

/// How many of one network wait at most; more are turned away at once.
const MOST_OF_A_NETWORK: usize = 256;
/// How many wait at most.
const MOST: usize = 4096;

/// For whom the work is done: a network of origin, or the platform itself.
pub(crate) type Asker = Option<Network>;

/// Hands out turns. Networks take turns with each other, and within a network whoever came first is first: a flood from
/// one makes only its own wait, and one from forty lets everybody else in after forty others.
#[derive(Debug)]
pub(crate) struct Turns {
    queue: Arc<Mutex<Queue>>,
    longest_wait: Duration,
}

/// A turn: others wait until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    queue: Arc<Mutex<Queue>>,
}

#[derive(Debug)]
struct Queue {
    free: usize,
    /// The networks of which somebody waits, in the order of their next turn.
    order: VecDeque<Asker>,
    waiting: HashMap<Asker, VecDeque<oneshot::Sender<()>>>,
    length: usize,
}

/// Somebody who waits. A turn that comes just as they give up is passed on.
struct Waiter {
    called: oneshot::Receiver<()>,
    queue: Arc<Mutex<Queue>>,
}

impl Turns {
    /// `at_once` turns at once; others wait for up to `longest_wait`.
    pub(crate) fn new(at_once: usize, longest_wait: Duration) -> Self {
        let queue = Queue { free: at_once, order: VecDeque::new(), waiting: HashMap::new(), length: 0 };
        Self { queue: Arc::new(Mutex::new(queue)), longest_wait }
    }

    /// How many wait for a turn now.
    pub(crate) fn waiting(&self) -> usize {
        self.queue.lock().length
    }

    /// Waits for a turn of `asker`.
    ///
    /// # Errors
    /// [`HasherBusy`] when it would take too long.
    pub(crate) async fn take(&self, asker: Asker) -> Result<Turn, HasherBusy> {
        let called = {
            let mut queue = self.queue.lock();
            if queue.free > 0 {
                queue.free -= 1;
                return Ok(Turn { queue: Arc::clone(&self.queue) });
            }
            if self.longest_wait.is_zero() {
                return Err(HasherBusy);
            }
            queue.join(asker)?
        };
        let mut waiter = Waiter { called, queue: Arc::clone(&self.queue) };
        match tokio::time::timeout(self.longest_wait, &mut waiter.called).await {
            Ok(Ok(())) => Ok(Turn { queue: Arc::clone(&self.queue) }),
            Ok(Err(_)) | Err(_) => Err(HasherBusy),
        }
    }
}

impl Queue {
    fn join(&mut self, asker: Asker) -> Result<oneshot::Receiver<()>, HasherBusy> {
        if self.length >= MOST {
            return Err(HasherBusy);
        }
        let (call, called) = oneshot::channel();
        let of_network = self.waiting.entry(asker).or_default();
        if of_network.is_empty() {
            self.order.push_back(asker);
        } else if of_network.len() >= MOST_OF_A_NETWORK {
            return Err(HasherBusy);
        }
        of_network.push_back(call);
        self.length += 1;
        Ok(called)
    }

    /// Gives a turn that has become free to whoever is next and still there.
    fn pass_on(&mut self) {
        while let Some(asker) = self.order.pop_front() {
            let Some(of_network) = self.waiting.get_mut(&asker) else { continue };
            let mut is_taken = false;
            while let Some(call) = of_network.pop_front() {
                self.length -= 1;
                if call.send(()).is_ok() {
                    is_taken = true;
                    break;
                }
            }
            if of_network.is_empty() {
                self.waiting.remove(&asker);
            } else {
                self.order.push_back(asker);
            }
            if is_taken {
                return;
            }
        }
        self.free += 1;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.queue.lock().pass_on();
    }
}

impl Drop for Waiter {
    fn drop(&mut self) {
        // Under the lock, so that nobody calls between the two steps.
        let mut queue = self.queue.lock();
        self.called.close();
        if self.called.try_recv().is_ok() {
            queue.pass_on();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use tokio::task::JoinSet;

    use super::*;

    const LONG: Duration = Duration::from_mins(1);

    fn network(n: u8) -> Network {
        Network::of(IpAddr::V4(Ipv4Addr::new(10, 0, n, 1)))
    }

    /// Lets everybody who was started get as far as they can.
    async fn settle() {
        for _ in 0..64 {
            tokio::task::yield_now().await;
        }
    }

    /// The order in which askers have their turn after the one that is taken now.
    async fn order(askers: &[u8]) -> Vec<u8> {
        let turns = Arc::new(Turns::new(1, LONG));
        let first = turns.take(Some(network(0))).await.unwrap();
        let had = Arc::new(Mutex::new(Vec::new()));
        let mut tasks = JoinSet::new();
        for n in askers.iter().copied() {
            let (turns, had) = (Arc::clone(&turns), Arc::clone(&had));
            tasks.spawn(async move {
                let _turn = turns.take(Some(network(n))).await.unwrap();
                had.lock().push(n);
            });
            settle().await;
        }
        drop(first);
        tasks.join_all().await;
        Arc::try_unwrap(had).unwrap().into_inner()
    }

    #[tokio::test]
    async fn networks_take_turns() {
        assert_eq!(order(&[1, 1, 1, 1, 1, 2, 3, 3]).await, [1, 2, 3, 1, 3, 1, 1, 1]);
    }

    #[tokio::test]
    async fn whoever_is_alone_in_a_network_waits_for_one_of_each_other() {
        let mut askers: Vec<u8> = (1..=40).flat_map(|network| [network; 5]).collect();
        askers.push(99);
        let had = order(&askers).await;
        assert_eq!(had.iter().position(|n| *n == 99), Some(40));
    }

    #[tokio::test]
    async fn who_gave_up_is_passed_over_and_their_turn_is_not_lost() {
        let turns = Arc::new(Turns::new(1, LONG));
        let first = turns.take(Some(network(1))).await.unwrap();
        let mut impatient = Box::pin(turns.take(Some(network(1))));
        assert!(futures_poll(&mut impatient).await.is_none());
        let mut patient = Box::pin(turns.take(Some(network(1))));
        assert!(futures_poll(&mut patient).await.is_none());
        drop(impatient);
        drop(first);
        let second = patient.await.unwrap();

        // Called, but gone before noticing.
        let mut gone = Box::pin(turns.take(Some(network(2))));
        assert!(futures_poll(&mut gone).await.is_none());
        drop(second);
        drop(gone);
        turns.take(Some(network(3))).await.unwrap();
        assert_eq!(turns.queue.lock().free, 1);
    }

    async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        tokio::select! {
            biased;
            output = future => Some(output),
            () = settle() => None,
        }
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_longer_than_is_bearable() {
        let turns = Turns::new(1, Duration::from_secs(3));
        let _first = turns.take(None).await.unwrap();
        let started = tokio::time::Instant::now();
        assert_eq!(turns.take(Some(network(1))).await.unwrap_err(), HasherBusy);
        assert_eq!(started.elapsed(), Duration::from_secs(3));
    }

    #[tokio::test]
    async fn a_network_that_floods_turns_only_its_own_away() {
        let turns = Arc::new(Turns::new(1, LONG));
        let first = turns.take(Some(network(1))).await.unwrap();
        let mut tasks = JoinSet::new();
        for _ in 0..MOST_OF_A_NETWORK {
            let turns = Arc::clone(&turns);
            tasks.spawn(async move { turns.take(Some(network(1))).await.map(drop) });
        }
        settle().await;
        assert_eq!(turns.take(Some(network(1))).await.unwrap_err(), HasherBusy);
        let other = Arc::clone(&turns);
        tasks.spawn(async move { other.take(Some(network(2))).await.map(drop) });
        settle().await;
        drop(first);
        assert!(tasks.join_all().await.iter().all(Result::is_ok));
    }
}
