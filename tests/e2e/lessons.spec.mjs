// The lessons of practice mode: each is met at the call it is about, and mended as a reader would.

import { expect, test } from "./fixtures.mjs";
import * as guide from "./guide.mjs";

const NEW_TOKEN = "Get a new practice token";
const OTHER = "Choose another conversation";

const press = (page, name) => guide.button(page, name).click();
const send = (page) => press(page, "Send the reply");

/** A token is made anew, and the way goes on at step 2. */
async function renewToken(page) {
  await press(page, NEW_TOKEN);
  await guide.expectStep(page, "connect");
  await press(page, NEW_TOKEN);
  await expect(guide.heading(page)).toHaveText(/This token will do/);
  await guide.goOn(page, "ids");
}

async function sendTo(page, name) {
  await press(page, OTHER);
  await guide.expectStep(page, "ids");
  await press(page, "Look again");
  await guide.chooseConversation(page, name);
  await guide.readOn(page);
  await send(page);
}

async function writeAgain(page) {
  await guide.writeAsCustomer(page, "Are you still there?");
}

const listPages = (page) => press(page, "Get my Pages");
const listConversations = (page) => press(page, "Show conversations");
const helped = (aid) => async (page) => {
  await press(page, aid);
  await send(page);
};

/** Title; the step where it begins; how it is met; what then stands there; how it is mended. */
const LESSONS = [
  [
    "Your token expires",
    "ids",
    listPages,
    "463",
    async (page) => {
      await renewToken(page);
      await listPages(page);
    },
  ],
  [
    "A permission is missing",
    "ids",
    listConversations,
    "230",
    async (page) => {
      await renewToken(page);
      await listConversations(page);
    },
  ],
  [
    "No Pages are shared",
    "ids",
    listPages,
    null,
    async (page) => {
      await renewToken(page);
      await listPages(page);
    },
  ],
  [
    "Nobody has written yet",
    "ids",
    listConversations,
    null,
    async (page) => {
      await page.getByText("The customer’s phone", { exact: true }).click();
      await writeAgain(page);
      await press(page, "Look again");
    },
  ],
  [
    "The window has closed",
    "reply",
    guide.reply,
    "2018278",
    async (page) => {
      await writeAgain(page);
      await send(page);
    },
  ],
  ["The person is unavailable", "reply", guide.reply, "1545041", (page) => sendTo(page, "Mina Okafor")],
  ["Wrong PSID", "reply", guide.reply, "2018001", (page) => sendTo(page, guide.CUSTOMER)],
  [
    "Too many calls",
    "read",
    null,
    null,
    async (page) => {
      await expect(page.getByText(/Graph asks to wait/)).toBeVisible();
      await page.clock.fastForward("00:31");
    },
  ],
  ["A temporary failure", "reply", guide.reply, "2018024", guide.sendAgain],
  ["Development mode", "reply", guide.reply, "2018028", helped("Give Robin a role on the app")],
  ["Another app holds the thread", "reply", guide.reply, "2018300", helped("Let the other app pass the thread")],
  [
    "Graph is down",
    "read",
    null,
    "502",
    async (page) => {
      await page.clock.fastForward("00:46");
      await press(page, "Try again");
    },
  ],
];

for (const [title, step, meet, code, mend] of LESSONS) {
  test(title, async ({ page, watched }) => {
    await page.clock.install();
    await guide.practiceToReply(page);
    await guide.choose(page, title);
    await expect(guide.lessons(page)).toContainText("Not met yet");
    await guide.startLesson(page, step);
    await meet?.(page);
    await expect(guide.lessons(page)).toContainText("Met. Now mend it");
    if (code !== null) {
      await expect(guide.alert(page)).toContainText(code);
    }
    await mend(page);
    await expect(guide.lessons(page)).toContainText("1 of 12 mended");
    await expect(guide.lessons(page).getByRole("heading", { name: title })).toBeVisible();
    if (step === "reply") {
      await guide.expectStep(page, "done");
    }
    watched.expectQuiet();
    await watched.expectNoToken();
  });
}

test("what was mended is ticked, also after a reload, and the next one follows", async ({ page }) => {
  await guide.practiceToReply(page);
  await guide.choose(page, "Another app holds the thread");
  await guide.startLesson(page, "reply");
  await guide.reply(page);
  await press(page, "Let the other app pass the thread");
  await send(page);
  await guide.expectDone(page);
  await page.reload();
  const lessons = guide.lessons(page);
  await expect(lessons).toContainText("1 of 12 mended");
  await lessons.getByText("Choose a lesson").click();
  await expect(lessons.getByRole("radio", { name: "Another app holds the thread mended" })).toBeChecked();
  await press(page, "Next lesson");
  await expect(lessons.getByRole("heading", { name: "Graph is down" })).toBeVisible();
  await press(page, "End the lesson");
  await expect(lessons.getByRole("radio", { name: "No lesson", exact: true })).toBeChecked();
});
