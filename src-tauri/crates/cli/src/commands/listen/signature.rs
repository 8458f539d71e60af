//! Svix's signatures, as Seam sends them: the secret, five minutes, and both spellings of the headers.

use axum::http::{HeaderMap, StatusCode};
use standardwebhooks::{Webhook, WebhookError};

/// Verifies deliveries with the secret of one webhook.
pub struct Signature(Webhook);

/// Svix's own header names and the standard's.
const NAMES: [(&str, &str); 3] =
    [("svix-id", "webhook-id"), ("svix-timestamp", "webhook-timestamp"), ("svix-signature", "webhook-signature")];

/// Why a delivery is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    pub status: StatusCode,
    pub why: &'static str,
    /// Its timestamp is too far from this computer's clock.
    pub is_for_its_age: bool,
}

impl Signature {
    /// Takes the secret; `None` if it is invalid. An empty one would let any sender in.
    pub fn new(secret: &str) -> Option<Self> {
        let key = secret.strip_prefix("whsec_").unwrap_or(secret);
        (key.len() >= 16).then(|| Webhook::new(secret).ok()).flatten().map(Self)
    }

    /// Verifies one delivery.
    ///
    /// # Errors
    /// [`Refused`] with the status for its sender.
    pub fn check(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), Refused> {
        self.0.verify(body, &standard(headers)).map_err(|error| refused(&error))
    }
}

fn standard(headers: &HeaderMap) -> HeaderMap {
    let mut named = HeaderMap::new();
    for (svix, standard) in NAMES {
        if let Some(value) = headers.get(standard).or_else(|| headers.get(svix)) {
            named.insert(standard, value.clone());
        }
    }
    named
}

fn refused(error: &WebhookError) -> Refused {
    let (status, why) = match error {
        WebhookError::InvalidSignature | WebhookError::InvalidSecret(_) => {
            (StatusCode::UNAUTHORIZED, "its signature is not Seam's")
        }
        WebhookError::MissingHeader(_) => (StatusCode::UNAUTHORIZED, "it is not signed"),
        WebhookError::TimestampTooOldError => (StatusCode::BAD_REQUEST, "it is older than 5 minutes"),
        WebhookError::FutureTimestampError => (StatusCode::BAD_REQUEST, "it is dated in the future"),
        WebhookError::InvalidTimestamp | WebhookError::InvalidHeader(_) | WebhookError::InvalidPayload => {
            (StatusCode::BAD_REQUEST, "it cannot be read")
        }
    };
    let is_for_its_age = matches!(error, WebhookError::TimestampTooOldError | WebhookError::FutureTimestampError);
    Refused { status, why, is_for_its_age }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_valid_secret_is_accepted() {
        assert!(Signature::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").is_some(), "as the console gives it");
        for secret in ["", "whsec_", "whsec_AAAA", "not base64 at all !!", "whsec_!!!!!!!!!!!!!!!!!!!!"] {
            assert!(Signature::new(secret).is_none(), "{secret:?} would let others in");
        }
    }

    #[test]
    fn a_delivery_without_a_signature_is_refused() {
        let signature = Signature::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let refused = signature.check(&HeaderMap::new(), b"{}").unwrap_err();
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "its sender is unknown");
    }
}
