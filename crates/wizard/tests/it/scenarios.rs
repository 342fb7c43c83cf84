//! Every scenario that the page offers, and the way on from it.

use graph_emulator::Scenario;
use wizard::{Event, FieldId, Step};

use crate::driver::{Visit, Way};

#[test]
fn the_page_offers_the_scenarios_of_the_emulator() {
    let visit = Visit::at(Way::Practice, Step::Start);
    let rows = visit.view().practice.unwrap().lessons.rows.into_iter();
    let offered: Vec<_> = rows.map(|row| row.name).collect();
    assert_eq!(offered, Scenario::ALL.map(Scenario::name));
}

#[test]
fn the_page_says_which_one_is_on() {
    for scenario in Scenario::ALL {
        let mut visit = Visit::at(Way::Practice, Step::Start);
        visit.scenario(scenario);
        assert_eq!(visit.view().practice.unwrap().scenario, scenario.name());
        visit.reload();
        visit.settle();
        assert_eq!(visit.view().practice.unwrap().scenario, scenario.name());
    }
}

/// Whatever goes wrong at a step, once it is over the reader gets to the end.
#[test]
fn there_is_a_way_on_from_every_scenario() {
    for scenario in Scenario::ALL {
        for step in [Step::Start, Step::Ids, Step::Read, Step::Reply] {
            let mut visit = Visit::at(Way::Practice, step);
            visit.scenario(scenario);
            if step == Step::Reply {
                visit.types(FieldId::Message, "Hello");
            }
            visit.primary();
            let offers = visit.offers();
            assert!(
                offers.buttons.len() > 1,
                "{scenario} at {step:?}: {offers:?}"
            );
            visit.scenario(Scenario::None);
            if visit.model.step < Step::Done {
                visit.does(Event::StepAsked(Step::Start));
                visit.types(FieldId::Phone, "Are you there?");
                visit.does(Event::CustomerWrote);
                to_reply(&mut visit);
                assert_eq!(visit.model.step, Step::Reply, "{scenario} at {step:?}");
                visit.types(FieldId::Message, "Hello");
            }
            visit.primary();
            let offers = visit.offers();
            assert!(
                offers.buttons.len() > 1,
                "{scenario} at {step:?}: {offers:?}"
            );
            visit.scenario(Scenario::None);
            if visit.model.step < Step::Done {
                visit.does(Event::StepAsked(Step::Start));
                visit.types(FieldId::Phone, "Are you there?");
                visit.does(Event::CustomerWrote);
                visit.primary();
                for label in ["Maple & Moss Plants", "Robin Keller"] {
                    let is_there = |visit: &Visit| {
                        let choices = visit.offers().choices;
                        choices.iter().any(|choice| choice.label == label)
                    };
                    if !is_there(&visit) && visit.model.held.conversation.is_none() {
                        visit.primary();
                    }
                    if is_there(&visit) {
                        visit.choose(label);
                    }
                }
                for _ in 0..6 {
                    if visit.model.step < Step::Reply {
                        visit.primary();
                    }
                }
                assert_eq!(visit.model.step, Step::Reply, "{scenario} at {step:?}");
                visit.types(FieldId::Message, "Hello");
                visit.press(&Event::SendAsked);
                // One that Graph had trouble with is asked about first.
                if visit.view().dialog.is_some() {
                    visit.press(&Event::ResendConfirmed);
                }
            }
            assert_eq!(visit.model.step, Step::Done, "{scenario} at {step:?}");
        }
    }
}

/// Goes on by what stands out, and marks what has to be marked.
#[track_caller]
fn to_reply(visit: &mut Visit) {
    for _ in 0..20 {
        if visit.model.step == Step::Reply {
            return;
        }
        let labels = ["Maple & Moss Plants", "Robin Keller"];
        let choices = visit.offers().choices.into_iter();
        let mut choices = choices.filter(|choice| labels.contains(&choice.label.as_str()));
        if let Some(choice) = choices.find(|choice| !choice.marked) {
            visit.does(choice.event);
        }
        visit.primary();
    }
}
