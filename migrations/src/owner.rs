//! Whose database it is: each service has migrations that no other has.

use std::collections::BTreeSet;

use sea_orm_migration::MigratorTrait;
use sea_orm_migration::sea_orm::DatabaseConnection;

use crate::{MigrateError, Step, identity, notification, order, status};

/// The service whose migrations the database has had, by name; nothing for a database without any. Changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn owner(database: &DatabaseConnection) -> Result<Option<&'static str>, MigrateError> {
    // Whatever it does not know is told as of a newer version.
    let steps = status::<identity::Migrator>(database).await?;
    let applied: BTreeSet<String> =
        steps.into_iter().filter(|(_, step)| *step != Step::Pending).map(|(name, _)| name).collect();
    let all = [
        ("user", names::<identity::Migrator>()),
        ("order", names::<order::Migrator>()),
        ("notification", names::<notification::Migrator>()),
    ];
    // What two of them have is what all services share.
    let is_own = |name: &String| all.iter().filter(|(_, names)| names.contains(name)).count() == 1;
    let owner = all.iter().find(|(_, names)| names.intersection(&applied).any(is_own));
    Ok(owner.map(|(service, _)| *service))
}

fn names<M: MigratorTrait>() -> BTreeSet<String> {
    M::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}
