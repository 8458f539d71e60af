//! Words in the file: old sentences and words of other versions can be read, and stay as they are written.

use domain::Word;
use domain::cause::{NotSentWhy, UnknownWhy};
use domain::difference::Difference;
use domain::event::{EventBody, Reading, Secrets};
use domain::ids::IntentId;
use domain::lifecycle::State;
use domain::reading::{About, Notice};
use rusqlite::Connection;
use store::{FILE_NAME, Store};
use testkit::{accepted, fill, intent, now, sending};

/// The text that was written, as it is stored in the file.
fn written(folder: &std::path::Path) -> Vec<String> {
    let connection = Connection::open(folder.join(FILE_NAME)).unwrap();
    let mut statement = connection.prepare("SELECT detail FROM event ORDER BY id").unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn record(store: &mut Store, steps: &[EventBody]) -> IntentId {
    let append = |write: &store::Write<'_>| {
        let row = write.record_intent(&intent("d0", 20), "me", Vec::new(), now())?;
        for step in steps {
            write.append(row.id, step, &Secrets::default(), now())?;
        }
        Ok::<_, store::Error>(row.id)
    };
    store.write(append).unwrap()
}

fn last(store: &Store, id: IntentId) -> EventBody {
    store.read().history(id).unwrap().pop().unwrap().body
}

#[test]
fn the_reasons_of_earlier_versions_are_read_and_not_rewritten() {
    let sentence = "Seam answered 503, which does not tell whether the code was made";
    let unknown = UnknownWhy::Other { word: sentence.into(), status: None };
    let cases = [
        (vec![sending(), EventBody::Unknown { why: unknown }], sentence),
        (vec![EventBody::NotSent { why: Word::Other("connecting took too long".into()) }], "connecting took too long"),
        (vec![EventBody::NotSent { why: Word::Other("dns error".into()) }], "dns error"),
    ];
    let read = cases.map(|(steps, text)| {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), now()).unwrap();
        fill(&mut store, 0);
        let id = record(&mut store, &steps);
        let event = written(folder.path()).pop().unwrap();
        assert!(event.contains(&format!(r#""why":"{text}""#)), "as an earlier version wrote it: {event}");
        let read = last(&store, id);
        drop(store);
        let store = Store::open(folder.path(), now()).unwrap();
        assert_eq!(written(folder.path()).pop(), Some(event), "reading rewrites nothing");
        assert!(store.verify().unwrap().is_sound(), "the chain covers the text as it is written");
        read
    });
    let expected = [
        EventBody::Unknown { why: UnknownWhy::Status { status: 503 } },
        EventBody::NotSent { why: NotSentWhy::ConnectTimedOut.into() },
        EventBody::NotSent { why: Word::Other("dns error".into()) },
    ];
    assert_eq!(read, expected, "the fact where it is known, else the text");
}

#[test]
fn words_of_another_version_lose_nothing() {
    let reading = Reading {
        progress: Word::Other("resting".into()),
        warnings: vec![Notice { code: "x".into(), message: "y".into(), about: Word::Other("elevator".into()) }],
        differs: vec![Difference::Other { what: "colour".into(), promised: Some("red".into()), given: None }],
        ..Reading::default()
    };
    let text = serde_json::to_string(&EventBody::Read(Box::new(reading.clone()))).unwrap();
    assert!(["resting", "elevator", "colour"].iter().all(|word| text.contains(word)), "as they are: {text}");
    let read: EventBody = serde_json::from_str(&text).unwrap();
    assert_eq!(read, EventBody::Read(Box::new(reading.clone())), "they are read as others");
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 0);
    let known = Reading { progress: domain::lifecycle::SetupProgress::Ready.into(), ..reading };
    let id = record(&mut store, &[sending(), accepted("c"), EventBody::Read(Box::new(known))]);
    let code = store.read().code(id).unwrap().unwrap().code;
    assert_eq!(code.state, State::Set, "what is known counts");
    assert_eq!(
        code.warnings[0].about,
        Word::<About>::Other("elevator".into()),
        "and the rest stays, in the code's row too"
    );
    assert_eq!(code.differs[0].word(), "colour", "as it was written");
}
