// Siti of Berakit, the two trainers of her class, and what is in their chats.
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

/** Called once at the top of a file. */
export function openQuestions() {
  // Tuesday, 10:00 in Tanjungpinang.
  const stage = stageAt("2024-06-04T03:00:00Z");

  const inTurn = actsOn(stage);

  /** Siti of Berakit, and the two trainers of her class. */
  async function onStage(options: { english?: boolean } = {}) {
    const english = options.english === true;
    const language = english ? "en" : "id";
    const trainingClass = await buildClass(stage.db);
    const siti = stage.person({ name: "Siti", phone: "628990000001", english });
    const rina = stage.person({ name: "Rina", phone: "628990000002", english });
    const dodi = stage.person({ name: "Dodi", phone: "628990000003" });
    const asker = await buildParticipant(stage.db, trainingClass.id, {
      ...{ name: "Siti Rahmawati", libraryName: "Perpustakaan Berakit", telegramId: siti.id, phone: "+628990000001" },
      language,
    });
    const trainer = await buildTrainer(stage.db, [trainingClass.id], {
      ...{ name: "Rina Marlina", telegramId: rina.id, phone: "+628990000002" },
      language,
    });
    const colleague = await buildTrainer(stage.db, [trainingClass.id], {
      ...{ name: "Dodi Saputra", telegramId: dodi.id, phone: "+628990000003" },
    });
    for (const person of [siti, rina, dodi]) person.start();
    await stage.settle();
    stage.talk();
    return { siti, rina, dodi, asker, trainer, colleague };
  }

  /** The newest message with these words in somebody's chat. */
  function messageWith(
    person: { received(): { message_id: number; text?: string; caption?: string }[] },
    words: string,
  ) {
    const found = person.received().findLast((message) => (message.text ?? message.caption ?? "").includes(words));
    if (found === undefined) throw new Error(`Nobody said "${words}"`);
    return found.message_id;
  }

  const stateOfThread = async () => (await stage.db.questionThread.findFirstOrThrow()).state;

  return { stage, inTurn, onStage, messageWith, stateOfThread };
}
