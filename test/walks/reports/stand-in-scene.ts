// Hasan is on a roster and has no Telegram; his trainer tells of his plans.
import type { Message } from "grammy/types";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../support/world/builders.js";

export const NUMBER = "+6281299990001";

/** The data of the button with this label. */
export function pressOf(message: Message | undefined, label: string): string {
  const button = message?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
  return button !== undefined && "callback_data" in button ? button.callback_data : "";
}

/** Called once at the top of a file. */
export function openStandInScene() {
  // Monday of the week after the class: 09:00 in Bintan.
  const stage = stageAt("2024-06-10T02:00:00Z");
  const acts = phoneActsOn(stage, 3000);

  /** Hasan is on the roster, with his number, and has not joined. */
  async function classOfHasan(english = false) {
    const trainingClass = await buildClass(stage.db, { joinToken: "masuk-kepri" });
    const rina = await buildTrainer(stage.db, [trainingClass.id], {
      ...{ name: "Rina Marlina", language: english ? "en" : "id" },
    });
    const row = await buildRosterRow(stage.db, trainingClass.id, {
      ...{ name: "Hasan Ahmad", phone: NUMBER, placeCode: "21.01.10.2001" },
    });
    const trainer = stage.person({ id: Number(rina.telegramId), name: "Rina", english });
    trainer.start();
    await stage.settle();
    stage.talk();
    return { trainer, row, rina };
  }

  /** The plan for advocacy, up to its page. */
  async function tellsOfAdvocacy(trainer: Person, rowId: number) {
    await acts(
      trainer,
      (phone) => phone.pressesOn(1, `stand_in_plan:advocacy::${rowId}`),
      says("Bertemu kepala desa"),
      presses(/7 (Juli|July) 2024/),
      says("Rp2 juta"),
      presses(/Lewati|Skip/),
      presses(/Simpan rencana|Save the plan/),
    );
  }

  return { stage, acts, classOfHasan, tellsOfAdvocacy };
}
