//! What is ordered.

use eop_core::kernel::money::{Currency, Money, MoneyError};
use eop_core::order::command::Content;
use eop_core::order::model::{Address, Line};
use serde_json::{Map, Value};

use super::random::Random;

/// Article number, name, and price in cents of euro.
const ARTICLES: [(&str, &str, u64); 28] = [
    ("TEA-EG-100", "Earl Grey, 100 g", 649),
    ("TEA-AS-250", "Assam Mangalam, 250 g", 1190),
    ("TEA-DJ-100", "Darjeeling First Flush, 100 g", 1490),
    ("TEA-SE-100", "Sencha, 100 g", 890),
    ("TEA-RB-250", "Rooibos, 250 g", 790),
    ("TEA-PM-050", "Peppermint, 50 g", 349),
    ("COF-ET-500", "Ethiopia Sidamo, whole beans, 500 g", 1450),
    ("COF-CO-500", "Colombia Supremo, whole beans, 500 g", 1290),
    ("COF-ES-1K", "Espresso blend, 1 kg", 2190),
    ("COF-DE-250", "Decaffeinated, ground, 250 g", 690),
    ("POT-07", "Teapot, cast iron, 0.7 l", 3450),
    ("POT-12", "Teapot, glass, 1.2 l", 2490),
    ("CUP-W-06", "Cups, white, set of 6", 2990),
    ("CUP-B-02", "Cups, blue, set of 2", 1590),
    ("MUG-350", "Mug, stoneware, 350 ml", 1190),
    ("KET-EL-17", "Electric kettle, 1.7 l", 5990),
    ("KET-GN-10", "Gooseneck kettle, 1 l", 7490),
    ("GRI-H-01", "Hand grinder", 4490),
    ("GRI-E-02", "Electric grinder", 12900),
    ("FIL-P-100", "Paper filters, 100 pieces", 399),
    ("FIL-S-01", "Stainless steel filter", 1890),
    ("PRE-08", "French press, 0.8 l", 2790),
    ("ESP-M-01", "Espresso machine", 48900),
    ("SCA-02", "Kitchen scale, 2 kg", 2290),
    ("TIN-250", "Tea tin, 250 g", 990),
    ("SUG-RK-500", "Rock sugar, 500 g", 429),
    ("HON-LB-500", "Linden blossom honey, 500 g", 790),
    ("GIF-BOX-01", "Gift box, small", 590),
];

const WISHES: [&str; 8] = [
    "Please ring twice.",
    "Leave it with the neighbours if nobody is in.",
    "It is a gift: no invoice in the parcel, please.",
    "Delivery before noon would be kind.",
    "The entrance is in the courtyard.",
    "Please call before you come.",
    "Back door, left of the garage.",
    "No hurry.",
];

/// A currency, and how many hundredths of its minor unit a cent of euro is worth here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Till {
    currency: &'static str,
    hundredths: u64,
}

pub(super) const EUR: Till = Till { currency: "EUR", hundredths: 100 };
pub(super) const GBP: Till = Till { currency: "GBP", hundredths: 86 };
pub(super) const USD: Till = Till { currency: "USD", hundredths: 112 };
pub(super) const CHF: Till = Till { currency: "CHF", hundredths: 97 };
/// The yen has no minor unit.
pub(super) const JPY: Till = Till { currency: "JPY", hundredths: 160 };

/// What somebody orders: 1 to 5 different articles, sometimes with a wish.
pub(super) fn content(random: &mut Random, till: Till, address: Address) -> Result<Content, MoneyError> {
    let note = random.chance(12).then(|| (*random.pick(&WISHES)).to_owned());
    Ok(Content { lines: lines(random, till)?, shipping_address: address, note })
}

/// 1 to 5 lines of different articles.
pub(super) fn lines(random: &mut Random, till: Till) -> Result<Vec<Line>, MoneyError> {
    let currency: Currency = till.currency.parse()?;
    let count = random.early(1..=5);
    let mut at = random.index(ARTICLES.len());
    let mut lines = Vec::new();
    for _ in 0..count {
        let (sku, name, cents) = ARTICLES[at];
        let amount = i64::try_from((cents * till.hundredths + 50) / 100).unwrap_or(i64::MAX);
        // Of what costs little, people order several.
        let quantity = if cents < 2000 { random.early(1..=6) } else { random.early(1..=2) };
        lines.push(Line {
            sku: sku.to_owned(),
            name: name.to_owned(),
            quantity: u32::try_from(quantity).unwrap_or(1),
            unit_price: Money::new(amount, currency)?,
        });
        // Five steps of at most a sixth never come round.
        at = (at + 1 + random.index(ARTICLES.len() / 6)) % ARTICLES.len();
    }
    Ok(lines)
}

/// How the order came in.
pub(super) fn metadata(random: &mut Random, by_phone: bool) -> Map<String, Value> {
    let mut metadata = Map::new();
    let channel = if by_phone { "phone" } else { *random.pick(&["web", "web", "app"]) };
    metadata.insert("channel".to_owned(), channel.into());
    if random.chance(10) {
        let campaign = *random.pick(&["newsletter", "spring", "friends", "anniversary"]);
        metadata.insert("campaign".to_owned(), campaign.into());
    }
    metadata
}
