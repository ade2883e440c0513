//! What a process remembers of its own work, for operators who have no other place to look: the last traces, the last lines
//! that tell of trouble, and an hour of figures. All of it is in memory, and bounded whatever happens.

mod lines;
mod scan;
mod traces;
mod vitals;

pub use lines::{KeptLine, KeptLines};
pub use traces::{KeptSpan, KeptTraces, TraceHead};
pub use vitals::{STEP, Sample, Vitals};

/// What telemetry keeps while it is on its way. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The last traces.
    pub traces: KeptTraces,
    /// The last lines that tell of trouble.
    pub lines: KeptLines,
}
