//! The workbench's worker: loaded with the first call.

fn main() {
    let mut bench = workbench::Workbench::default();
    worker::serve(move |message| bench.answer(message));
}
