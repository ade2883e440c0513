//! What can be seen from this machine alone: disks, and whether the mail server lets the platform in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eop_assembly::settings::Settings;
use eop_http::system::SystemClock;

use super::finding::Finding;

/// Free space below which somebody should look, and below which something will soon stop: the larger of a share of the disk
/// and so many bytes.
const LOW: (u64, u64) = (10, 1 << 30);
const FULL: (u64, u64) = (2, 100 << 20);

/// How much of a disk is free, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    free: u64,
    all: u64,
}

impl Room {
    fn of(path: &Path) -> std::io::Result<Self> {
        let disk = rustix::fs::statvfs(path)?;
        let bytes = |blocks: u64| blocks.saturating_mul(disk.f_frsize);
        Ok(Self { free: bytes(disk.f_bavail), all: bytes(disk.f_blocks) })
    }

    /// Whether it is below a limit. A small disk is full at its share, and a large one never for that alone.
    fn is_below(self, (percent, bytes): (u64, u64)) -> bool {
        self.free < bytes.min(self.all / 100 * percent)
    }

    fn told(self) -> String {
        let gigabytes =
            |bytes: u64| format!("{}.{} GB", bytes / 1_000_000_000, bytes % 1_000_000_000 / 100_000_000);
        format!("{} of {} free", gigabytes(self.free), gigabytes(self.all))
    }
}

/// The disk of this folder, and those of the files that the settings name.
pub(super) fn disks(settings: Option<&Settings>) -> Vec<Finding> {
    let mut folders = vec![PathBuf::from(".")];
    if let Some(settings) = settings {
        let urls = [&settings.database.url, &settings.broker.url];
        folders.extend(urls.into_iter().flatten().filter_map(|url| folder_of(url.expose())));
    }
    folders.dedup();
    folders.iter().map(|folder| disk(folder)).collect()
}

/// The folder that holds what is at this address, if that is a file of ours.
fn folder_of(url: &str) -> Option<PathBuf> {
    let path = match url.split_once(':')? {
        ("sqlite", path) => path.trim_start_matches("//").split('?').next()?,
        ("log", path) => path.trim_start_matches("//"),
        _ => return None,
    };
    let path = Path::new(path);
    // What is not there yet will be made in the nearest folder above that is.
    path.ancestors().find(|one| one.is_dir()).map(Path::to_owned)
}

fn disk(folder: &Path) -> Finding {
    let what = format!("disk of {}", folder.display());
    let advice = "free some of it, or give more: SQLite and the event log take nothing once it is full";
    match Room::of(folder) {
        Ok(room) if room.is_below(FULL) => Finding::wrong("here", what, room.told(), advice),
        Ok(room) if room.is_below(LOW) => Finding::warning("here", what, room.told(), advice),
        Ok(room) => Finding::well("here", what, room.told()),
        Err(error) => Finding::warning("here", what, format!("cannot be asked: {error}"), "look yourself"),
    }
}

/// Whether each mail server greets the platform and takes its password; nothing is sent. Nothing is said where the settings of
/// this machine name none.
pub(super) async fn mail(settings: &Settings) -> Vec<Finding> {
    let advice = "check host, port, TLS and password in EOP_SMTP_URL and EOP_SMTP_BACKUP_URLS";
    let servers = match eop_notification::wiring::mail_servers_let_in(settings, Arc::new(SystemClock)).await {
        Ok(servers) => servers,
        Err(error) => return vec![Finding::wrong("here", "mail server", format!("{error:#}"), advice)],
    };
    let finding = |(name, lets_in): (String, bool)| {
        let what = format!("mail server {name}");
        if lets_in {
            return Finding::well("here", what, "greets, and takes the password if there is one");
        }
        let said = "does not answer, or does not let the platform in".to_owned();
        Finding::wrong("here", what, said, advice)
    };
    servers.into_iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn a_disk_is_low_before_it_is_full() {
        let room = |free, all| Room { free, all };
        // On a large disk bytes decide, on a small one the share.
        assert!(!room(2 << 30, 1 << 40).is_below(LOW) && room(900 << 20, 1 << 40).is_below(LOW));
        assert!(!room(90 << 20, 500 << 20).is_below(LOW) && room(40 << 20, 500 << 20).is_below(LOW));
        assert!(!room(900 << 20, 1 << 40).is_below(FULL) && room(50 << 20, 1 << 40).is_below(FULL));
        assert_eq!(room(1_500_000_000, 20_000_000_000).told(), "1.5 GB of 20.0 GB free");
    }

    #[test]
    fn files_of_ours_are_found_and_servers_have_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display();
        for url in [
            format!("sqlite://{path}/order.db?mode=rwc"),
            format!("sqlite:{path}/order.db"),
            format!("log:{path}/events/new"),
        ] {
            assert_eq!(folder_of(&url).as_deref(), Some(folder.path()), "{url}");
        }
        assert_eq!(folder_of("postgres://db/order"), None);
        assert_eq!(folder_of("kafka://broker:9092"), None);
        assert_ne!(disk(folder.path()).detail, "");
        assert_eq!(disk(Path::new("/nowhere/at/all")).state, State::Warning);
    }
}
