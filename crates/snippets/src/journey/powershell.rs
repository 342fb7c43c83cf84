//! The journey in PowerShell.

use crate::code::Code;
use crate::parts::TokenFrom;
use crate::snippet::powershell::{DIALECT, POWERSHELL, with_remark};

use super::Plan;

const HEAD: &str = r#"# Finds the Page, its newest conversation and the person in it, and replies.
$ErrorActionPreference = 'Stop'
$graph = «base»

# Asks Graph. Says what it refuses, and stops.
function Invoke-Graph($Method, $Path, $Token, $Params) {
    $Params['access_token'] = $Token
    try {
        $answer = Invoke-RestMethod -Method $Method -Uri "$graph/$Path" -Body $Params
    } catch {
        # The body of a refusal.
        $body = $_.ErrorDetails.Message
        if ("$body" -notmatch '^\s*\{') {
            throw
        }
        $answer = $body | ConvertFrom-Json
    }
    if ($answer.error) {
        throw "$Method /${Path}: ($($answer.error.code)) $($answer.error.message)"
    }
    return $answer
}

«token»
"#;

const FROM_USER: &str = r#"
$pages = Invoke-Graph Get 'me/accounts' $token ([ordered]@{
«pages»})
$page = $pages.data | Where-Object { $_.access_token -and «choice» } | Select-Object -First 1
if (-not $page) {
    throw «no page»
}
$token = $page.access_token
"#;

const FROM_PAGE: &str = r#"
$page = Invoke-Graph Get 'me' $token ([ordered]@{
«me»})
"#;

const REST: &str = r#"
$conversations = Invoke-Graph Get "$($page.id)/conversations" $token ([ordered]@{
«conversations»})
$conversation = $conversations.data | Select-Object -First 1
if (-not $conversation) {
    throw 'Nobody has written to the Page yet.'
}
$people = $conversation.participants.data
$person = $people | Where-Object { $_.id -ne $page.id } | Select-Object -First 1
if (-not $person) {
    throw 'Graph names nobody in the newest conversation.'
}

$id = [uri]::EscapeDataString($conversation.id)
$answer = Invoke-Graph Get $id $token ([ordered]@{
«messages»})
$message = $answer.messages.data | Select-Object -First 1
"Newest message: $($message.message)"
"Replying to $($person.name), PSID $($person.id)"

$sent = Invoke-Graph Post "$($page.id)/messages" $token ([ordered]@{
    'recipient' = @{ id = $person.id } | ConvertTo-Json -Compress
«reply»})
"Sent: $($sent.message_id)""#;

pub(crate) fn journey(plan: &Plan) -> Code {
    let values = plan.values(&POWERSHELL, ["", " = ", ""], 4);
    let secret = POWERSHELL.secret("", &plan.token);
    let why = POWERSHELL.literal(&format!("{} is not set.", plan.token.variable));
    let written = match plan.token.from {
        TokenFrom::Environment => "$token = «secret»\nif (-not $token) {\n    throw «why»\n}",
        TokenFrom::Blank => "$token = «secret»",
    };
    let token = DIALECT.fill(written, &[("secret", &secret), ("why", &why)]);
    let choice = match &plan.page {
        Some(id) => DIALECT.fill("$_.id -eq «id»", &[("id", &POWERSHELL.literal(id))]),
        None => DIALECT.fill("$_.tasks -contains 'MESSAGING'", &[]),
    };
    let holes = values.holes(&[("token", &token), ("choice", &choice)]);
    with_remark(&plan.write(&DIALECT, &[HEAD], [FROM_USER, FROM_PAGE], REST, &holes))
}
