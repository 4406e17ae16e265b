// The language of the page is that of every phone on it, and of all who registered before the page was opened.
import type { Language } from "../domain/people/person.js";
import type { PracticePort } from "../ports/programme/practice.js";
import type { World } from "../sandbox/shapes.js";
import type { Database } from "../storage/engine/database.js";

/** A page that is opened again in the language it had changes nothing: somebody may have chosen another one with the bot. */
export function createSpeaker(
  sandbox: World,
  prisma: Database["prisma"],
  practice: Pick<PracticePort, "rename">,
): (language: Language) => Promise<void> {
  let spoken: Language = "id";
  return async (language) => {
    if (language === spoken) return;
    spoken = language;
    for (const { user } of sandbox.users.values()) if (!user.is_bot) user.language_code = language;
    await prisma.person.updateMany({ data: { language } });
    // What admins practise on is marked in their language, as /bahasa does it.
    const practices = await prisma.cohort.findMany({ where: { practiceOf: { not: 0 } } });
    for (const { practiceOf } of practices) await practice.rename(practiceOf, language);
  };
}
