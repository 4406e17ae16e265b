// The language of the page is that of every phone on it, and of all who registered before the page was opened.
import type { World } from "../sandbox/shapes.js";
import type { Database } from "../storage/engine/database.js";

/** A page that is opened again in the language it had changes nothing: somebody may have chosen another one with the bot. */
export function createSpeaker(sandbox: World, prisma: Database["prisma"]): (language: "id" | "en") => Promise<void> {
  let spoken: "id" | "en" = "id";
  return async (language) => {
    if (language === spoken) return;
    spoken = language;
    for (const { user } of sandbox.users.values()) if (!user.is_bot) user.language_code = language;
    await prisma.person.updateMany({ data: { language } });
  };
}
