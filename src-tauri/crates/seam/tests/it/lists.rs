//! Lists: all pages or nothing, each row once, and only the requested rows.

use domain::ids::AccessCodeId;
use domain::reading::{CodeReading, ReadError};
use seam::Limits;
use serde_json::{Value, json};

use crate::server::{Answer, Behaviour};
use crate::setup::{door, limits, scripted};

fn page(rows: &[Value], next: Option<&str>) -> Behaviour {
    let body = json!({
        "access_codes": rows,
        "pagination": {"has_next_page": next.is_some(), "next_page_cursor": next, "next_page_url": null},
        "ok": true,
    });
    Behaviour::answer(&Answer::json(200, body.to_string()))
}

fn code(id: &str) -> Value {
    json!({"access_code_id": id, "device_id": "d1"})
}

fn ids(codes: &[CodeReading]) -> Vec<&str> {
    codes.iter().map(|code| code.id.as_str()).collect()
}

#[tokio::test]
async fn every_page_is_read_with_the_same_question() {
    let script = [page(&[code("c1")], Some("p2")), page(&[code("c2")], Some("p3")), page(&[code("c3")], None)];
    let (server, client) = scripted(limits(), script).await;
    let codes = client.codes(&door()).await.unwrap();
    assert_eq!(ids(&codes), ["c1", "c2", "c3"], "in the order of the pages");
    let asked: Vec<Value> =
        server.requests().iter().map(|request| serde_json::from_slice(&request.body).unwrap()).collect();
    let with = |cursor: &str| json!({"device_id": "d1", "limit": 1000, "page_cursor": cursor});
    let expected = [json!({"device_id": "d1", "limit": 1000}), with("p2"), with("p3")];
    assert_eq!(asked, expected, "Seam refuses a cursor with other parameters");
}

#[tokio::test]
async fn a_cycle_of_pages_is_detected() {
    let circles = [
        vec![page(&[code("c1")], Some("p2")), page(&[code("c2")], Some("p2"))],
        vec![page(&[code("c1")], Some("a")), page(&[code("c2")], Some("b")), page(&[code("c3")], Some("a"))],
        vec![page(&[], Some("a"))],
        vec![page(&[code("c1")], Some("a")), page(&[code("c1")], Some("b"))],
    ];
    for circle in circles {
        let most = circle.len().max(2);
        let (server, client) = scripted(limits(), circle).await;
        assert_eq!(client.codes(&door()).await, Err(ReadError::CursorLoop), "it would never end");
        assert_eq!(server.count(), most, "and ends at the first repetition");
    }
}

#[tokio::test]
async fn a_list_with_a_missing_page_is_refused() {
    let broken = [
        Behaviour::answer(&Answer::new(503)),
        Behaviour::answer(&Answer::html(200, "<html>")),
        Behaviour::answer(&Answer::json(200, r#"{"ok":true}"#)),
        Behaviour::reset_after_reading(),
    ];
    for second in broken {
        let shown = format!("{second:?}");
        let (_server, client) = scripted(limits(), [page(&[code("c1")], Some("p2")), second]).await;
        assert!(client.codes(&door()).await.is_err(), "half a list would be read as codes that vanished: {shown}");
    }
}

#[tokio::test]
async fn a_passing_fault_between_pages_is_retried() {
    let script = [
        page(&[code("c1")], Some("p2")),
        Behaviour::answer(&Answer::new(503)),
        Behaviour::reset_after_reading(),
        page(&[code("c2")], None),
    ];
    let (server, client) = scripted(limits(), script).await;
    assert_eq!(ids(&client.codes(&door()).await.unwrap()), ["c1", "c2"], "each page is repeated by itself");
    assert_eq!(server.count(), 4, "and none twice without reason");
}

#[tokio::test]
async fn a_row_that_moved_between_pages_is_one_row() {
    let newer = json!({"access_code_id": "c1", "device_id": "d1", "status": "set"});
    let script = [page(&[code("c1"), code("c2")], Some("p2")), page(&[newer, code("c3")], None)];
    let (_server, client) = scripted(limits(), script).await;
    let codes = client.codes(&door()).await.unwrap();
    assert_eq!(ids(&codes), ["c1", "c2", "c3"], "counted once");
    assert_eq!(codes[0].status.as_deref(), Some("set"), "as last seen");
}

#[tokio::test]
async fn other_doors_codes_are_left_out() {
    let elsewhere = json!({"access_code_id": "c2", "device_id": "d2"});
    let silent = json!({"access_code_id": "c3"});
    let (_server, client) = scripted(limits(), [page(&[code("c1"), elsewhere, silent], None)]).await;
    assert_eq!(ids(&client.codes(&door()).await.unwrap()), ["c1", "c3"], "a server may ignore `device_id`");
}

#[tokio::test]
async fn a_code_without_an_id_makes_the_list_incomplete() {
    for nobody in [json!("x"), json!(null), json!({"code": "1234"}), json!([[]])] {
        let rows = [code("c1"), nobody.clone()];
        let (_server, client) = scripted(limits(), [page(&rows, None)]).await;
        let fault = client.codes(&door()).await.unwrap_err();
        assert!(matches!(fault, ReadError::Malformed(_)), "{nobody} may be the missing code: {fault}");
        assert!(!fault.to_string().contains("1234"), "and its content is not reported: {fault}");
    }
}

#[tokio::test]
async fn a_device_without_an_id_is_the_only_one_left_out() {
    let door = json!({"device_id": "d1", "device_type": "dormakaba_oracode_door", "properties": {}});
    let rows = json!({"devices": [json!("x"), json!({"device_type": "dormakaba_oracode_door"}), door], "ok": true});
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, rows.to_string()))]).await;
    let doors = client.doors().await.unwrap();
    assert_eq!(
        doors.iter().map(|door| door.device_id.as_str()).collect::<Vec<_>>(),
        ["d1"],
        "the others are still there"
    );
}

