//! Processes that are killed under load, at random moments: nothing is lost, and nothing is sent twice.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::embedded::Embedded;
use crate::load::{Load, People, nothing_is_lost_and_nothing_twice, the_dust_settles};
use crate::platform::Service;
use crate::servers::{Servers, Surroundings};

/// How often the embedded platform is killed while it works; every second time once more while it starts.
const ROUNDS: u64 = 5;
/// With [`crate::process::PATIENT`], bounds how long a worker that fell silent holds a delivery where mail stays in the
/// database.
pub(crate) const SHORT_LEASE: [(&str, &str); 1] = [("EOP_DB_STATEMENT_TIMEOUT_MS", "1000")];
/// A mail is held for two minutes from its attempt on. An instance that comes back waits for no end of a lease: what it
/// held is settled long before that.
const SHORT_OF_A_LEASE: Duration = Duration::from_secs(100);

#[tokio::test(flavor = "multi_thread")]
async fn the_embedded_platform_is_killed_again_and_again() {
    let mut moments = Moments(0x5eed);
    let mut embedded = Embedded::start(&SHORT_LEASE).await;
    let people = People::join(&embedded.platform).await;
    let load = Load::start(&embedded.platform, &people);
    for round in 0..ROUNDS {
        sleep(moments.between(500, 2_500)).await;
        embedded.process.kill();
        embedded.process.start();
        if round % 2 == 1 {
            sleep(moments.between(20, 400)).await;
            embedded.process.kill();
            embedded.process.start();
        }
        for service in Service::ALL {
            embedded.platform.is_ready(service).await;
        }
    }
    sleep(moments.between(500, 1_000)).await;
    let orders = load.finish().await;
    the_dust_settles(&embedded.platform, orders.len(), Duration::from_mins(1)).await;
    embedded.process.must_be_well();
    let cut_off = nothing_is_lost_and_nothing_twice(&embedded.platform, &people, &orders).await;
    assert_eq!(cut_off, 0, "the mailbox takes a mail once, so that each can be put there again");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_process_on_servers_is_killed_in_turn() {
    let Some(surroundings) = Surroundings::find("the crash test on servers") else { return };
    let mut moments = Moments(0x5eed);
    let mut servers = Servers::start(&surroundings).await;
    let people = People::join(&servers.platform).await;
    // Between a mail and the answer there is time for a kill.
    servers.sink.stop().await;
    servers.sink.start(&["--delay", "0.3"]).await;
    let load = Load::start(&servers.platform, &people);
    // It has the name of one that is in the middle of mails, and must take none from it.
    servers.sink.takes_a_mail().await;
    servers.process(Service::Notification).must_refuse_a_twin().await;
    // Those that hold mail come first, since theirs is the longest wait.
    let victims =
        [Service::Notification, Service::Order, Service::Notification, Service::User, Service::Order];
    let mut last_mail_cut = Instant::now();
    for victim in victims {
        sleep(moments.between(500, 2_000)).await;
        if victim == Service::Notification {
            servers.sink.takes_a_mail().await;
            last_mail_cut = Instant::now();
        }
        servers.process(victim).kill();
        sleep(moments.between(0, 500)).await;
        servers.process(victim).start();
        servers.platform.is_ready(victim).await;
    }
    sleep(moments.between(500, 1_000)).await;
    let orders = load.finish().await;
    let patience = SHORT_OF_A_LEASE.saturating_sub(last_mail_cut.elapsed());
    the_dust_settles(&servers.platform, orders.len(), patience).await;
    servers.must_be_well();
    let cut_off = nothing_is_lost_and_nothing_twice(&servers.platform, &people, &orders).await;
    assert!(cut_off > 0, "no kill came between a mail and the answer, which is the moment that matters");
}

/// Random moments, the same in every run.
pub(crate) struct Moments(pub(crate) u64);

impl Moments {
    pub(crate) fn between(&mut self, from_ms: u64, to_ms: u64) -> Duration {
        // Xorshift, as good as any for this.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_millis(from_ms + self.0 % (to_ms - from_ms))
    }
}
