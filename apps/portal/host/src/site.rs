//! The files of the page.

use std::borrow::Cow;
use std::path::PathBuf;

/// One file of the page, with its compressed forms.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// Its path, without a slash at the start.
    pub path: &'static str,
    /// Its `ETag`.
    pub tag: &'static str,
    /// As it is.
    pub plain: &'static [u8],
    /// Compressed with Brotli.
    pub br: Option<&'static [u8]>,
    /// Compressed with gzip.
    pub gz: Option<&'static [u8]>,
}

/// The files that were there when this program was built.
static BUILT_IN: &[Asset] = include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// Where the files are.
#[derive(Clone, Debug)]
pub enum Site {
    /// In the program, sorted by path.
    Table(&'static [Asset]),
    /// In a folder, read anew for each request: for those who design them.
    Folder(PathBuf),
}

/// A file as it is sent.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) bytes: Cow<'static, [u8]>,
    pub(crate) tag: Option<&'static str>,
    pub(crate) encoding: Option<&'static str>,
}

impl Site {
    /// The files in this program, or those in `folder` if there is one.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        folder.map_or(Self::Table(BUILT_IN), Self::Folder)
    }

    /// Whether there is a page to serve.
    #[must_use]
    pub fn is_built(&self) -> bool {
        match self {
            Self::Table(assets) => find(assets, "index.html").is_some(),
            Self::Folder(folder) => folder.join("index.html").is_file(),
        }
    }

    /// The file at `path`, in the best encoding of those that are accepted.
    pub(crate) async fn file(&self, path: &str, accepted: &str) -> Option<File> {
        match self {
            Self::Table(assets) => find(assets, path).map(|asset| encoded(asset, accepted)),
            Self::Folder(folder) => {
                let is_below = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
                let file = folder.join(path);
                if !is_below || file.extension().is_some_and(|end| end == "br" || end == "gz") {
                    return None;
                }
                let bytes = tokio::fs::read(file).await.ok()?;
                Some(File { bytes: Cow::Owned(bytes), tag: None, encoding: None })
            }
        }
    }
}

fn find(assets: &'static [Asset], path: &str) -> Option<&'static Asset> {
    let index = assets.binary_search_by(|asset| asset.path.cmp(path)).ok()?;
    assets.get(index)
}

fn encoded(asset: &'static Asset, accepted: &str) -> File {
    let wanted = |name: &str| {
        accepted.split(',').map(str::trim).any(|one| {
            let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
            coding.trim() == name && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
    };
    let (bytes, encoding) = match asset {
        Asset { br: Some(br), .. } if wanted("br") => (*br, Some("br")),
        Asset { gz: Some(gz), .. } if wanted("gzip") => (*gz, Some("gzip")),
        Asset { plain, .. } => (*plain, None),
    };
    File { bytes: Cow::Borrowed(bytes), tag: Some(asset.tag), encoding }
}
