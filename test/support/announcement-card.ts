// The card of an announcement as its reader is shown it.
import type { Message } from "../../src/domain/messages/message.js";
import type { KnownActor } from "../../src/domain/people/person.js";
import type { World } from "../../src/ports.js";
import type { Texts } from "../../src/texts/index.js";
import { announcementProgress, cardMessage } from "../../src/use-cases/index.js";

export async function announcementCard(world: World, actor: KnownActor, texts: Texts, id: number): Promise<Message> {
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return texts.announcement.outOfReach();
  return cardMessage(texts, actor.person, progress, world.clock.now());
}
