// A pause that is changed soon after it was begun: nobody reads what is not so any more, and no button promises more than it does.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Saturday 29 June, 21:00 in Jakarta: what is told leaves on Monday.
const stage = stageAt("2024-06-29T14:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const WORDS = {
  id: {
    pause: "/jeda",
    told: /jeda sampai/g,
    undo: /Urungkan/,
    over: /Jeda (itu|Kab. Bintan) sudah selesai/,
    yes: "Ya",
  },
  en: {
    pause: "/pause",
    told: /on pause until/g,
    undo: /Undo/,
    over: /(That pause|The pause of Kab. Bintan) is over/,
    yes: "Yes",
  },
};

async function cast(language: "id" | "en") {
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const english = language === "en";
  const [siti, rina, dewi] = ["Siti", "Rina", "Dewi"].map((name) => stage.person({ name, english })) as [
    Person,
    Person,
    Person,
  ];
  const { participant } = await buildParticipant(stage.db, id, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, language },
    ...{ libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" },
  });
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, regionCode: "21.01", language });
  for (const one of [siti, rina, dewi]) await inTurn(one, (p) => p.start());
  const read = { rina: everything(rina).length, siti: everything(siti).length };
  return {
    ...{ siti, rina, dewi, participantId: participant.id },
    news: (phone: Person) => everything(phone).slice(phone === rina ? read.rina : read.siti),
  };
}

async function untilMonday() {
  stage.clock.set(new Date("2024-07-01T01:30:00Z"));
  await stage.tick();
}

