// The tools that are measured: how each is given the document, and where it is pressed.

const from = (path) => `/node_modules/${path}`;
const script = (path, kind = "") => `<script ${kind} src="${from(path)}"></script>`;

export const TOOLS = [
  {
    name: "Swagger UI",
    package: "swagger-ui-dist",
    page: `<link rel="stylesheet" href="${from("swagger-ui-dist/swagger-ui.css")}"><div id="ui"></div>
      ${script("swagger-ui-dist/swagger-ui-bundle.js")}
      <script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", tryItOutEnabled: true, docExpansion: "full" })</script>`,
    button: (page) => page.getByRole("button", { name: "Execute" }),
  },
  {
    name: "RapiDoc",
    package: "rapidoc",
    page: `${script("rapidoc/dist/rapidoc-min.js", 'type="module"')}
      <rapi-doc spec-url="/openapi.json" render-style="read" load-fonts="false"></rapi-doc>`,
    button: (page) => page.getByRole("button", { name: /^try$/i }),
  },
  {
    name: "openapi-explorer",
    package: "openapi-explorer",
    page: `${script("openapi-explorer/dist/browser/openapi-explorer.min.js", 'type="module"')}
      <openapi-explorer spec-url="/openapi.json"></openapi-explorer>`,
    async button(page) {
      await page.getByText("Conversations of a Page").first().click();
      return page.getByRole("button", { name: /execute|try|send/i });
    },
  },
  {
    name: "Scalar",
    package: "@scalar/api-reference",
    page: `<div id="app"></div>${script("@scalar/api-reference/dist/browser/standalone.js")}
      <script>Scalar.createApiReference("#app", { url: "/openapi.json", withDefaultFonts: false })</script>`,
    async button(page) {
      await page.getByRole("button", { name: "Test Request" }).click();
      return page.getByRole("button", { name: /^Send get request/i });
    },
  },
];
