//! How a HAR file looks.

use expect_test::expect;
use interchange::har;

use super::{check, session};

#[test]
fn a_har_file() {
    check(
        har(&session(), "1.0"),
        expect![[r#"
            {
              "log": {
                "version": "1.2",
                "creator": {
                  "name": "First Reply",
                  "version": "1.0"
                },
                "entries": [
                  {
                    "startedDateTime": "2025-11-24T16:00:00.123Z",
                    "time": 84,
                    "request": {
                      "method": "POST",
                      "url": "https://graph.facebook.com/v26.0/me/accounts",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [
                        {
                          "name": "Content-Type",
                          "value": "application/x-www-form-urlencoded"
                        }
                      ],
                      "queryString": [],
                      "headersSize": -1,
                      "bodySize": -1,
                      "postData": {
                        "mimeType": "application/x-www-form-urlencoded",
                        "params": [
                          {
                            "name": "method",
                            "value": "get"
                          },
                          {
                            "name": "fields",
                            "value": "id,name"
                          },
                          {
                            "name": "access_token",
                            "value": "$USER_ACCESS_TOKEN",
                            "comment": "redacted"
                          }
                        ],
                        "text": "method=get&fields=id%2Cname&access_token=$USER_ACCESS_TOKEN"
                      }
                    },
                    "response": {
                      "status": 200,
                      "statusText": "",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [],
                      "content": {
                        "size": 49,
                        "mimeType": "application/json; charset=UTF-8",
                        "text": "{\"data\":[{\"id\":\"1\",\"access_token\":\"(redacted)\"}]}"
                      },
                      "redirectURL": "",
                      "headersSize": -1,
                      "bodySize": -1
                    },
                    "cache": {},
                    "timings": {
                      "send": 0,
                      "wait": 84,
                      "receive": 0
                    },
                    "comment": "List my Pages"
                  },
                  {
                    "startedDateTime": "2025-11-24T16:00:00.123Z",
                    "time": 0,
                    "request": {
                      "method": "POST",
                      "url": "https://graph.facebook.com/v26.0/1000200030004000/messages",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [
                        {
                          "name": "Content-Type",
                          "value": "application/x-www-form-urlencoded"
                        }
                      ],
                      "queryString": [],
                      "headersSize": -1,
                      "bodySize": -1,
                      "postData": {
                        "mimeType": "application/x-www-form-urlencoded",
                        "params": [
                          {
                            "name": "recipient",
                            "value": "{\"id\":\"7000800090001000\"}"
                          },
                          {
                            "name": "messaging_type",
                            "value": "RESPONSE"
                          },
                          {
                            "name": "message",
                            "value": "{\"text\":\"It's {{psid}} & 5%\"}"
                          },
                          {
                            "name": "access_token",
                            "value": "$PAGE_ACCESS_TOKEN",
                            "comment": "redacted"
                          }
                        ],
                        "text": "recipient=%7B%22id%22%3A%227000800090001000%22%7D&messaging_type=RESPONSE&message=%7B%22text%22%3A%22It%27s%20%7B%7Bpsid%7D%7D%20%26%205%25%22%7D&access_token=$PAGE_ACCESS_TOKEN"
                      }
                    },
                    "response": {
                      "status": 0,
                      "statusText": "",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [],
                      "content": {
                        "size": 0,
                        "mimeType": "x-unknown",
                        "text": ""
                      },
                      "redirectURL": "",
                      "headersSize": -1,
                      "bodySize": -1,
                      "comment": "Nothing came back."
                    },
                    "cache": {},
                    "timings": {
                      "send": 0,
                      "wait": 0,
                      "receive": 0
                    },
                    "comment": "Reply"
                  },
                  {
                    "startedDateTime": "2025-11-24T16:00:00.123Z",
                    "time": 84,
                    "request": {
                      "method": "POST",
                      "url": "https://graph.facebook.com/v26.0/t_1",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [
                        {
                          "name": "Content-Type",
                          "value": "application/x-www-form-urlencoded"
                        }
                      ],
                      "queryString": [],
                      "headersSize": -1,
                      "bodySize": -1,
                      "postData": {
                        "mimeType": "application/x-www-form-urlencoded",
                        "params": [
                          {
                            "name": "method",
                            "value": "get"
                          }
                        ],
                        "text": "method=get"
                      }
                    },
                    "response": {
                      "status": 400,
                      "statusText": "",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [],
                      "content": {
                        "size": 74,
                        "mimeType": "application/json; charset=UTF-8",
                        "text": "{\"error\":{\"message\":\"Session has expired\",\"code\":190,\"error_subcode\":463}}"
                      },
                      "redirectURL": "",
                      "headersSize": -1,
                      "bodySize": -1
                    },
                    "cache": {},
                    "timings": {
                      "send": 0,
                      "wait": 84,
                      "receive": 0
                    },
                    "comment": "Read the messages"
                  }
                ],
                "comment": "The secrets were taken out: a name such as $PAGE_ACCESS_TOKEN stands for a token."
              }
            }"#]],
    );
}
