// The page behind the card of an announcement: who got it and who did not, by cause, and what can be done for them.
import { audienceSize, LEDGER } from "../../domain/announcements/announcement.js";
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Message, RichText } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import { announcementProgress, latestCorrection, readingOf } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";
import { afterwardsRows } from "./afterwards/afterwards-rows.js";

/** The ledger by cause: its lines add up to the audience. */
export async function announcementDetails(
  world: BotWorld,
  actor: KnownActor,
  texts: Texts,
  id: number,
  note: RichText | null = null,
): Promise<Message> {
  const progress = await announcementProgress(world, actor, id, true);
  const { announcement: words, alarms } = texts;
  if (progress.kind === "out_of_reach") return words.outOfReach();
  const { tally, phase, unknown, resendable, contacted } = progress;
  const entries = LEDGER.map((entry) => ({ entry, count: tally[entry] })).filter(({ count }) => count > 0);
  const reading = await readingOf(world, actor, id);
  return {
    ...words.ledgerPage({
      ...{ id, entries, note },
      audience: audienceSize(tally),
      unknown: unknown.map(({ name }) => name),
      ...{ contacted, reading },
    }),
    buttons: [
      ...unknown.flatMap(({ outboxId }, index) =>
        rowsThatFit(
          [
            ...(phase === "cancelled"
              ? []
              : [{ label: alarms.again(index + 1), data: action("announcement_again", id, outboxId) }]),
            { label: alarms.arrived(index + 1), data: action("announcement_arrived", id, outboxId) },
          ],
          2,
        ),
      ),
      ...(phase !== "cancelled" && resendable > 0
        ? [[{ label: words.resend(resendable), data: action("resend_announcement", id) }]]
        : []),
      ...afterwardsRows(texts, id, {
        ...{ isOff: phase === "cancelled", tally, contacted, reading },
        latest: await latestCorrection(world, actor, id),
      }),
      [{ label: words.back, data: action("announcement", id) }],
    ],
  };
}
