// Stories in the hands of those who look after their authors: proposed, chosen, and the desk of admins. Who may is decided by the use cases.
import { action, type Ids } from "../../domain/messages/action.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import { holdOf } from "../../domain/stories/story.js";
import { STORY_DESKS, STORY_SHEET_FORMS, type StoryDesk } from "../../domain/stories/story-actions.js";
import type { ChampionLine, Story } from "../../domain/stories/told-story.js";
import type { Texts } from "../../texts/index.js";
import { libraryAt } from "../../texts/layouts/library-at.js";
import { flagStory, listStory, nameChampion, storiesOf, storyPlaces, viewStoryDesk } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { askForExport } from "../exports/ask-for-export.js";
import { listScreen } from "../kit/list-screen.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { refuseStory, showStoryWith } from "./story-handlers.js";
import { storiesOfScreen } from "./story-screens.js";

/** A choice with nothing to read above it: the provinces are three pages at most. */
const PLACES_A_PAGE = 16;

export async function showStoriesOf(ctx: KnownContext, [participantId]: Ids<"stories_of">): Promise<void> {
  const found = await storiesOf(ctx.world, ctx.actor, participantId);
  await (found.kind === "found" ? show(ctx, storiesOfScreen(ctx.texts, found)) : refuse(ctx));
}

export async function flagOneStory(ctx: KnownContext, [storyId, turned]: Ids<"flag_story">): Promise<void> {
  const outcome = await flagStory(ctx.world, ctx.actor, { storyId, on: turned === "on" });
  await (outcome.kind === "done" ? showStoryWith(ctx, storyId) : refuseStory(ctx));
}

export async function listOneStory(ctx: KnownContext, [storyId, turned]: Ids<"list_story">): Promise<void> {
  const outcome = await listStory(ctx.world, ctx.actor, { storyId, on: turned === "on" });
  await (outcome.kind === "done" ? showStoryWith(ctx, storyId) : refuseStory(ctx));
}

export async function nameOneChampion(ctx: KnownContext, [participantId, turned]: Ids<"champion">): Promise<void> {
  const outcome = await nameChampion(ctx.world, ctx.actor, { participantId, on: turned === "on" });
  if (outcome.kind !== "done") return refuse(ctx);
  await showStoriesOf(ctx, [participantId]);
}

export async function showStoryDesk(ctx: KnownContext, [desk, placeCode, wanted]: Ids<"story_desk">): Promise<void> {
  const { world, actor, texts } = ctx;
  const view = await viewStoryDesk(world, actor, { desk, placeCode, page: wanted, most: ROWS_A_PAGE });
  if (view.kind !== "found") return refuse(ctx);
  await show(ctx, deskScreen(texts, { desk, placeCode, ...view }));
}

interface DeskPage {
  desk: StoryDesk;
  placeCode: string | null;
  placeName: string | null;
  page: number;
  last: number;
  total: number;
  stories: readonly Story[];
  champions: readonly ChampionLine[];
}

function deskScreen(texts: Texts, { desk, placeCode, placeName, page, last, total, ...lists }: DeskPage): Message {
  const { desk: words } = texts.storyDesk;
  const others = STORY_DESKS.filter((one) => one !== desk).map((one) => ({
    label: words.names[one],
    data: action("story_desk", one, placeCode, 0),
  }));
  const sheets = STORY_SHEET_FORMS.map((form) => ({
    label: words.sheets[form],
    data: action("story_sheet", form, placeCode),
  }));
  return listScreen(texts, words.page(desk, total, placeName), {
    rows: [
      ...lists.stories.map((story) => storyRow(texts, story)),
      ...lists.champions.map((one) => championRow(texts, one)),
    ],
    pages: { at: { page, last }, to: (at) => action("story_desk", desk, placeCode, at) },
    more: [
      others,
      [{ label: words.province, data: action("story_places", desk, 0) }],
      desk === "listed" && total > 0 ? sheets : [],
    ],
    back: [{ label: texts.programme.back, data: action("programme") }],
  });
}

function storyRow({ storyDesk }: Texts, story: Story): Button[] {
  const { id, libraryName, village, className } = story;
  const label = libraryName === "" ? className : libraryAt(libraryName, village);
  return [
    {
      label: fitLabel(label, undefined, { before: `${storyDesk.desk.sign(holdOf(story))} ` }),
      data: action("story", id),
    },
  ];
}

function championRow(
  { storyDesk }: Texts,
  { participantId, name, libraryName, village, stories, readable }: ChampionLine,
): Button[] {
  const label = libraryName === "" ? name : libraryAt(libraryName, village);
  const behind = storyDesk.desk.champion(stories, readable);
  return [{ label: fitLabel(label, undefined, { behind }), data: action("stories_of", participantId) }];
}

export async function chooseStoryPlace(ctx: KnownContext, [desk, wanted]: Ids<"story_places">): Promise<void> {
  const { world, actor, texts } = ctx;
  const places = await storyPlaces(world, actor, desk);
  if (places === null) return refuse(ctx);
  const { desk: words } = texts.storyDesk;
  const { shown, page, last } = pageOf(places, PLACES_A_PAGE, wanted);
  await show(
    ctx,
    listScreen(texts, words.askProvince(), {
      rows: [
        ...shown.map(({ code, name, count }) => [
          { label: fitLabel(name, undefined, { behind: ` (${count})` }), data: action("story_desk", desk, code, 0) },
        ]),
        [{ label: words.everywhere, data: action("story_desk", desk, null, 0) }],
      ],
      pages: { at: { page, last }, to: (at) => action("story_places", desk, at) },
      back: [{ label: words.back, data: action("story_desk", desk, null, 0) }],
    }),
  );
}

export async function askForStorySheet(ctx: KnownContext, [form, placeCode]: Ids<"story_sheet">): Promise<void> {
  await askForExport(ctx, "stories", `${form}:${placeCode ?? "-"}`, true);
}
