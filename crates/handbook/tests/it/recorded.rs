//! Errors of the real API, where the folder with them exists: each is explained by something else
//! than the general answer.

use std::fs;
use std::path::Path;

use graph_api::{AnswerError, HttpResponse};
use handbook::{Asked, Came, Situation, explain};

use crate::codes::{ALL, situation};
use crate::table::{check_whole, general};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");

#[test]
fn recorded_errors_are_explained() {
    if !Path::new(FOLDER).is_dir() {
        corpora::tell("no recorded errors, since there are none here");
        return;
    }
    let mut count = 0;
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let is_error = name.starts_with("error_") || name.starts_with("debug_token_error_");
        if !is_error || !name.ends_with(".json") {
            continue;
        }
        let response = HttpResponse {
            status: 400,
            headers: Vec::new(),
            body: fs::read_to_string(&path).unwrap(),
        };
        let Some(AnswerError::Graph { error, .. }) = AnswerError::of(&response) else {
            panic!("{name} is no error of Graph's");
        };
        for asked in ALL {
            check(*asked, error.code, error.subcode, &name);
        }
        count += 1;
    }
    assert!(count >= 64, "{count}");
    corpora::tell(&format!(
        "{count} recorded errors at each call, none of them left to the general answer"
    ));
}

#[track_caller]
fn check(asked: Asked, code: Option<u64>, subcode: Option<u64>, name: &str) {
    let explanation = explain(&Situation {
        came: Came::Refused { code, subcode },
        ..situation(asked, 0, 0)
    });
    check_whole(&explanation, name);
    assert_ne!(explanation, general(asked), "{name} at {asked:?}");
}
