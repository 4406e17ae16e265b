// Who hears that a library has changed hands: the one before, the trainers, and those who act for it too.
import { action } from "../../../domain/messages/action.js";
import type { World } from "../../../ports.js";
import type { ToPost } from "../../posting.js";
import { postTo } from "../../posting.js";
import type { HandingOver } from "./find-handover.js";

export async function tellOfHandover(inside: World, from: HandingOver, participantId: number): Promise<void> {
  const { store } = inside;
  const { library, trainingClass, person: before } = from;
  const taken = await store.participants.find(participantId);
  if (taken === null) throw new Error(`The participant ${participantId} was just added, and is not there.`);
  const { person: after } = taken;
  // Between two people it may go back and forth: each time is news.
  const at = inside.clock.now();
  const carers = await store.classes.carersOf(trainingClass.id, at);
  // Nobody teaches the class (any more): the province hears of it.
  const trainers = carers.length > 0 ? carers : await store.classes.adminsOver(trainingClass.id);
  const managers = (await store.plans.managersOf([library.id])).map(({ person }) => person);
  const words = { library: library.name, className: trainingClass.name, from: before.name, to: after.name };
  const post = (to: ToPost["to"], rest: Pick<ToPost, "kind" | "names" | "say">): ToPost => ({
    key: `handover:${from.id}:${participantId}:${at.getTime()}:${to.id}`,
    to: { ...to, zone: to.zone ?? trainingClass.zone },
    ...rest,
  });
  await postTo(inside, [
    post(before, { kind: "answer", names: [], say: ({ handover }) => handover.gaveAway(library.name) }),
    ...trainers
      .filter(({ id }) => id !== after.id && id !== before.id)
      .map((to) =>
        post(to, {
          kind: "admission_request",
          names: [before.id, after.id],
          say: ({ handover, pauses }) => ({
            ...handover.told(words),
            buttons: [[{ label: pauses.toPerson, data: action("person", participantId) }]],
          }),
        }),
      ),
    ...managers
      .filter(({ id }) => id !== after.id && !trainers.some((trainer) => trainer.id === id))
      .map((to) =>
        post(to, {
          kind: "colleague",
          names: [after.id],
          say: ({ admission }) => admission.colleagueJoined({ name: after.name, library: library.name }),
        }),
      ),
  ]);
}
