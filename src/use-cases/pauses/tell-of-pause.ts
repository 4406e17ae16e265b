// Who hears of a pause: the trainers of the one who pauses, once; and they themselves, where somebody else said it.
import { action } from "../../domain/messages/action.js";
import type { Person } from "../../domain/people/person.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { World } from "../../ports.js";
import { leavesAt } from "../caseload/acts/who-gets-it.js";
import { postTo, type ToPost } from "../posting.js";

/** Of each change once: moved there and back, the last day that counts is news again. Call it where something has changed. */
export async function tellOfPause(
  inside: World,
  { pause, person, byId }: { pause: PauseRecord; person: Person; byId: number },
): Promise<void> {
  const { store, clock } = inside;
  const change = `${pause.id}:${clock.now().getTime()}`;
  const toTell = new Map<number, ToPost>();
  for (const { id, trainingClass } of await store.participants.ofPerson(person.id)) {
    for (const trainer of await store.classes.carersOf(trainingClass.id, clock.now())) {
      if (trainer.id === byId || trainer.id === person.id || toTell.has(trainer.id)) continue;
      toTell.set(trainer.id, {
        key: `pause-told:${change}:${trainer.id}`,
        kind: "pause_told",
        // A minute later: most slips are seen on the receipt.
        at: leavesAt(inside),
        to: { ...trainer, zone: trainer.zone ?? trainingClass.zone },
        names: [person.id],
        subjects: [pauseSubject(pause.id)],
        say: ({ pauses }) => ({
          ...pauses.told({ name: person.name, untilOn: pause.untilOn, reason: pause.reason }),
          buttons: [[{ label: pauses.toPerson, data: action("person", id) }]],
        }),
      });
    }
  }
  const byOther: ToPost[] =
    byId === person.id
      ? []
      : [
          {
            key: `pause-begun:${change}:${person.id}`,
            kind: "pause_begun",
            at: leavesAt(inside),
            to: person,
            names: [],
            subjects: [pauseSubject(pause.id)],
            say: ({ pauses }) => ({
              ...pauses.begunForYou({ name: person.name, untilOn: pause.untilOn }),
              buttons: [[{ label: pauses.menu, data: action("pause", null) }]],
            }),
          },
        ];
  await postTo(inside, [...toTell.values(), ...byOther]);
}

/**
 * What waits to tell of a pause that has changed since is not said any more: not that it is taken back, and no last day that is none by now.
 * Returns whom that would have told of their own pause, or of that of their place.
 */
export async function recallPause({ store, clock }: World, pauseId: number, cause: string): Promise<Set<number>> {
  const kinds = ["pause_told" as const, "pause_begun" as const];
  const recalled = await store.outbox.takeBack({ subject: pauseSubject(pauseId) }, cause, clock.now(), kinds);
  return new Set(recalled.filter(({ kind }) => kind === "pause_begun").map(({ personId }) => personId));
}

/** Who hears of a pause: its messages are found by this. */
export function pauseSubject(pauseId: number): string {
  return `pause:${pauseId}`;
}
