//! The tab's session storage: one key, read and written as one text.

use web_sys::Storage;
use wizard::STORAGE_KEY;

/// The storage refused, or there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageRefused;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What was stored.
#[must_use]
pub fn load() -> Option<String> {
    storage()?.get_item(STORAGE_KEY).ok()?
}

/// Stores a text, or removes it.
///
/// # Errors
/// When the browser blocks storage, or it is full.
pub fn save(session: Option<&str>) -> Result<(), StorageRefused> {
    let storage = storage().ok_or(StorageRefused)?;
    let done = match session {
        Some(text) => storage.set_item(STORAGE_KEY, text),
        None => storage.remove_item(STORAGE_KEY),
    };
    done.map_err(|_| StorageRefused)
}

/// Whether the browser lets us store something.
#[must_use]
pub fn is_usable() -> bool {
    const PROBE: &str = "first-reply-probe";
    storage().is_some_and(|storage| {
        storage.set_item(PROBE, "1").is_ok() && storage.remove_item(PROBE).is_ok()
    })
}

/// Removes everything.
pub(super) fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.clear(); // A storage that refuses holds nothing of ours.
    }
}
