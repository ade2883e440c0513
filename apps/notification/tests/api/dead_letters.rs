//! Messages that could not be processed.

use eop_api_contract::client::NO_ID;

use crate::world::{EXCHANGES, World, admin, ids};

#[tokio::test]
async fn dead_letters_are_listed_until_somebody_decides() {
    let world = World::new();
    let unreadable = world.unreadable().await;
    let readable = world.readable().await;
    let list = |query: String| world.call("listDeadLetters").sent_by(&admin()).query(&query).send();
    let all = list(String::new()).await.expect(200).json();
    assert_eq!(ids(&all), [readable.id.to_string(), unreadable.id.to_string()]);
    let about = |subject: &str| list(format!("subject={subject}"));
    let subject = all["items"][0]["subject"].as_str().unwrap();
    assert!(ids(&about(subject).await.expect(200).json()).contains(&readable.id.to_string()));
    assert_eq!(ids(&about(NO_ID).await.expect(200).json()), [""; 0]);
    let get = world.call("getDeadLetter").sent_by(&admin()).on(unreadable.id).send().await.expect(200);
    get.matches(EXCHANGES, "getDeadLetter");

    let call = |operation, id| world.call(operation).sent_by(&admin()).on(id).send();
    let replayed = call("replayDeadLetter", readable.id).await.expect(200);
    replayed.matches(EXCHANGES, "replayDeadLetter");
    drop(call("replayDeadLetter", readable.id).await.refused(409, "dead_letter.already_resolved"));
    drop(call("discardDeadLetter", readable.id).await.refused(409, "dead_letter.already_resolved"));
    drop(call("replayDeadLetter", unreadable.id).await.refused(409, "dead_letter.not_replayable"));

    let open = list("open=true&limit=1&count=exact".to_owned()).await.expect(200);
    open.matches(EXCHANGES, "listDeadLetters");
    assert_eq!(ids(&open.json()), [unreadable.id.to_string()]);
    let discarded = call("discardDeadLetter", unreadable.id).await.expect(200);
    discarded.matches(EXCHANGES, "discardDeadLetter");
    assert_eq!(ids(&list("open=true".to_owned()).await.expect(200).json()), [""; 0]);
    drop(world.call("getDeadLetter").sent_by(&admin()).send().await.refused(404, "notification.not_found"));
}
