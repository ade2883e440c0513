//! Looking up whether the session or the account of a token was cut off: what every request with a token costs for it, with
//! as many cut-offs held as when a hundred thousand sessions ended within the life of a token, and while others are heard.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use eop_core::identity::port::VerifiedToken;
use eop_core::identity::service::{CutOff, CutOffs};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::{IdGenerator, SessionId, UserId};
use eop_http::system::{SystemClock, UuidV7Ids};

use super::say;
use crate::machine::Watch;
use crate::options::Options;
use crate::report::{Figure, Run, Target};

/// Sessions that ended, and a tenth of it accounts whose roles changed.
const HELD: usize = 100_000;
/// Different people who ask.
const ASKING: usize = 4_096;
/// Look-ups between two looks at the clock.
const ROUND: usize = 10 * ASKING;
/// A change heard so often is far above what a service ever hears.
const HEARD_EVERY: Duration = Duration::from_micros(100);

/// Measures in this process.
pub(super) fn measure(options: &Options) -> Result<Vec<Figure>> {
    let now = SystemClock.now();
    let tokens: Vec<VerifiedToken> = (0..ASKING).map(|_| token(&UuidV7Ids, now)).collect();
    let (mut alone, mut meanwhile) = (Vec::new(), Vec::new());
    for run in 1..=options.runs {
        let cut_offs = held(now);
        let watch = Watch::start()?;
        let quiet = per_look_up(&cut_offs, &tokens, options.duration() / 2);
        let busy = while_heard(&cut_offs, now, || per_look_up(&cut_offs, &tokens, options.duration() / 2));
        let disturbance = watch.stop()?;
        say(&format!("cut-offs, run {run}: {quiet:.3} µs, and {busy:.3} µs while others are heard"));
        for (runs, value) in [(&mut alone, quiet), (&mut meanwhile, busy)] {
            runs.push(Run { value, baseline: None, disturbance });
        }
    }
    let figure = |what: String, runs| Figure {
        id: "S",
        what,
        unit: "µs",
        baseline: None,
        target: Target::AtMost(1.0),
        runs,
    };
    Ok(vec![
        figure(
            format!("asking whether a token was cut off, of {HELD} sessions and {} accounts", HELD / 10),
            alone,
        ),
        figure("the same while ten thousand cut-offs a second are heard".to_owned(), meanwhile),
    ])
}

fn token(ids: &dyn IdGenerator, now: Timestamp) -> VerifiedToken {
    VerifiedToken {
        principal: Principal::User(UserId::next(ids)),
        roles: vec![Role::CUSTOMER],
        session: Some(SessionId::next(ids)),
        account_version: Some(Version::FIRST),
        issued_at: now,
        expires_at: now + chrono::Duration::minutes(10),
    }
}

fn held(now: Timestamp) -> CutOffs {
    let cut_offs = CutOffs::default();
    for place in 0..HELD {
        cut_offs.cut(CutOff::Session(SessionId::next(&UuidV7Ids)), now);
        if place % 10 == 0 {
            let account = UserId::next(&UuidV7Ids);
            cut_offs.cut(CutOff::Account { account, before: Version::FIRST, kept: None }, now);
        }
    }
    cut_offs
}

/// The mean time of a look-up, in microseconds.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn per_look_up(cut_offs: &CutOffs, tokens: &[VerifiedToken], lasting: Duration) -> f64 {
    let (begun, mut looks) = (Instant::now(), 0_usize);
    while begun.elapsed() < lasting {
        for token in tokens.iter().cycle().take(ROUND) {
            let judged = cut_offs.judge(black_box(token));
            assert!(black_box(judged).is_ok(), "a token was cut off that is of nobody who was");
        }
        looks += ROUND;
    }
    begun.elapsed().as_secs_f64() * 1e6 / looks as f64
}

/// Does `work` while another thread cuts off sessions.
fn while_heard<T>(cut_offs: &CutOffs, now: Timestamp, work: impl FnOnce() -> T) -> T {
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                cut_offs.cut(CutOff::Session(SessionId::next(&UuidV7Ids)), now);
                std::thread::sleep(HEARD_EVERY);
            }
        });
        let done = work();
        is_over.store(true, Ordering::Relaxed);
        done
    })
}
