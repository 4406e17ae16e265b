// A tenth of the people hand their library over once after the class, in the chat: the one makes a code, another one uses it, at once, days
// later, or too late and then with a new one. By their place in the month, and of a chance of its own.

import { addDays } from "../../../src/domain/time/calendar.js";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { screen } from "../../support/stage/phone.js";
import type { Stage } from "../../support/stage/stage.js";
import { chanceOf } from "../random.js";
import {
  ACTS_AT,
  ADVOCACY,
  endSpan,
  isAway,
  LAST_DAY,
  type LivedHandover,
  type Month,
  newcomer,
  reportsBefore,
  type Someone,
} from "./lived.js";

const DAY = 86_400_000;
/** At once, while it works, and when it works no more. */
const USED_AFTER_DAYS = [0, 2, 6, 8];
const CODE_DAYS = 7;

/** Null: they keep their library. */
export function handoverOf(n: number, seed: number): LivedHandover | null {
  if (n % 10 !== 7) return null;
  const chance = chanceOf(seed * 7_907 + n);
  const on = Date.parse(`${addDays(LAST_DAY, 1 + chance.below(26))}T00:00:00Z`);
  return {
    ...{ at: new Date(on + chance.oneOf(ACTS_AT) * 3_600_000), usedAfterDays: chance.oneOf(USED_AFTER_DAYS) },
    ...{ code: null, successor: null, draft: null },
  };
}

export async function liveHandovers(stage: Stage, month: Month, seed: number): Promise<void> {
  const now = stage.clock.now();
  for (const one of [...month.people]) {
    const { handover } = one;
    if (handover === null || handover.successor !== null || handover.at > now) continue;
    if (handover.code === null) await makeCode(stage, one, handover);
    if (handover.code === null || now.getTime() < handover.code.madeAt.getTime() + handover.usedAfterDays * DAY) {
      continue;
    }
    const next = await takeOver(stage, one, handover, seed);
    if (next !== null) month.people.push(next);
  }
}

/** Whoever has blocked the bot does so when they are back. */
async function makeCode(stage: Stage, one: Someone, handover: LivedHandover): Promise<void> {
  if (isAway(one)) return;
  const { phone } = one;
  const now = stage.clock.now();
  // Every other one has begun a report by then.
  if (one.n % 20 === 7 && handover.draft === null) {
    await turns(stage, [
      () => phone.says("/lapor"),
      () => phone.presses("📝 Advokasi"),
      () => phone.presses("🔄 Berjalan"),
    ]);
    handover.draft = { begunAt: now, goesOn: one.n % 40 === 7 };
  }
  await turns(stage, [
    () => phone.says("/profil"),
    () => phone.presses("👤 Nomor dan akun saya"),
    () => phone.presses("🤝 Serah terima"),
    () => phone.presses("✅ Ya, buat kode"),
  ]);
  handover.code = { text: codeOn(phone), madeAt: now };
}

function codeOn(phone: Phone): string {
  const [, code] = /start=([A-Z2-9]{5}-[A-Z2-9]{5})/.exec(screen(phone)) ?? [];
  if (code === undefined) throw new Error(`No code in: ${screen(phone)}`);
  return code;
}

/** Null: the code works no more, and there is no new one yet. */
async function takeOver(stage: Stage, one: Someone, handover: LivedHandover, seed: number): Promise<Someone | null> {
  const { code } = handover;
  if (code === null) return null;
  const now = stage.clock.now();
  const phone = stage.person({ name: `Pengganti ${one.n}`, phone: `62877${String(10_000_000 + one.n).slice(1)}` });
  // Every third one types it.
  const opens = async (text: string) => {
    if (one.n % 30 !== 27) return turns(stage, [() => phone.start(text)]);
    await turns(stage, [() => phone.start(), () => phone.says(`kode ${text.toLowerCase().replace("-", " ")}`)]);
  };
  if (handover.usedAfterDays > CODE_DAYS) {
    await opens(code.text);
    if (!screen(phone).includes("lewat tujuh hari")) throw new Error(`An old code works: ${screen(phone)}`);
    handover.code = null;
    await makeCode(stage, one, handover);
    handover.usedAfterDays = 0;
    if (handover.code === null) return null;
  }
  await opens((handover.code ?? code).text);
  await turns(stage, [
    () => phone.presses("✅ Setuju"),
    () => phone.presses("✅ Ya, terima"),
    () => phone.says("Lewati"),
    () => phone.says(`Pengganti ${one.n}`),
    () => phone.presses("✅ Benar, daftarkan"),
  ]);
  const { id } = await stage.db.person.findFirstOrThrow({ where: { telegramId: phone.id } });
  endSpan(one, now);
  one.words.push({ kind: "handed over", at: now });
  const chance = chanceOf(seed * 15_485_863 + one.n);
  const { zone, classId, library } = one;
  const facts = { n: 1_000_000 + one.n, id, phone, zone, classId, library, chance, wantsStories: false };
  const next = newcomer({ ...facts, follows: one }, now);
  handover.successor = next;
  await goOn(stage, next, handover);
  return next;
}

/** What the one before had begun is there, as far as they had come. */
async function goOn(stage: Stage, next: Someone, { draft }: LivedHandover): Promise<void> {
  const now = stage.clock.now();
  if (draft?.goesOn !== true) return;
  // Reported otherwise meanwhile: then what was begun is another story.
  if (reportsBefore(next, now).some(({ plan, at }) => plan === ADVOCACY && at >= draft.begunAt)) return;
  const { phone } = next;
  await turns(stage, [() => phone.says("/lapor"), () => phone.presses("📝 Advokasi"), () => phone.presses(/Kirim/)]);
  if (!screen(phone).includes("laporan Advokasi sudah kami terima")) {
    throw new Error(`What was begun is not there: ${screen(phone)}`);
  }
  next.library.reports.push({ plan: ADVOCACY, at: now, done: false });
}

async function turns(stage: Stage, acts: (() => unknown)[]): Promise<void> {
  for (const act of acts) {
    act();
    await stage.listen();
  }
}
