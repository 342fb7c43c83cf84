//! What is not written, since something else would be sent.

use std::fmt;

/// Why there is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The body is not a form. It could hold a secret that nobody finds.
    Body,
    /// A GET with a form: browsers send none, and servers need not read one.
    FormOfGet,
    /// The address has characters that an address cannot have, such as a space or a NUL.
    Address,
    /// A header has characters that a header cannot have, such as the end of a line or a NUL.
    Header,
    /// A command of the Windows command prompt has room for 8191 characters.
    TooLong,
    /// The Windows command prompt cannot read JSON, so a script for it finds no ID.
    NoScript,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Body => "This request’s body is not a form, so it is not written out.",
            Self::FormOfGet => "No browser sends a GET with a body.",
            Self::Address => "The address has characters that an address cannot have.",
            Self::Header => "A header has characters that a header cannot have.",
            Self::TooLong => {
                "The Windows command prompt takes 8191 characters, and this has more: use PowerShell."
            }
            Self::NoScript => {
                "The Windows command prompt cannot read an answer, so it cannot find the IDs by itself: use PowerShell."
            }
        })
    }
}

impl std::error::Error for Refused {}
