//! The command line.

use graph_emulator::Scenario;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
The Graph API, emulated, on 127.0.0.1.

cargo run -p graph-emulator-server -- [options]

  --http-port N      where to answer HTTP (8081; 0 takes a free port)
  --https-port N     where to answer HTTPS (8443; 0 takes a free port)
  --control-port N   where tests set the world up, over HTTP (a free port)
  --scenario NAME    what goes wrong from the start (none)
  --delays           answer as slowly as Graph does
  --exit-with-stdin  end when the standard input ends
  --help             print this

The first line printed is one JSON object: http, https, control, spki_sha256,
app_id, user_token, page_id, page_token, psid, conversation_id. The README of
crates/graph-emulator-server lists the scenarios and the control calls.";

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Args {
    pub(crate) http_port: u16,
    pub(crate) https_port: u16,
    pub(crate) control_port: u16,
    pub(crate) scenario: Scenario,
    pub(crate) delays: bool,
    pub(crate) exit_with_stdin: bool,
}

impl Default for Args {
    fn default() -> Self {
        Self {
            http_port: 8081,
            https_port: 8443,
            control_port: 0,
            scenario: Scenario::None,
            delays: false,
            exit_with_stdin: false,
        }
    }
}

impl Args {
    /// Reads the words after the program's name; nothing when help was asked for.
    pub(crate) fn read(words: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let mut args = Self::default();
        let mut words = words.peekable();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (word, None),
            };
            let mut value = || {
                let value = inline.clone().or_else(|| words.next());
                value.ok_or_else(|| format!("{name} needs a value"))
            };
            match name.as_str() {
                "--help" | "-h" => return Ok(None),
                "--http-port" => args.http_port = port(&value()?)?,
                "--https-port" => args.https_port = port(&value()?)?,
                "--control-port" => args.control_port = port(&value()?)?,
                "--scenario" => args.scenario = scenario(&value()?)?,
                "--delays" => args.delays = true,
                "--exit-with-stdin" => args.exit_with_stdin = true,
                _ => return Err(format!("unknown option {name}")),
            }
        }
        Ok(Some(args))
    }
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("{text:?} is not a port"))
}

fn scenario(name: &str) -> Result<Scenario, String> {
    name.parse().map_err(|_| {
        let names: Vec<_> = Scenario::ALL.iter().map(|it| it.name()).collect();
        format!(
            "there is no scenario {name:?}; there are {}",
            names.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Result<Option<Args>, &str>) {
        let read = Args::read(line.split_whitespace().map(str::to_owned));
        assert_eq!(
            read.as_ref().copied().map_err(String::as_str),
            expected,
            "{line}"
        );
    }

    #[test]
    fn the_command_line_is_read() {
        check("", Ok(Some(Args::default())));
        check("--delays --help", Ok(None));
        let scenario = Scenario::GraphDown;
        let args = Args {
            http_port: 0,
            https_port: 9,
            scenario,
            ..Args::default()
        };
        check(
            "--http-port 0 --https-port=9 --scenario graph-down",
            Ok(Some(args)),
        );
        check("--http-port", Err("--http-port needs a value"));
        check("--http-port x", Err("\"x\" is not a port"));
        check("--faster", Err("unknown option --faster"));
    }
}
