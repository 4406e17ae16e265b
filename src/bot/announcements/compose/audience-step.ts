// Whom an announcement is for, on one page and the lists behind it: each press is kept and counted at once.

import {
  AUDIENCE_LISTS,
  type Audience,
  type AudienceList,
  EVERYBODY,
  ticked,
  withoutList,
} from "../../../domain/announcements/audience.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { startOf } from "../../../domain/words/cut-to.js";
import { asJson } from "../../../ports/queue/drafts.js";
import { countAudience, describeAudience, forgetSavedAudience, takeSavedAudience } from "../../../use-cases/index.js";
import type { Reading, Step, View } from "../../forms/form.js";
import { audienceWords } from "../announcement-summary.js";
import { type AnnouncementContext, type AnnouncementFacts, audienceOf, draftReach } from "./announcement-answers.js";
import { choicePage, isChoicePage, readChoice } from "./audience-choices.js";
import { isListPage, listPage } from "./audience-lists.js";
import { nameAudience, namePage, savedPage } from "./audience-saved.js";

export const audienceStep: Step<AnnouncementFacts> = {
  typed: true,
  keeps: "words",
  label: ({ announcement }) => announcement.for.label,
  async ask(context) {
    const { at } = context.view;
    if (at === "name") return namePage(context, chosenIn(context));
    if (at === "saved") return savedPage(context);
    if (isListPage(at)) return listPage(context, chosenIn(context), await countsOf(context));
    return isChoicePage(at) ? choicePage(context, at, chosenIn(context)) : hub(context);
  },
  async read(context, input) {
    if (input.kind === "press") return readPress(context, input.value);
    if (input.kind !== "text") return { kind: "problem", say: context.texts.common.pressAButton() };
    return readText(context, input.text);
  },
};

/** What was chosen so far; everybody within reach where nothing was. */
function chosenIn({ answers }: AnnouncementContext): Audience {
  return audienceOf(answers) ?? EVERYBODY;
}

async function countsOf(context: AnnouncementContext) {
  const { reachable, skipped } = await countAudience(
    context.world,
    context.actor,
    chosenIn(context),
    context.facts.changing,
  );
  return {
    reachable: reachable.reduce((sum, { count }) => sum + count, 0),
    unreached: Object.values(skipped).reduce((sum, count) => sum + count, 0),
  };
}

async function hub(context: AnnouncementContext): Promise<Message> {
  const { world, texts, actor, press } = context;
  const words = texts.announcement.for;
  const chosen = chosenIn(context);
  const to = (label: string, at: string): Button => ({ label, data: press(`at.${at}`) });
  const isPractice = chosen.scope.kind === "practice";
  const meansTrainers = chosen.role === "trainers";
  const lists = AUDIENCE_LISTS.filter((list) => !isPractice && !(meansTrainers && list === "kinds"));
  const parts = [
    to(words.role.button, "role"),
    ...(meansTrainers ? [] : [to(words.plans.button, "plans")]),
    ...(isPractice ? [] : [to(words.joined.button, "joined")]),
    ...lists.map((list) => to(words.lists[list], list)),
  ];
  const practice = { label: texts.practice.button, data: press("scope.practice") };
  const whole = { label: words.whole, data: press("scope.all") };
  const hasPractice = actor.practiceCohortId != null;
  return {
    ...words.ask(await audienceWords(world, texts, actor, chosen, draftReach(context)), await countsOf(context)),
    buttons: [
      ...rowsThatFit(parts, 2),
      ...(isPractice ? [[whole]] : hasPractice ? [[practice]] : []),
      [to(words.saved.button, "saved"), to(words.saved.save, "name")],
      [{ label: texts.common.done, data: press("done"), tone: "success" }],
    ],
  };
}

async function readPress(context: AnnouncementContext, value: string): Promise<Reading> {
  const { texts, view, world, actor } = context;
  const chosen = chosenIn(context);
  const [verb = "", list = "", ...rest] = value.split(".");
  const old: Reading = { kind: "problem", say: texts.common.oldMenu() };
  switch (verb) {
    case "at":
      return { kind: "view", view: { at: [list, ...rest].join(".") } };
    case "page":
      return /^\d{1,4}$/.test(list) ? { kind: "view", view: { ...view, page: Number(list) } } : old;
    case "t": {
      if (!isList(list)) return old;
      const changed = ticked(chosen, list, rest.join("."));
      return (await isTheirs(context, chosen, changed)) ? keptAs(changed, view) : old;
    }
    case "all":
      return isList(list) ? keptAs(withoutList(chosen, list), view) : old;
    case "set": {
      const changed = readChoice(chosen, list, rest.join("."));
      return changed === null ? old : keptAs(changed, {});
    }
    case "scope": {
      const cohortId = actor.practiceCohortId;
      if (list === "practice" && cohortId != null) {
        return keptAs({ ...EVERYBODY, scope: { kind: "practice", cohortId }, role: chosen.role }, {});
      }
      return list === "all" ? keptAs({ ...EVERYBODY, role: chosen.role }, {}) : old;
    }
    case "take": {
      const saved = await takeSavedAudience(world, actor, Number(list));
      return saved === null
        ? { kind: "problem", say: texts.announcement.for.saved.gone() }
        : keptAs(saved.audience, {});
    }
    case "forget":
      await forgetSavedAudience(world, actor, Number(list));
      return { kind: "view", view: { at: "saved" } };
    case "done":
      return { kind: "answer", value: asJson(chosen) };
    default:
      return old;
  }
}

async function readText(context: AnnouncementContext, text: string): Promise<Reading> {
  const { at } = context.view;
  if (at === "name") return nameAudience(context, chosenIn(context), text);
  if (isListPage(at)) return { kind: "view", view: { at: at ?? "", typed: startOf(text, LONGEST_SEARCH) } };
  return { kind: "problem", say: context.texts.common.pressAButton() };
}

const LONGEST_SEARCH = 40;

/** A forged button names what lies elsewhere: it would count nobody, and is not kept either. */
async function isTheirs(context: AnnouncementContext, before: Audience, changed: Audience): Promise<boolean> {
  const { world } = context;
  const reach = draftReach(context);
  const [was, is] = await Promise.all([before, changed].map((one) => describeAudience(world, one, reach)));
  return (is?.names.others ?? 0) <= (was?.names.others ?? 0);
}

function keptAs(audience: Audience, view: View): Reading {
  return { kind: "kept", answers: { audience: asJson(audience), view: asJson(view) } };
}

function isList(text: string): text is AudienceList {
  return AUDIENCE_LISTS.some((list) => list === text);
}
