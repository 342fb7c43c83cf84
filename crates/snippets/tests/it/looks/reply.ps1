# To keep this in a file for Windows PowerShell 5.1, save it as UTF-8 with BOM.
$request = @{
    Method = 'Post'
    Uri = 'https://graph.facebook.com/v26.0/322980254230386/messages'
    Body = [ordered]@{
        'recipient' = '{"id":"7569927623102963"}'
        'messaging_type' = 'RESPONSE'
        'message' = '{"text":"It''s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'
        'access_token' = $env:PAGE_ACCESS_TOKEN
    }
}
Invoke-RestMethod @request | ConvertTo-Json -Depth 20
