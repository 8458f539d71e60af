//! The same promise on a system whose keychain is always there.

use domain::ApiKey;
use vault::Keychain;

#[tokio::test]
async fn keeps_and_forgets() {
    let keychain = Keychain::new("org.latchbook.test", &format!("key-{}", std::process::id()));
    let key = ApiKey::parse("seam_test1_0123456789abcdef").unwrap();
    keychain.store(&key).await.unwrap();
    let kept = keychain.load().await.unwrap();
    assert!(kept.is_some_and(|kept| kept.expose() == key.expose()), "what was stored must come back");
    assert!(keychain.forget().await.unwrap(), "there was a key to forget");
    assert!(keychain.load().await.unwrap().is_none(), "a forgotten key must be gone");
}
