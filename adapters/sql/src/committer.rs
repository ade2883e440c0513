//! Gathers commits that wait and has them written together, so that many share one statement and one flush to disk.
//!
//! While one batch is being written the next one gathers. There is no timer: a commit that comes alone is written at
//! once. Two commits that touch the same row, or answer the same request, are never under way together, be it in one
//! batch or in two: the later one waits for the outcome of the earlier one. So writers never wait for each other's
//! locks within a process.

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eop_core::kernel::commit::Once;
use eop_core::kernel::error::StoreError;
use opentelemetry::trace::SpanContext;
use parking_lot::Mutex;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use crate::change::{ChangeSet, Op};
use crate::engine::Engine;
use crate::metrics::Metrics;
use crate::settings::SqlSettings;
use crate::spans::{self, Traced};
use crate::verdict::Verdict;

/// The verdict, and the once-key back, to look up what it led to before.
type Answer = (Verdict, Option<Once>);

/// A commit in the queue.
struct Waiting {
    change: ChangeSet,
    /// Hashes of what it touches. Two different things with the same hash only wait for each other needlessly.
    keys: Vec<u64>,
    since: Instant,
    /// The span that it was made in, if that is recorded.
    trace: Option<SpanContext>,
    answer: oneshot::Sender<Answer>,
}

impl Waiting {
    /// Whether it changes rows that it does not name. It is then written alone: one statement changes a row at most once,
    /// so that another commit of the same batch that changes one of these rows could win over this one unseen. Between
    /// batches the locks of the database see to it.
    fn changes_unnamed_rows(&self) -> bool {
        self.change.ops.iter().any(|op| matches!(op, Op::Statement { .. }))
    }
}

/// What a writer does next.
enum Task {
    Write(Vec<Waiting>),
    /// Says whether it can.
    Answer(Question),
}

/// Whether commits can be written.
type Question = oneshot::Sender<Result<(), StoreError>>;

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// Asked of whichever writer has nothing to write.
    questions: Vec<Question>,
    /// When the database last decided on a commit.
    decided_at: Option<Instant>,
    /// What the batches under way touch.
    busy: HashSet<u64>,
    closed: bool,
}

struct Shared {
    /// Whose commits these are, as traces name it.
    service: String,
    /// Held for moves in memory only, never across an `await`: it is a lock of threads, and writers wait for databases.
    queue: Mutex<Queue>,
    /// Signalled when a writer may find something to do. One writer is woken at a time, and wakes the next one if it leaves
    /// something: a crowd that arrives is not met by all writers at once.
    arrived: Notify,
    hasher: RandomState,
    capacity: usize,
    max_batch: usize,
    max_rows: usize,
    metrics: Arc<Metrics>,
}

