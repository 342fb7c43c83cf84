//! What is told of a repair.

use std::fmt;

use graph_api::GraphVersion;

use super::Repair;

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AmpersandInValue(name) => write!(
                f,
                "The & inside of {name} has to be written as %26. It was kept as a part of the value."
            ),
            Self::LooseJson(name) => write!(
                f,
                "{name} was not quite JSON. It was written anew, with double quotes."
            ),
            Self::ShortVersion(version) => {
                write!(f, "A version has two parts: it became {version}.")
            }
            Self::GoneVersion(version) => write!(
                f,
                "Graph no longer serves {version} and answers with a newer one. The newest is {}.",
                GraphVersion::default()
            ),
            Self::Placeholder(name) => {
                write!(f, "{name} is a placeholder: put your own value there.")
            }
            Self::MethodParameter(method) => {
                write!(f, "The parameter method says that this is a {method}.")
            }
            Self::SecretLeftOut(name) => write!(f, "{name} is a secret, and was left out."),
            Self::HeadersLeftOut(names) => write!(
                f,
                "Headers that Graph does not need were left out: {}.",
                List(names)
            ),
            Self::OptionsLeftOut(names) => write!(
                f,
                "Options of curl that are not known here were left out: {}.",
                List(names)
            ),
            other => f.write_str(other.plain()),
        }
    }
}

impl Repair {
    /// What is always told in the same words.
    const fn plain(&self) -> &'static str {
        match self {
            Self::MissingQuestionMark => {
                "The ? between the path and the first parameter was missing."
            }
            Self::SpacesInAddress => {
                "The address had spaces in it, with which curl refuses it. Only those inside of a \
                 value were kept."
            }
            Self::BracesInAddress => {
                "curl takes braces in an address for a list of its own and drops them, unless it is \
                 told --globoff. They were kept."
            }
            Self::UnquotedAmpersand => {
                "Without quotes, a shell cuts the address at the first &. It was read whole."
            }
            Self::UnquotedSpaces => {
                "Without quotes, a shell cuts a value at its first space. It was read whole."
            }
            Self::JsonBody => {
                "The JSON body became parameters, one for each key: Graph takes both."
            }
            Self::FieldsTypo => {
                "A message has no field messages: messages{messages} became messages{message}."
            }
            Self::SmartQuotes => {
                "Curly quotes, as text processors make them, became straight ones."
            }
            Self::SmartDashes => {
                "A dash, as text processors make it, became the hyphens of an option."
            }
            Self::HtmlEntities => {
                "Signs that were written for a web page, such as &amp;, became themselves."
            }
            Self::NoBreakSpaces => "Non-breaking spaces became plain ones.",
            Self::TextBefore => "What stood before the command was left out.",
            Self::MissingContinuation => {
                "The command went on in a new line without a sign at the end of the line before."
            }
            Self::SpaceAfterBackslash => {
                "A space stood after the backslash at the end of a line, which ends the command there."
            }
            Self::UnclosedQuote => "A quote was never closed. It was closed at the end.",
            Self::NotRun => {
                "The line has a command of its own in $(…) or backticks. It is not run here, and \
                 stands as text."
            }
            Self::VersionPlaceholder => "The version was a placeholder. The page’s own is taken.",
            Self::BodyOfRead => "A GET has no body. Its parameters moved to the query.",
            Self::HeadAsGet => "HEAD, which asks for headers alone, became GET.",
            Self::PlainHttp => "http:// became https://, the only way to Graph.",
            Self::HostVariable => "The host was a variable. It is graph.facebook.com here.",
            Self::SeveralTokens => "The line has several tokens. The first one was taken.",
            Self::CredentialsLeftOut => {
                "User name, password or cookies were left out: Graph takes none."
            }
            Self::WordsLeftOut => "Words that belong to no option were left out.",
            Self::MoreAddresses => "There are several addresses. The first one was read.",
            Self::MoreCommands => "There are several commands. The first one was read.",
            Self::RestLeftOut => "What stood behind the command was left out.",
            Self::AmpersandInValue(_)
            | Self::LooseJson(_)
            | Self::ShortVersion(_)
            | Self::GoneVersion(_)
            | Self::Placeholder(_)
            | Self::MethodParameter(_)
            | Self::SecretLeftOut(_)
            | Self::HeadersLeftOut(_)
            | Self::OptionsLeftOut(_) => "",
        }
    }
}

struct List<'a>(&'a [String]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.0.iter().take(12).enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{name}")?;
        }
        f.write_str(if self.0.len() > 12 { " and more" } else { "" })
    }
}
