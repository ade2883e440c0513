//! Mail of the embedded mode.

use crate::world::{EXCHANGES, World, admin, ids};

#[tokio::test]
async fn administrators_read_mail_that_was_not_sent() {
    let world = World::new();
    let hers = world.mail_to("user1@example.com").await;
    world.mail_to("user2@example.com").await;
    let list = |query: &str| world.call("listMails").sent_by(&admin()).query(query).send();
    let found = list("to=User1%40Example.com").await.expect(200);
    found.matches(EXCHANGES, "listMails");
    assert_eq!(ids(&found.json()), [hers.id.to_string()]);
    assert_eq!(ids(&list("limit=1").await.expect(200).json()).len(), 1);
    drop(list("to=nonsense").await.refused(422, "mailbox.invalid_address"));
    let mail = world.call("getMail").sent_by(&admin()).on(hers.id).send().await.expect(200);
    mail.matches(EXCHANGES, "getMail");
    drop(world.call("getMail").sent_by(&admin()).send().await.refused(404, "notification.not_found"));
}

#[tokio::test]
async fn where_mail_is_sent_there_is_no_mailbox() {
    let world = World::without_mailbox();
    for operation in ["listMails", "getMail"] {
        let reply = world.call(operation).sent_by(&admin()).send().await;
        drop(reply.refused(404, "notification.not_found"));
    }
}
