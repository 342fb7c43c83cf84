//! The scripts that Postman runs after an answer.

use super::edge;
use crate::sheet::Sheet;

/// Fails when Graph says no, in whatever way.
const CHECK: &str = r#"const answer = (() => {
  try {
    return pm.response.json();
  } catch {
    return null;
  }
})();
pm.test("Graph answers without an error", () => {
  pm.expect(answer, "an answer in JSON").to.be.an("object");
  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);
  pm.expect(pm.response.code).to.be.below(400);
});"#;

/// Keeps what the requests after it need, unless it is there already.
const KEEP: &str = r#"const keep = (name, value) => {
  if (value && !pm.variables.get(name)) {
    pm.collectionVariables.set(name, value);
  }
};"#;

const PAGES: &str = r#"const pages = answer?.data ?? [];
const page = pages.find((row) => row.id === pm.variables.get("page_id")) ?? pages[0];
keep("page_id", page?.id);
keep("page_access_token", page?.access_token);"#;

const CONVERSATIONS: &str = r#"const conversation = answer?.data?.[0];
keep("conversation_id", conversation?.id);
keep("psid", conversation?.participants?.data?.find((one) => one.id !== pm.variables.get("page_id"))?.id);"#;

/// The script of a request, in lines.
pub(super) fn lines(sheet: &Sheet) -> Vec<&'static str> {
    let parts: &[&'static str] = match edge(sheet) {
        "accounts" => &[CHECK, KEEP, PAGES],
        "conversations" => &[CHECK, KEEP, CONVERSATIONS],
        _ => &[CHECK],
    };
    parts.iter().flat_map(|part| part.lines()).collect()
}
