// People with their phone numbers as files: a workbook, and a sheet to visit or telephone them by.
import { type PeopleScope, readPeopleScope } from "../../../domain/caseload/files/people-scope.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { type KnownActor, zoneOf } from "../../../domain/people/person.js";
import { careSheets, type SheetHead, visitSheet } from "../../../texts/files/sheets/care-sheets.js";
import type { Texts } from "../../../texts/index.js";
import { type ExportedCare, exportCare, openPeopleScope } from "../../../use-cases/index.js";
import type { ExportKind } from "../../exports/export-kind.js";
import type { BotWorld } from "../../world.js";

export const careFile: ExportKind = exportAs("workbook");
export const visitsFile: ExportKind = exportAs("visits");

function exportAs(as: "workbook" | "visits"): ExportKind {
  return {
    async find(world, actor, about) {
      const scope = readPeopleScope(about);
      const opened = scope === null ? null : await openPeopleScope(world, actor, scope);
      if (scope === null || opened?.kind !== "found") return null;
      const className = opened.trainingClass?.name ?? null;
      return {
        name: ({ peopleFiles }) => peopleFiles.aboutFile[as](className, scope.filter),
        async write({ texts, purpose, updateId }) {
          // Said first: to read ten thousand people takes longer than to write them.
          world.progress?.({ what: "drawing" });
          const outcome = await exportCare(world, actor, { scope, as, purpose, updateId });
          const { caseload, peopleFiles } = texts;
          if (outcome.kind === "nobody") {
            const words =
              as === "visits" && scope.filter === "all" ? peopleFiles.nobodyToVisit() : peopleFiles.nobody();
            return { ...words, buttons: [[backTo(texts, scope)]] };
          }
          return outcome.kind === "exported" ? asFile(world, actor, texts, scope, as, outcome) : caseload.notYours();
        },
      };
    },
  };
}

async function asFile(
  world: BotWorld,
  actor: KnownActor,
  texts: Texts,
  scope: PeopleScope,
  as: "workbook" | "visits",
  { trainingClass, people, counts, total, countedAt }: ExportedCare,
): Promise<Message> {
  const { peopleFiles } = texts;
  const isPractice = scope.practice || (trainingClass !== null && trainingClass.practiceOf !== 0);
  const head: SheetHead = {
    title: peopleFiles.sheetTitle[as](trainingClass?.name ?? null, scope.filter),
    notes: [
      peopleFiles.counted(trainingClass?.zone ?? zoneOf(actor.person), countedAt),
      ...(people.length < total ? [peopleFiles.some(people.length, total)] : []),
      ...(trainingClass === null && !isPractice ? [peopleFiles.withoutPractice] : []),
      peopleFiles.keep,
    ],
  };
  const { words } = peopleFiles;
  const bytes = await (as === "visits"
    ? world.sheets.pdf([visitSheet(words, head, people)])
    : world.sheets.xlsx(careSheets(words, head, { people, counts }), peopleFiles.aboutSheet));
  const which = texts.caseload
    .filterName(scope.filter)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const name = [peopleFiles.fileName[as], trainingClass?.id ?? which].join("-");
  return {
    ...(as === "visits"
      ? peopleFiles.fileCaption.visits(people.length, total)
      : peopleFiles.fileCaption.workbook(total)),
    buttons: [[backTo(texts, scope)]],
    attachment: {
      kind: "document",
      name: `${name}.${as === "visits" ? "pdf" : "xlsx"}`,
      base64: Buffer.from(bytes).toString("base64"),
    },
  };
}

function backTo({ peopleFiles }: Texts, { classId, filter, practice }: PeopleScope): Button {
  const data = classId === null ? action("people_files", filter, practice) : action("class_files", classId);
  return { label: peopleFiles.toFiles, data };
}
