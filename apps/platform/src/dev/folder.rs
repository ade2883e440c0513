//! The folder in which the embedded platform keeps everything.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use eop_assembly::tokens::new_master_key;

/// The name of the log.
pub(super) const LOG: &str = "eop.log";
/// A log of this size is put aside at the next start.
const LARGE_LOG_BYTES: u64 = 16 * 1024 * 1024;

/// The folder, made if need be, with the master key of this installation.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    master_key: String,
}

impl Folder {
    /// Opens or makes the folder at `path`, for its owner only. The master key is made once.
    pub(super) fn open(path: &Path) -> Result<Self> {
        make_private(path).with_context(|| {
            format!("the folder {} cannot be made, or cannot be kept from others", path.display())
        })?;
        let path =
            path.canonicalize().with_context(|| format!("the folder {} cannot be used", path.display()))?;
        let file = path.join("master.key");
        let master_key = match fs::read_to_string(&file) {
            Ok(text) => text.trim().to_owned(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_key(&file)?,
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", file.display())),
        };
        Ok(Self { path, master_key })
    }

    /// The address of the database of `service`.
    pub(super) fn database_url(&self, service: &str) -> String {
        format!("sqlite://{}?mode=rwc", self.path.join(format!("{service}.db")).display())
    }

    /// The address of the event log.
    pub(super) fn log_url(&self) -> String {
        format!("log:{}", self.path.join("events").display())
    }

    /// The log, to which this run appends. One that has grown large makes room: the run before it is kept beside it.
    pub(super) fn log_file(&self) -> Result<fs::File> {
        let path = self.path.join(LOG);
        if fs::metadata(&path).is_ok_and(|known| known.len() > LARGE_LOG_BYTES) {
            fs::rename(&path, path.with_extension("log.1"))?;
        }
        let mut options = fs::OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// The master key.
    pub(super) fn master_key(&self) -> String {
        self.master_key.clone()
    }
}

/// Makes the folder, and takes the rights of others on it: the key, the accounts and the mails are in it.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut folders = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
    folders.recursive(true).create(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
    }
    Ok(())
}

fn make_key(file: &Path) -> Result<String> {
    let key = new_master_key();
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut handle = options.open(file).with_context(|| format!("{} cannot be made", file.display()))?;
    handle.write_all(key.as_bytes()).and_then(|()| handle.sync_all())?;
    Ok(key)
}
