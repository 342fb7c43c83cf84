//! How a Postman collection looks.

use expect_test::expect;
use interchange::postman;

use super::{check, session};

#[test]
fn a_collection() {
    check(
        postman(&session()),
        expect![[r#"
            {
              "info": {
                "name": "First Reply",
                "description": "The calls of a session in First Reply. Put your own User access token into the variable user_access_token (its current value, which Postman keeps to itself), and run the requests from top to bottom: the list of Pages fills in the Page’s token. A collection that begins with a Page’s token needs page_access_token instead.",
                "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
              },
              "item": [
                {
                  "name": "List my Pages",
                  "event": [
                    {
                      "listen": "test",
                      "script": {
                        "type": "text/javascript",
                        "exec": [
                          "const answer = (() => {",
                          "  try {",
                          "    return pm.response.json();",
                          "  } catch {",
                          "    return null;",
                          "  }",
                          "})();",
                          "pm.test(\"Graph answers without an error\", () => {",
                          "  pm.expect(answer, \"an answer in JSON\").to.be.an(\"object\");",
                          "  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);",
                          "  pm.expect(pm.response.code).to.be.below(400);",
                          "});",
                          "const keep = (name, value) => {",
                          "  if (value && !pm.variables.get(name)) {",
                          "    pm.collectionVariables.set(name, value);",
                          "  }",
                          "};",
                          "const pages = answer?.data ?? [];",
                          "const page = pages.find((row) => row.id === pm.variables.get(\"page_id\")) ?? pages[0];",
                          "keep(\"page_id\", page?.id);",
                          "keep(\"page_access_token\", page?.access_token);"
                        ]
                      }
                    }
                  ],
                  "request": {
                    "auth": {
                      "type": "bearer",
                      "bearer": [
                        {
                          "key": "token",
                          "value": "{{user_access_token}}",
                          "type": "string"
                        }
                      ]
                    },
                    "method": "GET",
                    "header": [],
                    "url": {
                      "raw": "{{base_url}}/{{version}}/me/accounts?fields=id,name",
                      "host": [
                        "{{base_url}}"
                      ],
                      "path": [
                        "{{version}}",
                        "me",
                        "accounts"
                      ],
                      "query": [
                        {
                          "key": "fields",
                          "value": "id,name"
                        }
                      ]
                    }
                  },
                  "response": []
                },
                {
                  "name": "Reply",
                  "event": [
                    {
                      "listen": "test",
                      "script": {
                        "type": "text/javascript",
                        "exec": [
                          "const answer = (() => {",
                          "  try {",
                          "    return pm.response.json();",
                          "  } catch {",
                          "    return null;",
                          "  }",
                          "})();",
                          "pm.test(\"Graph answers without an error\", () => {",
                          "  pm.expect(answer, \"an answer in JSON\").to.be.an(\"object\");",
                          "  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);",
                          "  pm.expect(pm.response.code).to.be.below(400);",
                          "});"
                        ]
                      }
                    }
                  ],
                  "request": {
                    "auth": {
                      "type": "bearer",
                      "bearer": [
                        {
                          "key": "token",
                          "value": "{{page_access_token}}",
                          "type": "string"
                        }
                      ]
                    },
                    "method": "POST",
                    "header": [],
                    "body": {
                      "mode": "urlencoded",
                      "urlencoded": [
                        {
                          "key": "recipient",
                          "value": "{\"id\":\"{{psid}}\"}",
                          "type": "text"
                        },
                        {
                          "key": "messaging_type",
                          "value": "RESPONSE",
                          "type": "text"
                        },
                        {
                          "key": "message",
                          "value": "{\"text\":\"It's {\\u007bpsid}} & 5%\"}",
                          "type": "text"
                        }
                      ]
                    },
                    "url": {
                      "raw": "{{base_url}}/{{version}}/{{page_id}}/messages",
                      "host": [
                        "{{base_url}}"
                      ],
                      "path": [
                        "{{version}}",
                        "{{page_id}}",
                        "messages"
                      ]
                    }
                  },
                  "response": []
                },
                {
                  "name": "Read the messages",
                  "event": [
                    {
                      "listen": "test",
                      "script": {
                        "type": "text/javascript",
                        "exec": [
                          "const answer = (() => {",
                          "  try {",
                          "    return pm.response.json();",
                          "  } catch {",
                          "    return null;",
                          "  }",
                          "})();",
                          "pm.test(\"Graph answers without an error\", () => {",
                          "  pm.expect(answer, \"an answer in JSON\").to.be.an(\"object\");",
                          "  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);",
                          "  pm.expect(pm.response.code).to.be.below(400);",
                          "});"
                        ]
                      }
                    }
                  ],
                  "request": {
                    "method": "GET",
                    "header": [],
                    "url": {
                      "raw": "{{base_url}}/{{version}}/{{conversation_id}}",
                      "host": [
                        "{{base_url}}"
                      ],
                      "path": [
                        "{{version}}",
                        "{{conversation_id}}"
                      ]
                    }
                  },
                  "response": []
                }
              ],
              "variable": [
                {
                  "key": "base_url",
                  "value": "https://graph.facebook.com",
                  "type": "string"
                },
                {
                  "key": "version",
                  "value": "v26.0",
                  "type": "string"
                },
                {
                  "key": "page_id",
                  "value": "1000200030004000",
                  "type": "string"
                },
                {
                  "key": "psid",
                  "value": "7000800090001000",
                  "type": "string"
                },
                {
                  "key": "conversation_id",
                  "value": "t_1",
                  "type": "string"
                },
                {
                  "key": "user_access_token",
                  "value": "",
                  "type": "string"
                },
                {
                  "key": "page_access_token",
                  "value": "",
                  "type": "string"
                }
              ]
            }"#]],
    );
}
