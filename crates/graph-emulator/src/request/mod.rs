//! What comes in.

pub(crate) mod fields;
pub(crate) mod incoming;
pub(crate) mod lenient;
pub(crate) mod params;
