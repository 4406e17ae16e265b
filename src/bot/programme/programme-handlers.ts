// /kelola: the buttons by which admins set up the programme. Who may is decided by the use cases, at every press.

import { action, type Ids } from "../../domain/messages/action.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { bold, paragraphs } from "../../texts/rich.js";
import {
  countDuplicates,
  hasBegun,
  havePlacesChanged,
  removeClass as removeClassFor,
  viewClassSetUp,
  viewCohort,
  viewProgramme,
  viewProvinceOfWave,
  viewWave,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import {
  beginningScreen,
  classSetUpScreen,
  cohortScreen,
  homeScreen,
  provinceScreen,
  removeQuestion,
  toSetUp,
  waveScreen,
} from "./programme-screens.js";

export async function openProgramme(ctx: BotContext): Promise<void> {
  const view = await viewProgramme(ctx.world, ctx.actor);
  if (view.kind === "not_allowed") return refuse(ctx);
  const isEmpty = view.cohorts.length === 0 && view.mayAdd;
  if (isEmpty) return show(ctx, beginningScreen(ctx.texts, view, nameOf(ctx)));
  const found = {
    ...(await countDuplicates(ctx.world, ctx.actor)),
    havePlacesChanged: await havePlacesChanged(ctx.world, ctx.actor),
  };
  await show(ctx, homeScreen(ctx.texts, view, found));
}

export async function showBeginning(ctx: BotContext): Promise<void> {
  const view = await viewProgramme(ctx.world, ctx.actor);
  await (view.kind === "found" ? show(ctx, beginningScreen(ctx.texts, view, nameOf(ctx))) : refuse(ctx));
}

export async function showCohort(ctx: KnownContext, [cohortId]: Ids<"cohort">): Promise<void> {
  const view = await viewCohort(ctx.world, ctx.actor, cohortId);
  await (view.kind === "found" ? show(ctx, cohortScreen(ctx.texts, view)) : refuse(ctx));
}

export async function showWave(ctx: KnownContext, [waveId, page]: Ids<"wave">): Promise<void> {
  const view = await viewWave(ctx.world, ctx.actor, waveId);
  await (view.kind === "found" ? show(ctx, waveScreen(ctx.texts, view, page)) : refuse(ctx));
}

export async function showProvinceOfWave(
  ctx: KnownContext,
  [waveId, provinceCode, page]: Ids<"wave_province">,
): Promise<void> {
  const view = await viewProvinceOfWave(ctx.world, ctx.actor, { waveId, provinceCode });
  if (view.kind === "not_allowed") return refuse(ctx);
  await show(ctx, provinceScreen(ctx.texts, { ...view, provinceCode }, page));
}

export async function showClassSetUp(ctx: KnownContext, [classId]: Ids<"set_up_class">): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  await (view.kind === "found" ? show(ctx, classSetUpScreen(ctx.texts, view)) : refuse(ctx));
}

export async function addCohort(ctx: BotContext): Promise<void> {
  const view = await viewProgramme(ctx.world, ctx.actor);
  await (view.kind === "found" && view.mayAdd ? startForm(ctx, "cohort", "cohort:new") : refuse(ctx));
}

export async function addWaveTo(ctx: KnownContext, [cohortId]: Ids<"new_wave">): Promise<void> {
  const view = await viewCohort(ctx.world, ctx.actor, cohortId);
  if (view.kind === "not_allowed" || !view.mayAdd) return refuse(ctx);
  const next = Math.max(0, ...view.waves.map(({ number }) => number)) + 1;
  await startForm(ctx, "wave", `cohort:${view.cohort.id}:${next}`);
}

export async function addClassTo(ctx: KnownContext, [waveId, provinceCode]: Ids<"new_class">): Promise<void> {
  const view = await viewWave(ctx.world, ctx.actor, waveId);
  if (view.kind === "not_allowed" || !view.mayAddClass) return refuse(ctx);
  await startForm(ctx, "class", `wave:${view.wave.id}:${provinceCode ?? ""}`);
}

export async function changeClassDetail(ctx: KnownContext, [classId, what]: Ids<"change_class">): Promise<void> {
  await withClass(ctx, classId, ({ id }) => startForm(ctx, "class_detail", `class:${id}:${what}`));
}

export async function addSessionTo(ctx: KnownContext, [classId]: Ids<"add_session">): Promise<void> {
  await withClass(ctx, classId, ({ id }) => startForm(ctx, "session", `class:${id}`));
}

export async function copyClass(ctx: KnownContext, [classId]: Ids<"copy_class">): Promise<void> {
  await withClass(ctx, classId, ({ id }) => startForm(ctx, "copy_class", `class:${id}`));
}

/** The first day is part of what is decided about: a class that was shifted meanwhile is another question. */
export async function shiftClassDays(ctx: KnownContext, [classId]: Ids<"shift_class">): Promise<void> {
  const { texts, world } = ctx;
  await withClass(ctx, classId, async ({ id, name, startsOn, zone }) => {
    if (!hasBegun({ startsOn }, dayIn(zone, world.clock.now()))) {
      return startForm(ctx, "shift_class", `class:${id}:${startsOn}`);
    }
    // No question whose every answer is refused: its sessions are moved one by one, on the page behind the button.
    const toClass = { label: texts.programme.toClass, data: action("class", id) };
    const words = paragraphs(bold(name), texts.programmeForms.shift.refused.begun());
    await show(ctx, { ...words, buttons: [[toClass], toSetUp(texts, id)] });
  });
}

export async function askRemoveClass(ctx: KnownContext, [classId]: Ids<"ask_remove_class">): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  await (view.kind === "found" ? show(ctx, removeQuestion(ctx.texts, view)) : refuse(ctx));
}

export async function removeClass(ctx: KnownContext, [classId]: Ids<"remove_class">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await removeClassFor(world, actor, classId);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "refused") return show(ctx, texts.programme.hasParticipants());
  const { waveId, provinceCode, name } = outcome.trainingClass;
  const view = await viewProvinceOfWave(world, actor, { waveId, provinceCode });
  const buttons = view.kind === "found" ? provinceScreen(texts, { ...view, provinceCode }, 0).buttons : undefined;
  await show(ctx, { ...texts.programme.removed(name), buttons: buttons ?? [] });
}

async function withClass(
  ctx: BotContext,
  classId: number,
  then: (trainingClass: TrainingClass) => Promise<void>,
): Promise<void> {
  const view = await viewClassSetUp(ctx.world, ctx.actor, classId);
  await (view.kind === "found" ? then(view.trainingClass) : refuse(ctx));
}

function nameOf({ actor }: BotContext): string {
  return actor.person?.name ?? "";
}
