//! A connection that can be cut, or fall silent: a TCP proxy in front of a server.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::ports;

/// A proxy on a port of its own.
pub(crate) struct Proxy {
    way: Way,
    silence: watch::Sender<Silence>,
    serving: JoinSet<()>,
}

/// From the port to the server.
#[derive(Clone)]
struct Way {
    port: u16,
    target: String,
    replacement: Replacement,
    /// How many connections were made.
    made: Arc<AtomicUsize>,
    silence: watch::Receiver<Silence>,
}

/// What a connection that has fallen silent does not carry any more. Nothing is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silent {
    ToServer,
    ToClient,
    Both,
}

/// How many of the connections, counted from the first, carry nothing any more in each direction.
#[derive(Clone, Copy, Debug, Default)]
struct Silence {
    to_server: usize,
    to_client: usize,
}

/// What is written anew in what the server sends. Old and new are of one length.
#[derive(Clone, Default)]
struct Replacement {
    old: Vec<u8>,
    new: Vec<u8>,
}

impl Proxy {
    /// In front of the server at `target`, which is `host:port`.
    pub(crate) async fn start(target: &str) -> Self {
        Self::with(target, |_| Replacement::default()).await
    }

    /// In front of a Kafka broker. A broker tells its clients where to connect, as a host and four bytes of port, so the
    /// proxy puts its own port there.
    pub(crate) async fn of_kafka(target: &str) -> Self {
        let (host, real) = target.split_once(':').expect("a broker is named by host and port");
        assert_eq!(host, "127.0.0.1", "the proxy stands in for a broker that is advertised at 127.0.0.1");
        let real: u16 = real.parse().expect("a port is a number");
        let named = |port: u16| [host.as_bytes(), &u32::from(port).to_be_bytes()].concat();
        Self::with(target, |port| Replacement { old: named(real), new: named(port) }).await
    }

    async fn with(target: &str, replacement: impl FnOnce(u16) -> Replacement) -> Self {
        let (port, (silence, is_silent)) = (ports::free(), watch::channel(Silence::default()));
        let way = Way {
            port,
            target: target.to_owned(),
            replacement: replacement(port),
            made: Arc::default(),
            silence: is_silent,
        };
        let mut proxy = Self { way, silence, serving: JoinSet::new() };
        proxy.mend().await;
        proxy
    }

    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.way.port)
    }

    /// Breaks all connections and refuses new ones.
    pub(crate) async fn cut(&mut self) {
        self.serving.shutdown().await;
    }

    /// Takes connections again.
    pub(crate) async fn mend(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.way.port)).await.expect("the port is still free");
        self.serving.spawn(serve(listener, self.way.clone()));
    }

    /// The connections that there are carry nothing more in this direction, as when a host on the way was lost. New ones
    /// are as usual.
    pub(crate) fn fall_silent(&self, silent: Silent) {
        let made = self.way.made.load(Ordering::SeqCst);
        self.silence.send_modify(|silence| {
            if silent != Silent::ToClient {
                silence.to_server = made;
            }
            if silent != Silent::ToServer {
                silence.to_client = made;
            }
        });
    }

    /// No connection carries anything any more, also none that will be made.
    pub(crate) fn fall_silent_for_good(&self) {
        self.silence.send_replace(Silence { to_server: usize::MAX, to_client: usize::MAX });
    }
}

async fn serve(listener: TcpListener, way: Way) {
    // They end with this task.
    let mut connections = JoinSet::new();
    loop {
        if let Ok((client, _)) = listener.accept().await {
            let way = way.clone();
            // A broken connection is what its two ends are tested with.
            connections.spawn(async move { drop(link(client, &way).await) });
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn link(mut client: TcpStream, way: &Way) -> io::Result<()> {
    let number = way.made.fetch_add(1, Ordering::SeqCst) + 1;
    let mut server = TcpStream::connect(&way.target).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (from_client, to_client) = client.split();
    let (from_server, to_server) = server.split();
    let nothing = Replacement::default();
    let (up, down) =
        (|| number <= way.silence.borrow().to_server, || number <= way.silence.borrow().to_client);
    tokio::select! {
        ended = pump(from_client, to_server, &nothing, up) => ended,
        ended = pump(from_server, to_client, &way.replacement, down) => ended,
    }
}

async fn pump(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    replacement: &Replacement,
    is_silent: impl Fn() -> bool,
) -> io::Result<()> {
    let (mut buffer, mut waiting) = (vec![0; 64 * 1024], Vec::new());
    loop {
        let count = from.read(&mut buffer).await?;
        if is_silent() {
            // Not even that an end is closed is heard at the other one.
            std::future::pending::<()>().await;
        }
        if count == 0 {
            return Ok(());
        }
        waiting.extend_from_slice(&buffer[..count]);
        let ready = replacement.apply(&mut waiting);
        to.write_all(&waiting[..ready]).await?;
        waiting.drain(..ready);
    }
}

impl Replacement {
    /// Replaces in `bytes`. Gives how many of them are final: what follows may be the beginning of another place.
    fn apply(&self, bytes: &mut [u8]) -> usize {
        let length = self.old.len();
        if length == 0 {
            return bytes.len();
        }
        let mut at = 0;
        while let Some(found) = bytes[at..].windows(length).position(|window| window == self.old) {
            at += found;
            bytes[at..at + length].copy_from_slice(&self.new);
            at += length;
        }
        let begun = (1..length).rev().find(|count| bytes[at..].ends_with(&self.old[..*count]));
        bytes.len() - begun.unwrap_or_default()
    }
}

#[test]
fn an_address_is_replaced_even_where_it_comes_in_pieces() {
    let replacement = Replacement { old: b"host:1".to_vec(), new: b"host:2".to_vec() };
    let mut whole = b"a host:1 b host:1".to_vec();
    assert_eq!(replacement.apply(&mut whole), whole.len());
    assert_eq!(whole, b"a host:2 b host:2");
    let mut begun = b"a host:1 b hos".to_vec();
    assert_eq!(replacement.apply(&mut begun), b"a host:1 b ".len());
    begun.extend_from_slice(b"t:1");
    replacement.apply(&mut begun);
    assert_eq!(begun, b"a host:2 b host:2");
}
