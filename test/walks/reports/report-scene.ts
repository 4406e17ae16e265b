// A library in the week after its class: who reports, and how they talk.
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

/** Called once at the top of a file. */
export function openReportScene() {
  // Monday of the week after the class: 09:00 in Bintan.
  const stage = stageAt("2024-06-10T02:00:00Z");

  const BERAKIT = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };

  /** Siti of Perpustakaan Berakit, in a class of 3 to 7 June whose plans are due on 7 July. */
  async function siti(options: { english?: boolean; name?: string } = {}) {
    const trainingClass = await buildClass(stage.db);
    const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
    const { person, plans, library } = await buildParticipant(stage.db, trainingClass.id, {
      name: "Siti Rahmawati",
      ...BERAKIT,
      language: options.english === true ? "en" : "id",
    });
    const phone = stage.person({ id: Number(person.telegramId), name: "Siti", english: options.english === true });
    phone.start();
    await stage.settle();
    stage.talk();
    return { phone, person, plans, library, trainer, trainingClass };
  }

  async function says(phone: SandboxPerson, ...texts: string[]) {
    for (const text of texts) {
      // Nobody answers in the second in which the question comes.
      stage.clock.advance(1000);
      phone.says(text);
      await stage.settle();
    }
  }

  async function presses(phone: SandboxPerson, ...buttons: string[]) {
    for (const button of buttons) {
      phone.presses(button);
      await stage.settle();
    }
  }

  async function writtenPlans(planIds: number[]) {
    await stage.db.workPlan.updateMany({
      where: { id: { in: planIds } },
      data: { state: "not_started", activity: "Pelatihan membuat keripik pisang", writtenAt: stage.clock.now() },
    });
  }

  return { stage, siti, says, presses, writtenPlans, BERAKIT };
}
