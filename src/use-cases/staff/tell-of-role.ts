// Somebody who has an account hears that they became a trainer or an admin, or are one no more.
import { action } from "../../domain/messages/action.js";
import { isReachable, type Person } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import type { World } from "../../ports.js";
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
  await postTo(inside, [
    {
      key: `${subject}:${given ? "given" : "taken"}:${now.getTime()}`,
      kind: "role_change",
      to,
      names: [],
      subjects: [subject],
      say: ({ staffDesk, common }) => ({
        ...(given ? staffDesk.told.given(words) : staffDesk.told.taken(words)),
        buttons: [[{ label: common.menu, data: action("menu") }]],
      }),
    },
  ]);
}
