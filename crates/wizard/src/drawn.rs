//! The address of the Page on m.me as a QR code, which the handbook draws.

use handbook::{Code, Question};

use crate::effect::Effect;
use crate::model::Model;
use crate::step::Step;
use crate::view::start;

/// An address, and its code once it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawn {
    ticket: u32,
    address: String,
    code: Option<Code>,
}

impl Model {
    /// Has the address drawn that step 1 shows, once.
    pub(crate) fn draw_address(&mut self) {
        let link = start::link(self).filter(|_| self.step == Step::Start);
        let Some(address) = link.map(|link| link.href.into_owned()) else {
            return;
        };
        if self.drawn.as_ref().is_some_and(|it| it.address == address) {
            return;
        }
        let ticket = self.next_ticket().0;
        self.drawn = Some(Drawn {
            ticket,
            address: address.clone(),
            code: None,
        });
        self.tell(Effect::LookUp {
            ticket,
            question: Question::Draw(address),
        });
    }

    /// What never came is asked for again.
    pub(crate) fn draw_again(&mut self) {
        self.drawn.take_if(|drawn| drawn.code.is_none());
    }

    pub(crate) fn take_code(&mut self, ticket: u32, code: Code) {
        if let Some(drawn) = self.drawn.as_mut().filter(|it| it.ticket == ticket) {
            drawn.code = Some(code);
        }
    }

    /// The code of this address, once there is one.
    pub(crate) fn code_of(&self, address: &str) -> Option<&Code> {
        let drawn = self.drawn.as_ref().filter(|it| it.address == address);
        drawn?.code.as_ref()
    }
}
