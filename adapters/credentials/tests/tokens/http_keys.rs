//! Fetching keys over HTTP: rarely, once for all who wait, and without losing what is known.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::support::{ISSUER, claims, forge, header, issuer_with_key, now, payload, private_key, with};
use async_trait::async_trait;
use eop_core::identity::port::{TokenIssuer, TokenRefused, TokenVerifier};
use eop_credentials::{HttpKeys, JwksVerifier, KeySource, KeysUnavailable, VerifierConfig};
use parking_lot::Mutex;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A server that answers every request alike, and counts them.
struct Server {
    url: String,
    requests: Arc<AtomicUsize>,
    answer: Arc<Mutex<(&'static str, String)>>,
    _task: JoinSet<()>,
}

impl Server {
    async fn start(status: &'static str, body: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/.well-known/jwks.json", listener.local_addr().unwrap());
        let requests = Arc::new(AtomicUsize::new(0));
        let answer = Arc::new(Mutex::new((status, body)));
        let (counter, answers) = (Arc::clone(&requests), Arc::clone(&answer));
        let mut task = JoinSet::new();
        task.spawn(async move {
            while let Ok((mut connection, _)) = listener.accept().await {
                let mut request = [0; 2048];
                let read = connection.read(&mut request).await.unwrap();
                if read == 0 {
                    // A caller that went away before it had asked.
                    continue;
                }
                assert!(request[..read].starts_with(b"GET /.well-known/jwks.json "));
                counter.fetch_add(1, Ordering::SeqCst);
                // Long enough for everybody to ask in the meantime.
                tokio::time::sleep(Duration::from_millis(50)).await;
                let (status, body) = answers.lock().clone();
                let head = format!(
                    "HTTP/1.1 {status}\r\ncontent-length: {}\r\nlocation: /elsewhere\r\nconnection: close\r\n\r\n",
                    body.len()
                );
                connection.write_all(head.as_bytes()).await.unwrap();
                // The client hangs up on an answer that is too long.
                connection.write_all(body.as_bytes()).await.ok();
            }
        });
        Self { url, requests, answer, _task: task }
    }

    fn answer(&self, status: &'static str, body: String) {
        *self.answer.lock() = (status, body);
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    fn verifier(&self) -> JwksVerifier {
        JwksVerifier::new(VerifierConfig::new(ISSUER), Arc::new(HttpKeys::new(&self.url).unwrap()))
    }
}

/// Keys over HTTP, with a pause that a test can wait for.
struct Impatient(HttpKeys);

#[async_trait]
impl KeySource for Impatient {
    async fn fetch(&self) -> Result<Value, KeysUnavailable> {
        self.0.fetch().await
    }

