<?php

$curl = curl_init('https://graph.facebook.com/v26.0/322980254230386/messages');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => http_build_query([
        'recipient' => '{"id":"7569927623102963"}',
        'messaging_type' => 'RESPONSE',
        'message' => '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}',
        'access_token' => getenv('PAGE_ACCESS_TOKEN'),
    ]),
]);
curl_exec($curl) or throw new RuntimeException(curl_error($curl));
