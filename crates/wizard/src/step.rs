//! The steps of the guide.

use crate::model::Model;

/// A step; the order is the reader's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Choose practice or live, bring a token.
    Connect,
    /// 1: write to the Page as a customer.
    Start,
    /// 2: choose the Page and the conversation.
    Ids,
    /// 3: read the conversation.
    Read,
    /// 4: write back.
    Reply,
    /// The reply is out.
    Done,
}

/// What the page can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A step of the guide.
    Step(Step),
    /// The explorer.
    Explorer,
}

impl From<Step> for Place {
    fn from(step: Step) -> Self {
        Self::Step(step)
    }
}

impl Place {
    /// Its address, after the page's own.
    #[must_use]
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Step(step) => step.hash(),
            Self::Explorer => "#/explorer",
        }
    }

    /// Reads an address. Anything else than a place's own is none.
    #[must_use]
    pub fn from_hash(hash: &str) -> Option<Self> {
        match hash == Self::Explorer.hash() {
            true => Some(Self::Explorer),
            false => Step::from_hash(hash).map(Self::Step),
        }
    }
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Connect,
        Self::Start,
        Self::Ids,
        Self::Read,
        Self::Reply,
        Self::Done,
    ];

    /// The address of the step, after the page's own.
    #[must_use]
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Connect => "#/connect",
            Self::Start => "#/start",
            Self::Ids => "#/ids",
            Self::Read => "#/read",
            Self::Reply => "#/reply",
            Self::Done => "#/done",
        }
    }

    /// Reads an address. Anything else than a step's own is no step.
    #[must_use]
    pub fn from_hash(hash: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.hash() == hash)
    }

    /// The number that the reader sees; the steps around the four have none.
    #[must_use]
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::Connect | Self::Done => None,
            Self::Start => Some(1),
            Self::Ids => Some(2),
            Self::Read => Some(3),
            Self::Reply => Some(4),
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Connect => "Connect",
            Self::Start => "Start a conversation",
            Self::Ids => "Get the IDs",
            Self::Read => "Read the messages",
            Self::Reply => "Reply",
            Self::Done => "Done",
        }
    }

    /// The step before.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| *step < self)
    }

    /// The step after.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }

    /// Whether the model holds what this step works with.
    #[must_use]
    pub fn is_open(self, model: &Model) -> bool {
        let held = &model.held;
        match self {
            Self::Connect => true,
            Self::Start | Self::Ids => held.is_connected(),
            Self::Read | Self::Reply => held.page_token.is_some() && held.conversation.is_some(),
            Self::Done => Self::Reply.is_open(model) && held.sent.is_some(),
        }
    }

    /// The last open step that is not after this one: where a link to this step leads.
    #[must_use]
    pub fn nearest_open(self, model: &Model) -> Self {
        let open = |step: &Self| *step <= self && step.is_open(model);
        Self::ALL
            .into_iter()
            .rev()
            .find(open)
            .unwrap_or(Self::Connect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_an_address_of_its_own() {
        for step in Step::ALL {
            assert_eq!(Step::from_hash(step.hash()), Some(step));
        }
        for bad in ["", "#", "#/", "#/step/2", "#/DONE", "#/done?x", "/done"] {
            assert_eq!(Step::from_hash(bad), None, "{bad}");
        }
    }

    #[test]
    fn links_lead_no_further_than_the_reader_has_come() {
        let model = Model::default();
        for step in Step::ALL {
            assert_eq!(step.nearest_open(&model), Step::Connect);
        }
    }
}
