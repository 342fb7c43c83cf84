//! JSON as Graph writes it: numbers to the last digit, keys in their order, broken escapes included.
//!
//! `serde_json` and its maps were a tenth of the page's WebAssembly; it also makes floats of numbers
//! beyond 64 bits. The tests hold the two against each other.

mod parse;
mod value;
mod write;

pub use parse::{Problem, parse, parse_first};
pub use value::{Object, Value};

#[cfg(test)]
mod tests;
