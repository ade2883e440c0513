//! Files that their owner alone can read: what is in a database is nobody else's business on a shared machine.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Takes the rights of others on the database at `path` and on what `SQLite` keeps beside it. Makes the file first if
/// it is to be made: `SQLite` itself would let others read it. What it makes later gets the rights of the database.
///
/// # Errors
/// When the file cannot be made, or belongs to somebody else.
pub(crate) fn make_private(path: &Path, create: bool) -> io::Result<()> {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    if create {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)?;
    }
    for file in [path.to_owned(), beside("-wal"), beside("-shm"), beside("-journal")] {
        if file.exists() {
            restrict(&file)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn restrict(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let of_others = fs::metadata(file)?.permissions().mode() & 0o077;
    if of_others == 0 { Ok(()) } else { fs::set_permissions(file, fs::Permissions::from_mode(0o600)) }
}

/// Other systems have other means, which the folder brings with it.
#[cfg(not(unix))]
fn restrict(file: &Path) -> io::Result<()> {
    fs::metadata(file).map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).expect("the file is there").permissions().mode() & 0o777
    }

    #[test]
    fn a_database_and_its_files_are_for_their_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("new.db");
        make_private(&new, true).unwrap();
        assert_eq!((mode(&new), fs::read(&new).unwrap()), (0o600, Vec::new()));

        let old = folder.path().join("old.db");
        for name in ["old.db", "old.db-wal", "old.db-shm"] {
            let file = folder.path().join(name);
            fs::write(&file, name).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        }
        make_private(&old, true).unwrap();
        for name in ["old.db", "old.db-wal", "old.db-shm"] {
            let file = folder.path().join(name);
            assert_eq!((mode(&file), fs::read_to_string(&file).unwrap()), (0o600, name.to_owned()));
        }
        let absent = folder.path().join("absent.db");
        make_private(&absent, false).unwrap();
        assert!(!absent.exists(), "what nobody asked for is not made");
    }
}
