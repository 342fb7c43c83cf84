//! A handful of icons, each of one stroke on a grid of 16.

use crate::dom::{Node, Text, el};

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Add,
    Back,
    Check,
    Chevron,
    Close,
    Copy,
    Done,
    Eye,
    Info,
    Moon,
    Next,
    Problem,
    Reply,
    Sun,
    System,
    Trash,
    Warning,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Add => "M8 3v10M3 8h10",
            Self::Back => "M13 8H3M7 4 3 8l4 4",
            Self::Check => "m3 8.5 3.5 3.5L13 4.5",
            Self::Chevron => "m4 6 4 4 4-4",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Copy => {
                "M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z"
            }
            Self::Done => {
                "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM5.25 8.25l2 2 3.5-4"
            }
            Self::Eye => {
                "M1.5 8S3.9 3.5 8 3.5 14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
            }
            Self::Info => {
                "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 7.5v3.5M8 5v.01"
            }
            Self::Moon => "M13.5 9.5a6 6 0 0 1-7-7 6 6 0 1 0 7 7Z",
            Self::Next => "M3 8h10M9 4l4 4-4 4",
            Self::Problem => {
                "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 4.75v3.75M8 11v.01"
            }
            Self::Reply => "M6 3 2 7l4 4M2 7h7a5 5 0 0 1 5 5v1",
            Self::Sun => {
                "M8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1"
            }
            Self::System => "M2.5 3h11v8h-11ZM6 13.5h4M8 11v2.5",
            Self::Trash => "M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.75 6.75v4M9.25 6.75v4",
            Self::Warning => "M8 2.25 14.5 13.5h-13ZM8 6.5V9.5M8 11.5v.01",
        }
    }
}

/// Draws an icon; `class` adds to its look.
pub(crate) fn icon(icon: Icon, class: &'static str) -> Node {
    let class = match class {
        "" => Text::Borrowed("fr-icon"),
        class => Text::Owned(format!("fr-icon {class}")),
    };
    el("svg")
        .attr("class", class)
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", icon.path()))
        .into()
}