// Keeps P24.
test.each(WALKED_IN)("a pause that ended before anybody heard of it is told to nobody, in %s", async (language) => {
  const { siti, rina, participantId, news } = await cast(language);
  const { told } = WORDS[language];
  await inTurn(siti, says(WORDS[language].pause), presses(/Sakit|Illness/), presses(/^(1 minggu|1 week)/));
  await inTurn(siti, says(WORDS[language].pause), presses(/^▶️/));
  const own = news(siti);
  await untilMonday();
  expect(news(rina)).not.toMatch(told);

  // The same where the trainer says it for her: she hears neither of the one nor of the other.
  stage.clock.set(new Date("2024-07-06T14:00:00Z"));
  await inTurn(
    rina,
    (p) => p.pressesOn(1, `pause:${participantId}`),
    presses(/Cuti|Leave/),
    presses(/^(1 minggu|1 week)/),
  );
  await inTurn(rina, (p) => p.pressesOn(1, `pause:${participantId}`), presses(/^▶️/));
  stage.clock.set(new Date("2024-07-08T01:30:00Z"));
  await stage.tick();
  expect(news(siti).slice(own.length)).not.toMatch(/jeda|pause/i);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "of a pause that was made longer at once its trainer reads the last day alone, in %s",
  async (language) => {
    const { siti, rina, news } = await cast(language);
    const { told, pause, undo } = WORDS[language];
    await inTurn(siti, says(pause), presses(/Sakit|Illness/), presses(/^(1 minggu|1 week)/));
    await inTurn(siti, says(pause), presses(/^⏸/), presses(/^(1 minggu|1 week)/));
    // Undoing would take back the whole of it, not what was added.
    expect(JSON.stringify(siti.lastMessage()?.reply_markup)).not.toMatch(undo);
    await untilMonday();
    expect(news(rina).match(told)).toHaveLength(1);
    expect(news(rina)).toMatch(/12 Juli|12 July/);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)(
  "who ends their own pause while their kabupaten pauses is told that it goes on, in %s",
  async (language) => {
    const { siti, dewi } = await cast(language);
    const { pause, yes } = WORDS[language];
    await inTurn(siti, says(pause), presses(/Cuti|Leave/), presses(/^(1 minggu|1 week)/));
    await inTurn(dewi, (p) => p.pressesOn(1, "new_place_pause"), presses(/Bintan/), presses(/^(2 minggu|2 weeks)/));
    await inTurn(dewi, presses(yes), presses(/^✅/));
    await inTurn(siti, says(pause));
    expect(screen(siti)).toMatch(/Jeda Bapak\/Ibu sendiri: sampai 5 Juli 2024|Your own pause: until 5 July 2024/);
    await inTurn(siti, presses(/^▶️/));
    expect(screen(siti)).toMatch(
      /Kab. Bintan masih berlaku sampai Jumat, 12 Juli|Kab. Bintan lasts until Friday, 12 July/,
    );
    expect(screen(siti)).not.toMatch(/Selamat datang|Welcome/);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)(
  "the last day of a kabupaten's pause that people hear is the one that counts, in %s",
  async (language) => {
    const { siti, dewi, news } = await cast(language);
    await inTurn(dewi, (p) => p.pressesOn(1, "new_place_pause"), presses(/Bintan/), presses(/^(1 minggu|1 week)/));
    await inTurn(dewi, presses(WORDS[language].yes), presses(/^✅/));
    await inTurn(dewi, (p) => p.pressesOn(1, "longer_place_pause:1"), presses(/^(1 minggu|1 week)/), presses(/^✅/));
    await untilMonday();
    expect(news(siti)).not.toMatch(/5 Juli|5 July/);
    expect(news(siti).match(/12 Juli|12 July/g)).toHaveLength(1);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)(
  "of a pause of the whole province a kabupaten's admin reads how long it lasts, in %s",
  async (language) => {
    const { dewi } = await cast(language);
    const { yes } = WORDS[language];
    const sari = stage.person({ name: "Sari", english: language === "en" });
    await buildAdmin(stage.db, { name: "Sari Dewi", telegramId: sari.id, regionCode: "21", language });
    await inTurn(
      sari,
      (p) => p.start(),
      (p) => p.pressesOn(1, "new_place_pause"),
      presses(/^Kepulauan Riau/),
    );
    await inTurn(sari, presses(/Seluruh|whole/i), presses(/^(1 minggu|1 week)/), presses(yes), presses(/^✅/));
    // The day that it has already: nobody is told of it, and it is not said that somebody was.
    await inTurn(sari, (p) => p.pressesOn(1, "longer_place_pause:1"), says("5 Juli 2024"), presses(/^✅/));
    expect(screen(sari)).toMatch(/sudah jeda sampai Jumat, 5 Juli|already, until Friday, 5 July/);
    await inTurn(dewi, (p) => p.pressesOn(1, "place_pauses"), presses(/Kepulauan Riau/));
    expect(screen(dewi)).toMatch(/Kepulauan Riau jeda sampai Jumat, 5 Juli|Kepulauan Riau.* until Friday, 5 July/);
    expect(JSON.stringify(dewi.lastMessage()?.reply_markup)).not.toMatch(/longer_place|end_place|undo_place/);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)("old buttons of a pause that is over say so, and ask nothing, in %s", async (language) => {
  const { siti, dewi } = await cast(language);
  const { pause, yes, over } = WORDS[language];
  await inTurn(siti, says(pause), presses(/Sakit|Illness/), presses(/^(1 minggu|1 week)/));
  await inTurn(
    siti,
    (p) => p.pressesOn(1, "end_pause:1"),
    (p) => p.pressesOn(1, "longer_pause:1"),
  );
  expect(screen(siti)).toMatch(over);
  await inTurn(dewi, (p) => p.pressesOn(1, "new_place_pause"), presses(/Bintan/), presses(/^(1 minggu|1 week)/));
  await inTurn(dewi, presses(yes), presses(/^✅/), (p) => p.pressesOn(1, "end_place_pause:2"));
  for (const old of ["place_pause:2", "longer_place_pause:2", "ask_end_place_pause:2"]) {
    await inTurn(dewi, (p) => p.pressesOn(1, old));
    expect(screen(dewi), old).toMatch(over);
  }
  expect(stage.errors).toEqual([]);
});
