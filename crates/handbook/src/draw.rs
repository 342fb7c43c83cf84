//! A QR code of a text, as one path of an SVG.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::protocol::Code;

/// The quiet zone around a code, in modules: ISO/IEC 18004 asks for four.
const QUIET: i32 = 4;

/// Draws a text; none when it is too long for a code.
pub(crate) fn draw(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            let run = x - start;
            if run > 0 {
                let (left, top) = (start + QUIET, y + QUIET);
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += 1;
        }
    }
    let size = u32::try_from(code.size() + 2 * QUIET).ok()?;
    Some(Code { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paints the path, some pixels a module, dark on light.
    fn paint(code: &Code, scale: usize) -> Vec<Vec<u8>> {
        let size = code.size as usize;
        let mut rows = vec![vec![255; size * scale]; size * scale];
        for run in code.path.split('M').skip(1) {
            let (place, rest) = run.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            assert_eq!(rest, format!("{length}v1h-{length}z"));
            for row in &mut rows[y * scale..(y + 1) * scale] {
                row[x * scale..(x + length) * scale].fill(0);
            }
        }
        rows
    }

    #[track_caller]
    fn check(text: &str) {
        let code = draw(text).unwrap();
        let rows = paint(&code, 4);
        let light = |row: &Vec<u8>| row.iter().all(|it| *it == 255);
        let quiet = QUIET as usize * 4;
        assert!(rows[..quiet].iter().all(light) && rows[rows.len() - quiet..].iter().all(light));
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(rows.len(), rows.len(), |x, y| rows[y][x]);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "{text}");
        let (meta, read) = grids[0].decode().unwrap();
        assert_eq!(read, text);
        assert!(meta.version.0 <= 6, "{text}: version {}", meta.version.0);
    }

    #[test]
    fn a_code_is_read_back() {
        check("https://m.me/1");
        check("https://m.me/106378625516323");
        check("https://m.me/12345678901234567890123456789012");
        check("Grüße, 日本");
        check(&"a".repeat(100));
    }

    #[test]
    fn what_is_too_long_is_not_drawn() {
        assert_eq!(draw(&"a".repeat(10_000)), None);
    }
}
