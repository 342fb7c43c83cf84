//! The workbench's worker: loaded with the first call.

fn main() {
    let mut bench = workbench::Workbench::in_zone(worker::minutes_ahead);
    worker::serve(move |message| bench.answer(message));
}
