//! Lists of the world: what standards and databases name, and people choose from.
//!
//! The lists are those of the program. What they hold is checked when somebody gives a value; what was stored before, by an
//! older list or by none, stays readable.

mod country;
mod currency;
mod locale;
mod postal;
mod time_zone;

pub use country::{PostalFault, check_postal_code, is_country};
pub use currency::{Currencies, CurrencyRefused, as_decimal, decimals};
pub use locale::{UnknownLocale, canonical_locale};
pub use time_zone::{UnknownTimeZone, canonical_time_zone};
