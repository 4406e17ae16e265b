// /bantuan of everybody there is: each command stands in it once, and it fits a small phone's screen.
import { expect, test } from "vitest";
import { commandsOf } from "../../../src/bot/routes/commands/commands.js";
import { helpWords } from "../../../src/bot/talk/help.js";
import type { Actor, Person } from "../../../src/domain/people/person.js";
import { textsFor } from "../../../src/texts/index.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { LONGEST } from "../../texts/rules.js";

const nobody: Omit<Actor, "language"> = {
  telegramId: 1,
  person: { id: 1 } as Person,
  roles: [],
  agreed: [],
  takesPart: false,
};
const trainer = { role: "trainer", regionCode: null, cohortId: null } as const;
const admin = { role: "admin", regionCode: null, cohortId: null } as const;

test.each(WALKED_IN)("the help of each is short, and names every command once, in %s", (language) => {
  const texts = textsFor(language);
  for (const roles of [[], [trainer], [admin], [trainer, admin]]) {
    for (const takesPart of [true, false]) {
      const actor = { ...nobody, language, roles, takesPart } as Actor;
      const listed = commandsOf(actor);
      expect(listed.length, "more than a stranger has").toBeGreaterThan(6);
      const { text } = helpWords(texts, actor, listed);
      expect(text.length, text).toBeLessThanOrEqual(LONGEST);
      const named = [...text.matchAll(/\/([a-z_]+)/g)].map(([, name]) => name);
      expect(named.sort()).toEqual(
        listed.map(({ name, aliases }) => (language === "en" ? (aliases[0] ?? name) : name)).sort(),
      );
      // What a command does begins like the others of the list.
      for (const { about } of listed) expect(about(texts)[0]).toMatch(/[a-z]/);
    }
  }
});
