// Somebody writes on in the evening while their trainer answers what came before: the answer is none to that.
import { expect, test } from "vitest";
import { openQuestions } from "./question-scene.js";

const { stage, inTurn, onStage, messageWith, stateOfThread } = openQuestions();

/** Siti's first question is answered, and she asks a second one. */
async function askedOnce() {
  const { siti, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah diundur?"),
    () => rina.presses("Jawab"),
    () => rina.says("Boleh, Bu."),
    () => siti.repliesTo(messageWith(siti, "Boleh, Bu."), "Apakah perlu surat?"),
  );
  return { siti, rina };
}

/** Rina has the form of the second question open when Siti asks once more, which reaches her only in the morning. */
async function askedAgainInTheEvening() {
  const { siti, rina } = await askedOnce();
  await inTurn(() => rina.presses("Jawab"));
  stage.clock.set(new Date("2024-06-04T13:15:00Z"));
  await inTurn(() => siti.repliesTo(messageWith(siti, "Boleh, Bu."), "Dan bagaimana anggarannya?"));
  stage.clock.set(new Date("2024-06-04T13:30:00Z"));
  stage.talk();
  return { siti, rina };
}

// Keeps T10.
test.each([
  ["an answer", "Perlu, Bu.", "Terkirim ke Siti Rahmawati"],
  ["finding that none is needed", "Tidak perlu dijawab", ""],
])("%s leaves the newer question waiting, and says so", async (_, choice, receipt) => {
  const { siti, rina } = await askedAgainInTheEvening();
  const newest = rina.lastMessage()?.message_id ?? 0;
  await inTurn(() => rina.says(choice));
  expect(rina.lastMessage()?.text).toContain(receipt);
  expect(rina.lastMessage()?.text).toContain("Siti Rahmawati menulis lagi");
  expect(rina.lastMessage()?.message_id).toBeGreaterThan(newest);
  expect(await stateOfThread()).toBe("unread");
  expect(siti.lastMessage()?.text).not.toContain("anggarannya");
  await inTurn(() => rina.presses("Jawab"));
  expect(rina.lastMessage()?.text).toContain("anggarannya");
  await inTurn(() => rina.says("Dari desa, Bu."));
  expect(await stateOfThread()).toBe("answered");
});

// Keeps T10.
test("Telegram's own reply to the older question leaves the newer one waiting", async () => {
  const { rina } = await askedAgainInTheEvening();
  await inTurn(() => rina.repliesTo(messageWith(rina, "Apakah perlu surat?"), "Perlu, Bu."));
  expect(await stateOfThread()).toBe("unread");
  stage.clock.set(new Date("2024-06-05T01:15:00Z"));
  await stage.settle();
  await inTurn(() => rina.repliesTo(messageWith(rina, "anggarannya"), "Dari desa, Bu."));
  expect(await stateOfThread()).toBe("answered");
});

// Keeps T10.
test("thanks for an answer do not hide the question that was asked after it", async () => {
  const { siti, rina } = await askedOnce();
  await inTurn(
    () => siti.pressesOn(messageWith(siti, "Boleh, Bu."), "thank:1"),
    () => rina.says("/tanya"),
  );
  expect(rina.buttons()[0]).toContain("Siti Rahmawati: Apakah pe");
  await inTurn(() => rina.pressesOn(messageWith(rina, "Terima kasih"), "question:1"));
  expect(rina.lastMessage()?.text).toContain("“Apakah perlu surat?”");
  await inTurn(() => rina.says("Tidak perlu."));
  expect(await stateOfThread()).toBe("answered");
});