#[tokio::test]
async fn unmanaged_codes_are_marked_as_such() {
    let (server, client) = scripted(limits(), [page(&[code("c1")], None)]).await;
    assert!(!client.unmanaged_codes(&door()).await.unwrap()[0].is_managed, "made outside, so unmanaged");
    assert!(client.codes(&door()).await.unwrap()[0].is_managed, "managed unless it says otherwise");
    assert_eq!(server.requests()[0].path(), "/access_codes/unmanaged/list", "they have their own list");
}

#[tokio::test]
async fn unmanaged_doors_are_read_page_by_page_and_say_little() {
    let thin = |id: &str, kind: &str| {
        json!({"device_id": id, "device_type": kind, "connected_account_id": "a1", "is_managed": false,
            "properties": {"name": "Loft", "manufacturer": "dormakaba_oracode", "model": {"display_name": "660i"}}})
    };
    let page = |rows: Value, next: Option<&str>| {
        let pagination = json!({"has_next_page": next.is_some(), "next_page_cursor": next});
        Behaviour::answer(&Answer::json(200, json!({"devices": rows, "pagination": pagination}).to_string()))
    };
    let (first, second) = (thin("d1", "dormakaba_oracode_door"), thin("d2", "dormakaba_oracode_door"));
    let silent = json!({"device_id": "d3", "device_type": "dormakaba_oracode_door"});
    let other = json!({"device_id": "d4", "device_type": "schlage_lock", "is_managed": false});
    let script = [page(json!([first, other]), Some("p2")), page(json!([second, silent]), None)];
    let (server, client) = scripted(limits(), script).await;
    let doors = client.unmanaged_doors().await.unwrap();
    let ids: Vec<_> = doors.iter().map(|door| (door.device_id.as_str(), door.is_managed)).collect();
    assert_eq!(ids, [("d1", false), ("d2", false), ("d3", false)], "every page, Oracode only, none of them managed");
    assert_eq!((doors[0].name.as_str(), doors[0].slots.len()), ("Loft", 0), "with its reported fields only");
    assert_eq!(server.requests()[0].path(), "/devices/unmanaged/list", "they have their own list");
    let circle = [page(json!([thin("d1", "dormakaba_oracode_door")]), Some("a"))];
    let (_server, client) = scripted(limits(), circle).await;
    assert_eq!(client.unmanaged_doors().await, Err(ReadError::CursorLoop), "under the rules of every list");
}

#[tokio::test]
async fn an_oversized_page_is_requested_in_parts() {
    let small = Limits { body: 10_000, ..limits() };
    let huge = page(&[json!({"access_code_id": "c1", "name": "x".repeat(20_000)})], None);
    let (server, client) = scripted(small, [huge, page(&[code("c1")], Some("p2")), page(&[code("c2")], None)]).await;
    assert_eq!(ids(&client.codes(&door()).await.unwrap()), ["c1", "c2"], "smaller pages fit");
    assert!(server.requests()[1].text().contains(r#""limit":50"#), "asked for fewer rows");
}

#[tokio::test]
async fn rows_are_capped() {
    let few = Limits { rows: 3, ..limits() };
    let rows: Vec<_> = (0..4).map(|number| code(&number.to_string())).collect();
    let (_server, client) = scripted(few, [page(&rows, None)]).await;
    let fault = client.codes(&door()).await.unwrap_err();
    assert!(matches!(fault, ReadError::Malformed(_)), "a million rows are an attack, not a door: {fault}");
}

#[tokio::test]
async fn sixty_thousand_codes_are_read() {
    let pages = (0..60).map(|number| {
        let rows: Vec<_> = (0..1_000).map(|row| code(&format!("c{}", number * 1_000 + row))).collect();
        page(&rows, (number < 59).then(|| format!("p{number}")).as_deref())
    });
    let (server, client) = scripted(limits(), pages).await;
    let codes = client.codes(&door()).await.unwrap();
    assert_eq!((codes.len(), server.count()), (60_000, 60), "every one, in pages");
    assert_eq!(codes.last().map(|code| &code.id), Some(&AccessCodeId::new("c59999")), "to the last");
}

#[tokio::test]
async fn only_oracode_devices_are_doors() {
    let body = json!({"devices": [
        {"device_id": "d1", "device_type": "dormakaba_oracode_door", "display_name": "Oracode"},
        {"device_id": "d2", "device_type": "schlage_lock", "display_name": "Schlage"},
        {"device_id": "d3", "properties": {"dormakaba_oracode_iho_metadata": {}}, "display_name": "Homeowner"},
        {"display_name": "nobody"},
    ], "ok": true});
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, body.to_string()))]).await;
    let doors = client.doors().await.unwrap();
    let names: Vec<_> = doors.iter().map(|door| door.name.as_str()).collect();
    assert_eq!(names, ["Oracode", "Homeowner"], "both providers, and nothing else");
}

#[tokio::test]
async fn accounts_come_with_their_warnings() {
    let body = json!({"connected_accounts": [{"connected_account_id": "a1", "display_name": "Beach", "errors": [],
        "warnings": [{"warning_code": "dormakaba_sites_unapproved", "message": "Contact support"}]}]});
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, body.to_string()))]).await;
    let accounts = client.accounts().await.unwrap();
    assert_eq!(accounts[0].warnings[0].code, "dormakaba_sites_unapproved", "it blocks every code of the site");
}
