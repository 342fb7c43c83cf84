//! What the reader can do with an answer.

use crate::wish::IdKind;

/// What the reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// Scrolled: how far, and how high the window is.
    Scrolled(u32, u32),
    /// Pressed a line.
    Pressed(u32),
    /// Pressed a key in the tree.
    Key(String),
    /// Pressed the ID in a line.
    IdPressed(u32),
    /// Wants a line's value.
    ValueCopied(u32),
    /// Wants the way to a line.
    PathCopied(u32),
    /// Wants a line's ID in the query.
    Queried(u32),
    /// Says of what a line's ID is.
    Claimed(IdKind, u32),
    /// Wants the text as it came, or the tree.
    Raw(bool),
    /// Wants everything folded.
    FoldedAll,
    /// Wants everything unfolded.
    UnfoldedAll,
    /// Typed what to search for.
    Typed(String),
    /// Wants the next place.
    Next,
    /// Wants the one before.
    Previous,
}
