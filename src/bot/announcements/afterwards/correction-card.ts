// Where a correction stands, as the last word of what began it.
import type { Message } from "../../../domain/messages/message.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import { correctionMessage, correctionProgress } from "../../../use-cases/index.js";
import type { BotWorld } from "../../world.js";

export async function correctionCard(world: BotWorld, actor: KnownActor, texts: Texts, id: number): Promise<Message> {
  const progress = await correctionProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return texts.announcement.outOfReach();
  return correctionMessage(texts, actor.person, progress);
}
