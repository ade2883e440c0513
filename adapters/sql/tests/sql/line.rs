//! A line to the server that can fall silent: nothing is closed, and nothing comes through any more.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::watch;

/// What a silent line still carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silent {
    /// What the client says does not arrive.
    ToServer,
    /// What the server says does not arrive.
    ToClient,
    /// Neither arrives.
    Both,
}

/// Connections up to a number are silent; those that are made later are not.
#[derive(Clone, Copy, Debug, Default)]
struct Silence {
    to_server: usize,
    to_client: usize,
}

/// A line on a port of its own.
pub(crate) struct Line {
    port: u16,
    made: watch::Receiver<usize>,
    silence: watch::Sender<Silence>,
}

impl Line {
    /// To the server of this address.
    pub(crate) async fn to(server: &str) -> Self {
        let address = server.rsplit_once('/').unwrap().0.rsplit_once('@').unwrap().1.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (made_now, made) = watch::channel(0);
        let (silence, is_silent) = watch::channel(Silence::default());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                made_now.send_modify(|made| *made += 1);
                let number = *made_now.borrow();
                let far = TcpStream::connect(&address).await.unwrap();
                let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
                let (up, down) = (is_silent.clone(), is_silent.clone());
                tokio::spawn(carry(from_near, to_far, move || number <= up.borrow().to_server));
                tokio::spawn(carry(from_far, to_near, move || number <= down.borrow().to_client));
            }
        });
        Self { port, made, silence }
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        *self.made.borrow()
    }

    /// Silences the connections that there are.
    pub(crate) fn fall_silent(&self, direction: Silent) {
        let made = self.connections();
        self.silence.send_modify(|silence| {
            if direction != Silent::ToClient {
                silence.to_server = made;
            }
            if direction != Silent::ToServer {
                silence.to_client = made;
            }
        });
    }

    /// Silences also all that will be made.
    pub(crate) fn fall_silent_for_good(&self) {
        self.silence.send_replace(Silence { to_server: usize::MAX, to_client: usize::MAX });
    }

    /// New connections get through again.
    pub(crate) fn mend(&self) {
        let made = self.connections();
        self.silence.send_replace(Silence { to_server: made, to_client: made });
    }

    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn url(&self, server: &str, database: &str) -> String {
        let user = server.split("://").nth(1).unwrap().rsplit_once('@').unwrap().0;
        format!("postgres://{user}@{}/{database}?sslmode=disable", self.address())
    }
}

/// Carries bytes until one end closes, which closes the other one, or until it is silent.
async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, is_silent: impl Fn() -> bool) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(count) = from.read(&mut buffer).await {
        if is_silent() {
            std::future::pending::<()>().await;
        }
        if count == 0 || to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
}
