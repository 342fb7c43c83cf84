//! The lessons of the practice world, in its own words: each makes one thing go wrong, which is to
//! be met and to be mended.

use graph_api::json::{self, Value};

use crate::remote::Slot;
use crate::step::Step;

/// The lessons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lessons {
    /// How many are mended.
    pub count: String,
    /// All of them in order, and what is none: the scenarios in which nothing goes wrong.
    pub rows: Vec<LessonRow>,
    /// The one that is on.
    pub on: Option<Lesson>,
}

/// A lesson in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonRow {
    /// The scenario's name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// How far it has come at best.
    pub stage: LessonStage,
}

/// The lesson that is on. Text between backticks is code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// What it is called.
    pub title: String,
    /// How far it has come this time.
    pub stage: LessonStage,
    /// The same in words.
    pub state: String,
    /// What there is to be told about it now.
    pub lines: Vec<String>,
    /// The call that it begins with.
    pub begins: Slot,
    /// What somebody else can do about it.
    pub aid: Option<String>,
    /// The scenario of the next one.
    pub next: Option<String>,
}

/// How far a lesson has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonStage {
    /// Nothing was met yet.
    Todo,
    /// A call ran into it.
    Met,
    /// After that, the same call went well.
    Mended,
}

impl LessonStage {
    fn named(name: &str) -> Self {
        match name {
            "met" => Self::Met,
            "mended" => Self::Mended,
            _ => Self::Todo,
        }
    }
}

impl Lessons {
    /// Reads what the practice world tells; what cannot be read is left out.
    pub(crate) fn read(told: &str) -> Self {
        let told = json::parse(told).unwrap_or_default();
        let mut rows = Vec::new();
        let mut flat = texts(&told, "rows").into_iter();
        while let (Some(name), Some(title), Some(stage)) = (flat.next(), flat.next(), flat.next()) {
            let stage = LessonStage::named(&stage);
            rows.push(LessonRow { name, title, stage });
        }
        Self {
            count: text(&told, "count").unwrap_or_default(),
            rows,
            on: text(&told, "title").map(|title| Lesson {
                title,
                stage: LessonStage::named(&text(&told, "stage").unwrap_or_default()),
                state: text(&told, "state").unwrap_or_default(),
                lines: texts(&told, "lines"),
                begins: match &*text(&told, "begins").unwrap_or_default() {
                    "pages" => Slot::Pages,
                    "conversations" => Slot::Conversations,
                    "messages" => Slot::Messages,
                    _ => Slot::Send,
                },
                aid: text(&told, "aid"),
                next: text(&told, "next"),
            }),
        }
    }
}

impl Lesson {
    /// The step at which it begins.
    pub(crate) const fn step(&self) -> Step {
        match self.begins {
            Slot::Messages => Step::Read,
            Slot::Send => Step::Reply,
            _ => Step::Ids,
        }
    }
}

#[inline(never)]
fn text(told: &Value, key: &str) -> Option<String> {
    Some(told.get(key)?.as_str()?.to_owned())
}

fn texts(told: &Value, key: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for item in told.get(key).and_then(Value::as_list).unwrap_or_default() {
        texts.push(item.as_str().unwrap_or_default().to_owned());
    }
    texts
}
