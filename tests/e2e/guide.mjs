// The acts of the journey, as a reader does them, by the words on the screen.

import { expect } from "@playwright/test";

export const PAGE = "Maple & Moss Plants";
export const CUSTOMER = "Robin Keller";
export const QUESTION = "Do you still have the big fern?";
export const REPLY = "Yes! Shall we keep the “big” one for you?";

/** What a token needs for the whole way. */
export const PERMISSIONS = ["pages_show_list", "pages_messaging", "pages_manage_metadata", "pages_read_engagement"];

/** The headings of the steps, in order. */
export const STEPS = {
  connect: /^Connect/,
  start: /^Step 1 of 4/,
  ids: /^Step 2 of 4/,
  read: /^Step 3 of 4/,
  reply: /^Step 4 of 4/,
  done: /^All 4 steps done/,
};

export const heading = (page) => page.getByRole("heading", { level: 1 });
export const button = (page, name) => page.getByRole("main").getByRole("button", { name, exact: true });
export const alert = (page) => page.getByRole("main").getByRole("alert");
/** A line of what Graph said, in an alert. */
export const said = (page, name) =>
  alert(page).getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }).locator("+ dd");
export const replyField = (page) => page.getByLabel("Your reply");
export const conversation = (page) => page.getByRole("region", { name: "The conversation" });
export const lessons = (page) => page.getByRole("region", { name: "Lessons" });
export const phone = (page) => page.getByRole("list", { name: "Messages on the phone" });

/** Marks one of several; the label lies over the whole row. */
export async function mark(page, name) {
  await page.getByRole("main").locator("label").filter({ hasText: name }).click();
  await expect(page.getByRole("radio", { name })).toBeChecked();
}

/** Opens the page, and waits until it has started. */
export async function open(page, hash = "") {
  await page.goto(`/${hash}`);
  await expect(heading(page)).toBeVisible();
}

/** Expects the reader at a step, by heading, title, address and focus. */
export async function expectStep(page, step) {
  await expect(heading(page)).toHaveText(STEPS[step]);
  await expect(page).toHaveTitle(STEPS[step]);
  await expect(page).toHaveURL(new RegExp(`#/${step}$`));
}

export async function goOn(page, step) {
  await button(page, "Continue").click();
  await expectStep(page, step);
}

/** Connect, in practice: a token of the emulated Graph. */
export async function connectPractice(page) {
  await button(page, "Start practice").click();
  await expect(heading(page)).toHaveText(/This token will do/);
}

/** Connect, live: a token is pasted, and looked at. */
export async function connectLive(page, token) {
  await mark(page, "Live");
  await bringToken(page, token);
  await expect(heading(page)).toHaveText(/This token will do/);
}

/** Connect, live: shows the form of the login, and waits for what the handbook says of it. */
export async function openLogin(page) {
  await mark(page, "Facebook Login");
  await expect(page.getByText("First, in your own app")).toBeVisible();
}

export async function bringToken(page, token) {
  await page.getByLabel("Access token", { exact: true }).fill(token);
  await button(page, "Check the token").click();
}

/** Practice: writes on the customer's phone. */
export async function writeAsCustomer(page, text = QUESTION) {
  const field = page.getByLabel("Write as the customer");
  await field.fill(text);
  await field.press("Enter");
  await expect(phone(page)).toContainText(text);
}

/** Practice: the lesson, by its title; it goes wrong from now on. */
export async function choose(page, lesson) {
  const list = lessons(page).getByRole("group", { name: "Which lesson?" });
  if (!(await list.isVisible())) {
    await lessons(page).getByText("Choose a lesson").click();
  }
  await list.locator("label").filter({ hasText: lesson }).click();
  await expect(lessons(page).getByRole("heading", { name: lesson })).toBeVisible();
}

/** Goes to where the chosen lesson begins. */
export async function startLesson(page, step) {
  await button(page, "Start this lesson").click();
  await expectStep(page, step);
}

export async function choosePage(page, name = PAGE) {
  await button(page, "Get my Pages").click();
  await mark(page, name);
  await button(page, "Show conversations").click();
}

export async function chooseConversation(page, name = CUSTOMER) {
  await mark(page, name);
  await expect(page.getByText("Time left to reply")).toBeVisible();
}

/** Unfolds the shortcut by a webhook notification. */
export const shortcut = (page) => page.getByText("Paste a webhook notification instead");
/** What was found in it. */
export const found = (page) => page.getByRole("group", { name: "What was found" });

/** Pastes a notification, and has it read. */
export async function paste(page, body) {
  const field = page.getByLabel("Webhook notification", { exact: true });
  if (!(await field.isVisible())) {
    await shortcut(page).click();
  }
  await field.fill(body);
  await button(page, "Read the notification").click();
}

/** A notification as Meta sends it. */
export function notification(page, psid, text = QUESTION) {
  const event = {
    sender: { id: psid },
    recipient: { id: page },
    timestamp: Date.now(),
    message: { mid: "m_of-a-test", text },
  };
  const entry = [{ id: page, time: Date.now(), messaging: [event] }];
  return JSON.stringify({ object: "page", entry });
}

/** What the App Dashboard's Test button sends. */
export const DASHBOARD_TEST = JSON.stringify({
  object: "page",
  entry: [{ id: "0", time: 1795435200, changes: [{ field: "messages", value: { page_id: "1" } }] }],
});

/** From the chosen conversation to the reply. */
export async function readOn(page) {
  await goOn(page, "read");
  await expect(conversation(page)).toBeVisible();
  await goOn(page, "reply");
}

/** At step 4, after a reload: what is read again has come, and moves the button no more. */
export async function expectRead(page) {
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("listitem").nth(1)).toBeVisible();
}

/** Types a reply, and waits until the workbench has drawn it: nothing is drawn after that. */
export async function draft(page, text) {
  await replyField(page).fill(text);
  await expect(page.getByRole("complementary")).toContainText("Not sent yet");
}

export async function reply(page, text = REPLY) {
  await replyField(page).fill(text);
  await button(page, "Send the reply").click();
}

/** The ways to ask for a send more than once. */
export const HASTE = {
  "a double click": (send) => send.dblclick(),
  "three clicks at once": (send) =>
    send.evaluate((element) => {
      element.click();
      element.click();
      element.click();
    }),
  "Enter held down": async (send, page) => {
    await send.focus();
    for (let beat = 0; beat < 8; beat += 1) {
      await page.keyboard.down("Enter");
    }
    await page.keyboard.up("Enter");
  },
};

/** Sends once more, with the second yes. */
export async function sendAgain(page) {
  await button(page, "Send again").click();
  const question = page.getByRole("dialog", { name: "Send it again?" });
  await question.getByRole("button", { name: "Send again" }).click();
}

/** Expects the end of the way: the reply is read back. */
export async function expectDone(page, text = REPLY) {
  await expectStep(page, "done");
  await expect(page.getByText("Graph has your reply")).toBeVisible();
  await expect(conversation(page)).toContainText(text);
}

/** From first paint to step 4, in practice. */
export async function practiceToReply(page) {
  await open(page);
  await connectPractice(page);
  await goOn(page, "start");
  await writeAsCustomer(page);
  await goOn(page, "ids");
  await choosePage(page);
  await chooseConversation(page);
  await readOn(page);
}

/** From first paint to step 4, live. */
export async function liveToReply(page, token) {
  await open(page);
  await connectLive(page, token);
  await goOn(page, "start");
  await goOn(page, "ids");
  await choosePage(page);
  await chooseConversation(page);
  await readOn(page);
}
