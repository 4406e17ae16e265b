// Stories of change in the hands of their authors, and of those who read stories from elsewhere.
import { action, type Ids } from "../../domain/messages/action.js";
import type { RichText } from "../../domain/messages/message.js";
import { MOST_STORIES } from "../../domain/stories/story.js";
import { packed } from "../../domain/threads/thread-file.js";
import {
  decideConsent,
  dropGuardian,
  findOwnStory,
  findStory,
  findStoryPhotos,
  mayTellStory,
  ownStories,
  removeStory,
  wantStories,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { send, sendFiles, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { photoMessage, voicesOf } from "./story-form.js";
import { consentButtons, ownStoriesScreen, storyScreen, voicesScreen } from "./story-screens.js";

export async function showOwnStories(ctx: KnownContext, put: typeof show = show, said?: RichText): Promise<void> {
  await put(ctx, ownStoriesScreen(ctx.texts, await ownStories(ctx.world, ctx.actor), said));
}

export async function writeStory(ctx: KnownContext): Promise<void> {
  const { kind } = await mayTellStory(ctx.world, ctx.actor);
  if (kind === "not_yours") return refuse(ctx);
  if (kind === "too_many") return showOwnStories(ctx, show, ctx.texts.stories.form.tooMany(MOST_STORIES));
  await startForm(ctx, "story", "new");
}

export async function showStory(ctx: KnownContext, [storyId]: Ids<"story">): Promise<void> {
  await showStoryWith(ctx, storyId);
}

/** `said`: above it, what has just happened. */
export async function showStoryWith(ctx: KnownContext, storyId: number, said?: RichText): Promise<void> {
  const found = await findStory(ctx.world, ctx.actor, storyId);
  await (found.kind === "found" ? show(ctx, storyScreen(ctx.texts, found, said)) : refuseStory(ctx));
}

export function refuseStory(ctx: KnownContext): Promise<void> {
  return refuse(ctx, ctx.texts.stories.notThere());
}

export async function askStoryConsent(ctx: KnownContext, [storyId]: Ids<"ask_story_consent">): Promise<void> {
  const { texts, world, actor } = ctx;
  const found = await findOwnStory(world, actor, storyId);
  if (found.kind !== "found") return refuseStory(ctx);
  const back = [{ label: texts.common.back, data: action("story", storyId) }];
  await show(ctx, { ...texts.stories.consent.ask(), buttons: [...consentButtons(texts, storyId), back] });
}

export async function decideStoryConsent(ctx: KnownContext, [storyId, consent]: Ids<"story_consent">): Promise<void> {
  const outcome = await decideConsent(ctx.world, ctx.actor, { storyId, consent });
  if (outcome.kind !== "decided") return refuseStory(ctx);
  await showStoryWith(ctx, storyId, ctx.texts.stories.consent.decided[consent]());
}

export async function beginGuardian(ctx: KnownContext, [storyId]: Ids<"guardian">): Promise<void> {
  const found = await findOwnStory(ctx.world, ctx.actor, storyId);
  if (found.kind !== "found") return refuseStory(ctx);
  if (!found.story.showsChildren) return showStoryWith(ctx, storyId, ctx.texts.stories.guardian.noChildren());
  await startForm(ctx, "story_guardian", `story:${storyId}`);
}

export async function takeGuardianBack(ctx: KnownContext, [storyId]: Ids<"drop_guardian">): Promise<void> {
  const outcome = await dropGuardian(ctx.world, ctx.actor, storyId);
  if (outcome.kind !== "decided") return refuseStory(ctx);
  await showStoryWith(ctx, storyId, ctx.texts.stories.guardian.dropped());
}

export async function askRemoveStory(ctx: KnownContext, [storyId]: Ids<"ask_remove_story">): Promise<void> {
  const { texts, world, actor } = ctx;
  const found = await findOwnStory(world, actor, storyId);
  if (found.kind !== "found") return refuseStory(ctx);
  const { stories } = texts;
  const yes = { label: stories.yesRemove, data: action("remove_story", storyId) };
  await show(
    ctx,
    confirmScreen(stories.askRemove(), { yes, no: { label: stories.keep, data: action("story", storyId) } }),
  );
}

export async function removeOneStory(ctx: KnownContext, [storyId]: Ids<"remove_story">): Promise<void> {
  const outcome = await removeStory(ctx.world, ctx.actor, storyId);
  if (outcome.kind !== "removed") return refuseStory(ctx);
  await showOwnStories(ctx, show, ctx.texts.stories.removed());
}

export async function wantStoriesOfOthers(ctx: KnownContext, [turned]: Ids<"stories_of_others">): Promise<void> {
  const { world, actor, texts } = ctx;
  if (!(await wantStories(world, actor, turned === "on"))) return refuse(ctx);
  const { own } = texts.stories;
  await showOwnStories(ctx, show, turned === "on" ? own.wanted() : own.notWanted());
}

export async function showStoryPhotos(ctx: KnownContext, [storyId]: Ids<"story_photos">): Promise<void> {
  const { world, actor, texts } = ctx;
  const found = await findStoryPhotos(world, actor, storyId);
  const { stories } = texts;
  if (found.kind !== "found") return refuse(ctx, stories.noPhotos());
  const { story, isReader } = found;
  const photos = story.photos.map((fileId) => ({ kind: "photo" as const, fileId, albumId: null }));
  const lost = await sendFiles(
    ctx,
    packed(photos).map((attachment) => photoMessage(texts, attachment)),
  );
  const back = isReader ? menuButtons(actor, texts) : [[{ label: stories.open, data: action("story", storyId) }]];
  await send(ctx, { ...stories.photosAbove(lost), buttons: back });
}

export async function playStory(ctx: KnownContext, [storyId]: Ids<"story_voices">): Promise<void> {
  const { world, actor, texts } = ctx;
  const found = await findStory(world, actor, storyId);
  if (found.kind !== "found") return refuseStory(ctx);
  const lost = await sendFiles(ctx, voicesOf(texts, found.story.answers));
  await send(ctx, voicesScreen(texts, found.story, lost));
}

export async function typeOneStory(ctx: KnownContext, [storyId]: Ids<"type_story">): Promise<void> {
  const found = await findStory(ctx.world, ctx.actor, storyId);
  await (found.kind === "found" ? startForm(ctx, "story_typing", `story:${storyId}`) : refuseStory(ctx));
}
