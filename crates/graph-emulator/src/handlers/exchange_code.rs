//! `GET /oauth/access_token`: a login's code for a token, once, and without the app secret.

use graph_api::{GraphTime, base64url};
use serde_json::{Value, json};

use crate::World;
use crate::answer::fault::Fault;
use crate::request::params::Params;
use crate::token::LIFETIME;

/// What is checked of a code, in this order; a code that fails the last two is used up by it.
pub(crate) fn answer(world: &mut World, now: GraphTime, params: &Params) -> Result<Value, Fault> {
    let get = |name: &'static str| {
        let value = params.get(name).filter(|value| !value.is_empty());
        value.ok_or_else(|| Fault::login_param_missing(name))
    };
    if get("client_id")? != world.app_id {
        return Err(Fault::no_such_app());
    }
    let (redirect_uri, code) = (get("redirect_uri")?, get("code")?);
    // Without a verifier the app's secret would have to prove who asks.
    let verifier = params.get("code_verifier");
    let verifier = verifier.ok_or_else(|| Fault::login_param_missing("client_secret"))?;
    let mut grants = world.grants.iter_mut();
    let grant = grants.find(|grant| grant.code == code);
    let grant = grant.ok_or_else(Fault::code_malformed)?;
    if grant.is_expired(now) {
        return Err(Fault::code_expired());
    }
    if std::mem::replace(&mut grant.is_used, true) {
        return Err(Fault::code_used());
    }
    if grant.redirect_uri != redirect_uri {
        return Err(Fault::redirect_differs());
    }
    if !grant.is_of(verifier) {
        return Err(Fault::verifier_differs());
    }
    let grant = grant.clone();
    let permissions: Vec<_> = grant.permissions.iter().map(String::as_str).collect();
    let permissions: Vec<_> = permissions
        .into_iter()
        .filter(|it| *it != "openid")
        .collect();
    let token = world.user_token_with(now, &permissions);
    Ok(json!({
        "access_token": token,
        "token_type": "bearer",
        "expires_in": LIFETIME,
        "id_token": id_token(world, now, grant.nonce.as_deref()),
    }))
}

/// Shaped as an ID token; its signature is none.
fn id_token(world: &World, now: GraphTime, nonce: Option<&str>) -> String {
    let encode = |part: &Value| base64url::encode(part.to_string().as_bytes());
    let head = json!({"alg": "RS256", "typ": "JWT", "kid": "practice"});
    let payload = json!({
        "iss": "https://www.facebook.com",
        "aud": world.app_id,
        "sub": world.user_id,
        "iat": now.unix(),
        "exp": now.unix().saturating_add(3600),
        "nonce": nonce,
    });
    let signature = base64url::encode(b"practice: nobody signed this");
    format!("{}.{}.{signature}", encode(&head), encode(&payload))
}
