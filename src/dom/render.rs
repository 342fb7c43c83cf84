//! How Leptos mounts a [`Node`] and draws it again.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};

use super::live::{self, Live};
use super::node::Node;

impl Render for Node {
    type State = Live;

    fn build(self) -> Live {
        live::build(self)
    }

    fn rebuild(self, state: &mut Live) {
        live::patch(state, self);
    }
}

impl Mountable for Live {
    fn unmount(&mut self) {
        if let Some(parent) = self.place.parent_node() {
            let _ = parent.remove_child(&self.place);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.place, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.place.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.place));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        Vec::new()
    }
}

impl AddAnyAttr for Node {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Leptos asks this of every view; the page is never rendered on a server.
impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Live {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
