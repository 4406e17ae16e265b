// What one person does of themselves on one occasion: mostly nothing.

import { dayIn } from "../../../src/domain/time/calendar.js";
import type { Stage } from "../../support/stage/stage.js";
import { report } from "../../support/world/plans.js";
import { changePhone, pause } from "./changes.js";
import { isAway, LAST_DAY, type Someone, takesPart } from "./lived.js";

export async function actOf(stage: Stage, one: Someone, now: Date): Promise<void> {
  const { chance, phone } = one;
  if (!takesPart(one, now)) return lookBack(stage, one);
  if (one.pause === null && one.pausesAt !== null && one.pausesAt <= now) return pause(stage, one, now);
  if (isAway(one)) {
    if (!chance.happens(0.03)) return;
    phone.unblocks();
    phone.start();
    one.away = one.away.map((away) => ({ ...away, until: away.until ?? now }));
    return stage.listen();
  }
  if (one.newPhoneAt !== undefined && one.newPhoneAt <= now && one.formerPhones.length === 0) {
    return changePhone(stage, one, now);
  }
  if (chance.happens(0.001)) {
    phone.blocks();
    one.away.push({ from: now });
    return;
  }
  if (chance.happens(0.001)) return stopMessages(stage, one, now);
  if (dayIn(one.zone, now) <= LAST_DAY) return;
  if (chance.happens(0.015)) {
    const plan = chance.below(3);
    const done = chance.happens(0.4);
    await report(stage.world, one.id, one.library.planIds[plan]!, { state: done ? "done" : "in_progress" });
    one.library.reports.push({ plan, at: now, done });
  } else if (chance.happens(0.05) && phone.buttons().some((label) => label.includes("Nanti saja"))) {
    await snooze(stage, one, now);
  } else if (chance.happens(0.003)) {
    // A report that is begun, and left.
    for (const act of [() => phone.says("/lapor"), () => phone.presses("📝 Advokasi")]) {
      act();
      await stage.listen();
    }
  }
}

/** Who takes part no more looks at the old chat now and then, and presses what stands there: it brings nothing back. */
async function lookBack(stage: Stage, one: Someone): Promise<void> {
  const { chance, phone } = one;
  if (isAway(one) || !chance.happens(0.02)) return;
  if (chance.happens(0.7) && phone.buttons().some((label) => label.includes("Nanti saja"))) {
    await putOff(stage, one);
    return;
  }
  phone.says("/lapor");
  await stage.listen();
}

async function stopMessages(stage: Stage, one: Someone, now: Date): Promise<void> {
  const everything = one.chance.happens(0.5);
  one.phone.says("/berhenti");
  await stage.listen();
  const wanted = one.phone
    .buttons()
    .find((label) => label.includes(everything ? "Hentikan keduanya" : "Hentikan pengingat"));
  if (wanted === undefined) return;
  one.phone.presses(wanted.slice(1, -1));
  await stage.listen();
  one.optedOutAt.reminders ??= now;
  if (everything) one.optedOutAt.announcements ??= now;
}

async function snooze(stage: Stage, one: Someone, now: Date): Promise<void> {
  if (await putOff(stage, one)) one.snoozedAt.push(now);
}

/** True where they were offered a moment, and chose it. */
async function putOff(stage: Stage, { chance, phone }: Someone): Promise<boolean> {
  phone.presses("⏰ Nanti saja");
  await stage.listen();
  const choices = phone.buttons().filter((label) => /^.(Sore|Besok|3 hari|Senin): /.test(label));
  if (choices.length === 0) return false;
  phone.presses(chance.oneOf(choices).slice(1, -1));
  await stage.listen();
  return true;
}
