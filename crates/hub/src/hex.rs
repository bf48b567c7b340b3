//! 32 bytes as 64 hexadecimal digits, as the passes file has them. Wrong input is `None`; nothing is echoed.

use zeroize::Zeroizing;

pub(crate) fn encode(bytes: &[u8; 32]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(64));
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(half.into(), 16).unwrap_or_default()); // a half byte is always a digit
        }
    }
    text
}

pub(crate) fn decode(text: &str) -> Option<[u8; 32]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() || pairs.len() != 32 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let value = (char::from(*high).to_digit(16)? << 4) | char::from(*low).to_digit(16)?;
        *byte = u8::try_from(value).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let bytes: [u8; 32] = std::array::from_fn(|n| (n * 9) as u8);
        assert_eq!(decode(&encode(&bytes)), Some(bytes));
        assert_eq!(encode(&[0xab; 32]).as_str(), "ab".repeat(32));
    }

    #[test]
    fn refuses_what_is_not_64_digits() {
        for text in ["", "00", &"0".repeat(63), &"0".repeat(65), &"g0".repeat(32), &"é".repeat(32), &"+1".repeat(32)] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
