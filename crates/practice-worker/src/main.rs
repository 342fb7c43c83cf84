//! Practice mode's worker: loaded when someone asks to practise, never before.

use practice_worker::Desk;

fn main() {
    let mut desk = Desk::default();
    worker::serve(move |message| desk.answer(message));
}
