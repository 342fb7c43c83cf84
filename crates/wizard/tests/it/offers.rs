//! Everything that a view offers, as events. What the shell adds by itself is in here too.

use graph_api::GraphVersion;
use remote_view::{Acted, Node, On};
use wizard::view::connect::login::LoginView;
use wizard::view::parts::{Button, Choice, ListView, Look, Notice, Wait, row_id};
use wizard::view::shortcut::ShortcutView;
use wizard::view::{Screen, StepState, connect, ids};
use wizard::{Event, FieldId, Theme, View};
use workbench::Drawn;

use crate::driver::text_of;

/// What there is to press, to choose and to fill in.
#[derive(Debug, Default)]
pub(crate) struct Offers {
    /// Buttons of the page, wherever they stand; those of a dialog instead, while one is open.
    pub(crate) buttons: Vec<Button>,
    /// What can be marked.
    pub(crate) choices: Vec<Choice>,
    /// What can be typed into.
    pub(crate) fields: Vec<FieldId>,
    /// The `id`s of the lists, and of the rows that are not barred.
    ids: Vec<String>,
    /// Everything else: cancel, links to steps, the header, the call panel, the phone.
    pub(crate) others: Vec<Event>,
    /// What can be pressed in the workbench's surfaces: where, its words, what it does.
    presses: Vec<(String, String, Event)>,
}

impl Offers {
    /// Walks the whole view.
    pub(crate) fn of(view: &View) -> Self {
        let mut offers = Self::default();
        if let Some(dialog) = &view.dialog {
            offers.press([&dialog.confirm, &dialog.dismiss]);
            return offers;
        }
        offers.header(view);
        for warning in &view.warnings {
            offers.notice(Some(warning));
        }
        let how = view.readiness.iter().flat_map(|it| &it.how);
        offers.press(how.flat_map(|how| &how.button));
        offers.screen(&view.screen);
        offers.surfaces(&view.surfaces);
        offers.notice(view.explored.as_ref());
        for fact in &view.facts {
            let text = fact.value.clone().filter(|_| fact.is_data);
            offers.copy(fact.name, text);
        }
        if let Some(practice) = &view.practice {
            offers.fields.push(practice.field);
            offers.press([&practice.send]);
            let pressed = practice
                .bubbles
                .iter()
                .flat_map(|bubble| &bubble.0.quick_replies);
            let pressed = pressed.cloned().map(Event::QuickReplyPressed);
            offers.others.extend(pressed);
            offers.press(&practice.buttons);
            let rows = practice.lessons.rows.iter();
            let chosen = rows.map(|row| Event::ScenarioChosen(row.name.clone()));
            offers.others.extend(chosen);
            let on = practice.lessons.on.iter();
            let aid = on.filter(|on| on.aid.is_some()).map(|_| Event::HelpAsked);
            offers.others.extend(aid);
        }
        offers
    }

    /// All the events but typing.
    pub(crate) fn events(&self) -> Vec<Event> {
        let buttons = self.buttons.iter().map(|button| button.event.clone());
        let open = self.choices.iter().filter(|choice| choice.barred.is_none());
        let choices = open.map(|choice| choice.event.clone());
        let others = self.others.iter().cloned();
        buttons.chain(choices).chain(others).collect()
    }

    /// Whether the focus can go to the control with this `id`.
    pub(crate) fn can_focus(&self, id: &str) -> bool {
        let mut fields = self.fields.iter();
        self.ids.iter().any(|own| own == id) || fields.any(|field| field.dom_id() == id)
    }

    /// The buttons that stand out.
    pub(crate) fn primary(&self) -> Vec<&Button> {
        let buttons = self.buttons.iter();
        buttons
            .filter(|button| button.look == Look::Primary)
            .collect()
    }

