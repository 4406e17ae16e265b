// Somebody who has an account hears that they became a trainer or an admin, or are one no more; and of which classes.
import { action } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { isReachable, type Person } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { postTo } from "../posting.js";

/** Call it in the transaction that gives or takes the role. What still waits to tell the opposite is taken back. */
export async function tellOfRole(
  inside: World,
  to: Person,
  { role, given }: { role: RoleBinding; given: boolean },
): Promise<void> {
  const now = inside.clock.now();
  const subject = `role:${to.id}:${role.role}:${role.regionCode ?? "all"}`;
  const waiting = await inside.store.outbox.takeBack({ subject }, "role changed", now, ["role_change"]);
  // Taken and given back before they heard of it: nothing has changed for them.
  if (waiting.length > 0 || !isReachable(to)) return;
  const regionName =
    role.regionCode === null ? null : ((await inside.store.places.find(role.regionCode))?.name ?? role.regionCode);
  const words = { role: role.role, regionName };
  await tell(inside, to, subject, given, ({ told }) => (given ? told.given(words) : told.taken(words)));
}

/** Call it in the transaction that gives or takes the classes, whatever their number: one message. A class of a practice is nobody's task. */
export async function tellOfClasses(
  inside: World,
  to: Person,
  { classes, given }: { classes: readonly TrainingClass[]; given: boolean },
): Promise<void> {
  const now = inside.clock.now();
  const meant = classes.filter(({ practiceOf }) => practiceOf === 0);
  const [only, ...others] = meant;
  if (only === undefined || !isReachable(to)) return;
  const subject = `teaching:${to.id}:${others.length === 0 ? only.id : "several"}`;
  if (others.length === 0) {
    const waiting = await inside.store.outbox.takeBack({ subject }, "class changed", now, ["role_change"]);
    if (waiting.length > 0) return;
  }
  const names = meant.map(({ name }) => name);
  await tell(inside, to, subject, given, ({ told }) => (given ? told.classesGiven(names) : told.classesTaken(names)));
}

async function tell(
  inside: World,
  to: Person,
  subject: string,
  given: boolean,
  words: (staffDesk: Texts["staffDesk"]) => RichText,
): Promise<void> {
  await postTo(inside, [
    {
      key: `${subject}:${given ? "given" : "taken"}:${inside.clock.now().getTime()}`,
      kind: "role_change",
      to,
      names: [],
      subjects: [subject],
      say: ({ staffDesk, common }) => ({
        ...words(staffDesk),
        buttons: [[{ label: common.menu, data: action("menu") }]],
      }),
    },
  ]);
}
