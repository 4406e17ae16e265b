// People who report on their plans as people do: they look at the newest screen, answer what it asks, and wait. What each of them put
// where is written down, for the judge.
import { setTimeout as delay } from "node:timers/promises";
import type { Message } from "grammy/types";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { ScratchDatabase } from "./scratch-database.js";

/** What one report says, as its author put it. */
export interface Told {
  personId: number;
  planId: number;
  answers: Record<string, string | number>;
  nextStep: string;
  story: string;
  /** Which photos, by what Telegram knows each of them by, in the order of sending. */
  photos: string[];
  /** What was chosen by a button, as the button says it: a theme, a day. */
  chosen: Record<string, string>;
}

export interface Reporter {
  phone: Person;
  personId: number;
  planId: number;
  /** Reports that were sent off, oldest first. */
  told: Told[];
  /** The longest time on one screen, in seconds. */
  longestWait: number;
  isBetween(): boolean;
  /** What they see, for whoever looks into why somebody is stuck. */
  sees(): string;
}

interface Screen {
  message: Message;
  step: string;
  values: Map<string, string>;
}

const STEPS = ["state", "details", "nextStep", "files", "story", "summary"];
const isStep = (word: string) => STEPS.includes(word) || word.startsWith("q.");

/** Of the buttons of these questions, those that answer it. */
const OPTIONS: Record<string, RegExp> = {
  "q.held_on": /\d{4}-\d{2}-\d{2}$/,
  "q.theme": /^(?!(?:back|cancel|skip|keep|same)$)[a-z]+$/,
};

/** The newest message with a form's question, and the buttons of that question by what they stand for. */
function screenOf(phone: Person): Screen | undefined {
  const message = phone.received().at(-1);
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const values = new Map<string, string>();
  let step: string | undefined;
  for (const button of buttons) {
    const data = "callback_data" in button ? (button.callback_data ?? "") : "";
    const words = data.split("|");
    const at = words.findIndex(isStep);
    if (words[0] !== "f" || at < 0) continue;
    step = words[at];
    values.set(words.slice(at + 1).join("|"), data);
  }
  return message === undefined || step === undefined ? undefined : { message, step, values };
}

const looksLike = (message: Message | undefined) =>
  JSON.stringify([message?.message_id, message?.edit_date, message?.text, message?.reply_markup]);

/** Reports again and again until told to stop; resolves when the report that was begun is sent off. */
export function startReporter(
  { phone, personId, planId, number }: { phone: Person; personId: number; planId: number; number: number },
  { isOver, random }: { isOver: () => boolean; random: () => number },
): { reporter: Reporter; ended: Promise<void> } {
  let between = true;
  const reporter: Reporter = {
    phone,
    personId,
    planId,
    told: [],
    longestWait: 0,
    isBetween: () => between,
    sees: () => {
      const last = phone.received().at(-1);
      return `${phone.name}: ${JSON.stringify(last?.text ?? "").slice(0, 160)} ${phone.buttons().slice(0, 6).join(" ")}`;
    },
  };

  const press = (message: Message, data: string) => phone.pressesOn(message.message_id, data);

  /** Everything that this person says in this report is said nowhere else. */
  const scriptOf = (round: number): Told => {
    const tag = `${number}-${round}`;
    return {
      personId,
      planId,
      answers: {
        activity: `Kegiatan ${tag} di balai desa`,
        participants: 40 + ((number * 7 + round * 3) % 50),
        women: 20 + ((number + round * 5) % 20),
        children: 1 + ((number * 3 + round) % 19),
        led_by: `Pemandu ${tag}`,
        partner: `Mitra ${tag}`,
      },
      nextStep: `Lanjut ${tag} bulan depan`,
      story: `Cerita ${tag} dari warga`,
      photos: Array.from({ length: 1 + ((number + round) % 3) }, (_, i) => `photo-${tag}-${i}`),
      chosen: {},
    };
  };

  const report = async (told: Told) => {
    let since = performance.now();
    let seen = "";
    let sentPhotos = false;
    // What stood there before is of the report before: only what comes now asks about this one.
    const before = phone.received().at(-1)?.message_id ?? 0;
    phone.says("/lapor");
    for (;;) {
      // As quick as somebody who knows the way; quicker than two a second for a minute nobody taps, and the bot reads no more.
      await delay(700 + random() * 700);
      const last = phone.received().at(-1);
      if ((last?.message_id ?? 0) <= before) continue;
      const now = looksLike(last);
      if (now === seen) {
        reporter.longestWait = Math.max(reporter.longestWait, (performance.now() - since) / 1000);
        continue;
      }
      const answered = answer(last, told, sentPhotos);
      if (answered === "nothing to do here") continue;
      seen = now;
      since = performance.now();
      if (answered === "photos") sentPhotos = true;
      if (answered === "sent off") return;
    }
  };

  const answer = (
    last: Message | undefined,
    told: Told,
    sentPhotos: boolean,
  ): "answered" | "photos" | "sent off" | "nothing to do here" => {
    const list = last?.reply_markup?.inline_keyboard
      .flat()
      .find((button) => "callback_data" in button && button.callback_data === `report:${planId}`);
    if (last !== undefined && list !== undefined && "callback_data" in list && screenOf(phone) === undefined) {
      if (receiptsOf(phone).length > reporter.told.length - 1 && isReceipt(last)) return "nothing to do here";
      press(last, list.callback_data ?? "");
      return "answered";
    }
    const screen = screenOf(phone);
    if (screen === undefined) return "nothing to do here";
    const choose = (value: string) => {
      const data = screen.values.get(value);
      if (data === undefined) throw new Error(`no button ${value} at ${screen.step}: ${reporter.sees()}`);
      press(screen.message, data);
      return "answered" as const;
    };
    const say = (text: string | number | undefined) => {
      phone.says(String(text));
      return "answered" as const;
    };
    switch (screen.step) {
      case "state":
        return choose("in_progress");
      case "details":
        return choose("add");
      case "nextStep":
        return say(told.nextStep);
      case "story":
        return say(told.story);
      case "files": {
        if (sentPhotos) return screen.values.has("done") ? choose("done") : "nothing to do here";
        const photos = told.photos.map((fileUniqueId) => ({ fileUniqueId }));
        if (photos.length === 1) phone.sendsPhoto(photos[0]);
        else phone.sendsAlbum(photos);
        return "photos";
      }
      case "summary":
        choose("confirm");
        return "sent off";
      case "q.held_on":
      case "q.theme": {
        const values = [...screen.values.keys()].filter((value) => OPTIONS[screen.step]?.test(value));
        const value = values[(number + told.nextStep.length + reporter.told.length) % values.length] ?? "";
        told.chosen[screen.step.slice(2)] = value;
        return choose(value);
      }
      default:
        return say(told.answers[screen.step.slice(2)]);
    }
  };

  const live = async () => {
    for (let round = 0; !isOver(); round++) {
      const told = scriptOf(round);
      between = false;
      await report(told);
      reporter.told.push(told);
      const since = performance.now();
      // The receipt, by its number.
      while (receiptsOf(phone).length < reporter.told.length && !isGivenUp(since)) await delay(50);
      reporter.longestWait = Math.max(reporter.longestWait, (performance.now() - since) / 1000);
      if (receiptsOf(phone).length < reporter.told.length) throw new Error(`no receipt: ${reporter.sees()}`);
      between = true;
      await delay(200 + random() * 800);
    }
  };
  return { reporter, ended: live() };
}

