//! How the services of the platform prove to each other who they are.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine;
use eop_core::identity::port::ServiceClients;
use eop_core::kernel::actor::Role;
use secrecy::SecretString;

use crate::BASE64URL;
use crate::master_key::MasterKey;

/// The services that ask the user service for something.
const CLIENTS: [&str; 2] = ["order", "notification"];

/// The secret with which the service `client` proves who it is: derived from the master key, which all services of a deployment
/// share anyway, so that there is nothing else to hand out, to store or to forget.
#[must_use]
pub fn service_secret(master: &MasterKey, client: &str) -> SecretString {
    SecretString::from(BASE64URL.encode(master.derive(&format!("service client {client}"))))
}

/// The services of the platform as clients: each has the role `service` and no other.
#[derive(derive_more::Debug)]
#[debug("PlatformClients {{ .. }}")]
pub struct PlatformClients(Vec<(&'static str, SecretString)>);

impl PlatformClients {
    /// Those of the deployment that has this master key.
    #[must_use]
    pub fn new(master: &MasterKey) -> Self {
        Self(CLIENTS.iter().map(|client| (*client, service_secret(master, client))).collect())
    }
}

impl ServiceClients for PlatformClients {
    fn authenticate(&self, client: &str, secret: &str) -> Option<Vec<Role>> {
        use secrecy::ExposeSecret;

        // Every secret is compared, whichever is asked about, and none ends the comparison early.
        let mut found = None;
        for (name, known) in &self.0 {
            let is_it = verify_slices_are_equal(known.expose_secret().as_bytes(), secret.as_bytes()).is_ok();
            if is_it && *name == client {
                found = Some(vec![Role::SERVICE]);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_service_is_known_by_its_own_secret_alone() {
        let master = MasterKey::generate().parse::<MasterKey>().unwrap();
        let clients = PlatformClients::new(&master);
        let secret = |client: &str| service_secret(&master, client).expose_secret().to_owned();
        assert_eq!(clients.authenticate("order", &secret("order")), Some(vec![Role::SERVICE]));
        assert_eq!(clients.authenticate("notification", &secret("notification")), Some(vec![Role::SERVICE]));
        for (client, other) in [
            ("order", secret("notification")),
            ("order", String::new()),
            ("order", secret("order")[1..].to_owned()),
            ("billing", secret("billing")),
            ("", secret("")),
        ] {
            assert_eq!(clients.authenticate(client, &other), None, "{client}");
        }
    }
}
