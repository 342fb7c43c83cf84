// A fault of the answer, tried on a read and on a send.

import { AGAIN, UNKNOWN, judge, judgeFound } from "./judge.mjs";

/** The messages of a conversation, by the address of the read. */
const MESSAGES = { path_contains: "/t_" };

let last = 0;

/** The fault strikes a read at step 3, however often it is tried. Then it passes, and the read works. */
export async function judgeRead(bench, injected, fault, told) {
  const { emulator } = bench.desk;
  await emulator.fail({ match: MESSAGES, times: 9, ...fault });
  await bench.readAgain();
  await judge(bench, `${injected}: a read`, { reads: [1, 3], next: "Try again", ...told });
  await emulator.forgive();
  if (told.goesOn !== false) {
    await bench.tryAgain();
  }
}

/** The fault strikes the answer to a reply, at step 4. */
export async function judgeSend(desk, injected, fault, told) {
  const text = `Reply-${++last}`;
  const bench = await desk.open("reply");
  await desk.emulator.fail({ match: { path_contains: "/messages?", body_contains: text }, ...fault });
  await bench.send(text);
  if (["after_headers", "mid_body"].includes(fault.cut)) {
    return judgeFound(bench, `${injected}: a send`);
  }
  await judge(bench, `${injected}: a send`, { kept: { reply: text }, sends: 1, ...told });
  return bench;
}

/** The same, after which nobody can tell whether the reply was sent. It was not. */
export const judgeUnknownSend = (desk, injected, fault, told = {}) =>
  judgeSend(desk, injected, fault, { shows: UNKNOWN, next: AGAIN, ...told });

