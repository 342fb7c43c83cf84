<?php

$curl = curl_init('https://graph.facebook.com/v26.0/me?' . http_build_query([
    'fields' => 'id,name',
    'access_token' => getenv('PAGE_ACCESS_TOKEN'),
]));
curl_exec($curl) or throw new RuntimeException(curl_error($curl));
