// Work plans: three a library and cohort.
import type { WorkPlansPort } from "../ports/work-plans.js";
import type { Db } from "./database.js";
import { dayToColumn } from "./days.js";
import { PlanType } from "./generated/client.js";

export function createWorkPlans(db: Db): WorkPlansPort {
  return {
    async ensurePlans({ libraryId, cohortId, classId, dueOn }) {
      await db.workPlan.createMany({
        data: Object.values(PlanType).map((type) => ({ libraryId, cohortId, classId, type, dueOn: dayToColumn(dueOn) })),
        skipDuplicates: true,
      });
    },
  };
}
