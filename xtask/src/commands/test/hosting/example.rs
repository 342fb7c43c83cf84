//! The configurations in `docs/hosting.md`, made to run on this machine.

use anyhow::{Context as _, Result};
use std::path::Path;

/// The folder and the host that the document speaks of.
const FOLDER: &str = "/var/www/first-reply";
const TLS: &str = "listen 443 ssl;";
const HOST: &str = "first-reply.example {";

/// A host whose configuration the document shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Example {
    /// A file to include in the block `http`.
    Nginx,
    /// A whole Caddyfile.
    Caddy,
}

impl Example {
    pub(super) const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    /// The program, and Debian's package.
    pub(super) const fn program(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// What marks the configuration in the document.
    const fn language(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddyfile",
        }
    }

    /// The document's configuration, for a folder and a port of this machine, without TLS.
    pub(super) fn fill_in(self, document: &str, folder: &Path, port: u16) -> Result<String> {
        let example = fenced(document, self.language())
            .with_context(|| format!("docs/hosting.md shows no {}", self.language()))?;
        let folder = format!("\"{}\"", folder.display());
        let filled = replace(example, FOLDER, &folder)?;
        match self {
            Self::Nginx => {
                let filled = replace(&filled, TLS, &format!("listen 127.0.0.1:{port};"))?;
                let lines = filled
                    .lines()
                    .filter(|line| !line.contains("ssl_certificate"));
                let site = lines.collect::<Vec<_>>().join("\n");
                Ok(format!("{NGINX}http {{\n{NGINX_HTTP}{site}\n}}\n"))
            }
            Self::Caddy => {
                let site = replace(&filled, HOST, &format!("http://127.0.0.1:{port} {{"))?;
                Ok(format!("{CADDY}{site}"))
            }
        }
    }
}

/// One process, which ends when it is told to.
const NGINX: &str = "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\n";

/// Nothing outside the folder in which it runs.
const NGINX_HTTP: &str = "access_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\n\
     fastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n";

/// Loopback only, and no certificates.
const CADDY: &str = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n\n";

/// The text of the one fenced block in a language.
fn fenced<'a>(document: &'a str, language: &str) -> Option<&'a str> {
    let start = format!("\n```{language}\n");
    let (_, rest) = document.split_once(&start)?;
    let (text, after) = rest.split_once("\n```\n")?;
    (!after.contains(&start)).then_some(text)
}

fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    let found = text.matches(from).count() == 1;
    found
        .then(|| text.replace(from, to))
        .with_context(|| format!("docs/hosting.md should say {from:?} once"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dist, project,
        site::{headers, policy},
    };

    fn document() -> String {
        std::fs::read_to_string(project::path("docs/hosting.md")).unwrap()
    }

    /// Also where neither host can be run.
    #[track_caller]
    fn check(example: Example, line: impl Fn(&str, &str) -> String) {
        let index = std::fs::read(project::path("index.html")).unwrap();
        let policy = policy::of_files(&dist::Files::from([("index.html".to_owned(), index)]));
        let text = example
            .fill_in(&document(), Path::new("/srv/a page"), 8080)
            .unwrap();
        for (name, value) in headers::of_all(&policy) {
            let line = line(name, &value);
            assert!(
                text.lines().any(|is| is.trim() == line),
                "docs/hosting.md should say {line}"
            );
        }
        for needed in ["127.0.0.1", "8080", "\"/srv/a page\""] {
            assert!(text.contains(needed), "{text}");
        }
    }

    #[test]
    fn the_document_gives_every_header() {
        check(Example::Nginx, |name, value| {
            format!("add_header {name} \"{value}\" always;")
        });
        check(Example::Caddy, |name, value| format!("{name} \"{value}\""));
    }

    #[test]
    fn what_the_document_does_not_show_is_an_error() {
        let fill = |document: &str| Example::Caddy.fill_in(document, Path::new("/a"), 1);
        assert!(fill("").is_err());
        assert!(fill("\n```caddyfile\nfirst-reply.example {\n```\n").is_err());
        let twice = document().repeat(2);
        assert!(fill(&twice).is_err());
    }
}
