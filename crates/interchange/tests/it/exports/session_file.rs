//! How an `.http` file looks.

use expect_test::expect;
use interchange::http_file;

use super::{check, session};

#[test]
fn a_session_file() {
    check(
        http_file(&session()),
        expect![[r#"
            # The calls of a session in First Reply.
            # Put your own tokens into the lines below, and pass the file on without them.
            @base_url = https://graph.facebook.com
            @version = v26.0
            @page_id = 1000200030004000
            @psid = 7000800090001000
            @conversation_id = t_1
            @user_access_token = PUT-YOURS-HERE
            @page_access_token = PUT-YOURS-HERE

            ### List my Pages
            GET {{base_url}}/{{version}}/me/accounts?fields=id,name
            Authorization: Bearer {{user_access_token}}

            ### Reply
            POST {{base_url}}/{{version}}/{{page_id}}/messages
            Authorization: Bearer {{page_access_token}}
            Content-Type: application/x-www-form-urlencoded

            recipient=%7B%22id%22%3A%22{{psid}}%22%7D&messaging_type=RESPONSE&message=%7B%22text%22%3A%22It%27s%20%7B%7Bpsid%7D%7D%20%26%205%25%22%7D

            ### Read the messages
            GET {{base_url}}/{{version}}/{{conversation_id}}
        "#]],
    );
}
