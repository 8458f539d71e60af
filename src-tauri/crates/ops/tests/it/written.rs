//! The contents of the file: words that this version knows, and no sentences.

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::difference::Difference;
use domain::event::{EventBody, Reading};
use domain::reading::{About, CreateOutcome, Notice};
use domain::{Word, Words};

use crate::fake::Fate;
use crate::world::{Scene, stay};

fn outcomes() -> Vec<CreateOutcome> {
    let status = 503;
    let unknown = [
        UnknownWhy::TimedOut,
        UnknownWhy::Broken,
        UnknownWhy::Redirect { status },
        UnknownWhy::Status { status },
        UnknownWhy::NotSeam { status },
        UnknownWhy::TooLarge,
        UnknownWhy::NoId,
    ];
    let not_sent = NotSentWhy::ALL.iter().map(|why| CreateOutcome::NotSent { why: *why });
    not_sent.chain(unknown.map(|why| CreateOutcome::Unknown { why })).collect()
}

fn is_known<T: Words>(word: &Word<T>) -> bool {
    word.known().is_some()
}

fn is_read_with_known_words(reading: &Reading) -> bool {
    let mut notices = reading.errors.iter().chain(&reading.warnings);
    is_known(&reading.progress)
        && notices.all(|notice| is_known(&notice.about))
        && !reading.differs.iter().any(|differs| matches!(differs, Difference::Other { .. }))
}

#[tokio::test]
async fn every_word_of_the_record_is_one_of_a_list() {
    let scene = Scene::synced().await;
    for (day, outcome) in (1..).zip(outcomes()) {
        scene.fate(Fate::Instead(outcome));
        let mut asked = stay("pool", day, day + 1);
        asked.accepted = ops::issue::Accepted::Everything;
        scene.issued(asked).await;
    }
    let (entry, _) = scene.issued(stay("loft", 3, 6)).await;
    {
        let mut world = scene.world();
        let code = world.codes.last_mut().unwrap();
        (code.name, code.is_offline) = (Some("Cleaner".into()), Some(false));
        code.starts_at = "2026-12-03T20:00:00Z".parse().ok();
        code.ends_at = "2026-12-07T20:00:00Z".parse().ok();
        code.slot_id = Some(domain::ids::SlotId::new("b"));
        code.errors = vec![Notice { code: "provider_issue".into(), message: "No".into(), about: About::Code.into() }];
        world.confirm("5");
    }
    scene.follow(&entry, 60).await;
    scene.world().confirm("774410");
    scene.book.sync(&|_| ()).await.unwrap();

    let events = scene
        .see(|at| {
            let page = at.read.codes(&store::CodeFilter::default(), 100, at.times)?;
            let histories = page.entries.iter().map(|entry| at.read.history(entry.intent.id));
            Ok(histories.collect::<Result<Vec<_>, _>>()?.concat())
        })
        .await;
    let folder = scene.folder;
    drop(scene.book);
    let file = std::fs::read(folder.path().join(store::FILE_NAME)).unwrap();
    let (mut reasons, mut differences) = (0, 0);
    for event in &events {
        let written = serde_json::to_string(&event.body).unwrap();
        let stands = file.windows(written.len()).any(|bytes| bytes == written.as_bytes());
        assert!(stands, "a sentence would be read as its word, and so not be written like this: {written}");
        match &event.body {
            EventBody::NotSent { why } => {
                assert!(is_known(why), "{written}");
                reasons += 1;
            }
            EventBody::Unknown { why } => {
                assert!(!matches!(why, UnknownWhy::Other { .. }), "{written}");
                reasons += 1;
            }
            EventBody::Intent { risks, .. } => assert!(risks.iter().all(is_known), "{written}"),
            EventBody::Read(reading) => {
                assert!(is_read_with_known_words(reading), "{written}");
                differences += reading.differs.len();
            }
            _ => {}
        }
    }
    assert!(reasons == outcomes().len() && differences > 4, "all of it was written: {reasons}, {differences}");
}
