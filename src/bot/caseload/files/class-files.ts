// Files and pictures of people: the screens where they are chosen, and the picture of a class.
import type { PeopleScope } from "../../../domain/caseload/files/people-scope.js";
import { writePeopleScope } from "../../../domain/caseload/files/people-scope.js";
import { action, type Ids } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import { classPictureSheet } from "../../../texts/files/sheets/care-sheets.js";
import { countPeople, listClasses, openPeopleScope, viewClassPicture } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { askForExport } from "../../exports/ask-for-export.js";
import { writeListOfArea } from "../../exports/place-files.js";
import { classLabel } from "../../kit/class-label.js";
import { listScreen } from "../../kit/list-screen.js";
import { refuse } from "../../kit/refuse.js";
import { send, show } from "../../kit/show.js";

export async function showClassFiles(ctx: KnownContext, [classId]: Ids<"class_files">): Promise<void> {
  const opened = await openPeopleScope(ctx.world, ctx.actor, { classId, practice: false });
  if (opened.kind !== "found") return refuse(ctx);
  const { classPages, peopleFiles } = ctx.texts;
  const files = [
    { label: peopleFiles.picture, data: action("class_picture", classId) },
    { label: peopleFiles.workbook, data: action("people_file", "workbook", classId, "all") },
    { label: peopleFiles.visits, data: action("people_file", "visits", classId, "all") },
    { label: peopleFiles.attendanceButton, data: action("attendance_list", classId) },
    { label: ctx.texts.feedback.menu, data: action("feedback_results", { placeCode: null, classId }, 0) },
  ];
  await show(ctx, {
    ...peopleFiles.ofClass(opened.trainingClass?.name ?? ""),
    buttons: [...rowsThatFit(files, 2), [{ label: classPages.toClass, data: action("class", classId) }]],
  });
}

/** Of an area there is one file: the list of its people. */
export async function showPeopleFiles(
  ctx: KnownContext,
  [filter, practice, area, cohortId]: Ids<"people_files">,
): Promise<void> {
  if (area !== null) return askForExport(ctx, "people", writeListOfArea(area, filter, cohortId));
  const counts = await countPeople(ctx.world, ctx.actor, { practice });
  const { caseload, peopleFiles } = ctx.texts;
  const files = [
    { label: peopleFiles.workbook, data: action("people_file", "workbook", null, filter, practice) },
    { label: peopleFiles.calls, data: action("people_file", "visits", null, filter, practice) },
  ];
  await show(ctx, {
    ...peopleFiles.ofPeople(filter, counts[filter]),
    buttons: [...rowsThatFit(files, 2), [{ label: caseload.backToList, data: action("people", filter, 0, practice) }]],
  });
}

export async function askForPeopleFile(
  ctx: KnownContext,
  [as, classId, filter, practice]: Ids<"people_file">,
): Promise<void> {
  await askFor(ctx, as, { classId, filter, practice });
}

/** Below the morning, which stays. */
export async function askForCallSheet(ctx: KnownContext): Promise<void> {
  await askFor(ctx, "visits", { classId: null, filter: "all", practice: false }, true);
}

async function askFor(ctx: KnownContext, as: "workbook" | "visits", scope: PeopleScope, below = false): Promise<void> {
  await askForExport(ctx, as === "visits" ? "visits" : "care", writePeopleScope(scope), below);
}

export async function askForAttendanceList(ctx: KnownContext, [classId]: Ids<"attendance_list">): Promise<void> {
  await askForExport(ctx, "attendance", classId);
}

/** Of the only class; of many it is asked which. */
export async function showClassPictures(ctx: KnownContext, [page]: Ids<"class_pictures">): Promise<void> {
  const list = await listClasses(ctx.world, ctx.actor, page);
  const [only] = list.shown;
  const { common, peopleFiles } = ctx.texts;
  const menu = [{ label: common.menu, data: action("menu") }];
  if (only === undefined) return show(ctx, { ...ctx.texts.classPages.none(), buttons: [menu] });
  if (list.total === 1) return sendClassPicture(ctx, [only.id]);
  const rows = list.shown.map((one) => [
    { label: classLabel(ctx.texts, one, list.total), data: action("class_picture", one.id) },
  ]);
  const pages = { at: list, to: (to: number) => action("class_pictures", to) };
  await send(ctx, listScreen(ctx.texts, peopleFiles.whichPicture(), { rows, pages, back: menu }));
}

/** Below what stands there: a picture takes no message's place. */
export async function sendClassPicture(ctx: KnownContext, [classId]: Ids<"class_picture">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await viewClassPicture(world, actor, classId);
  if (found.kind !== "found") return refuse(ctx);
  const { peopleFiles } = texts;
  const { trainingClass, people, total, counts, lights, countedAt } = found;
  const back = [{ label: peopleFiles.toFiles, data: action("class_files", classId) }];
  if (total === 0) return show(ctx, { ...peopleFiles.nobody(), buttons: [back] });
  const { name, zone } = trainingClass;
  const head = {
    title: peopleFiles.sheetTitle.picture(name),
    notes: [
      ...[peopleFiles.lightsOf(lights), peopleFiles.counted(zone, countedAt)],
      ...(people.length < total ? [peopleFiles.some(people.length, total)] : []),
    ],
  };
  world.progress?.({ what: "drawing" });
  const picture = await world.sheets.picture(classPictureSheet(peopleFiles.words, head, people));
  await send(ctx, {
    ...peopleFiles.pictureCaption({
      ...{ className: name, people: total, late: counts.late, notJoined: counts.not_joined },
      ...{ lights, zone, at: countedAt, shown: people.length },
    }),
    attachment: {
      kind: "photo",
      name: `${peopleFiles.fileName.picture}-${classId}.png`,
      base64: Buffer.from(picture).toString("base64"),
    },
    buttons: [back],
  });
}
