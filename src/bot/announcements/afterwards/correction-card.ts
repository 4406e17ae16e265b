// Where a correction stands, as one message that is looked at again.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import { correctionProgress } from "../../../use-cases/index.js";
import type { BotWorld } from "../../world.js";

export async function correctionCard(world: BotWorld, actor: KnownActor, texts: Texts, id: number): Promise<Message> {
  const { announcement: words } = texts;
  const progress = await correctionProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return words.outOfReach();
  const { correction, phase, tally } = progress;
  const { announcementId, kind, authorName } = correction;
  const refresh = { label: words.refresh, data: action("correction", id) };
  const back = { label: words.back, data: action("announcement_details", announcementId) };
  return {
    ...words.corrections.card({ announcementId, kind, phase, tally, authorName }),
    buttons: [phase === "running" || phase === "awaiting" ? [refresh, back] : [back]],
  };
}
