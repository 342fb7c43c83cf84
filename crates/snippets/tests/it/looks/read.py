import os
import requests

response = requests.get(
    "https://graph.facebook.com/v26.0/me",
    params=[
        ("fields", "id,name"),
        ("access_token", os.environ["PAGE_ACCESS_TOKEN"]),
    ],
)
print(response.text)
