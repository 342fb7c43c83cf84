mod compliance;
mod properties;
mod recorded;
mod world;
