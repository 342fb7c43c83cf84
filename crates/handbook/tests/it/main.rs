//! The handbook's explanations, all of them.
//!
//! - `codes`: the codes of Meta's lists, and where each may come.
//! - `table`: each of them is explained, and no two causes share a text by accident.
//! - `knows`: what the page knows for certain changes what is said.
//! - `recorded`: errors of the real API, where the folder with them exists.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod codes;
mod knows;
mod recorded;
mod table;
