// The messaging window: what can still be sent.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const TAG = "Message tag: Human agent";
const CLOSED = "The messaging window looks closed";
const type = (page, name) => page.getByRole("radio", { name, exact: true });

/** Live, at step 4, with a window that has closed. */
async function toClosedReply(page, emulator) {
  await guide.open(page);
  await guide.connectLive(page, emulator.user_token);
  await guide.goOn(page, "start");
  await guide.goOn(page, "ids");
  await guide.choosePage(page);
  await guide.chooseConversation(page);
  await emulator.setScenario("window-closed");
  await guide.goOn(page, "read");
  await expect(page.getByText(CLOSED)).toBeVisible();
  await guide.goOn(page, "reply");
}

/** The types and tags of the replies that arrived. */
async function sent(emulator) {
  const requests = await emulator.requests();
  const sends = requests.map(({ params }) => new Map(params)).filter((params) => params.has("recipient"));
  return sends.map((params) => [params.get("messaging_type"), params.get("tag")]);
}

test("which types can work is told, and what the reader chose stays, over a reload too", async ({
  emulator,
  live,
}) => {
  await toClosedReply(live, emulator);
  await expect(type(live, "Response")).toBeChecked();
  await expect(type(live, "Response")).toHaveAccessibleDescription(/Closed for about .*, by your clock/);
  await expect(type(live, "Response")).toBeEnabled();
  await expect(type(live, TAG)).toHaveAccessibleDescription(/Open for about \d+ days, by your clock/);
  await expect(live.getByText("Graph will most likely refuse the type that is marked")).toBeVisible();
  await guide.reply(live);
  await expect(guide.said(live, "Subcode")).toHaveText("2018278");
  await guide.mark(live, TAG);
  await live.reload();
  await expect(type(live, TAG)).toBeChecked();
  await guide.expectRead(live);
  await guide.button(live, "Send the reply").click();
  await guide.expectDone(live);
  expect(await sent(emulator)).toEqual([
    ["RESPONSE", undefined],
    ["MESSAGE_TAG", "HUMAN_AGENT"],
  ]);
});