/// The queue of commits and the tasks that write them.
///
/// Whoever submits a commit and goes away, as a request does whose client hung up, takes it back only while it is in the
/// queue: once a writer has it, it is written, and nobody hears of it.
pub(crate) struct Committer {
    shared: Arc<Shared>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Committer {
    /// Starts one task per engine.
    pub(crate) fn start(engines: Vec<Engine>, settings: &SqlSettings, metrics: &Arc<Metrics>) -> Self {
        let shared = Arc::new(Shared {
            service: settings.service.clone(),
            queue: Mutex::default(),
            arrived: Notify::new(),
            hasher: RandomState::new(),
            capacity: settings.queue_capacity.max(1),
            max_batch: settings.max_batch.max(1),
            max_rows: settings.max_batch_rows,
            metrics: Arc::clone(metrics),
        });
        #[expect(clippy::disallowed_methods, reason = "closing the committer waits for these tasks")]
        let start = |engine| tokio::spawn(write_batches(Arc::clone(&shared), engine));
        let tasks = engines.into_iter().map(start).collect();
        Self { shared, tasks: Mutex::new(tasks) }
    }

    /// Has `change` written and waits for the outcome.
    ///
    /// # Errors
    /// `Overloaded` when too many wait, `Unavailable` after [`Self::close`].
    pub(crate) async fn submit(&self, change: ChangeSet) -> Result<Answer, StoreError> {
        let keys = self.shared.keys(&change);
        let trace = spans::recorded();
        let (answer, verdict) = oneshot::channel();
        {
            let mut queue = self.shared.queue.lock();
            if queue.closed {
                return Err(closed());
            }
            if queue.waiting.len() >= self.shared.capacity {
                self.shared.metrics.outcome(&Verdict::Failed(StoreError::Overloaded));
                return Err(StoreError::Overloaded);
            }
            queue.waiting.push_back(Waiting { change, keys, since: Instant::now(), trace, answer });
        }
        self.shared.arrived.notify_one();
        verdict.await.map_err(|_| closed())
    }

    /// Whether commits are written: the last one was a moment ago, or a writer that has nothing to write says so. Does not
    /// answer while every writer waits for the database.
    ///
    /// # Errors
    /// `Unavailable`, with the reason.
    pub(crate) async fn check(&self) -> Result<(), StoreError> {
        let (question, answer) = oneshot::channel();
        {
            let mut queue = self.shared.queue.lock();
            if queue.closed {
                return Err(closed());
            }
            if queue.decided_at.is_some_and(|at| at.elapsed() < DECIDED_LATELY) {
                return Ok(());
            }
            queue.questions.push(question);
        }
        self.shared.arrived.notify_one();
        answer.await.map_err(|_| closed())?
    }

    /// Lets the tasks write what waits, and ends them.
    pub(crate) async fn close(&self) {
        self.shared.queue.lock().closed = true;
        self.shared.arrived.notify_waiters();
        let tasks = std::mem::take(&mut *self.tasks.lock());
        for task in tasks {
            if let Err(error) = task.await {
                tracing::error!(%error, "a writer of commits ended early");
            }
        }
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("the committer is closed".into())
}

impl Shared {
    /// Hashes of the rows and once-keys that the commit changes if they are as expected.
    fn keys(&self, change: &ChangeSet) -> Vec<u64> {
        let mut keys = Vec::with_capacity(2);
        for op in &change.ops {
            match op {
                Op::Update { table, key, .. } => keys.push(self.hasher.hash_one((table.name, key))),
                Op::Put { table, row, .. } => {
                    let key = row.iter().filter(|(column, _)| table.key.columns.contains(&column.name));
                    keys.push(self.hasher.hash_one((table.name, key.collect::<Vec<_>>())));
                }
                Op::Insert { .. } | Op::Statement { .. } => {}
            }
        }
        keys.extend(change.once.as_ref().map(|row| match &row.once {
            Once::Request { key, .. } => self.hasher.hash_one(key),
            Once::Message { consumer, id, .. } => self.hasher.hash_one((consumer, id)),
        }));
        keys
    }

    /// Takes what can be written now, oldest first; `None` when the committer is closed and nothing waits.
    async fn next_task(&self) -> Option<Task> {
        loop {
            // Before the look, so that what comes between the look and the wait ends the wait.
            let arrived = self.arrived.notified();
            {
                let mut queue = self.queue.lock();
                let batch = queue.take(self.max_batch, self.max_rows);
                if !batch.is_empty() {
                    if !queue.waiting.is_empty() {
                        self.arrived.notify_one();
                    }
                    return Some(Task::Write(batch));
                }
                queue.questions.retain(|question| !question.is_closed());
                if let Some(question) = queue.questions.pop() {
                    return Some(Task::Answer(question));
                }
                if queue.closed && queue.waiting.is_empty() {
                    return None;
                }
            }
            arrived.await;
        }
    }

    /// Lets go what a batch touched, so that those who waited for it can go on.
    fn release(&self, keys: &[u64]) {
        let mut queue = self.queue.lock();
        for key in keys {
            queue.busy.remove(key);
        }
        let (closed, more) = (queue.closed, !queue.waiting.is_empty());
        drop(queue);
        if closed {
            // Whoever of the writers takes the rest, the others must learn that there is no more to come.
            self.arrived.notify_waiters();
        } else if more {
            self.arrived.notify_one();
        }
    }
}

impl Queue {
    /// Removes up to `max` commits with at most `max_rows` operations, or one commit, that touch nothing that is under way
    /// or that an earlier one in the queue touches.
    fn take(&mut self, max: usize, max_rows: usize) -> Vec<Waiting> {
        let mut rows = 0;
        let mut batch = Vec::with_capacity(max.min(self.waiting.len()));
        let mut passed: HashSet<u64> = HashSet::new();
        let mut kept = VecDeque::new();
        while batch.len() < max
            && let Some(one) = self.waiting.pop_front()
        {
            if one.answer.is_closed() {
                // Whoever asked has gone away, and nothing of it was written.
                continue;
            }
            let blocked = one.keys.iter().any(|key| self.busy.contains(key) || passed.contains(key));
            let alone = one.changes_unnamed_rows();
            if !blocked && !batch.is_empty() && rows + one.change.ops.len() > max_rows {
                // It goes first the next time; what is behind it and small must not keep passing it. What is blocked may be
                // passed: the batch that it waits for is under way and ends.
                kept.push_back(one);
                break;
            }
            if blocked || alone && !batch.is_empty() {
                passed.extend(&one.keys);
                kept.push_back(one);
            } else {
                self.busy.extend(&one.keys);
                rows += one.change.ops.len();
                batch.push(one);
                if alone {
                    break;
                }
            }
        }
        // What was passed over keeps its place before the rest.
        while let Some(one) = kept.pop_back() {
            self.waiting.push_front(one);
        }
        batch
    }
}

/// One writer: takes a batch, has it written, answers, and so on.
async fn write_batches(shared: Arc<Shared>, mut engine: Engine) {
    while let Some(task) = shared.next_task().await {
        match task {
            Task::Write(batch) => write(&shared, &mut engine, batch).await,
            Task::Answer(question) => {
                // Whoever asked may have gone away meanwhile.
                let _ = question.send(engine.check().await);
            }
        }
    }
    engine.close().await;
}

async fn write(shared: &Shared, engine: &mut Engine, batch: Vec<Waiting>) {
    let started = Instant::now();
    let mut traced = Traced::default();
    let mut keys = Vec::new();
    let mut changes = Vec::with_capacity(batch.len());
    let mut answers = Vec::with_capacity(batch.len());
    for one in batch {
        shared.metrics.wait(started.saturating_duration_since(one.since));
        traced.add(one.trace, one.since);
        keys.extend(one.keys);
        changes.push(one.change);
        answers.push(one.answer);
    }
    let verdicts = engine.write(&changes, &shared.metrics).await;
    shared.metrics.batch(changes.len(), started.elapsed());
    let has_failed = verdicts.iter().all(|verdict| matches!(verdict, Verdict::Failed(_)));
    traced.written(&shared.service, (changes.len(), started), has_failed);
    if verdicts.iter().any(|verdict| !verdict.is_away()) {
        shared.queue.lock().decided_at = Some(Instant::now());
    }
    // Before the answers: whoever hears of one commit and sends the next must not find its own keys busy.
    shared.release(&keys);
    debug_assert_eq!(verdicts.len(), changes.len(), "one verdict per commit");
    let away = verdicts.iter().any(|verdict| matches!(verdict, Verdict::Failed(StoreError::Unavailable(_))));
    for ((verdict, change), answer) in verdicts.into_iter().zip(changes).zip(answers) {
        shared.metrics.outcome(&verdict);
        // Whoever asked may have gone away meanwhile.
        let _ = answer.send((verdict, change.once.map(|row| row.once)));
    }
    if away {
        tokio::time::sleep(PAUSE_WHEN_AWAY).await;
    }
}

/// For how long a decided commit shows that commits are written.
const DECIDED_LATELY: Duration = Duration::from_secs(2);
/// How long a writer waits after the database was found to be away.
const PAUSE_WHEN_AWAY: Duration = Duration::from_millis(100);
