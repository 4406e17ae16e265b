// A session is moved, meets elsewhere, lasts longer, each by a few taps; the class's trainers hear of it, but for the one who did it.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { type Act, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

// Monday, 09:00 in Tanjungpinang.
const stage = stageAt("2026-04-06T02:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

async function aClass(language: "id" | "en") {
  const { db } = stage;
  const { id } = await buildClass(db, { startsOn: "2026-04-20", name: "Bimtek Kepri" });
  const session = await buildSession(db, id, { title: "Promosi", startsAt: new Date("2026-04-20T02:00:00Z") });
  const phones = ["Siti", "Rina", "Mahmud", "Budi"].map((name) => stage.person({ name }));
  const [siti, rina, mahmud, budi] = phones as [Person, Person, Person, Person];
  await buildParticipant(db, id, { name: "Siti", telegramId: siti.id, language });
  await buildTrainer(db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildTrainer(db, [id], { name: "Mahmud Hidayat", telegramId: mahmud.id, language });
  await buildAdmin(db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
  await inTurn(siti, says(language === "id" ? "/jadwal" : "/schedule"));
  for (const phone of [rina, mahmud, budi]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { session, siti, rina, mahmud, budi };
}

const page =
  (id: number): Act =>
  (p) =>
    p.pressesOn(1, `run_session:${id}`);
const told = (phone: Person) => phone.received().filter(({ text }) => text?.startsWith("🔁") === true).length;

test.each(WALKED_IN)(
  "moving to another day takes three taps, the length three, the room two and its name (%s)",
  async (language) => {
    const { session, siti, rina, mahmud, budi } = await aClass(language);
    const words = {
      id: { move: "🗓 Hari lain", yes: "✅ Ya, pindahkan", change: "✅ Ya, ubah", two: /^2 jam/, room: "📍 Ubah ruang" },
      en: {
        move: "🗓 Another day",
        yes: /^✅ Yes/,
        change: "✅ Yes, change it",
        two: /^2 hours/,
        room: "📍 Change room",
      },
    }[language];
    const moving = [presses(words.move), presses(/21 /), presses(words.yes)];
    const lengthening = [presses(/^⏱/), presses(words.two), presses(words.change)];
    const placing = [presses(words.room), says("Aula lantai 3"), presses(words.change)];
    expect([moving.length, lengthening.length, placing.length]).toEqual([3, 3, 3]);
    await buildSession(stage.db, session.classId, { title: "Pembukaan", startsAt: new Date("2026-04-20T01:00:00Z") });
    await inTurn(budi, page(session.id), ...moving);
    await inTurn(rina, page(session.id), ...lengthening, page(session.id), ...placing);
    await stage.moveTo("2026-04-06T04:00:00Z");
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/moved-by-others-${language}.txt`);
    const kept = await stage.db.trainingSession.findUniqueOrThrow({ where: { id: session.id } });
    expect([kept.startsAt.toISOString(), kept.endsAt.toISOString(), kept.place]).toEqual([
      "2026-04-21T02:00:00.000Z",
      "2026-04-21T04:00:00.000Z",
      "Aula lantai 3",
    ]);
    // Rina did two of the three herself, Budi is no trainer of it.
    expect([told(rina), told(mahmud), told(budi)]).toEqual([1, 3, 0]);
    expect(told(siti)).toBeGreaterThan(0);
    expect(stage.errors).toEqual([]);
  },
);
