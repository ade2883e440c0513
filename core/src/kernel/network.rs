//! The network that an address belongs to: what one person or one attacker can be expected to hold of addresses.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::actor::Origin;

/// A network of origin: the /24 of an IPv4 address, the /64 of an IPv6 address.
///
/// Whoever is given IPv6 is given at least a /64 (RFC 6177), so that a limit per address would be none at all. An IPv4
/// address that is written as IPv6 (`::ffff:192.0.2.1`, RFC 4291) is the IPv4 address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Network(IpAddr);

impl Network {
    /// The network of `address`.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(v4) => IpAddr::V4(Ipv4Addr::from_bits(v4.to_bits() & (u32::MAX << 8))),
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        })
    }
}

impl fmt::Display for Network {
    /// In CIDR notation, such as `192.0.2.0/24` and `2001:db8::/64`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = if self.0.is_ipv4() { 24 } else { 64 };
        write!(f, "{}/{length}", self.0)
    }
}

impl Origin {
    /// The network that the request came from, where its address is known.
    #[must_use]
    pub fn network(&self) -> Option<Network> {
        self.ip.map(Network::of)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("192.0.2.1", "192.0.2.0/24")]
    #[case("192.0.2.255", "192.0.2.0/24")]
    #[case("::ffff:192.0.2.77", "192.0.2.0/24")]
    #[case("192.0.3.1", "192.0.3.0/24")]
    #[case("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    #[case("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    #[case("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    #[case("::1", "::/64")]
    #[case("127.0.0.1", "127.0.0.0/24")]
    fn an_address_belongs_to_what_its_holder_is_given(#[case] address: &str, #[case] network: &str) {
        assert_eq!(Network::of(address.parse().unwrap()).to_string(), network);
    }
}
