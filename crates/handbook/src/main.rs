//! The handbook's worker: loaded with the first thing to look up.

fn main() {
    worker::serve(handbook::answer);
}
