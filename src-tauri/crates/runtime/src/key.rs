//! The source of the API key: the environment for this run, else the keychain.

use domain::ApiKey;
use vault::Keychain;

use crate::error::Error;
use crate::folder::IDENTIFIER;

/// A key for this run, in place of the keychain's.
pub const KEY_VARIABLE: &str = "SEAM_API_KEY";

/// The name of the entry; another name would mean another entry.
const USER: &str = "seam-api-key";

/// The place that a key came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySource {
    Environment,
    Keychain,
}

/// The keychain's entry for the key.
pub fn keychain() -> Keychain {
    Keychain::new(IDENTIFIER, USER)
}

/// The key set in the environment, if any.
///
/// # Errors
/// [`Error::BadKey`] if it is not an API key: then the keychain's is not used instead.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
pub fn given_key() -> Result<Option<ApiKey>, Error> {
    match std::env::var_os(KEY_VARIABLE) {
        None => Ok(None),
        Some(text) if text.is_empty() => Ok(None),
        Some(text) => Ok(Some(ApiKey::read(text.as_encoded_bytes())?)),
    }
}

/// The key for this run. Asks the keychain, which may ask the host, only if the environment has none.
///
/// # Errors
/// [`Error::NoKey`], [`Error::BadKey`] or [`Error::Keychain`].
pub async fn find_key() -> Result<(ApiKey, KeySource), Error> {
    if let Some(key) = given_key()? {
        return Ok((key, KeySource::Environment));
    }
    let kept = keychain().load().await?;
    kept.map(|key| (key, KeySource::Keychain)).ok_or(Error::NoKey)
}
