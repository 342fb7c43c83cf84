//! The lessons: each scenario of the emulator's with its words. All of them come with every answer,
//! so the page needs none.

use graph_api::json::{Object, Value};
use graph_emulator::{Scenario, Stage, World};

/// The words of a lesson. Text between backticks is code.
struct Words {
    title: &'static str,
    /// What has happened.
    scene: &'static str,
    /// What to do to meet it.
    meet: &'static str,
    /// What mends it.
    mend: &'static str,
    /// What there is to remember.
    end: &'static str,
    begins: Place,
    /// What calls cannot do. `NAME` stands for the practice customer’s.
    aid: Option<Aid>,
}

/// What somebody else can do, and what is so after it.
struct Aid {
    label: &'static str,
    after: &'static str,
}

/// The call that a lesson begins with, by the name that the page reads.
#[derive(Clone, Copy)]
enum Place {
    Pages,
    Conversations,
    Messages,
    Reply,
}

impl Place {
    const fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Conversations => "conversations",
            Self::Messages => "messages",
            Self::Reply => "reply",
        }
    }
}

/// The lessons as they stand in this world, as JSON: how many are mended; all of them, each with
/// its name, its title, and `met` or `mended`; and of the one that is on what there is to tell.
#[must_use]
pub fn lessons(world: &World) -> String {
    let all = Scenario::ALL.into_iter();
    let titled = all.filter_map(|scenario| Some((scenario, words(scenario)?.title)));
    let mended = titled.clone().filter(|(it, _)| is_mended(world, *it));
    let count = format!("{} of {} mended", mended.count(), titled.clone().count());
    let free = |scenario, title| [(scenario, title)].into_iter();
    let rows = free(Scenario::None, "No lesson")
        .chain(titled)
        .chain(free(Scenario::BigPage, "No lesson, 5,000 conversations"));
    let rows = rows.flat_map(|(scenario, title)| {
        let stage = stage_name(world.best_stage(scenario));
        [scenario.name(), title, stage].map(Value::from)
    });
    let mut told = Object::default();
    told.insert("count", count.into());
    told.insert("rows", rows.collect());
    if let Some(words) = words(world.scenario()) {
        tell(&mut told, world, &words);
    }
    Value::Object(told).to_string()
}

fn is_mended(world: &World, scenario: Scenario) -> bool {
    world.best_stage(scenario) == Some(Stage::Mended)
}

const fn stage_name(stage: Option<Stage>) -> &'static str {
    match stage {
        None => "",
        Some(Stage::Met) => "met",
        Some(Stage::Mended) => "mended",
    }
}

/// What there is to tell of the lesson that is on.
fn tell(told: &mut Object, world: &World, words: &Words) {
    let next = next(world);
    let (aid, after) = match &words.aid {
        Some(aid) if world.is_helped() => (None, aid.after),
        aid => (aid.as_ref(), words.mend),
    };
    let stage = world.stage();
    let (state, lines) = match stage {
        None => ("Not met yet", vec![words.scene, words.meet]),
        Some(Stage::Met) => ("Met. Now mend it", vec![after]),
        Some(Stage::Mended) if next.is_none() => ("Mended", vec![words.end, LAST]),
        Some(Stage::Mended) => ("Mended", vec![words.end]),
    };
    let name = world.customer_name().split(' ').next().unwrap_or_default();
    let named = |text: &str| text.replace("NAME", name);
    let aid = aid.filter(|_| stage == Some(Stage::Met));
    told.insert("title", words.title.into());
    told.insert("stage", stage_name(stage).into());
    told.insert("state", state.into());
    let lines = lines.into_iter().map(|line| named(line).into());
    told.insert("lines", lines.collect());
    told.insert("begins", words.begins.name().into());
    told.insert("aid", aid.map(|aid| named(aid.label)).into());
    told.insert("next", next.map(Scenario::name).into());
}

/// The next lesson that is not mended, from the one that is on and around.
fn next(world: &World) -> Option<Scenario> {
    let on = world.scenario();
    let all = Scenario::ALL.into_iter();
    let at = all.clone().position(|it| it == on)?;
    let mut rest = all.clone().cycle().skip(at + 1).take(all.len() - 1);
    rest.find(|it| words(*it).is_some() && !is_mended(world, *it))
}

const LAST: &str = "That was the last one: you have mended them all.";