    fn press<'a>(&mut self, buttons: impl IntoIterator<Item = &'a Button>) {
        self.buttons.extend(buttons.into_iter().cloned());
    }

    fn copy(&mut self, what: &str, text: Option<String>) {
        let what = what.to_owned();
        let event = text.map(|text| Event::CopyAsked { what, text });
        self.others.extend(event);
    }

    fn notice(&mut self, notice: Option<&Notice>) {
        self.press(notice.into_iter().flat_map(|notice| &notice.buttons));
    }

    fn wait(&mut self, wait: Option<&Wait>) {
        let acts = wait.map(|wait| [wait.cancel.clone(), wait.hurry.clone()]);
        self.others.extend(acts.into_iter().flatten().flatten());
    }

    fn header(&mut self, view: &View) {
        self.press(&view.header.forget);
        let themes = [Theme::System, Theme::Light, Theme::Dark];
        self.others.extend(themes.map(Event::ThemeChosen));
        let marks = view.marks.iter();
        let links = marks.filter(|mark| mark.state != StepState::Todo);
        self.others
            .extend(links.map(|mark| Event::StepAsked(mark.step)));
    }

    fn surfaces(&mut self, surfaces: &[Drawn]) {
        for drawn in surfaces {
            self.surface(drawn, &drawn.tree);
        }
    }

    fn surface(&mut self, drawn: &Drawn, node: &Node<u32>) {
        let Node::Element(it) = node else { return };
        for way in &it.on {
            match way {
                On::Press(place) | On::Mark(place) => {
                    let event = Event::Acted(Acted {
                        surface: drawn.surface.clone(),
                        drawing: drawn.drawing,
                        place: *place,
                        value: String::new(),
                    });
                    let words = text_of(node);
                    self.presses
                        .push((drawn.surface.clone(), words, event.clone()));
                    self.others.push(event);
                }
                On::Copy(what, text) => self.copy(what, Some(text.clone())),
                _ => {}
            }
        }
        for child in &it.children {
            self.surface(drawn, child);
        }
    }

    /// What pressing the first part of a surface does that has these words.
    pub(crate) fn presses(&self, surface: &str, words: &str) -> Option<Event> {
        let mut presses = self.presses.iter();
        let found = presses.find(|(at, said, _)| at == surface && said.contains(words));
        found.map(|(_, _, event)| event.clone())
    }

    fn list(&mut self, list: Option<&ListView>) {
        let Some(list) = list else { return };
        self.ids.push(list.name.to_owned());
        for (index, choice) in list.choices.iter().enumerate() {
            if choice.barred.is_none() {
                self.ids.push(row_id(list.name, index));
            }
        }
        self.choices.extend(list.choices.iter().cloned());
        self.fields
            .extend(list.filter.as_ref().map(|filter| filter.field));
        self.press(&list.more);
        self.wait(list.waiting.as_ref());
    }

    fn screen(&mut self, screen: &Screen) {
        match screen {
            Screen::Connect(view) => self.connect(view),
            Screen::Start(view) => {
                if let Some(pages) = &view.pages {
                    self.ids(pages);
                }
                self.press(view.page.iter().flat_map(|(_, change)| change));
                if let Some(watch) = &view.watch {
                    self.notice(watch.notice.as_ref());
                    self.wait(watch.wait.as_ref());
                    self.press(&watch.ask);
                }
                self.press(&view.buttons);
            }
            Screen::Ids(view) => {
                self.ids(view);
                self.shortcut(&view.shortcut);
            }
            Screen::Read(view) => {
                self.notice(view.notice.as_ref());
                self.wait(view.wait.as_ref());
                self.press(&view.buttons);
            }
            Screen::Reply(view) => {
                self.choices
                    .extend(view.kinds.iter().map(|kind| kind.choice.clone()));
                self.notice(view.window.as_ref());
                if view.wait.is_none() {
                    self.fields.push(FieldId::Message);
                }
                for index in 0..view.quick_replies.len() {
                    self.fields.push(FieldId::QuickReply(index));
                    self.others.push(Event::QuickReplyRemoved(index));
                }
                self.press(&view.add);
                self.notice(view.notice.as_ref());
                self.wait(view.wait.as_ref());
                self.press(&view.send);
                self.press(&view.buttons);
            }
            Screen::Done(view) => {
                self.notice(view.notice.as_ref());
                self.wait(view.wait.as_ref());
                self.copy("Message ID", view.message_id.clone());
                self.press(&view.buttons);
            }
            Screen::Explorer => {}
        }
    }

    fn ids(&mut self, view: &ids::IdsView) {
        self.press(view.page.iter().flat_map(|(_, change)| change));
        self.list(view.list.as_ref());
        self.notice(view.notice.as_ref());
        self.wait(view.wait.as_ref());
        self.press(&view.submit);
        self.press(&view.buttons);
    }

    fn shortcut(&mut self, view: &ShortcutView) {
        self.fields.push(view.field);
        self.press([&view.read]);
        self.press(&view.sample);
        self.wait(view.wait.as_ref());
        for notice in &view.notices {
            self.notice(Some(notice));
        }
        if let Some(list) = &view.list {
            self.list(Some(list));
            self.press([&view.take]);
        }
    }

    fn login(&mut self, form: &LoginView) {
        self.fields.extend(form.fields.iter().map(|it| it.field));
        self.press(&form.submit);
        self.copy("This page’s address", Some(form.address.clone()));
        self.notice(form.setup.as_ref());
    }

    fn connect(&mut self, view: &connect::ConnectView) {
        match view {
            connect::ConnectView::Choose(view) => {
                self.choices.extend(view.modes.iter().cloned());
                if let Some(live) = &view.live {
                    self.fields.push(FieldId::Token);
                    self.choices.extend(live.ways.choices.iter().cloned());
                    for (name, _) in &live.ways.guide.permissions {
                        self.copy(name, Some((*name).to_owned()));
                    }
                    if let Some(login) = &live.ways.login {
                        self.login(login);
                    }
                    self.others.push(Event::TokenRevealed(!live.revealed));
                    let only = !live.memory_only;
                    self.others.push(Event::MemoryOnlyChosen(only));
                    self.notice(live.unreached.as_ref());
                    let versions = live.versions.iter();
                    let versions = versions.map(|(version, _): &(GraphVersion, _)| *version);
                    self.others.extend(versions.map(Event::VersionChosen));
                }
                self.notice(view.notice.as_ref());
                self.wait(view.wait.as_ref());
                self.press([&view.submit]);
            }
            connect::ConnectView::Held(view) => {
                self.notice(view.notice.as_ref());
                self.wait(view.wait.as_ref());
                self.press(&view.buttons);
            }
        }
    }
}
