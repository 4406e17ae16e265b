// The names of a class to sign beside, as pages to print.
import { action } from "../../../domain/messages/action.js";
import { attendanceSheets } from "../../../texts/files/sheets/attendance-sheet.js";
import { exportAttendanceList, openPeopleScope } from "../../../use-cases/index.js";
import type { ExportKind } from "../../exports/export-kind.js";

export const attendanceFile: ExportKind = {
  async find(world, actor, about) {
    if (!/^\d{1,9}$/.test(about)) return null;
    const classId = Number(about);
    const opened = await openPeopleScope(world, actor, { classId, practice: false });
    if (opened.kind !== "found" || opened.trainingClass === null) return null;
    const { name: className } = opened.trainingClass;
    return {
      name: ({ peopleFiles }) => peopleFiles.aboutFile.attendance(className),
      async write({ texts, purpose, updateId }) {
        const outcome = await exportAttendanceList(world, actor, { classId, purpose, updateId });
        const { caseload, peopleFiles } = texts;
        const buttons = [[{ label: peopleFiles.toFiles, data: action("class_files", classId) }]];
        if (outcome.kind === "nobody") return { ...peopleFiles.nobody(), buttons };
        if (outcome.kind !== "exported") return caseload.notYours();
        const { trainingClass, people, days } = outcome;
        const { venue, startsOn, endsOn } = trainingClass;
        const head = {
          title: peopleFiles.sheetTitle.attendance(trainingClass.name),
          notes: [peopleFiles.held(venue, startsOn, endsOn), peopleFiles.keep],
        };
        world.progress?.({ what: "drawing" });
        const bytes = await world.sheets.pdf(attendanceSheets(peopleFiles.attendance, head, { people, days }));
        return {
          ...peopleFiles.fileCaption.attendance(people.length),
          buttons,
          attachment: {
            kind: "document" as const,
            name: `${peopleFiles.fileName.attendance}-${classId}.pdf`,
            base64: Buffer.from(bytes).toString("base64"),
          },
        };
      },
    };
  },
};