fn words(scenario: Scenario) -> Option<Words> {
    Some(match scenario {
        Scenario::None | Scenario::BigPage => return None,
        Scenario::TokenExpired => Words {
            title: "Your token expires",
            scene: "Tokens of the Graph API Explorer live for an hour or two, and yours has just run out.",
            meet: "Press Get my Pages: Graph answers with code 190, subcode 463.",
            mend: "Get a new practice token, and make the same call with it.",
            end: "A new token was all it took. No ID changes with it: what you had noted is still valid.",
            begins: Place::Pages,
            aid: None,
        },
        Scenario::PermissionMissing => Words {
            title: "A permission is missing",
            scene: "Your token was made without `pages_messaging`: it lists the Pages, but neither reads nor sends messages.",
            meet: "Press Show conversations: Graph answers with code 230. A reply gets code 200.",
            mend: "A token never gains a permission. Get a new practice token, which has it, and make the same call again.",
            end: "The new token has the permission. Live you tick it in the Graph API Explorer before you press Generate Access Token.",
            begins: Place::Conversations,
            aid: None,
        },
        Scenario::NoPages => Words {
            title: "No Pages are shared",
            scene: "Your token is good, but no Page was ticked in the dialog that made it.",
            meet: "Press Get my Pages: the list is empty, and that is no error.",
            mend: "Get a new practice token, for which the Pages are ticked, and list them again.",
            end: "The Pages that a token sees are chosen when it is made. Live you change them under Edit settings in the dialog.",
            begins: Place::Pages,
            aid: None,
        },
        Scenario::NobodyWrote => Words {
            title: "Nobody has written yet",
            scene: "No message has come to the Page. A Page cannot begin: only people can.",
            meet: "Press Show conversations: the list is empty, and that is no error.",
            mend: "Write as the customer, on the phone, and look again.",
            end: "With the first message the conversation is there, and the person has a PSID.",
            begins: Place::Conversations,
            aid: None,
        },
        Scenario::WindowClosed => Words {
            title: "The window has closed",
            scene: "More than 24 hours have passed since the customer’s last message.",
            meet: "Send a reply: Graph refuses it with code 10, subcode 2018278.",
            mend: "Write as the customer, on the phone: that opens the window for another 24 hours. Then send again.",
            end: "Each message of the customer’s opens the window anew.",
            begins: Place::Reply,
            aid: None,
        },
        Scenario::PersonUnavailable => Words {
            title: "The person is unavailable",
            scene: "The person has blocked the Page, or has left Facebook. Graph does not say which.",
            meet: "Send a reply: Graph refuses it with code 551, subcode 1545041.",
            mend: "Nothing can be done from this side. Choose another conversation, and send the reply there.",
            end: "One person out of reach says nothing about the others. An app notes it, and goes on.",
            begins: Place::Reply,
            aid: None,
        },
        Scenario::WrongPsid => Words {
            title: "Wrong PSID",
            scene: "The PSID in use belongs to another Page: each Page knows the same person by an ID of its own.",
            meet: "Send a reply: Graph knows no such person, code 100, subcode 2018001.",
            mend: "Go back to step 2 and press Look again: that list has the PSIDs of this Page. Choose from it, and send again.",
            end: "A PSID is valid together with its Page only. Store both.",
            begins: Place::Reply,
            aid: None,
        },
        Scenario::RateLimit => Words {
            title: "Too many calls",
            scene: "The app has used up its calls for now. It lasts for 30 seconds here, minutes or hours at Meta.",
            meet: "Read the messages: Graph answers every call with code 4.",
            mend: "Wait until the 30 seconds are over. The page tries a read again by itself; after that, press Try again.",
            end: "Waiting was all that helped. Calling faster makes a limit last longer.",
            begins: Place::Messages,
            aid: None,
        },
        Scenario::TemporaryFailure => Words {
            title: "A temporary failure",
            scene: "Something breaks on Meta’s side, for a moment. A read can simply be made again; a reply may have arrived all the same.",
            meet: "Send a reply: code 1200, subcode 2018024, and nobody can tell whether it was sent.",
            mend: "Let the page look for the reply in the conversation. It is not there: send again.",
            end: "Look first, then send again: so nobody gets the same message twice.",
            begins: Place::Reply,
            aid: None,
        },
        Scenario::DevelopmentMode => Words {
            title: "Development mode",
            scene: "The app is not live yet: it reaches only people who have a role on it, and the customer has none.",
            meet: "Send a reply: Graph refuses it with code 200, subcode 2018028. Step 2 does not list the conversation either.",
            mend: "Give the person a role, and make the same call again. Live that is done in the App Dashboard, under App roles.",
            end: "For people with a role everything works. For everybody else the app needs Advanced Access, and has to be live.",
            begins: Place::Reply,
            aid: Some(Aid {
                label: "Give NAME a role on the app",
                after: "NAME has a role on the app now. Make the same call again.",
            }),
        },
        Scenario::OtherAppThread => Words {
            title: "Another app holds the thread",
            scene: "An inbox or a bot has taken this conversation over. With Conversation Routing one app at a time may write.",
            meet: "Send a reply: Graph refuses it with code 10, subcode 2018300.",
            mend: "Let the other app pass the thread, and send again.",
            end: "The thread is yours until it is passed on. Other conversations were never concerned.",
            begins: Place::Reply,
            aid: Some(Aid {
                label: "Let the other app pass the thread",
                after: "The other app has passed the thread. Send again.",
            }),
        },
        Scenario::GraphDown => Words {
            title: "Graph is down",
            scene: "Meta’s servers are in trouble: a gateway answers every call with 502 and a page of HTML. It lasts for 45 seconds here.",
            meet: "Read the messages: what comes is no answer of Graph’s.",
            mend: "Wait until the 45 seconds are over, then press Try again. Live you would look at metastatus.com meanwhile.",
            end: "Nothing was wrong on your side, and nothing was lost.",
            begins: Place::Messages,
            aid: None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_is_a_lesson_but_the_two_in_which_nothing_goes_wrong() {
        for scenario in Scenario::ALL {
            let is_free = matches!(scenario, Scenario::None | Scenario::BigPage);
            let Some(words) = words(scenario) else {
                assert!(is_free, "{scenario}");
                continue;
            };
            assert!(!is_free, "{scenario}");
            for line in [words.scene, words.meet, words.mend, words.end] {
                assert!(line.ends_with('.'), "{line}");
            }
        }
    }

    #[test]
    fn waits_are_told_as_they_are() {
        let seconds = |scenario| words(scenario).unwrap().mend;
        let limit = graph_emulator::RATE_LIMIT_SECONDS;
        assert!(seconds(Scenario::RateLimit).contains(&format!("{limit} seconds")));
        let outage = graph_emulator::OUTAGE_SECONDS;
        assert!(seconds(Scenario::GraphDown).contains(&format!("{outage} seconds")));
    }
}
