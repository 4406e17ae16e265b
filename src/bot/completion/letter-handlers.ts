// The letter that the work plans are carried out: as a file, and as the answer to anybody who checks its number.
import { action, type Ids } from "../../domain/messages/action.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Button } from "../../domain/messages/message.js";
import type { LibraryNamed } from "../../domain/plans/work-plan.js";
import { startLink } from "../../domain/registration/start-link.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Participant } from "../../ports/people/participants.js";
import type { CompletionLetter } from "../../ports/plans/completion.js";
import { letterSheet } from "../../texts/files/paper/letter.js";
import { checkLetter, lettersToOpen, openLetter, pathToPlace } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { libraryLabel } from "../plans/plan-label.js";
import { menuButtons } from "../talk/main-menu.js";

/** Below one's plans, which these are: for each class whose plans are all done and accepted. */
export async function letterButtons(
  { actor, texts, world }: BotContext,
  plans: readonly LibraryNamed[],
): Promise<Button[][]> {
  const all = await lettersToOpen(world, actor);
  // Of two libraries each has a letter of its own.
  return all.map(({ id, library }) => {
    const { open } = texts.completion;
    const plan = plans.find(({ libraryId }) => libraryId === library?.id);
    const before = "🎓 ";
    const named = () =>
      plan === undefined
        ? fitLabel(library?.name ?? "", undefined, { before, isName: true })
        : libraryLabel(plans, plan, { before });
    const label = all.length < 2 ? open : named();
    return [{ label, data: action("letter", id), tone: "primary" }];
  });
}

export async function sendLetter(ctx: KnownContext, [participantId]: Ids<"letter">): Promise<void> {
  const { actor, texts, world } = ctx;
  const { completion } = texts;
  const opened = await openLetter(world, actor, participantId);
  if (opened.kind === "not_yours" || opened.kind === "gone") return refuse(ctx);
  const back: Button = opened.isOwn
    ? { label: completion.toPlans, data: action("plans") }
    : { label: completion.toPerson, data: action("person", participantId) };
  const buttons = [[back]];
  if (opened.kind !== "ready") {
    const words = { unfinished: completion.unfinished, before_them: completion.beforeThem };
    return show(ctx, { ...words[opened.kind](), buttons });
  }
  const { letter, participant, plans, isOwn } = opened;
  const { library, person, trainingClass } = participant;
  world.progress?.({ what: "drawing" });
  const path = library === null ? [] : await pathToPlace(world, library.placeCode);
  const sheet = letterSheet({
    ...wordsOf(letter, participant),
    place: path.map(({ name }) => name).toReversed(),
    startsOn: trainingClass.startsOn,
    endsOn: trainingClass.endsOn,
    plans,
    link: startLink(ctx.me.username, letter.number),
    bot: ctx.me.username,
  });
  const drawn = await world.letters.pdf(sheet);
  await send(ctx, {
    ...completion.caption({ number: letter.number, name: isOwn ? null : person.name }),
    attachment: { kind: "document", name: `${letter.number}.pdf`, base64: Buffer.from(drawn).toString("base64") },
    buttons,
  });
}

/** A number was scanned or typed, by anybody at all. False where it is no number of a letter. */
export async function answerLetterNumber(ctx: BotContext, text: string): Promise<boolean> {
  const { actor, texts, world } = ctx;
  const checked = await checkLetter(world, text);
  if (checked.kind === "no_number") return false;
  const buttons = menuButtons(actor, texts);
  if (checked.kind === "unknown") {
    await send(ctx, { ...texts.completion.notOurs(checked.number), buttons });
    return true;
  }
  await send(ctx, { ...texts.completion.ours(wordsOf(checked.letter, checked.participant)), buttons });
  return true;
}

/** What stands on the paper, and is told to those who hold it. */
function wordsOf({ number, issuedAt }: CompletionLetter, { person, library, trainingClass }: Participant) {
  return {
    number,
    name: person.name,
    library: library?.name ?? "",
    className: trainingClass.name,
    issuedOn: dayIn(trainingClass.zone, issuedAt),
    isPractice: trainingClass.practiceOf !== 0,
  };
}
