//! The documentation lists every code, as the code does.

use eop_api_contract::{codes, golden};

#[test]
fn the_documentation_lists_every_code() {
    golden::section("docs/API-DESIGN.md", "Codes of the edge", &codes::edge_table());
    golden::section("docs/API-DESIGN.md", "Codes of the domain", &codes::domain_table());
}
