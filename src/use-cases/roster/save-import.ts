// An admin saves a file of people into the rosters of classes, and may take it back within a day.
import { maySetUpClass } from "../../domain/people/permissions.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import {
  changesOfEntry,
  IMPORT_UNDO_HOURS,
  type ImportPlan,
  type RosterEntry,
} from "../../domain/roster/import-plan.js";
import type { SavedImport, WorkbookMade } from "../../ports/programme/roster.js";
import type { World } from "../../ports.js";
import { readHolding } from "../posting.js";
import { setUpAlone } from "../set-up-alone.js";
import { type UndoneWorkbook, undoWorkbook } from "../workbook/undo-workbook.js";
import { planInTurns } from "./plan-in-turns.js";
import { isMoreThan, type Shown, shownOf } from "./what-was-shown.js";

/** What the file would change now. Entries of classes that are not the actor's to set up make it not allowed. */
export async function previewImport(
  world: World,
  actor: KnownActor,
  entries: readonly RosterEntry[],
): Promise<({ kind: "planned" } & ImportPlan) | { kind: "not_allowed" }> {
  const classIds = [...new Set(entries.map(({ classId }) => classId))];
  const classes = await world.store.classes.findAll(classIds);
  const areTheirs = classes.length === classIds.length && classes.every((one) => maySetUpClass(actor, one));
  if (!areTheirs) return { kind: "not_allowed" };
  return { kind: "planned", ...(await planInTurns(entries, await world.store.roster.rowsOf(classIds))) };
}

/** What a summary of this plan shows, for saveImport(). */
export function shownOfImport({ entries }: ImportPlan): Promise<Shown> {
  return shownOf(entries.flatMap((one) => changesOfEntry(one, (classId) => classId)));
}

export interface SaveImportInput {
  draftId: number;
  classId: number | null;
  entries: readonly RosterEntry[];
  /** What the summary showed that was confirmed; missing where nobody was shown anything, or all of it was compared before. */
  shown?: Shown;
  /** What a workbook has made in the same transaction. */
  made?: WorkbookMade | null;
}

export type SaveImportOutcome =
  | { kind: "saved"; saved: SavedImport }
  /** meanwhile: it would change what was not shown, because others have changed things since. */
  | { kind: "meanwhile" }
  | { kind: "not_allowed" };

/** Twice is once: a draft is saved one time, and the same file sent by somebody else finds nothing left to change. */
export async function saveImport(
  world: World,
  asked: KnownActor,
  { draftId, classId, entries, shown, made = null }: SaveImportInput,
): Promise<SaveImportOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const before = await store.roster.findImport({ draftId });
    if (before !== null) return { kind: "saved", saved: before };
    const planned = await planHolding(inside, actor, entries);
    if (planned.kind === "not_allowed") return planned;
    if (shown !== undefined && isMoreThan(shown, await shownOfImport(planned))) return { kind: "meanwhile" };
    const added = planned.entries.flatMap((one) => (one.status === "new" ? [one.entry] : []));
    const changed = planned.entries.flatMap((one) => (one.status === "changed" ? [one] : []));
    const counts = { inserted: added.length, changed: changed.length };
    const same = planned.entries.length - counts.inserted - counts.changed;
    const about = { draftId, authorId: actor.person.id, classId, ...counts, same, savedAt: now, made };
    const saved = await store.roster.save(about, added, changed);
    const subject = `roster-import:${saved.id}`;
    const details = { ...counts, same, classes: [...new Set(entries.map((one) => one.classId))].length };
    await store.audit.record({ actorId: actor.person.id, action: "roster.import", subject, details }, now);
    return { kind: "saved", saved };
  });
}

/** What would change, with everybody whom a line or a changed row is about held: an erasure finds all of it, or comes before it. */
async function planHolding(world: World, actor: KnownActor, entries: readonly RosterEntry[]) {
  const { store } = world;
  const phones = entries.flatMap(({ phone }) => phone ?? []);
  const read = async () => {
    const planned = await previewImport(world, actor, entries);
    const lines = planned.kind === "planned" ? planned.entries : [];
    const rowIds = lines.flatMap((one) => (one.status === "changed" ? [one.row.id] : []));
    return { planned, people: await store.roster.peopleBehind({ rowIds, phones }) };
  };
  return (await readHolding(store, read, ({ people }) => people)).planned;
}

export type UndoImportOutcome =
  /** `made`: what became of what a workbook had made besides; null: a roster alone. */
  | { kind: "undone"; undone: number; stayed: string[]; made: UndoneWorkbook | null }
  | { kind: "too_late" | "undone_before" | "not_allowed" };

/** Who has joined meanwhile, or was changed by a later file, stays and is listed. Only by the one who could still save it. */
export async function undoImport(world: World, asked: KnownActor, importId: number): Promise<UndoImportOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const saved = await store.roster.findImport({ id: importId });
    if (saved === null || saved.authorId !== actor.person.id) return { kind: "not_allowed" };
    if (saved.undoneAt !== null) return { kind: "undone_before" };
    if (now.getTime() - saved.savedAt.getTime() > IMPORT_UNDO_HOURS * 3_600_000) return { kind: "too_late" };
    const classes = await store.classes.findAll(await store.roster.classesOf(importId));
    if (!isAdmin(actor) || !classes.every((one) => maySetUpClass(actor, one))) return { kind: "not_allowed" };
    await store.people.hold(await store.roster.peopleBehind({ rowIds: [], phones: [], importId }));
    const { undone, stayed } = await store.roster.undo(importId, actor.person.id, now);
    const details = { undone, stayed: stayed.length, shown: stayed.map(({ id }) => `roster_row:${id}`) };
    const subject = `roster-import:${importId}`;
    await store.audit.record({ actorId: actor.person.id, action: "roster.undo", subject, details }, now);
    const made = saved.made === null ? null : await undoWorkbook(inside, actor, { importId, made: saved.made });
    return { kind: "undone", undone, stayed: stayed.map(({ name }) => name), made };
  });
}
