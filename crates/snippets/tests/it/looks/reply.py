import os
import requests

response = requests.post(
    "https://graph.facebook.com/v26.0/322980254230386/messages",
    data=[
        ("recipient", '{"id":"7569927623102963"}'),
        ("messaging_type", "RESPONSE"),
        ("message", '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'),
        ("access_token", os.environ["PAGE_ACCESS_TOKEN"]),
    ],
)
print(response.text)
