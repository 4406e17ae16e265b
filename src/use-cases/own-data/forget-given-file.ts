// A file that ended a form is in the chat: no copy of it is kept. Twice is once.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export async function forgetGivenFile({ store }: World, { telegramId }: KnownActor, updateId: number): Promise<void> {
  await store.drafts.forgetGivenFile(telegramId, updateId);
}
