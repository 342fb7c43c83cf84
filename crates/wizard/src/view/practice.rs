//! The practice world: the customer's phone, and what goes wrong on purpose.

use graph_api::GraphTime;

use crate::event::{Event, FieldId, Text};
use crate::lessons::{Lesson, LessonStage, Lessons};
use crate::model::Model;
use crate::phone::PhoneBubble;
use crate::step::Step;
use crate::view::parts::Button;
use crate::view::words;

/// How the phone is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// At once: the step is about it.
    Open,
    /// When the reader asks for it.
    Folded,
}

/// The practice world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeView {
    /// How the phone is shown at this step.
    pub shown: Shown,
    /// The Page at the other end.
    pub page_name: String,
    /// Who holds the phone.
    pub customer_name: String,
    /// The messages, oldest first, with the time as people say it.
    pub bubbles: Vec<(PhoneBubble, String)>,
    /// Whether the Page is typing.
    pub typing: bool,
    /// The field to write in.
    pub field: FieldId,
    /// What stands in it.
    pub draft: Text,
    /// Sends as the customer.
    pub send: Button,
    /// What goes wrong, by the emulator's name.
    pub scenario: String,
    /// What can go wrong, and be mended. An aid is `Event::HelpAsked`.
    pub lessons: Lessons,
    /// Whether the lesson that is on begins at a step that is not open yet.
    pub is_early: bool,
    /// The ways on from the lesson that is on.
    pub buttons: Vec<Button>,
}

pub(crate) fn view(model: &Model, now: GraphTime) -> Option<PracticeView> {
    if !model.is_practice() || !model.held.is_connected() {
        return None;
    }
    let phone = model.practice.phone.as_ref()?;
    let told = |bubble: &PhoneBubble| {
        let when = words::ago(GraphTime::from_unix(bubble.time), now);
        (bubble.clone(), when)
    };
    let lessons = Lessons::read(&model.practice.lessons);
    let on = lessons.on.as_ref();
    Some(PracticeView {
        shown: match model.step {
            Step::Start | Step::Reply | Step::Done => Shown::Open,
            Step::Connect | Step::Ids | Step::Read => Shown::Folded,
        },
        page_name: phone.page_name.clone(),
        customer_name: phone.customer_name.clone(),
        bubbles: phone.bubbles.iter().map(told).collect(),
        typing: phone.typing,
        field: FieldId::Phone,
        draft: model.practice.draft.clone(),
        send: Button::plain("Send as the customer", Event::CustomerWrote),
        scenario: model.practice.scenario.clone(),
        is_early: on.is_some_and(|lesson| {
            lesson.stage == LessonStage::Todo && !lesson.step().is_open(model)
        }),
        buttons: on.map_or_else(Vec::new, lesson_buttons),
        lessons,
    })
}

/// The ways on from the lesson that is on. What is said of it is the practice world's.
fn lesson_buttons(lesson: &Lesson) -> Vec<Button> {
    let choose = |name: &str| Event::ScenarioChosen(name.to_owned());
    let first = match (lesson.stage, &lesson.next) {
        (LessonStage::Todo, _) => Some(("Start this lesson", Event::LessonStarted)),
        (LessonStage::Met, _) => Some(("Start it again", Event::LessonStarted)),
        (LessonStage::Mended, Some(next)) => Some(("Next lesson", choose(next))),
        (LessonStage::Mended, None) => None,
    };
    let mut buttons = Vec::new();
    if let Some((label, event)) = first {
        buttons.push(Button::plain(label, event));
    }
    buttons.push(Button::quiet("End the lesson", choose("none")));
    buttons
}
