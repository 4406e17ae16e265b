// Duplicates in /kelola: who may be one person or one library. Who may see and merge them is decided by the use cases, at every press.
import type { Ids } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { zoneOf } from "../../domain/people/person.js";
import {
  listDuplicates,
  listMerges,
  mergeTwo,
  type Pair,
  type PairView,
  sayTwo,
  undoMerge,
  viewMerge,
  viewPair,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { comparedPage, duplicatesPage, mergedPage, mergeQuestion, mergesPage, toDuplicates } from "./merge-screens.js";

export async function openDuplicates(ctx: KnownContext, [page]: Ids<"duplicates">): Promise<void> {
  await showDuplicates(ctx, page);
}

/** `said`: above it, what has just happened. */
async function showDuplicates(ctx: KnownContext, page: number, said?: RichText): Promise<void> {
  const view = await listDuplicates(ctx.world, ctx.actor, page);
  await (view.kind === "found" ? show(ctx, duplicatesPage(ctx.texts, view, said)) : refuse(ctx));
}

const people = ([staysId, goesId]: readonly [number, number, ...unknown[]]): Pair => ({
  kind: "people",
  staysId,
  goesId,
});
const libraries = ([staysId, goesId]: readonly [number, number, ...unknown[]]): Pair => ({
  ...{ kind: "libraries", staysId, goesId },
});

export async function comparePeople(ctx: KnownContext, ids: Ids<"same_people">): Promise<void> {
  await compare(ctx, people(ids), ids[2]);
}

export async function compareLibraries(ctx: KnownContext, ids: Ids<"same_libraries">): Promise<void> {
  await compare(ctx, libraries(ids), ids[2]);
}

async function compare(ctx: KnownContext, pair: Pair, isChosen: boolean): Promise<void> {
  const view = await viewPair(ctx.world, ctx.actor, pair, isChosen);
  if (view.kind !== "found") return showWhy(ctx, view);
  await show(ctx, comparedPage(ctx.texts, view, zoneOf(ctx.actor.person)));
}

export async function askMergePeople(ctx: KnownContext, ids: Ids<"ask_merge_people">): Promise<void> {
  await ask(ctx, people(ids));
}

export async function askMergeLibraries(ctx: KnownContext, ids: Ids<"ask_merge_libraries">): Promise<void> {
  await ask(ctx, libraries(ids));
}

async function ask(ctx: KnownContext, pair: Pair): Promise<void> {
  const view = await viewPair(ctx.world, ctx.actor, pair, true);
  await (view.kind === "found" ? show(ctx, mergeQuestion(ctx.texts, view)) : showWhy(ctx, view));
}

export async function mergePeople(ctx: KnownContext, ids: Ids<"merge_people">): Promise<void> {
  await merge(ctx, people(ids));
}

export async function mergeLibraries(ctx: KnownContext, ids: Ids<"merge_libraries">): Promise<void> {
  await merge(ctx, libraries(ids));
}

async function merge(ctx: KnownContext, pair: Pair): Promise<void> {
  const outcome = await mergeTwo(ctx.world, ctx.actor, pair);
  await showWhy(ctx, outcome);
}

/** Merged already, or why it cannot be. */
async function showWhy(ctx: KnownContext, why: Exclude<PairView, { kind: "found" }>): Promise<void> {
  if (why.kind === "merged") return showMerge(ctx, why.merge.id);
  if (why.kind === "problem") {
    return show(ctx, { ...ctx.texts.duplicates.problems[why.problem](), buttons: [toDuplicates(ctx.texts)] });
  }
  await refuse(ctx);
}

export async function sayTwoPeople(ctx: KnownContext, ids: Ids<"two_people">): Promise<void> {
  await two(ctx, people(ids));
}

export async function sayTwoLibraries(ctx: KnownContext, ids: Ids<"two_libraries">): Promise<void> {
  await two(ctx, libraries(ids));
}

async function two(ctx: KnownContext, pair: Pair): Promise<void> {
  const outcome = await sayTwo(ctx.world, ctx.actor, pair);
  await (outcome.kind === "said" ? showDuplicates(ctx, 0, ctx.texts.duplicates.saidTwo()) : showWhy(ctx, outcome));
}

export async function openMerges(ctx: KnownContext, [page]: Ids<"merges">): Promise<void> {
  const view = await listMerges(ctx.world, ctx.actor, page);
  await (view.kind === "found" ? show(ctx, mergesPage(ctx.texts, view)) : refuse(ctx));
}

export async function openMerge(ctx: KnownContext, [mergeId]: Ids<"merged">): Promise<void> {
  await showMerge(ctx, mergeId);
}

async function showMerge(ctx: KnownContext, mergeId: number): Promise<void> {
  const { actor, texts, world } = ctx;
  const view = await viewMerge(world, actor, mergeId);
  if (view.kind !== "found") return refuse(ctx);
  await show(ctx, mergedPage(texts, view, zoneOf(actor.person), world.clock.now()));
}

export async function undoOneMerge(ctx: KnownContext, [mergeId]: Ids<"undo_merge">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await undoMerge(world, actor, mergeId);
  if (outcome.kind === "not_yours") return refuse(ctx);
  const words = {
    undone: () => texts.duplicates.undone(outcome, outcome.kind !== "undone" || outcome.accountIsBack),
    too_late: () => texts.duplicates.mergedForGood(outcome),
    later_first: () => texts.duplicates.laterFirst(outcome),
  }[outcome.kind]();
  await show(ctx, { ...words, buttons: [toDuplicates(texts)] });
}
