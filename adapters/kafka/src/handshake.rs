//! Why an encrypted connection fails: one handshake of our own, whose errors say more than the library's.

use std::io::{ErrorKind, Read};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, ClientConnection, Error, RootCertStore, StreamOwned};

use crate::security::KafkaTls;

/// How long the broker may take for each step.
const TIMEOUT: Duration = Duration::from_secs(3);

/// Why the broker at `host:port` is not trusted, or does not trust this client; `None` when that cannot be told.
pub(crate) fn refusal(broker: &str, tls: Option<&KafkaTls>) -> Option<String> {
    let KafkaTls { ca, certificate } = tls?;
    let Some(ca) = ca else {
        return Some(
            "its certificate is not trusted by the authorities of this system: name the file with its own authority's \
             in EOP_KAFKA_CA_FILE"
                .to_owned(),
        );
    };
    let roots = match roots(ca) {
        Ok(roots) => roots,
        Err(error) => return Some(format!("the file {} of EOP_KAFKA_CA_FILE {error}", ca.display())),
    };
    let (host, _) = broker.rsplit_once(':')?;
    match shake_hands(broker, ServerName::try_from(host.to_owned()).ok()?, roots)? {
        Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            Some("its certificate has expired: it needs a new one".to_owned())
        }
        Error::InvalidCertificate(
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. },
        ) => Some("its certificate is not valid yet: is a clock wrong?".to_owned()),
        Error::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::BadSignature) => Some(
            format!("its certificate is by an authority that is not in {} (EOP_KAFKA_CA_FILE)", ca.display()),
        ),
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => Some(format!(
            "its certificate is not for {host}: EOP_BROKER_URL must name it as its certificate does"
        )),
        Error::InvalidCertificate(other) => Some(format!("its certificate is refused: {other}")),
        Error::AlertReceived(alert) if certificate.is_none() => {
            Some(format!("it wants a certificate of this client (EOP_KAFKA_CERT_FILE): {alert:?}"))
        }
        _ => None,
    }
}

fn roots(ca: &Path) -> Result<RootCertStore, String> {
    let certificates = CertificateDer::pem_file_iter(ca)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| format!("cannot be read: {error}"))?;
    let mut roots = RootCertStore::empty();
    for certificate in certificates {
        roots.add(certificate).map_err(|error| format!("has a certificate that cannot be used: {error}"))?;
    }
    if roots.is_empty() { Err("has no certificate in it".to_owned()) } else { Ok(roots) }
}

/// The error of a handshake, if it fails with one that TLS knows.
fn shake_hands(broker: &str, name: ServerName<'static>, roots: RootCertStore) -> Option<Error> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let address = broker.to_socket_addrs().ok()?.next()?;
    let socket = TcpStream::connect_timeout(&address, TIMEOUT).ok()?;
    socket.set_read_timeout(Some(TIMEOUT)).ok()?;
    socket.set_write_timeout(Some(TIMEOUT)).ok()?;
    let connection = ClientConnection::new(Arc::new(config), name).ok()?;
    // A broker says nothing by itself: what is read is the end of the handshake, or why there is none.
    match StreamOwned::new(connection, socket).read(&mut [0]) {
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            error.into_inner()?.downcast::<Error>().ok().map(|error| *error)
        }
        _ => None,
    }
}