    fn pause(&self) -> Duration {
        Duration::from_millis(100)
    }
}

#[tokio::test]
async fn fifty_unknown_key_names_at_once_cause_one_fetch() {
    let (issuer, key) = issuer_with_key();
    let server = Server::start("200 OK", issuer.jwks().to_string()).await;
    let verifier = Arc::new(server.verifier());
    let private = private_key(&key);
    let mut tasks = JoinSet::new();
    for number in 0..50 {
        let unknown = with(header(&key), "kid", format!("made-up-{number}").into());
        let token = forge(&unknown, &payload(), |message| private.sign(message).as_ref().to_vec());
        let verifier = Arc::clone(&verifier);
        tasks.spawn(async move { verifier.verify(&token, now()).await });
    }
    for outcome in tasks.join_all().await {
        assert_eq!(outcome, Err(TokenRefused::Invalid));
    }
    assert_eq!(server.requests(), 1);

    verifier.verify(&issuer.issue(&claims()).unwrap().token, now()).await.unwrap();
    assert_eq!(server.requests(), 1, "the keys are known");
}

#[tokio::test]
async fn fifty_good_tokens_at_once_cause_one_fetch_and_are_accepted() {
    let (issuer, _) = issuer_with_key();
    let server = Server::start("200 OK", issuer.jwks().to_string()).await;
    let verifier = Arc::new(server.verifier());
    let mut tasks = JoinSet::new();
    for _ in 0..50 {
        let token = issuer.issue(&claims()).unwrap().token;
        let verifier = Arc::clone(&verifier);
        tasks.spawn(async move { verifier.verify(&token, now()).await });
    }
    assert!(tasks.join_all().await.iter().all(Result::is_ok));
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_keep_the_others_from_the_keys() {
    let (issuer, _) = issuer_with_key();
    let server = Server::start("200 OK", issuer.jwks().to_string()).await;
    let verifier = server.verifier();
    let token = issuer.issue(&claims()).unwrap().token;
    let impatient = tokio::time::timeout(Duration::from_millis(5), verifier.verify(&token, now())).await;
    assert!(impatient.is_err(), "the answer takes longer than that");
    assert_eq!(
        verifier.verify(&token, now()).await,
        Err(TokenRefused::Unavailable),
        "not asked again at once"
    );
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(verifier.verify(&token, now()).await.is_ok());
}

#[tokio::test]
async fn the_last_good_keys_survive_a_failed_fetch_and_new_ones_are_found_after_it() {
    let (issuer, old) = issuer_with_key();
    let server = Server::start("200 OK", issuer.jwks().to_string()).await;
    let source = Impatient(HttpKeys::new(&server.url).unwrap());
    let verifier = JwksVerifier::new(VerifierConfig::new(ISSUER), Arc::new(source));
    let known = issuer.issue(&claims()).unwrap().token;
    verifier.verify(&known, now()).await.unwrap();

    let new = issuer.generate_key(now());
    let mut retiring = old.clone();
    retiring.state = eop_core::identity::model::KeyState::Retiring;
    issuer.install(&[new, retiring]).unwrap();
    let unknown = issuer.issue(&claims()).unwrap().token;
    let unseen =
        forge(&header(&old), &payload(), |message| private_key(&old).sign(message).as_ref().to_vec());
    let empty = r#"{"keys": []}"#.to_owned();
    for (status, body) in [
        ("500 Internal Server Error", String::new()),
        ("302 Found", String::new()),
        ("200 OK", "<html>".to_owned()),
        ("200 OK", empty),
        ("200 OK", " ".repeat(100_000)),
    ] {
        server.answer(status, body);
        tokio::time::sleep(Duration::from_millis(110)).await;
        assert_eq!(verifier.verify(&unknown, now()).await, Err(TokenRefused::Unavailable), "{status}");
        verifier.verify(&known, now()).await.unwrap();
        verifier.verify(&unseen, now()).await.unwrap();
        assert!(verifier.is_ready().await);
    }

    server.answer("200 OK", issuer.jwks().to_string());
    tokio::time::sleep(Duration::from_millis(110)).await;
    verifier.verify(&unknown, now()).await.unwrap();
}

#[tokio::test]
async fn a_key_that_was_withdrawn_counts_until_the_keys_are_read_again() {
    let (issuer, old) = issuer_with_key();
    let server = Server::start("200 OK", issuer.jwks().to_string()).await;
    let verifier = server.verifier();
    let token = issuer.issue(&claims()).unwrap().token;
    verifier.verify(&token, now()).await.unwrap();

    issuer.install(&[issuer.generate_key(now())]).unwrap();
    server.answer("500 Internal Server Error", String::new());
    verifier.renew().await;
    verifier.verify(&token, now()).await.unwrap();

    server.answer("200 OK", issuer.jwks().to_string());
    verifier.renew().await;
    assert_eq!(verifier.verify(&token, now()).await, Err(TokenRefused::Invalid), "{}", old.kid);
    verifier.verify(&issuer.issue(&claims()).unwrap().token, now()).await.unwrap();
}

#[tokio::test]
async fn a_service_that_starts_before_the_user_service_becomes_ready_soon_after_it() {
    let (issuer, _) = issuer_with_key();
    let server = Server::start("503 Service Unavailable", String::new()).await;
    let verifier = server.verifier();
    let token = issuer.issue(&claims()).unwrap().token;
    assert!(!verifier.is_ready().await);
    assert_eq!(verifier.verify(&token, now()).await, Err(TokenRefused::Unavailable));
    assert_eq!(server.requests(), 1, "it is not asked again at once");

    server.answer("200 OK", issuer.jwks().to_string());
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert!(verifier.is_ready().await);
    verifier.verify(&token, now()).await.unwrap();
}

#[tokio::test]
async fn an_unreachable_service_and_a_bad_address_are_named() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let unreachable = HttpKeys::new(&format!("http://{closed}/jwks.json")).unwrap();
    let KeysUnavailable(reason) = unreachable.fetch().await.unwrap_err();
    assert!(reason.contains("jwks.json"), "{reason}");
    assert!(HttpKeys::new("not an address").unwrap_err().to_string().contains("not an address"));
}
