//! The journey in PHP.

use crate::code::{Code, Ink};
use crate::parts::TokenFrom;
use crate::snippet::php::{DIALECT, PHP};

use super::Plan;

const HEAD: &str = r#"
// Finds the Page, its newest conversation and the person in it, and replies.

const GRAPH = «base»;

function stop(string $why): never
{
    fwrite(STDERR, $why . PHP_EOL);
    exit(1);
}

// Asks Graph. Says what it refuses, and stops.
function graph(string $method, string $path, string $token, array $params): array
{
    $form = http_build_query([...$params, 'access_token' => $token]);
    $url = GRAPH . '/' . $path;
    $curl = curl_init($method === 'GET' ? $url . '?' . $form : $url);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    if ($method === 'POST') {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $form);
    }
    $text = curl_exec($curl);
    if ($text === false) {
        stop($method . ' /' . $path . ': ' . curl_error($curl));
    }
    $answer = json_decode($text, true, 512, JSON_BIGINT_AS_STRING);
    if (!is_array($answer)) {
        stop($method . ' /' . $path . ': HTTP ' . curl_getinfo($curl, CURLINFO_RESPONSE_CODE) . ', and no JSON');
    }
    if (isset($answer['error'])) {
        stop($method . ' /' . $path . ': (' . $answer['error']['code'] . ') ' . $answer['error']['message']);
    }
    return $answer;
}

$token = «token»;
"#;

const FROM_USER: &str = r#"
$pages = graph('GET', 'me/accounts', $token, [
«pages»])['data'];
$pages = array_filter($pages, fn ($page) => isset($page['access_token']) && «choice»);
$page = reset($pages) ?: stop(«no page»);
$token = $page['access_token'];
"#;

const FROM_PAGE: &str = r#"
$page = graph('GET', 'me', $token, [
«me»]);
"#;

const REST: &str = r#"
$conversations = graph('GET', $page['id'] . '/conversations', $token, [
«conversations»])['data'];
$conversation = $conversations[0] ?? stop('Nobody has written to the Page yet.');
$people = $conversation['participants']['data'];
$people = array_filter($people, fn ($one) => $one['id'] !== $page['id']);
$person = reset($people) ?: stop('Graph names nobody in the newest conversation.');

$answer = graph('GET', rawurlencode($conversation['id']), $token, [
«messages»]);
echo 'Newest message: ', $answer['messages']['data'][0]['message'] ?? '', PHP_EOL;
echo 'Replying to ', $person['name'] ?? '', ', PSID ', $person['id'], PHP_EOL;

$sent = graph('POST', $page['id'] . '/messages', $token, [
    'recipient' => json_encode(['id' => $person['id']]),
«reply»]);
echo 'Sent: ', $sent['message_id'], PHP_EOL;"#;

pub(crate) fn journey(plan: &Plan) -> Code {
    let values = plan.values(&PHP, ["", " => ", ","], 4);
    let mut token = PHP.secret("", &plan.token);
    if plan.token.from == TokenFrom::Environment {
        let why = PHP.literal(&format!("{} is not set.", plan.token.variable));
        token.append(&DIALECT.fill(" ?: stop(«why»)", &[("why", &why)]));
    }
    let choice = match &plan.page {
        Some(id) => DIALECT.fill("$page['id'] === «id»", &[("id", &PHP.literal(id))]),
        None => DIALECT.fill("in_array('MESSAGING', $page['tasks'] ?? [])", &[]),
    };
    let holes = values.holes(&[("token", &token), ("choice", &choice)]);
    let mut code = Code::from_iter([(Ink::Keyword, "<?php".to_owned())]);
    code.append(&plan.write(&DIALECT, &[HEAD], [FROM_USER, FROM_PAGE], REST, &holes));
    code
}
