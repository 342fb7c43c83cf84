//! Identifiers that look like Graph's and are the same for the same seed.

/// The URL-safe base64 alphabet without `E`: nothing made here can be taken for a real token, which
/// would start with `EAA`.
const URL_SAFE: &[u8; 63] = b"ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A stream of numbers that a seed and some words decide (FNV-1a into SplitMix64).
pub(crate) struct Stream(u64);

impl Stream {
    pub(crate) fn new(seed: u64, words: &[&str]) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325 ^ seed;
        for word in words {
            for byte in word.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Self(hash)
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number of this many digits, the first one not 0.
    pub(crate) fn digits(mut self, length: usize) -> String {
        let first = char::from(b'1' + (self.number() % 9) as u8);
        let rest = (1..length).map(|_| char::from(b'0' + (self.number() % 10) as u8));
        [first].into_iter().chain(rest).collect()
    }

    /// Characters of the URL-safe base64 alphabet.
    pub(crate) fn characters(mut self, length: usize) -> String {
        let any = |number: u64| URL_SAFE.get((number % 63) as usize).copied();
        let bytes = (0..length).filter_map(|_| any(self.number()));
        bytes.map(char::from).collect()
    }
}

/// `m_` and 86 characters.
pub(crate) fn message_id(seed: u64, words: &[&str]) -> String {
    format!("m_{}", Stream::new(seed, words).characters(86))
}

/// `A` and 22 characters.
pub(crate) fn trace_id(seed: u64, count: u64) -> String {
    let count = count.to_string();
    format!("A{}", Stream::new(seed, &["trace", &count]).characters(22))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        assert_eq!(message_id(1, &["a"]), message_id(1, &["a"]));
        assert_ne!(message_id(1, &["a"]), message_id(2, &["a"]));
        assert_ne!(message_id(1, &["a", "b"]), message_id(1, &["ab"]));
        assert_eq!(message_id(1, &["a"]).len(), 88);
        assert_eq!(trace_id(1, 1).len(), 23);
        assert_eq!(Stream::new(1, &[]).digits(17).len(), 17);
    }
}
