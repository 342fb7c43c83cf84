$request = @{
    Method = 'Get'
    Uri = 'https://graph.facebook.com/v26.0/me'
    Body = [ordered]@{
        'fields' = 'id,name'
        'access_token' = $env:PAGE_ACCESS_TOKEN
    }
}
Invoke-RestMethod @request | ConvertTo-Json -Depth 20
