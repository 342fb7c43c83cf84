//! The practice world: the customer's phone, and what goes wrong on purpose.

use graph_api::GraphTime;

use crate::event::{Event, FieldId, Text};
use crate::model::Model;
use crate::phone::{LessonMark, PhoneBubble};
use crate::step::Step;
use crate::update::lesson_step;
use crate::view::parts::{Button, Choice, Prose};
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
    /// What can go wrong, and be mended.
    pub lessons: LessonsView,
}

/// The lessons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LessonsView {
    /// How many are mended.
    pub count: String,
    /// All of them, to choose from, with how far each has come.
    pub choices: Vec<(Choice, Option<LessonMark>)>,
    /// The one that is on.
    pub on: Option<LessonView>,
}

/// The lesson that is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonView {
    /// What it is called.
    pub title: String,
    /// How far it has come.
    pub mark: LessonMark,
    /// The same in words.
    pub state: &'static str,
    /// What there is to be told.
    pub lines: Vec<Prose>,
    /// What somebody else can do, which is `Event::HelpAsked`.
    pub aid: Option<String>,
    /// The ways on.
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
        lessons: lessons(model),
    })
}

fn lessons(model: &Model) -> LessonsView {
    let (mut all, mut mended) = (0, 0);
    let mut choices = Vec::new();
    // The next one that is not mended, after the one that is on or from the start.
    let mut next: Option<&str> = None;
    let mut is_after = false;
    for row in &model.practice.lessons.rows {
        let is_on = row.name == model.practice.scenario;
        if let Some(mark) = row.mark {
            all += 1;
            mended += usize::from(mark == LessonMark::Mended);
            if mark != LessonMark::Mended && !is_on && (is_after || next.is_none()) {
                next = Some(&row.name);
                is_after = false;
            }
        }
        is_after |= is_on;
        let choice = Choice {
            key: row.name.clone(),
            label: row.title.clone(),
            more: Vec::new(),
            barred: None,
            marked: is_on,
            event: Event::ScenarioChosen(row.name.clone()),
        };
        choices.push((choice, row.mark));
    }
    LessonsView {
        count: format!("{mended} of {all} mended"),
        choices,
        on: lesson(model, next),
    }
}

fn lesson(model: &Model, next: Option<&str>) -> Option<LessonView> {
    let lesson = model.practice.lessons.on.as_ref()?;
    let mut lines = Vec::new();
    for line in &lesson.lines {
        lines.push(Prose::from(line.clone()));
    }
    let choose = |name: &str| Event::ScenarioChosen(name.to_owned());
    let start = |label| Button::plain(label, Event::LessonStarted);
    let mut buttons = Vec::new();
    let state = match lesson.mark {
        LessonMark::Todo => {
            if !lesson_step(lesson.begins).is_open(model) {
                lines.push("It begins at a later step: go on until you are there.".into());
            }
            buttons.push(start("Start this lesson"));
            "Not met yet"
        }
        LessonMark::Met => {
            buttons.push(start("Start it again"));
            "Met. Now mend it"
        }
        LessonMark::Mended => {
            match next {
                Some(name) => buttons.push(Button::plain("Next lesson", choose(name))),
                None => lines.push("That was the last one: you have mended them all.".into()),
            }
            "Mended"
        }
    };
    buttons.push(Button::quiet("End the lesson", choose("none")));
    Some(LessonView {
        title: lesson.title.clone(),
        mark: lesson.mark,
        state,
        lines,
        aid: lesson.aid.clone(),
        buttons,
    })
}
