//! Makes ids, PINs and secrets from a hash of the seed, so that a run can be repeated.
//!
//! *Lasting* ids (doors, accounts) are the same in every run with the same seed. *Fresh* ids also depend on the start of
//! the run, so that a record kept from an earlier run never sees its ids again.

use sha2::{Digest, Sha256};

use crate::clock::Millis;

#[derive(Debug)]
pub struct Mint {
    seed: u64,
    run: Millis,
    count: u64,
}

impl Mint {
    pub const fn new(seed: u64, run: Millis) -> Self {
        Self { seed, run, count: 0 }
    }

    /// An id that is the same in every run with this seed.
    pub fn lasting_id(&self, what: &str) -> String {
        uuid_from(digest(&format!("{}/{what}", self.seed)))
    }

    /// An id that no other run has.
    pub fn fresh_id(&mut self) -> String {
        self.count += 1;
        uuid_from(digest(&format!("{}/{}/{}", self.seed, self.run, self.count)))
    }

    /// A webhook's signing secret, in Svix's form. Hex digits are valid base64, so no encoder is needed.
    pub fn secret(&mut self) -> String {
        format!("whsec_{}", self.fresh_id().replace('-', ""))
    }
}

/// The six-digit PIN of a code, with leading zeros. Another `salt` makes another PIN.
pub fn pin(id: &str, salt: u32) -> String {
    let [a, b, c, d, ..] = digest(&format!("pin/{id}/{salt}"));
    format!("{:06}", u32::from_be_bytes([a, b, c, d]) % 1_000_000)
}

/// A short fingerprint, by which a page cursor recognises its own request.
pub fn fingerprint(text: &str) -> String {
    let [a, b, c, d, e, f, ..] = digest(text);
    format!("{a:02x}{b:02x}{c:02x}{d:02x}{e:02x}{f:02x}")
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn uuid_from(bytes: [u8; 32]) -> String {
    let mut half = [0; 16];
    half.copy_from_slice(bytes.first_chunk::<16>().unwrap_or(&[0; 16]));
    uuid::Builder::from_random_bytes(half).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lasting_ids_repeat_across_runs_and_fresh_ones_do_not() {
        let (mut one, mut two) = (Mint::new(7, 1), Mint::new(7, 2));
        assert_eq!(one.lasting_id("door 0"), two.lasting_id("door 0"), "a door keeps its id over a restart");
        assert_ne!(one.fresh_id(), two.fresh_id(), "no code has the id of one from an earlier run");
        assert_ne!(one.fresh_id(), one.fresh_id(), "ids differ within a run");
    }

    #[test]
    fn pins_have_six_digits_with_leading_zeros() {
        let pins: Vec<_> = (0..200).map(|n| pin(&n.to_string(), 0)).collect();
        assert!(pins.iter().all(|p| p.len() == 6 && p.bytes().all(|b| b.is_ascii_digit())), "six digits each");
        assert!(pins.iter().any(|p| p.starts_with('0')), "a tenth of them begin with a zero");
    }
}
