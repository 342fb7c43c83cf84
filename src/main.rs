//! The page's entry: everything else is in the library, so that the browser tests can reach it.

fn main() {
    first_reply::start();
}
