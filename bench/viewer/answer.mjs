// The answer that every tool is given: 6,000 conversations, as Graph would send them. Always the same.

const CONVERSATIONS = 6000;

/** Values that look like Graph's, and are nobody's. */
function conversation(number) {
  const time = new Date(Date.UTC(2026, 0, 1) - number * 61_000).toISOString();
  return {
    id: `t_${10_158_000_000_000_000n + BigInt(number) * 7919n}`,
    unread_count: number % 3,
    message_count: (number % 40) + 1,
    updated_time: time.replace(".000Z", "+0000"),
    participants: {
      data: [
        { name: `Customer Number ${number}`, id: `${5_000_000_000_000_000 + number}` },
        { name: "Maple & Moss Plants", id: "104000000000001" },
      ],
    },
  };
}

/** The first ID in it: where it can be seen, the answer is shown. */
export const FIRST_ID = conversation(0).id;

/** What the search is for, and how often it is found. */
export const SEARCHED = { text: "customer number 599", count: 11 };

export function answer() {
  const data = Array.from({ length: CONVERSATIONS }, (_, number) => conversation(number));
  return JSON.stringify({ data });
}

/** One call that is answered so. */
export function openapi(server) {
  return {
    openapi: "3.0.3",
    info: { title: "Conversations", version: "1" },
    servers: [{ url: server }],
    paths: {
      "/conversations": {
        get: {
          operationId: "conversations",
          tags: ["conversations"],
          summary: "Conversations of a Page",
          responses: { 200: { description: "The conversations", content: { "application/json": { schema: { type: "object" } } } } },
        },
      },
    },
  };
}
