mod compliance;
mod control;
mod faults;
mod wire;
