//! What the server answers: a pure function from a request to a reply.

use anyhow::{Context as _, Result};
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
    sync::Arc,
    thread,
};

use super::{headers, policy};
use crate::dist::{self, compress};

/// The script of the debug page.
const RELOAD: &str = include_str!("reload.js");

/// A built page, packed and ready to be sent.
pub(crate) struct Site {
    policy: String,
    files: BTreeMap<String, File>,
}

struct File {
    etag: String,
    raw: Arc<[u8]>,
    brotli: Option<Arc<[u8]>>,
    gzip: Option<Arc<[u8]>>,
}

/// The parts of a request that matter here.
#[derive(Default)]
pub(super) struct Request<'a> {
    pub(super) path: &'a str,
    pub(super) accept_encoding: &'a str,
    pub(super) if_none_match: &'a str,
}

/// What is sent back.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<headers::Header>,
    pub(super) body: Arc<[u8]>,
}

impl Site {
    /// Reads a built page, and packs its files as well as it can be done.
    pub(crate) fn packed(folder: &Path) -> Result<Self> {
        let files = dist::read(folder)?;
        let pack = |bytes: &Vec<u8>| -> Result<File> {
            let mut file = File::plain(bytes);
            file.brotli = Some(compress::brotli(bytes)?.into());
            file.gzip = Some(compress::gzip(bytes)?.into());
            Ok(file)
        };
        let packed = thread::scope(|scope| {
            let jobs: Vec<_> = files
                .iter()
                .map(|(name, bytes)| (name, scope.spawn(move || pack(bytes))))
                .collect();
            jobs.into_iter()
                .map(|(name, job)| {
                    let file = job.join().ok().context("packing was interrupted")??;
                    Ok((name.clone(), file))
                })
                .collect::<Result<_>>()
        })?;
        Ok(Self::new(&files, packed))
    }

    /// Reads a page that is built again and again, as it is; it reloads itself when it changed.
    pub(crate) fn reloading(folder: &Path) -> Result<Self> {
        let mut files = dist::read(folder)?;
        let index = files
            .get_mut("index.html")
            .context("there is no page yet")?;
        let version = File::plain(index).etag;
        index.extend_from_slice(b"<script type=module src=./dev/reload.js></script>");
        files.insert("dev/reload.js".to_owned(), RELOAD.as_bytes().to_vec());
        files.insert("dev/version.txt".to_owned(), version.into_bytes());
        let plain = files
            .iter()
            .map(|(name, bytes)| (name.clone(), File::plain(bytes)))
            .collect();
        Ok(Self::new(&files, plain))
    }

    fn new(bytes: &dist::Files, files: BTreeMap<String, File>) -> Self {
        Self {
            policy: policy::of_files(bytes),
            files,
        }
    }

    /// Changes whenever the page does.
    pub(crate) fn version(&self) -> &str {
        self.files.get("index.html").map_or("", |file| &file.etag)
    }

    pub(super) fn reply(&self, request: &Request<'_>) -> Reply {
        let path = request.path.split(['?', '#']).next().unwrap_or_default();
        let name = match path.trim_start_matches('/') {
            "" => "index.html",
            name => name,
        };
        let Some(file) = self.files.get(name) else {
            return self.not_found();
        };
        let mut headers = headers::of_file(name, &self.policy);
        headers.push(("ETag", file.etag.clone()));
        if request
            .if_none_match
            .split(',')
            .any(|tag| tag.trim() == file.etag)
        {
            return Reply {
                status: 304,
                headers,
                body: Arc::default(),
            };
        }
        let (encoding, body) = file.encoded(request.accept_encoding);
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        headers.extend(encoding.map(|name| ("Content-Encoding", name.to_owned())));
        Reply {
            status: 200,
            headers,
            body,
        }
    }

    fn not_found(&self) -> Reply {
        self.plain_words(404, "There is no such file.\n")
    }

    /// The answer to what is neither GET nor HEAD.
    pub(super) fn not_allowed(&self) -> Reply {
        let mut reply = self.plain_words(405, "There are only files here, to be read.\n");
        reply.headers.push(("Allow", "GET, HEAD".to_owned()));
        reply
    }

    fn plain_words(&self, status: u16, words: &str) -> Reply {
        Reply {
            status,
            headers: headers::of_file("words.txt", &self.policy),
            body: Arc::from(words.as_bytes()),
        }
    }
}

impl File {
    fn plain(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self {
            etag: format!("W/\"{:016x}\"", hasher.finish()),
            raw: bytes.into(),
            brotli: None,
            gzip: None,
        }
    }

    /// The smallest form that the browser takes.
    fn encoded(&self, accept: &str) -> (Option<&'static str>, Arc<[u8]>) {
        let accepts = |name: &str| accept.split([',', ';']).any(|word| word.trim() == name);
        [("br", &self.brotli), ("gzip", &self.gzip)]
            .into_iter()
            .filter(|(name, _)| accepts(name))
            .find_map(|(name, body)| Some((Some(name), body.clone()?)))
            .unwrap_or_else(|| (None, self.raw.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let bytes = dist::Files::from([("index.html".to_owned(), b"<p>".to_vec())]);
        let mut file = File::plain(b"<p>");
        file.brotli = Some(Arc::from(&b"packed"[..]));
        Site::new(&bytes, BTreeMap::from([("index.html".to_owned(), file)]))
    }

    fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
        let mut all = reply.headers.iter();
        all.find(|(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }

    #[test]
    fn the_root_is_the_page() {
        for path in ["/", "/index.html", "/?x=1"] {
            let request = Request {
                path,
                ..Request::default()
            };
            let reply = site().reply(&request);
            assert_eq!((reply.status, &*reply.body), (200, &b"<p>"[..]), "{path}");
            assert_eq!(header(&reply, "Content-Encoding"), None);
        }
    }

    #[test]
    fn a_browser_that_takes_brotli_gets_it() {
        let request = Request {
            path: "/",
            accept_encoding: "gzip, br;q=1",
            ..Request::default()
        };
        let reply = site().reply(&request);
        assert_eq!(header(&reply, "Content-Encoding"), Some("br"));
        assert_eq!(&*reply.body, b"packed");
    }

    #[test]
    fn what_did_not_change_is_not_sent_again() {
        let site = site();
        let request = Request {
            path: "/",
            if_none_match: site.version(),
            ..Request::default()
        };
        assert_eq!(site.reply(&request).status, 304);
    }

    #[test]
    fn the_debug_page_reloads_itself() {
        let folder = std::env::temp_dir().join(format!("first-reply-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        assert!(Site::reloading(&folder).is_err(), "there is no page yet");
        let version_of = |page: &str| {
            std::fs::write(folder.join("index.html"), page).unwrap();
            let site = Site::reloading(&folder).unwrap();
            let get = |path| {
                site.reply(&Request {
                    path,
                    ..Request::default()
                })
                .body
            };
            assert!(String::from_utf8_lossy(&get("/")).contains("dev/reload.js"));
            get("/dev/version.txt")
        };
        let (first, second) = (version_of("<p>1"), version_of("<p>2"));
        assert!(first != second && version_of("<p>1") == first);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn there_is_nothing_outside_the_page() {
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/gone.js",
        ] {
            let reply = site().reply(&Request {
                path,
                ..Request::default()
            });
            assert_eq!(reply.status, 404, "{path}");
            assert_eq!(header(&reply, "X-Content-Type-Options"), Some("nosniff"));
        }
    }
}
