// A participant and the files that the bot sent them.
import type { Stage } from "../../support/stage/stage.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";

/** Called once at the top of a file. */
export function openOwnData() {
  const stage = stageAt("2024-06-04T03:00:00Z");

  const inTurn = actsOn(stage);

  async function sitiOnStage(options: { english?: boolean } = {}) {
    const trainingClass = await buildClass(stage.db);
    const siti = stage.person({ name: "Siti", english: options.english === true });
    const built = await buildParticipant(stage.db, trainingClass.id, {
      name: "Siti <Rahmawati>",
      telegramId: siti.id,
      language: options.english === true ? "en" : "id",
    });
    await inTurn(() => siti.start());
    stage.talk();
    return { siti, trainingClass, ...built };
  }

  /** What the files that somebody was sent hold. */
  function filesOf(person: ReturnType<Stage["person"]>): { name: string; text: string }[] {
    return person.received().flatMap(({ document }) => {
      if (document === undefined) return [];
      const file = stage.sandbox.files.byId(document.file_id);
      return [{ name: document.file_name ?? "", text: Buffer.from(file?.bytes ?? []).toString("utf8") }];
    });
  }

  return { stage, inTurn, sitiOnStage, filesOf };
}
