// Everything that is kept about somebody, for them: one page to read and one file for programs. That they asked is noted.
import type { NewFile } from "../../domain/messages/message.js";
import type { OwnData, OwnDataRow } from "../../domain/own-data/own-data.js";
import { type KnownActor, personSubject, zoneOf } from "../../domain/people/person.js";
import { writePhone, writePhonesIn } from "../../domain/people/phone.js";
import type { AuditEntry } from "../../ports/own-data/audit.js";
import type { Store, World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { drawOwnDataPage } from "./draw-own-data-page.js";

/** Gathering it reads thirty tables: anyone who sends the command a hundred times must not keep the others waiting. */
const PAUSE_MILLISECONDS = 60_000;

const ACTION = "person.own-data";

export type ShowOwnDataOutcome =
  | { kind: "shown"; page: NewFile; json: NewFile }
  /** They got it less than a minute ago. */
  | { kind: "too_soon" };

/** Twice is once: an update that is handled again shows it again, and is noted once. */
export async function showOwnData(
  world: World,
  actor: KnownActor,
  { updateId }: { updateId: number },
): Promise<ShowOwnDataOutcome> {
  const now = world.clock.now();
  const { id, zone } = actor.person;
  const texts = textsFor(actor.language);
  const data = await world.transaction(async ({ store }) => {
    const standing = await standingOf(store, id, updateId, now);
    if (standing === "too_soon") return null;
    if (standing === "new") {
      const entry: AuditEntry = { actorId: id, action: ACTION, subject: personSubject(id), details: { updateId } };
      await store.audit.record(entry, now);
    }
    return store.ownData.collect(id, now);
  });
  if (data === null) return { kind: "too_soon" };
  const shown = withWrittenPhones(data);
  const name = texts.ownDataPage.fileName;
  return {
    kind: "shown",
    page: file(`${name}.html`, drawOwnDataPage(texts, shown, { zone: zoneOf({ zone }), now })),
    json: file(`${name}.json`, JSON.stringify(shown, null, 2)),
  };
}

async function standingOf(store: Store, personId: number, updateId: number, now: Date) {
  const last = await store.audit.latestOf(personId, ACTION);
  if (last === null || now.getTime() - last.at.getTime() >= PAUSE_MILLISECONDS) return "new";
  return (last.details as { updateId?: number } | null)?.updateId === updateId ? "again" : "too_soon";
}

/** Numbers as people write them, where we keep them and in what was filled in so far. */
function withWrittenPhones(data: OwnData): OwnData {
  const written = (row: OwnDataRow): OwnDataRow => ({
    ...row,
    ...(typeof row.phone === "string" && { phone: writePhone(row.phone) }),
    ...(typeof row.answers === "string" && { answers: writePhonesIn(row.answers) }),
  });
  return Object.fromEntries(Object.entries(data).map(([table, rows]) => [table, rows.map(written)])) as OwnData;
}

function file(name: string, content: string): NewFile {
  return { kind: "document", name, base64: Buffer.from(content, "utf8").toString("base64") };
}
