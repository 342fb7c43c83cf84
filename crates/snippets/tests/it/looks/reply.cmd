set "p=%%"
set "p=%p:~0,1%"
curl "https://graph.facebook.com/v26.0/322980254230386/messages" ^
  --data-urlencode ^"recipient={\^"id\^":\^"7569927623102963\^"}^" ^
  --data-urlencode "messaging_type=RESPONSE" ^
  --data-raw "message=%p%7B%p%22text%p%22%p%3A%p%22It%p%27s%p%20%p%E2%p%80%p%9Cok%p%E2%p%80%p%9D%p%20for%p%20%p%245%p%21%p%20100%p%25%p%22%p%2C%p%22quick_replies%p%22%p%3A%p%5B%p%7B%p%22content_type%p%22%p%3A%p%22text%p%22%p%2C%p%22title%p%22%p%3A%p%22Yes%p%22%p%2C%p%22payload%p%22%p%3A%p%22YES%p%22%p%7D%p%5D%p%7D" ^
  --data-urlencode "access_token=%PAGE_ACCESS_TOKEN%"
