curl 'https://graph.facebook.com/v26.0/322980254230386/messages' \
  --data-urlencode 'recipient={"id":"7569927623102963"}' \
  --data-urlencode 'messaging_type=RESPONSE' \
  --data-urlencode 'message={"text":"It'\''s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}' \
  --data-urlencode "access_token=$PAGE_ACCESS_TOKEN"
