// A form may end with a no, because a right went while it was filled in: the menu that its words name stands below it.
import { expect, test } from "vitest";
import { sessionChanged } from "../../../src/bot/classes/session-to-change.js";
import { refusal } from "../../../src/bot/kit/refuse.js";
import type { BotWorld } from "../../../src/bot/world.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { textsFor } from "../../../src/texts/index.js";

const CONTACT = "data@perpusnas.example";
const world = { settings: { dataContact: CONTACT } } as BotWorld;

function somebody(more: Partial<KnownActor>): KnownActor {
  return {
    ...{ telegramId: 7, language: "id", roles: [], agreed: ["1"], takesPart: false },
    person: {
      ...{ id: 1, name: "Siti", phone: null, language: "id", zone: "Asia/Jakarta", telegramId: 7 },
      ...{ unreachableCause: null, optedOut: [], pausedUntil: null, quietUntil: null },
    },
    ...more,
  };
}
const PARTICIPANT = somebody({ takesPart: true });
const TRAINER = somebody({ roles: [{ role: "trainer", regionCode: null, cohortId: null }] });

test.each([
  ["id", PARTICIPANT, "menu di bawah"],
  ["en", PARTICIPANT, "the menu below"],
  ["id", TRAINER, CONTACT],
  ["en", TRAINER, CONTACT],
] as const)("a no has the way on below it, and tells staff whom to ask: %s", (language, actor, told) => {
  const said = refusal({ actor, texts: textsFor(language), world });
  expect(said.text).toContain(told);
  expect(said.buttons?.length).toBeGreaterThan(0);
});

test("a form that somebody may not finish any more ends with it", () => {
  const context = { actor: TRAINER, texts: textsFor("id"), world };
  const ended = sessionChanged(context as never, { kind: "not_allowed" }, textsFor("id").classPages.placing.done);
  expect(ended).toEqual(refusal(context));
});
