//! SHA-256 (FIPS 180-4), for the challenge of a login. Of the compact kind: it hashes 43 bytes.

const PRIMES: usize = 64;

/// The first bits of the fractional part of the square or the cube root of the first primes.
fn root(prime: u64, degree: u32) -> u32 {
    // The root times 2^32, by bisection: whole numbers up to 2^36 do, and their cubes fit 128 bits.
    let target = u128::from(prime) << (32 * degree);
    let (mut low, mut high) = (0_u128, 1 << 37);
    while high - low > 1 {
        let middle = (low + high) / 2;
        match middle.pow(degree) <= target {
            true => low = middle,
            false => high = middle,
        }
    }
    low as u32
}

fn primes() -> impl Iterator<Item = u64> {
    (2_u64..).filter(|number| (2..*number).all(|it| number % it != 0))
}

/// The SHA-256 of a message.
#[must_use]
pub fn sha256(message: &[u8]) -> [u8; 32] {
    let constants: Vec<u32> = primes().take(PRIMES).map(|prime| root(prime, 3)).collect();
    let mut hash = [0_u32; 8];
    for (word, prime) in hash.iter_mut().zip(primes()) {
        *word = root(prime, 2);
    }
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((8 * message.len() as u64).to_be_bytes());
    for block in padded.chunks(64) {
        let mut state = hash;
        for (word, constant) in schedule(block).iter().zip(&constants) {
            state = round(state, word.wrapping_add(*constant));
        }
        for (word, own) in hash.iter_mut().zip(state) {
            *word = word.wrapping_add(own);
        }
    }
    let mut digest = [0; 32];
    for (bytes, word) in digest.chunks_mut(4).zip(hash) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    digest
}

fn schedule(block: &[u8]) -> Vec<u32> {
    let words = block.chunks(4);
    let mut words: Vec<u32> = words
        .map(|word| word.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)))
        .collect();
    for at in 16..PRIMES {
        let before = |back: usize| words.get(at - back).copied().unwrap_or_default();
        let (near, far) = (before(2), before(15));
        let near = near.rotate_right(17) ^ near.rotate_right(19) ^ near >> 10;
        let far = far.rotate_right(7) ^ far.rotate_right(18) ^ far >> 3;
        let sum = before(16).wrapping_add(before(7)).wrapping_add(near);
        words.push(sum.wrapping_add(far));
    }
    words
}

fn round([a, b, c, d, e, f, g, h]: [u32; 8], word: u32) -> [u32; 8] {
    let chosen = e & f ^ !e & g;
    let mixed = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
    let first = h
        .wrapping_add(mixed)
        .wrapping_add(chosen)
        .wrapping_add(word);
    let most = a & b ^ a & c ^ b & c;
    let mixed = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
    let second = mixed.wrapping_add(most);
    [
        first.wrapping_add(second),
        a,
        b,
        c,
        d.wrapping_add(first),
        e,
        f,
        g,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &[u8], expected: &str) {
        let digest = sha256(message).map(|byte| format!("{byte:02x}"));
        assert_eq!(digest.concat(), expected);
    }

    #[test]
    fn the_examples_of_the_standard() {
        check(
            b"",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        );
        check(
            b"abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        );
        check(
            b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        );
    }

    /// RFC 7636, appendix B.
    #[test]
    fn the_example_of_pkce() {
        let digest = sha256(b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        let challenge = graph_api::base64url::encode(&digest);
        assert_eq!(challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
