//! Protection of the connection and of the password.

use std::sync::Arc;

use eop_channels::SmtpConfig;
use eop_contract::fixture::an_outgoing;
use eop_core::notification::port::{NotificationChannel, SendOutcome};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;

use crate::fixture::{channel, config};
use crate::smtp_server::{Protection, Reply, SmtpServer};

/// An authority's certificate (PEM), and a server whose certificate for 127.0.0.1 is by that authority.
fn server_config() -> (String, Arc<ServerConfig>) {
    let authority_key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority_pem = authority.self_signed(&authority_key).unwrap().pem();
    let issuer = Issuer::new(authority, authority_key);

    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &issuer).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    (authority_pem, Arc::new(config))
}

fn url(server: &SmtpServer, scheme: &str, settings: &str) -> SmtpConfig {
    config(&format!("{scheme}://shop:hunter2secret@127.0.0.1:{}{settings}", server.port()))
}

fn is_accepted(outcome: &SendOutcome) -> bool {
    matches!(outcome, SendOutcome::Accepted { .. })
}

/// Whether a password was sent, in whatever form.
fn heard_a_password(server: &SmtpServer) -> bool {
    server.heard().iter().any(|line| line.starts_with("AUTH"))
}

#[tokio::test]
async fn starttls_protects_login_and_mail() {
    let (authority, tls) = server_config();
    let server = SmtpServer::protected(Protection::StartTls(tls)).await;
    for settings in ["", "?tls=required", "?tls=opportunistic"] {
        let channel = channel(url(&server, "smtp", settings).trusting(authority.clone()));
        let outcome = channel.send(&an_outgoing(1)).await;
        assert!(is_accepted(&outcome), "{settings}: {outcome:?}");
        assert!(server.taken().pop().unwrap().encrypted, "{settings}");
        assert!(!format!("{channel:?}").contains("hunter2secret"));
    }
    let heard = server.heard();
    let position = |word: &str| heard.iter().position(|line| line.starts_with(word)).unwrap();
    assert!(position("STARTTLS") < position("AUTH"));
}

#[tokio::test]
async fn tls_from_the_first_byte_protects_everything() {
    let (authority, tls) = server_config();
    let server = SmtpServer::protected(Protection::Implicit(tls)).await;
    let outcome = channel(url(&server, "smtps", "").trusting(authority)).send(&an_outgoing(1)).await;
    assert!(is_accepted(&outcome), "{outcome:?}");
    assert!(server.taken()[0].encrypted && heard_a_password(&server));
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_not_trusted_and_nothing_is_sent() {
    let (_, tls) = server_config();
    let (another_authority, _) = server_config();
    for (protection, scheme, settings) in [
        (Protection::StartTls(Arc::clone(&tls)), "smtp", "?tls=required"),
        (Protection::StartTls(Arc::clone(&tls)), "smtp", "?tls=opportunistic"),
        (Protection::Implicit(tls), "smtps", ""),
    ] {
        let server = SmtpServer::protected(protection).await;
        for config in [
            url(&server, scheme, settings),
            url(&server, scheme, settings).trusting(another_authority.clone()),
        ] {
            let outcome = channel(config).send(&an_outgoing(1)).await;
            assert!(matches!(outcome, SendOutcome::Temporary { .. }), "{scheme}{settings}: {outcome:?}");
        }
        assert!(server.taken().is_empty() && !heard_a_password(&server));
    }
}

#[tokio::test]
async fn a_server_without_starttls_gets_nothing_where_it_is_required() {
    let server = SmtpServer::start().await;
    let channel = channel(url(&server, "smtp", "?tls=required"));
    match channel.send(&an_outgoing(1)).await {
        SendOutcome::Temporary { detail, .. } => assert!(detail.contains("STARTTLS"), "{detail}"),
        other => panic!("{other:?}"),
    }
    assert!(!channel.is_available().await);
    assert!(server.taken().is_empty() && !heard_a_password(&server));
}

#[tokio::test]
async fn a_password_is_not_sent_in_clear_unless_the_settings_say_so() {
    let server = SmtpServer::start().await;
    let outcome = channel(url(&server, "smtp", "?tls=opportunistic")).send(&an_outgoing(1)).await;
    assert!(matches!(outcome, SendOutcome::Temporary { .. }), "{outcome:?}");
    assert!(!heard_a_password(&server));

    let without_password = config(&format!("smtp://127.0.0.1:{}?tls=opportunistic", server.port()));
    assert!(is_accepted(&channel(without_password).send(&an_outgoing(1)).await));
    assert!(is_accepted(&channel(url(&server, "smtp", "?tls=none")).send(&an_outgoing(1)).await));
    assert!(heard_a_password(&server));
}

#[tokio::test]
async fn a_server_that_takes_starttls_back_gets_nothing() {
    let (authority, tls) = server_config();
    let server = SmtpServer::protected(Protection::StartTls(tls)).await;
    server.at("STARTTLS", Reply::Say("454 4.7.0 TLS not available"));
    let outcome =
        channel(url(&server, "smtp", "?tls=opportunistic").trusting(authority)).send(&an_outgoing(1)).await;
    assert!(matches!(outcome, SendOutcome::Temporary { .. }), "{outcome:?}");
    assert!(server.taken().is_empty() && !heard_a_password(&server));
}

#[tokio::test]
async fn an_authority_that_is_no_certificate_is_named() {
    let server = SmtpServer::start().await;
    let outcome =
        channel(url(&server, "smtps", "").trusting("not a certificate")).send(&an_outgoing(1)).await;
    assert!(matches!(outcome, SendOutcome::Temporary { .. }), "{outcome:?}");
}
