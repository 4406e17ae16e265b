// An admin saves a workbook: cohorts, waves, classes, sessions, trainers and participants, all of it or nothing.
import type { WorkbookPlan } from "../../domain/office-workbook/plan-workbook.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { SavedImport, WorkbookMade } from "../../ports/programme/roster.js";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";
import type { World } from "../../ports.js";
import { saveImport } from "../roster/save-import.js";
import { isMoreThan, type Shown } from "../roster/what-was-shown.js";
import { setUpAlone } from "../set-up-alone.js";
import { previewWorkbook, type WorkbookInput } from "./preview-workbook.js";
import { type SavedClasses, saveClasses } from "./save-classes.js";
import { saveSessions, sessionsOfNewClasses } from "./save-sessions.js";
import { saveTrainers } from "./save-trainers.js";

export interface SaveWorkbookInput extends WorkbookInput {
  draftId: number;
  /** What a cohort is called that the workbook opens. */
  cohortName(year: number): string;
  saidAt: Date;
  /** What the summary showed that was confirmed; missing where nobody was shown anything. */
  shown?: Shown;
}

export type SaveWorkbookOutcome =
  /** `plan`: what was carried out, which may be less than the preview showed; null where the draft was saved before.
   *  `joined`: names of classes whose deadline stays, because somebody joined at that moment. */
  | { kind: "saved"; saved: SavedImport; plan: WorkbookPlan | null; joined: string[] }
  /** meanwhile: it would change what was not shown, because others have changed things since. */
  | { kind: "meanwhile" }
  | { kind: "not_allowed" };

/**
 * Twice is once: a draft is saved one time, and the same workbook sent again finds nothing left to change. It is planned anew under the
 * locks under which it is written: what somebody else did since the preview is seen, and nobody's work is taken back unseen.
 */
export async function saveWorkbook(
  world: World,
  asked: KnownActor,
  { draftId, lines, entriesFor, cohortName, saidAt, shown }: SaveWorkbookInput,
): Promise<SaveWorkbookOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    if (!isAdmin(actor)) return { kind: "not_allowed" };
    const before = await store.roster.findImport({ draftId });
    if (before !== null) return { kind: "saved", saved: before, plan: null, joined: [] };
    const preview = await previewWorkbook(inside, actor, { lines, entriesFor });
    if (preview.kind === "not_allowed") return preview;
    if (shown !== undefined && isMoreThan(shown, preview.shown)) return { kind: "meanwhile" };
    const { plan } = preview;
    const classes = await saveClasses(inside, actor, {
      ...{ plans: plan.classes, sessionsOf: sessionsOfNewClasses(plan.sessions), cohortName, saidAt },
    });
    const sessions = await saveSessions(inside, actor, { plans: plan.sessions, saidAt });
    const trainers = await saveTrainers(inside, actor, { plans: plan.trainers, idOf: classes.idOf });
    const coming = plan.coming.map((one) => ({ ...one, id: classes.idOf(one.id) }));
    const made = madeBy(plan, classes, sessions, trainers);
    const entries = await entriesFor(coming);
    await letOthersGoFirst();
    const outcome = await saveImport(inside, actor, { draftId, classId: null, entries, made });
    return outcome.kind === "saved" ? { ...outcome, plan, joined: classes.joined } : outcome;
  });
}

function madeBy(
  plan: WorkbookPlan,
  classes: SavedClasses,
  sessions: { added: number[] },
  trainers: Pick<WorkbookMade, "trainers" | "teaching">,
): WorkbookMade {
  const { cohorts, waves, made } = classes;
  const changed = [...plan.classes, ...plan.sessions].filter(({ status }) => status === "changed").length;
  return { cohorts, waves, classes: made, sessions: sessions.added, ...trainers, changed };
}
