<?php
// Finds the Page, its newest conversation and the person in it, and replies.

const GRAPH = 'https://graph.facebook.com/v26.0';

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

$token = getenv('USER_ACCESS_TOKEN') ?: stop('USER_ACCESS_TOKEN is not set.');

$pages = graph('GET', 'me/accounts', $token, [
    'fields' => 'id,name,category,tasks,access_token',
    'limit' => '100',
])['data'];
$pages = array_filter($pages, fn ($page) => isset($page['access_token']) && in_array('MESSAGING', $page['tasks'] ?? []));
$page = reset($pages) ?: stop('This token has no Page on which messages may be sent.');
$token = $page['access_token'];

$conversations = graph('GET', $page['id'] . '/conversations', $token, [
    'platform' => 'messenger',
    'fields' => 'participants,updated_time',
])['data'];
$conversation = $conversations[0] ?? stop('Nobody has written to the Page yet.');
$people = $conversation['participants']['data'];
$people = array_filter($people, fn ($one) => $one['id'] !== $page['id']);
$person = reset($people) ?: stop('Graph names nobody in the newest conversation.');

$answer = graph('GET', rawurlencode($conversation['id']), $token, [
    'fields' => 'messages{message,from,created_time}',
]);
echo 'Newest message: ', $answer['messages']['data'][0]['message'] ?? '', PHP_EOL;
echo 'Replying to ', $person['name'] ?? '', ', PSID ', $person['id'], PHP_EOL;

$sent = graph('POST', $page['id'] . '/messages', $token, [
    'recipient' => json_encode(['id' => $person['id']]),
    'messaging_type' => 'RESPONSE',
    'message' => '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}',
]);
echo 'Sent: ', $sent['message_id'], PHP_EOL;
