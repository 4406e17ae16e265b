// The workbook's own part: which sheets there are, in which order, under which names, and where their parts are.
import { posix } from "node:path";
import { FileRefusal } from "../bounds/file-refusal.js";
import type { Epoch } from "../cells/day-number.js";
import { readXml } from "../xml-part.js";
import type { ZipParts } from "../zip-parts.js";

export interface Workbook {
  readonly epoch: Epoch;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: string }[];
  readonly stringsPart?: string;
  readonly stylesPart?: string;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address: "worksheet", "styles". */
  readonly type: string;
  readonly part: string;
}

/** The part that the archive names as its document; undefined in an archive that is no Office file. */
export async function findOfficeDocument(zip: ZipParts): Promise<string | undefined> {
  if (!zip.has("_rels/.rels")) return undefined;
  const part = (await readRelations(zip, "")).find(({ type }) => type === "officeDocument")?.part;
  return part !== undefined && zip.has(part) ? part : undefined;
}

export async function readWorkbook(zip: ZipParts, part: string): Promise<Workbook> {
  const relations = await readRelations(zip, part);
  const sheets: Workbook["sheets"][number][] = [];
  let epoch: Epoch = 1900;
  await readXml(zip.unpack(part), {
    open(name, attributes) {
      if (name === "workbookPr" && isTrue(attributes.date1904)) epoch = 1904;
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
      const relation = relations.find((one) => one.id === id);
      // Sheets of a chart or a dialogue hold no cells.
      if (relation?.type !== "worksheet") return;
      if (sheets.some(({ part: known }) => known === relation.part)) {
        throw new FileRefusal("bomb", "one part for several sheets");
      }
      const isHidden = /^(veryH|h)idden$/.test(attributes.state ?? "");
      sheets.push({ name: attributes.name ?? "", isHidden, part: relation.part });
    },
  });
  if (sheets.length === 0) throw new FileRefusal("no-workbook", "a workbook without sheets");
  const stringsPart = partOf(zip, relations, "sharedStrings");
  const stylesPart = partOf(zip, relations, "styles");
  return {
    epoch,
    sheets,
    ...(stringsPart === undefined ? {} : { stringsPart }),
    ...(stylesPart === undefined ? {} : { stylesPart }),
  };
}

export function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

function partOf(zip: ZipParts, relations: readonly Relation[], type: string): string | undefined {
  const part = relations.find((relation) => relation.type === type)?.part;
  return part !== undefined && zip.has(part) ? part : undefined;
}

/** The relations of a part, or of the archive itself for "". */
async function readRelations(zip: ZipParts, of: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(of);
  const file = posix.join(folder, "_rels", `${posix.basename(of)}.rels`);
  if (!zip.has(file)) return [];
  const relations: Relation[] = [];
  await readXml(zip.unpack(file), {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const part = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: posix.basename(Type), part });
    },
  });
  return relations;
}
