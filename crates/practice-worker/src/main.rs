//! Practice mode's worker: loaded when someone asks to practise, never before.
//!
//! Trunk builds it from its own `<link data-type="worker">` in `index.html` into three files beside
//! the page: `practice-worker.js`, `practice-worker_bg.wasm` and `practice-worker_loader.js`. Their
//! names hold no hash. The page starts it as a module, by an address relative to itself:
//!
//! ```js
//! new Worker("./practice-worker_loader.js", { type: "module" })
//! ```
//!
//! which in `web-sys` is
//!
//! ```ignore
//! let options = WorkerOptions::new();
//! options.set_type(WorkerType::Module);
//! let worker = Worker::new_with_options("./practice-worker_loader.js", &options)?;
//! ```
//!
//! The worker says `ready` first. What is sent to it before that is lost: it has no listener while
//! its WebAssembly is loading. After that it answers each message, a string, with a string. If it
//! cannot start, the page's `Worker` gets an `error` event and no message.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
