# To keep this in a file for Windows PowerShell 5.1, save it as UTF-8 with BOM.
# Finds the Page, its newest conversation and the person in it, and replies.
$ErrorActionPreference = 'Stop'
$graph = 'https://graph.facebook.com/v26.0'

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

$token = $env:USER_ACCESS_TOKEN
if (-not $token) {
    throw 'USER_ACCESS_TOKEN is not set.'
}

$pages = Invoke-Graph Get 'me/accounts' $token ([ordered]@{
    'fields' = 'id,name,category,tasks,access_token'
    'limit' = '100'
})
$page = $pages.data | Where-Object { $_.access_token -and $_.tasks -contains 'MESSAGING' } | Select-Object -First 1
if (-not $page) {
    throw 'This token has no Page on which messages may be sent.'
}
$token = $page.access_token

$conversations = Invoke-Graph Get "$($page.id)/conversations" $token ([ordered]@{
    'platform' = 'messenger'
    'fields' = 'participants,updated_time'
})
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
    'fields' = 'messages{message,from,created_time}'
})
$message = $answer.messages.data | Select-Object -First 1
"Newest message: $($message.message)"
"Replying to $($person.name), PSID $($person.id)"

$sent = Invoke-Graph Post "$($page.id)/messages" $token ([ordered]@{
    'recipient' = @{ id = $person.id } | ConvertTo-Json -Compress
    'messaging_type' = 'RESPONSE'
    'message' = '{"text":"It''s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'
})
"Sent: $($sent.message_id)"
