// The main menu: what this person can do next, as buttons.
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { type Actor, isAdmin, isKnown, isOnTheWay, isTrainer } from "../../domain/people/person.js";
import { digits } from "../../texts/digits.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { hasMaterials, hasStoriesToTell, type WaitingCounts, waitingCounts } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";

export function menuMessage(actor: Actor, texts: Texts): Message {
  return { ...texts.common.main(actor.person?.name ?? ""), buttons: menuButtons(actor, texts) };
}

/** With the numbers of what waits, for those who follow up, and how long the oldest question has. */
export async function countedMenu({ actor, texts, world }: BotContext): Promise<Message & { buttons: Button[][] }> {
  const isStaff = isKnown(actor) && (isTrainer(actor) || isAdmin(actor));
  const counts = isStaff ? await waitingCounts(world, actor) : undefined;
  const waiting =
    counts !== undefined && counts.threads > 0 && texts.threads.waitingSince(counts.threads, counts.since);
  return {
    ...paragraphs(texts.common.main(actor.person?.name ?? ""), texts.cover.covering(actor.covers ?? []), waiting),
    buttons: await menuWithMaterials({ actor, texts, world }, counts),
  };
}

/** For participants, with the way to materials where there are any, and to stories where there may be one to tell. */
export async function menuWithMaterials(
  { actor, texts, world }: Pick<BotContext, "actor" | "texts" | "world">,
  counts?: WaitingCounts,
): Promise<Button[][]> {
  const isParticipant = isKnown(actor) && actor.takesPart && !isTrainer(actor) && !isAdmin(actor);
  const [materials, stories] = isParticipant
    ? await Promise.all([hasMaterials(world), hasStoriesToTell(world, actor)])
    : [false, false];
  return menuButtons(actor, texts, counts, { materials, stories });
}

/** Without counts under what is answered at once: a number that nobody asked for is not worth a query. */
export function menuButtons(
  actor: Actor,
  texts: Texts,
  counts?: WaitingCounts,
  also = { materials: false, stories: false },
): Button[][] {
  if (!isKnown(actor)) return [[{ label: texts.common.start, data: action("menu"), tone: "primary" }]];
  // Everything else is of use to those who are registered.
  if (isOnTheWay(actor)) return [[{ label: texts.registration.fillIn, data: action("menu"), tone: "primary" }]];
  const numbered = (label: string, count = 0) => (count > 0 ? `${label} (${digits[texts.language](count)})` : label);
  const waiting = [
    ...((counts?.help ?? 0) > 0
      ? [{ label: numbered(texts.caseload.helpMenu, counts?.help), data: helpPage(actor) }]
      : []),
    ...((counts?.threads ?? 0) > 0
      ? [{ label: numbered(texts.threads.inboxMenu, counts?.threads), data: action("inbox") }]
      : []),
    ...((counts?.reviews ?? 0) > 0
      ? [{ label: numbered(texts.review.menu, counts?.reviews), data: action("review") }]
      : []),
    ...((counts?.unreached ?? 0) > 0
      ? [{ label: texts.announcement.calls.menu(counts?.unreached ?? 0), data: action("call_lists") }]
      : []),
  ];
  const staff = [
    ...rowsThatFit(waiting, 2),
    [
      { label: texts.summary.menu, data: action("summary") },
      { label: texts.caseload.menu, data: action("people", "all", 0) },
    ],
    [
      { label: numbered(texts.caseload.overdueMenu, counts?.late), data: action("overdue", 0) },
      { label: texts.classPages.menu, data: action("classes") },
    ],
  ];
  const participant = [
    [
      { label: texts.reports.open, data: action("reports"), tone: "primary" as const },
      { label: texts.workPlans.open, data: action("plans") },
    ],
    [
      { label: texts.reports.card.open, data: action("progress") },
      { label: texts.threads.menu, data: action("ask") },
    ],
    [
      { label: texts.schedule.menu, data: action("schedule") },
      ...(also.materials ? [{ label: texts.materials.menu, data: action("materials", null) }] : []),
    ],
    ...(also.stories ? [[{ label: texts.stories.menu, data: action("stories") }]] : []),
  ];
  return [
    // Anyone who has both roles finds the rest under /bantuan.
    ...(isTrainer(actor) || isAdmin(actor) ? [] : participant),
    ...(isTrainer(actor) || isAdmin(actor) ? staff : []),
    ...(isAdmin(actor)
      ? [
          [
            { label: texts.announcement.menu, data: action("announcements") },
            { label: texts.programme.menu, data: action("programme") },
          ],
          [{ label: texts.overview.menu, data: action("overview_home") }],
        ]
      : []),
  ];
}

/** A trainer's list of who needs them; an admin has the people with obstacles. */
function helpPage(actor: Actor): string {
  return isTrainer(actor) ? action("needs", 0) : action("people", "obstacle", 0);
}
