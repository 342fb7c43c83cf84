curl 'https://graph.facebook.com/v26.0/me' \
  --get \
  --data-urlencode 'fields=id,name' \
  --data-urlencode "access_token=$PAGE_ACCESS_TOKEN"
