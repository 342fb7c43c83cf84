//! The names by which a WebAssembly module and its script know each other.
//!
//! wasm-bindgen makes them long, with a hash in each, which no compression makes smaller: on both
//! sides together they are 3 KB of the first load. Nobody else reads them.

use anyhow::{Context as _, Result, bail};
use std::collections::BTreeMap;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Writes the names that wasm-bindgen made as short ones, in both files.
pub(crate) fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let mut rest = Reader(module);
    let mut shorter = rest.take(8)?.to_vec();
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let length = rest.number()?;
        let body = Reader(rest.take(length)?);
        let body = match kind {
            IMPORTS => imports(body, &mut names).context("the imports")?,
            EXPORTS => exports(body, &mut names).context("the exports")?,
            _ => body.0.to_vec(),
        };
        shorter.push(kind);
        put_number(&mut shorter, body.len());
        shorter.extend(body);
    }
    Ok((shorter, names.replace(script)))
}

/// Each import is the name of a module, a name in it, and the type of a function.
fn imports(mut old: Reader<'_>, names: &mut Names) -> Result<Vec<u8>> {
    let mut new = Vec::new();
    let count = old.number()?;
    put_number(&mut new, count);
    for _ in 0..count {
        put_name(&mut new, &names.short(old.name()?));
        put_name(&mut new, &names.short(old.name()?));
        let kind = old.byte()?;
        if kind != 0 {
            bail!("one is not a function");
        }
        new.push(kind);
        put_number(&mut new, old.number()?);
    }
    Ok(new)
}

/// Each export is a name, a kind and an index.
fn exports(mut old: Reader<'_>, names: &mut Names) -> Result<Vec<u8>> {
    let mut new = Vec::new();
    let count = old.number()?;
    put_number(&mut new, count);
    for _ in 0..count {
        put_name(&mut new, &names.short(old.name()?));
        new.push(old.byte()?);
        put_number(&mut new, old.number()?);
    }
    Ok(new)
}

/// What the rest of the page takes from the first part, by these names.
const SHARED: [&str; 3] = [
    "__indirect_function_table",
    "__stack_pointer",
    "__wasm_split",
];

/// The short names by the long ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// A name that wasm-bindgen made gets a short one; others stay.
    fn short(&mut self, name: &str) -> String {
        let is_made = name.starts_with("./") || name.contains("__");
        if !is_made || SHARED.iter().any(|shared| name.starts_with(shared)) {
            return name.to_owned();
        }
        let next = format!("${}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// The script with the short names: words of it, and the module's name in quotes.
    fn replace(&self, script: &str) -> String {
        let mut shorter = String::with_capacity(script.len());
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut rest = script;
        while let Some(first) = rest.chars().next() {
            let end = match is_part(first) {
                true => rest.find(|c| !is_part(c)),
                false => rest.find(is_part),
            };
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            shorter.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = after;
        }
        for (module, short) in self.0.iter().filter(|(name, _)| name.starts_with("./")) {
            shorter = shorter.replace(&format!("\"{module}\""), &format!("\"{short}\""));
        }
        shorter
    }
}

/// What is left of a module.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("it is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("it is cut off")
    }

    /// A whole number in seven bits a byte, the lowest first (LEB128).
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number is too long")
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_name(bytes: &mut Vec<u8>, name: &str) {
    put_number(bytes, name.len());
    bytes.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports and exports functions, with a section of another kind between.
    fn module(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let mut body = vec![imports.len() as u8];
        for (module, name) in imports {
            put_name(&mut body, module);
            put_name(&mut body, name);
            body.extend([0, 3]);
        }
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([IMPORTS, body.len() as u8]);
        bytes.extend(body);
        bytes.extend([10, 2, 0xbe, 0xef]);
        let mut body = vec![exports.len() as u8];
        for name in exports {
            put_name(&mut body, name);
            body.extend([0, 7]);
        }
        bytes.extend([EXPORTS, body.len() as u8]);
        bytes.extend(body);
        bytes
    }

    #[test]
    fn both_sides_know_each_other_by_short_names() {
        let long = module(
            &[
                ("./page_bg.js", "__wbg_new_1f"),
                ("./page_bg.js", "__wbg_new_1"),
            ],
            &["memory", "__wbindgen_start"],
        );
        let script = r#"{"./page_bg.js":{__wbg_new_1f:f,__wbg_new_1:g}};w.__wbindgen_start(w.memory,"./page_bg.wasm")"#;
        let (shorter, script) = shorten(&long, script).unwrap();
        assert_eq!(
            shorter,
            module(&[("$0", "$1"), ("$0", "$2")], &["memory", "$3"])
        );
        assert_eq!(
            script,
            r#"{"$0":{$1:f,$2:g}};w.$3(w.memory,"./page_bg.wasm")"#
        );
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 300_000, 1 << 31] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            assert_eq!(Reader(&bytes).number().unwrap(), number);
        }
    }

    #[test]
    fn what_is_no_such_module_is_refused() {
        let whole = module(&[("./page_bg.js", "__wbg_new_1")], &["memory"]);
        assert!(shorten(&whole[..whole.len() - 1], "").is_err());
        let memory = b"\0asm\x01\0\0\0\x02\x06\x01\x01a\x01b\x02";
        assert!(shorten(memory, "").is_err());
        assert!(shorten(b"", "").is_err());
    }
}
