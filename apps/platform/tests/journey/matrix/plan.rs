//! Which kills are done, and in which order.

use eop_assembly::crash::Point;

use crate::platform::Service;
use crate::proxy::Silent;

/// The two ways to run the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// One process with everything in a folder.
    Embedded,
    /// Two instances of each service on PostgreSQL, Kafka and SMTP.
    Servers,
}

impl Mode {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Embedded => "embedded",
            Self::Servers => "servers",
        }
    }
}

/// What is killed, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kill {
    /// The process of a service dies at a point. In the embedded mode every service is the one process.
    At(Point, Service),
    /// The process of a service is killed at any moment.
    Process(Service),
    /// The broker is killed at any moment.
    Broker,
    /// PostgreSQL is killed at any moment.
    Database,
    /// The connections of an instance of each service fall silent.
    Silence(Link, Silent),
}

/// What the connections that fall silent lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Database,
    Broker,
    Mail,
}

impl Link {
    const ALL: [Self; 3] = [Self::Database, Self::Broker, Self::Mail];
}

/// In each round another direction.
const DIRECTIONS: [Silent; 3] = [Silent::ToServer, Silent::ToClient, Silent::Both];

use Point::{
    AccountCommitAfter, AccountCommitBefore, HandOverAfter, HandOverBefore, HandOverUnderWay,
    IntakeCommitAfter, IntakeCommitBefore, MailClaimed, MarkAfter, MarkBefore, OffsetsAfter, OffsetsBefore,
    OrderCommitAfter, OrderCommitBefore, OutboxClaimed, PublishAcknowledged, PublishUnderWay,
};

/// The relay's points, which every service has.
const RELAY: [Point; 5] = [OutboxClaimed, PublishUnderWay, PublishAcknowledged, MarkBefore, MarkAfter];
/// Those that hold mail for the length of a lease come first, since theirs is the longest wait.
const NOTIFICATION: [Point; 8] = [
    MailClaimed,
    HandOverBefore,
    HandOverUnderWay,
    HandOverAfter,
    IntakeCommitBefore,
    IntakeCommitAfter,
    OffsetsBefore,
    OffsetsAfter,
];
const ORDER: [Point; 2] = [OrderCommitBefore, OrderCommitAfter];
const USER: [Point; 2] = [AccountCommitBefore, AccountCommitAfter];

/// The kills of one round: each point once, each process at any moment, with `servers_too` the broker and PostgreSQL, and
/// on servers a silence on each of their connections. The relay's points are shared out among the services, in each round otherwise.
pub(super) fn round(mode: Mode, number: usize, servers_too: bool) -> Vec<Kill> {
    let mut kills = Vec::new();
    for (index, service) in [Service::Notification, Service::Order, Service::User].into_iter().enumerate() {
        let own: &[Point] = match service {
            Service::Notification => &NOTIFICATION,
            Service::Order => &ORDER,
            Service::User => &USER,
        };
        if mode == Mode::Servers || index == 0 {
            kills.push(Kill::Process(service));
        }
        let shared = RELAY.iter().enumerate().filter(|(place, _)| (place + number) % 3 == index);
        kills.extend(own.iter().chain(shared.map(|(_, point)| point)).map(|point| Kill::At(*point, service)));
    }
    if mode == Mode::Embedded {
        kills.push(Kill::Process(Service::Order));
    } else if servers_too {
        kills.extend([Kill::Broker, Kill::Database]);
    }
    if mode == Mode::Servers {
        let silent = DIRECTIONS[number % DIRECTIONS.len()];
        kills.extend(Link::ALL.map(|link| Kill::Silence(link, silent)));
    }
    kills
}

/// So many kills, or each once.
pub(super) fn plan(mode: Mode, count: Option<usize>, servers_too: bool) -> Vec<Kill> {
    match count {
        None => round(mode, 0, servers_too),
        Some(count) => (0..).flat_map(|number| round(mode, number, servers_too)).take(count).collect(),
    }
}

impl Kill {
    /// Whether nothing dies.
    pub(super) fn is_silence(self) -> bool {
        matches!(self, Self::Silence(..))
    }

    /// Its place in the table, and what stands there.
    pub(super) fn row(self, mode: Mode) -> (usize, String) {
        let last = Point::ALL.len();
        match (self, mode) {
            (Self::At(point, _), _) => (point.number(), point.description().to_owned()),
            (Self::Process(_), Mode::Embedded) => (last + 1, "at any moment: the process".to_owned()),
            (Self::Process(Service::User), _) => (last + 2, "at any moment: the user service".to_owned()),
            (Self::Process(Service::Order), _) => (last + 3, "at any moment: the order service".to_owned()),
            (Self::Process(Service::Notification), _) => {
                (last + 4, "at any moment: the notification service".to_owned())
            }
            (Self::Broker, _) => (last + 5, "at any moment: the broker".to_owned()),
            (Self::Database, _) => (last + 6, "at any moment: PostgreSQL".to_owned()),
            (Self::Silence(Link::Database, _), _) => {
                (last + 7, "the connections of an instance of each service to PostgreSQL".to_owned())
            }
            (Self::Silence(Link::Broker, _), _) => (last + 8, "the same to the broker".to_owned()),
            (Self::Silence(Link::Mail, _), _) => (last + 9, "the same to the mail server".to_owned()),
        }
    }
}

#[test]
fn a_round_has_every_point_once() {
    for mode in [Mode::Embedded, Mode::Servers] {
        for number in 0..3 {
            let kills = round(mode, number, true);
            for point in Point::ALL {
                let there = kills.iter().filter(|kill| matches!(kill, Kill::At(at, _) if at == point));
                assert_eq!(there.count(), 1, "{point:?} in round {number} of {mode:?}");
            }
        }
    }
}
