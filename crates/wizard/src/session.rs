//! What is kept over a reload: one text under one key. Read as if a stranger had written it.
//!
//! Tokens, IDs, the step and the draft; no message of a customer, and no customer's name.

use graph_api::endpoints::send_message::MessagingType;
use graph_api::{
    ConversationId, GraphVersion, MessageId, PageAccessToken, PageId, PastedToken, Psid,
    UserAccessToken,
};
use serde::{Deserialize, Serialize};

use crate::effect::{Effect, PracticeAsk};
use crate::event::Text;
use crate::model::{Mode, Model, Page, Person, Theme};
use crate::step::Step;

/// The key in the tab's session storage.
pub const STORAGE_KEY: &str = "first-reply";

/// The version of the layout below.
const LAYOUT: u32 = 1;

/// What is stored. The tokens are in it, in clear: it has no `Debug`.
#[derive(Serialize, Deserialize)]
struct Session {
    layout: u32,
    live: bool,
    version: GraphVersion,
    step: String,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    resume: Option<String>,
    #[serde(default)]
    user_token: Option<String>,
    #[serde(default)]
    page_token: Option<String>,
    #[serde(default)]
    page: Option<(PageId, String)>,
    #[serde(default)]
    psid: Option<Psid>,
    #[serde(default)]
    conversation: Option<ConversationId>,
    #[serde(default)]
    sent: Option<MessageId>,
    #[serde(default)]
    draft: String,
    #[serde(default)]
    quick_replies: Vec<String>,
    #[serde(default)]
    kind: MessagingType,
    #[serde(default)]
    practice: Option<String>,
}

/// Why a stored session was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionProblem {
    /// Not what this page writes.
    Unreadable,
    /// Written by another version of this page.
    OtherLayout,
}

impl Model {
    /// The text to store; none when there is nothing worth keeping.
    #[must_use]
    pub fn session(&self) -> Option<String> {
        let held = &self.held;
        let begun = held.is_connected() || self.practice.snapshot.is_some();
        if !begun && self.mode == Mode::Practice && self.theme == Theme::System {
            return None;
        }
        let session = Session {
            layout: LAYOUT,
            live: self.mode == Mode::Live,
            version: self.version,
            step: self.step.hash().to_owned(),
            theme: self.theme,
            resume: self.connect.resume.map(|step| step.hash().to_owned()),
            user_token: held
                .user_token
                .as_ref()
                .map(|token| token.expose().to_owned()),
            page_token: held
                .page_token
                .as_ref()
                .map(|token| token.expose().to_owned()),
            page: held.page.clone().map(|page| (page.id, page.name)),
            psid: held.person.as_ref().map(|person| person.psid.clone()),
            conversation: held.conversation.clone(),
            sent: held.sent.clone(),
            draft: self.composer.text.0.clone(),
            quick_replies: self.composer.quick_replies.clone(),
            kind: self.composer.kind,
            practice: self.practice.snapshot.as_ref().map(|text| text.0.clone()),
        };
        serde_json::to_string(&session).ok()
    }

    /// The state as it was before a reload, and what to do to show it again.
    ///
    /// # Errors
    /// When the text is not a session of this layout.
    pub fn restore(stored: &str) -> Result<(Self, Vec<Effect>), SessionProblem> {
        let stored: Session =
            serde_json::from_str(stored).map_err(|_| SessionProblem::Unreadable)?;
        if stored.layout != LAYOUT {
            return Err(SessionProblem::OtherLayout);
        }
        let mut model = Self {
            mode: match stored.live {
                true => Mode::Live,
                false => Mode::Practice,
            },
            version: stored.version,
            theme: stored.theme,
            step: Step::from_hash(&stored.step).unwrap_or(Step::Connect),
            ..Self::default()
        };
        model.connect.resume = stored.resume.as_deref().and_then(Step::from_hash);
        let held = &mut model.held;
        held.user_token =
            token(stored.user_token).map(|token| UserAccessToken::new(token.expose()));
        held.page_token =
            token(stored.page_token).map(|token| PageAccessToken::new(token.expose()));
        held.page = stored.page.map(|(id, name)| Page { id, name });
        held.person = stored.psid.map(|psid| Person { psid, name: None });
        // A conversation is of use only with the Page and the person it belongs to.
        held.conversation = stored
            .conversation
            .filter(|_| held.page.is_some() && held.person.is_some());
        held.sent = stored.sent;
        model.composer.text = Text(stored.draft);
        model.composer.quick_replies = stored.quick_replies;
        model.composer.kind = stored.kind;
        model.practice.snapshot = stored.practice.map(Text);
        model.step = model.step.nearest_open(&model);
        let mut effects = vec![Effect::ApplyTheme(model.theme)];
        effects.extend(match (model.mode, model.practice.snapshot.clone()) {
            (Mode::Practice, Some(snapshot)) => {
                model.practice.opening = true;
                vec![Effect::Practice(PracticeAsk::Open {
                    snapshot: Some(snapshot.0),
                })]
            }
            _ => model.resume(),
        });
        Ok((model, effects))
    }
}

fn token(stored: Option<String>) -> Option<PastedToken> {
    PastedToken::parse(&stored?).ok()
}
