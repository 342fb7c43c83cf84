//! The lessons as a part of the worker's answers.

use graph_api::json::Value;

use super::{Object, into_text};
use crate::protocol::{Lesson, Lessons, Mark, Place, Row};

impl Lessons {
    /// Rows are one list: name, title, mark; name, title, mark.
    pub(super) fn into_json(self) -> Value {
        let mut flat: Vec<Value> = Vec::with_capacity(self.rows.len() * 3);
        for row in self.rows {
            flat.push(row.name.into());
            flat.push(row.title.into());
            flat.push((row.mark as u32).into());
        }
        let mut lessons = Object::default();
        lessons.put("rows", Value::List(flat));
        lessons.put("on", self.on.map(Lesson::into_json).into());
        lessons.0.into()
    }

    pub(super) fn from_json(value: Value) -> Option<Self> {
        let mut lessons = Object::from_json(value)?;
        let mut flat = lessons.list("rows")?.into_iter();
        let mut rows = Vec::new();
        while let Some(name) = flat.next() {
            rows.push(Row {
                name: into_text(name)?,
                title: into_text(flat.next()?)?,
                mark: mark(flat.next()?.as_i64())?,
            });
        }
        let on = match lessons.take("on") {
            Value::Null => None,
            on => Some(Lesson::from_json(on)?),
        };
        Some(Self { rows, on })
    }
}

impl Lesson {
    fn into_json(self) -> Value {
        let mut lesson = Object::default();
        lesson.put("title", self.title.into());
        lesson.put("mark", (self.mark as u32).into());
        let lines = self.lines.into_iter().map(Value::from);
        lesson.put("lines", lines.collect());
        lesson.put("begins", (self.begins as u32).into());
        lesson.put("aid", self.aid.into());
        lesson.0.into()
    }

    fn from_json(value: Value) -> Option<Self> {
        let mut lesson = Object::from_json(value)?;
        let mut lines = Vec::new();
        for line in lesson.list("lines")? {
            lines.push(into_text(line)?);
        }
        let begins = usize::try_from(lesson.number("begins")?).ok()?;
        Some(Self {
            title: lesson.text("title")?,
            mark: mark(lesson.number("mark"))?,
            lines,
            begins: *Place::ALL.get(begins)?,
            aid: lesson.text("aid"),
        })
    }
}

fn mark(number: Option<i64>) -> Option<Mark> {
    let number = usize::try_from(number?).ok()?;
    Mark::ALL.get(number).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let row = |mark| Row {
            name: "name".to_owned(),
            title: "\"Title\"".to_owned(),
            mark,
        };
        let rows: Vec<_> = Mark::ALL.map(row).into();
        let mut all = vec![Lessons::default()];
        for begins in Place::ALL {
            all.push(Lessons {
                rows: rows.clone(),
                on: Some(Lesson {
                    title: "Ünïcode".to_owned(),
                    mark: Mark::Met,
                    lines: vec!["`code`".to_owned(), String::new()],
                    begins,
                    aid: (begins == Place::Reply).then(|| "Help".to_owned()),
                }),
            });
        }
        for lessons in all {
            let written = lessons.clone().into_json();
            assert_eq!(Lessons::from_json(written), Some(lessons));
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in [
            "[]",
            "{}",
            r#"{"rows":["name"]}"#,
            r#"{"rows":["name","title",4]}"#,
            r#"{"rows":[],"on":{}}"#,
        ] {
            let value = graph_api::json::parse(bad).unwrap();
            assert_eq!(Lessons::from_json(value), None, "{bad}");
        }
    }
}