/** Nobody waits longer for a receipt: then they are stuck. */
const PATIENCE_MILLISECONDS = 180_000;
const isGivenUp = (since: number) => performance.now() - since > PATIENCE_MILLISECONDS;

const NUMBER = /LP-\d+-\d+/;
const isReceipt = (message: Message) => NUMBER.test(message.text ?? "");

/** The numbers that this person was told, each as often as it stands in their chat. */
export function receiptsOf(phone: Person): string[] {
  return phone
    .received()
    .map(({ text }) => NUMBER.exec(text ?? "")?.[0])
    .filter((number) => number !== undefined);
}

/** What does not stand where its author put it, in words; empty when all is as it should be. */
export async function misplaced({ prisma }: ScratchDatabase, reporters: readonly Reporter[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { phone, personId, told } of reporters) {
    const reports = await prisma.progressReport.findMany({
      where: { authorId: personId },
      include: { answers: true, evidence: true },
      orderBy: { id: "asc" },
    });
    const numbers = receiptsOf(phone);
    const kept = reports.map(({ number }) => number);
    if (reports.length !== told.length) wrong.push(`${phone.name} sent ${told.length}, kept ${reports.length}`);
    for (const number of kept) {
      const times = numbers.filter((one) => one === number).length;
      if (times !== 1) wrong.push(`${phone.name} was told ${number} ${times} times`);
    }
    for (const number of numbers) {
      if (!kept.includes(number)) wrong.push(`${phone.name} was told ${number}, which is not kept`);
    }
    for (const [i, { answers, nextStep, story, photos, chosen }] of told.entries()) {
      const report = reports[i];
      if (report === undefined) continue;
      const { number } = report;
      for (const [question, value] of Object.entries(answers)) {
        const answer = report.answers.find((one) => one.question === question);
        const stands = answer?.amount ?? answer?.text;
        if (stands !== value) wrong.push(`${number} ${question}: ${stands} for ${value}`);
      }
      if (report.nextStep !== nextStep) wrong.push(`${number} next step: ${report.nextStep} for ${nextStep}`);
      if (report.story !== story) wrong.push(`${number} story: ${report.story} for ${story}`);
      for (const [question, value] of Object.entries(chosen)) {
        const answer = report.answers.find((one) => one.question === question);
        const stands = answer?.day?.toISOString().slice(0, 10) ?? answer?.choices.join(" ");
        if (stands === undefined || !value.endsWith(stands))
          wrong.push(`${number} ${question}: ${stands} for ${value}`);
      }
      const stand = report.evidence.map(({ fileUniqueId }) => fileUniqueId).sort();
      if (stand.join(" ") !== photos.join(" "))
        wrong.push(`${number} photos: ${stand.join(" ")} for ${photos.join(" ")}`);
      if (report.version !== 1) wrong.push(`${number} has version ${report.version}`);
    }
  }
  return wrong;
}
