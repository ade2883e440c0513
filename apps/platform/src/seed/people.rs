//! Who orders, and who works on it. None of them needs an account.

use chrono::Duration;
use eop_core::kernel::actor::{Actor, Origin};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::id::UserId;
use eop_core::order::model::Address;
use uuid::Uuid;

use super::catalogue::{CHF, EUR, GBP, JPY, Till, USD};
use super::random::{Random, Stream};

/// Whose the orders are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Customers {
    /// So many different people.
    Many(u64),
    /// One person, who may have an account.
    One(UserId),
}

/// Somebody who orders: always to the same address.
#[derive(Clone, Debug)]
pub(super) struct Customer {
    pub(super) id: UserId,
    pub(super) address: Address,
    pub(super) till: Till,
}

/// Where people live: what they are called there, and what they pay with.
struct Country {
    code: &'static str,
    till: Till,
    first_names: [&'static str; 8],
    last_names: [&'static str; 8],
    streets: [&'static str; 6],
    /// The house number follows the street, rather than to come before it.
    number_last: bool,
    /// City, region, postal code.
    cities: [(&'static str, Option<&'static str>, &'static str); 4],
}

#[rustfmt::skip]
const COUNTRIES: [Country; 6] = [
    Country {
        code: "DE", till: EUR, number_last: true,
        first_names: ["Anna", "Jonas", "Lena", "Paul", "Mia", "Felix", "Jürgen", "Greta"],
        last_names: ["Müller", "Schmidt", "Weber", "Wagner", "Becker", "Hoffmann", "Schäfer", "Koch"],
        streets: ["Lindenstr.", "Hauptstr.", "Gartenweg", "Schillerplatz", "Am Markt", "Bahnhofstr."],
        cities: [("Berlin", None, "10969"), ("Hamburg", None, "20457"), ("Leipzig", None, "04109"), ("Köln", None, "50667")],
    },
    Country {
        code: "FR", till: EUR, number_last: false,
        first_names: ["Camille", "Louis", "Chloé", "Hugo", "Inès", "Jules", "Zoé", "René"],
        last_names: ["Martin", "Bernard", "Dubois", "Petit", "Lefèvre", "Moreau", "Girard", "Roux"],
        streets: ["rue de la Paix", "avenue Foch", "rue Victor Hugo", "place Bellecour", "quai des Brumes", "rue du Four"],
        cities: [("Paris", None, "75002"), ("Lyon", None, "69002"), ("Nantes", None, "44000"), ("Strasbourg", None, "67000")],
    },
    Country {
        code: "GB", till: GBP, number_last: false,
        first_names: ["Olivia", "George", "Amelia", "Arthur", "Isla", "Harry", "Ruth", "Owen"],
        last_names: ["Smith", "Jones", "Taylor", "Brown", "Davies", "Evans", "O'Neill", "Wright"],
        streets: ["High Street", "Station Road", "Church Lane", "Mill Road", "Park Avenue", "Queen Street"],
        cities: [("London", None, "SW1A 1AA"), ("Bristol", None, "BS1 4DJ"), ("Leeds", None, "LS1 5DL"), ("Glasgow", None, "G1 1XQ")],
    },
    Country {
        code: "US", till: USD, number_last: false,
        first_names: ["Emma", "Liam", "Sophia", "Noah", "Grace", "Ethan", "Maria", "James"],
        last_names: ["Johnson", "Williams", "Garcia", "Miller", "Lopez", "Nguyen", "Clark", "Hill"],
        streets: ["Main Street", "Oak Avenue", "2nd Street", "Maple Drive", "Lake View Road", "Broadway"],
        cities: [("Portland", Some("OR"), "97205"), ("Austin", Some("TX"), "78701"), ("Chicago", Some("IL"), "60601"), ("Boston", Some("MA"), "02108")],
    },
    Country {
        code: "CH", till: CHF, number_last: true,
        first_names: ["Urs", "Nina", "Luca", "Elin", "Beat", "Sara", "Nico", "Lia"],
        last_names: ["Meier", "Keller", "Brunner", "Frei", "Rossi", "Favre", "Graf", "Baumann"],
        streets: ["Seestrasse", "Dorfstrasse", "Bergweg", "Kirchgasse", "Via Nassa", "Rue du Lac"],
        cities: [("Zürich", Some("ZH"), "8001"), ("Bern", Some("BE"), "3011"), ("Genève", Some("GE"), "1201"), ("Lugano", Some("TI"), "6900")],
    },
    Country {
        code: "JP", till: JPY, number_last: true,
        first_names: ["Haruto", "Yui", "Sota", "Aoi", "Ren", "Hina", "Kenji", "Emi"],
        last_names: ["Sato", "Suzuki", "Takahashi", "Tanaka", "Ito", "Yamamoto", "Kobayashi", "Mori"],
        streets: ["Ginza", "Shibuya", "Sakae", "Umeda", "Naka", "Minami"],
        cities: [("Tokyo", None, "104-0061"), ("Osaka", None, "530-0001"), ("Nagoya", None, "460-0008"), ("Sapporo", None, "060-0001")],
    },
];

/// Of the countries by their place: most people live in the first ones.
const LIVE_IN: [usize; 12] = [0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5];

impl Customers {
    /// Whoever places an order; some order more than others.
    pub(super) fn draw(self, seed: u64, random: &mut Random, before: Timestamp) -> Customer {
        match self {
            Self::Many(count) => {
                let mut of = Random::of(seed, Stream::Customer, random.early(0..=count - 1));
                let id = UserId(registered(&mut of, before));
                customer(id, &mut of)
            }
            Self::One(id) => customer(id, &mut Random::of(id.0.as_u64_pair().1, Stream::Customer, 0)),
        }
    }
}

/// The id of an account that was made up to two hundred days before.
fn registered(random: &mut Random, before: Timestamp) -> Uuid {
    let minutes = random.between(1..=200 * 24 * 60);
    random.id_at(before - Duration::minutes(i64::try_from(minutes).unwrap_or_default()))
}

fn customer(id: UserId, random: &mut Random) -> Customer {
    let country = &COUNTRIES[*random.pick(&LIVE_IN)];
    let (first, last) = (random.pick(&country.first_names), random.pick(&country.last_names));
    let (street, house) = (random.pick(&country.streets), random.early(1..=180));
    let (city, region, postal_code) = random.pick(&country.cities);
    let line1 = if country.number_last { format!("{street} {house}") } else { format!("{house} {street}") };
    let line2 = random.chance(10).then(|| format!("Floor {}", random.between(1..=9)));
    let address = Address {
        name: format!("{first} {last}"),
        line1,
        line2,
        city: (*city).to_owned(),
        region: region.map(str::to_owned),
        postal_code: Some((*postal_code).to_owned()),
        country: country.code.to_owned(),
    };
    Customer { id, address, till: country.till }
}

/// Who works on the orders.
#[derive(Clone, Debug)]
pub(super) struct Staff {
    pub(super) approvers: Vec<Actor>,
    pub(super) fulfilment: Vec<Actor>,
    pub(super) support: Vec<Actor>,
}

impl Staff {
    pub(super) fn of(seed: u64, before: Timestamp) -> Self {
        let mut hired = (0..).map(|index| {
            let id = UserId(registered(&mut Random::of(seed, Stream::Staff, index), before));
            Actor::becoming(id, Origin::default())
        });
        let mut team = |size| hired.by_ref().take(size).collect();
        Self { approvers: team(4), fulfilment: team(6), support: team(3) }
    }
}
