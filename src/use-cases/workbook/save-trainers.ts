// The trainers of a workbook: on the list with their invitations, and at their classes.
import type { TrainerPlan } from "../../domain/office-workbook/plan-trainers.js";
import type { KnownActor } from "../../domain/person.js";
import type { WorkbookMade } from "../../ports/roster.js";
import type { World } from "../../ports.js";
import { inviteStaff } from "../staff/invite-staff.js";
import { teachClass } from "../staff/teach-class.js";
import { carriedOut } from "./carried-out.js";

/** Call it when the classes are saved, in the same transaction. */
export async function saveTrainers(
  world: World,
  actor: KnownActor,
  { plans, idOf }: { plans: readonly TrainerPlan[]; idOf(planned: number): number },
): Promise<Pick<WorkbookMade, "trainers" | "teaching">> {
  const made: Pick<WorkbookMade, "trainers" | "teaching"> = { trainers: [], teaching: [] };
  const teach = async (personId: number, classId: number) => {
    carriedOut(await teachClass(world, actor, { classId, personId, teaches: true }), "done");
    made.teaching.push({ classId, personId });
  };
  for (const plan of plans) {
    if (plan.status === "error" || plan.status === "same") continue;
    const [first, ...others] = plan.classes.map(({ id }) => idOf(id));
    if (plan.status !== "new") {
      for (const { id } of plan.classes) await teach(plan.known.personId, idOf(id));
      continue;
    }
    const wish = { role: "trainer", classId: first ?? null } as const;
    const invited = carriedOut(
      await inviteStaff(world, actor, { name: plan.line.name, phone: plan.phone, wish }),
      "invited",
    );
    made.trainers.push(invited.person.id);
    if (first !== undefined) made.teaching.push({ classId: first, personId: invited.person.id });
    for (const classId of others) await teach(invited.person.id, classId);
  }
  return made;
}
