// The name of somebody who holds a role and came without one: participants and colleagues read who wrote to them, and who did what.

import type { Message } from "../../domain/messages/message.js";
import { type Actor, LONGEST_PERSON_NAME } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import { nameStaff, viewProgramme } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { textStep } from "../forms/steps/text-step.js";
import { loadActor } from "../gate/actor.js";
import { beginningScreen } from "../programme/programme-screens.js";
import { menuMessage } from "../talk/main-menu.js";
import type { BotWorld } from "../world.js";

export const staffNameForm: Form<Record<string, never>> = {
  name: "staff_name",
  version: 1,
  load: async (_world, actor) => (actor.roles.length > 0 ? {} : null),
  about: ({ registration }) => registration.name.label,
  order: () => ["name"],
  steps: {
    name: textStep({
      label: ({ registration }) => registration.name.label,
      ask: ({ texts }) => texts.staff.askName(),
      max: LONGEST_PERSON_NAME,
      isName: true,
      example: ({ texts }) => texts.registration.name.example,
    }),
  },
  async finish({ world, actor, texts, answers }) {
    await nameStaff(world, actor, String(answers.name));
    const named = await loadActor(world, actor.telegramId);
    return await firstScreen(world, named, texts);
  },
};

/** Of an empty office the first steps; else the menu. */
async function firstScreen(world: BotWorld, actor: Actor, texts: Texts): Promise<Message> {
  const view = await viewProgramme(world, actor);
  const isEmpty = view.kind === "found" && view.mayAdd && view.cohorts.length === 0;
  return isEmpty ? beginningScreen(texts, view, actor.person?.name ?? "") : menuMessage(actor, texts);
}
