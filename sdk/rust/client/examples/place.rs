use eop_sdk::types::{Address, LineDraft, Money, OrderDraft};
use eop_sdk::{Config, Credentials, Error, Kind, Platform, decimal_of};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::var("EOP_URL").unwrap_or_else(|_| "http://127.0.0.1:3001".into());
    let alice = Credentials::password("alice@demo.test", "correct-horse-demo-battery");
    let platform = Platform::new(Config::url(&url).credentials(alice));

    let unit_price = Money { amount: 649, currency: "EUR".into() };
    let line = LineDraft { sku: "TEA-EG-100".into(), name: "Earl Grey, 100 g".into(), quantity: 2, unit_price };
    let address = Address::builder().name("Alice").line1("Lindenstr. 12").city("Berlin").country("DE");
    let address: Address = address.postal_code("10969".to_owned()).try_into().expect("all that an address needs");
    let draft = OrderDraft::builder().lines(vec![line]).shipping_address(address);

    match platform.place_order().body(draft).send().await.map_err(Error::from) {
        Ok(order) => println!("{}: {} {}", order.number, decimal_of(&order.total), order.total.currency),
        Err(Error::Api(refused)) if refused.kind == Kind::Invalid => {
            for one in &refused.errors {
                println!("{} {}", one.field, one.message);
            }
        }
        Err(error) => return Err(error),
    }
    platform.end_session().await
}
