// Stories of change for those who look after their authors: proposed, chosen, printed for the meeting where libraries learn from each other.

import type { StoryConsent, StoryHold } from "../../domain/stories/story.js";
import type { StoryDesk, StorySheetForm } from "../../domain/stories/story-actions.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { howMany } from "./how-many.js";
import { storiesMenu } from "./stories.js";

const day = (on: Day) => plainDay("en", on);
const formNames: Record<StorySheetForm, string> = { pdf: "PDF", xlsx: "Excel" };

/** Files that are named; more than that nobody looks for one by one. */
const MOST_TOLD = 3;

export const storyDesk = {
  told: (name: string, libraryName: string) =>
    rich`📖 ${bold(name)}${libraryName === "" ? "" : ` (${libraryName})`} has sent a story of change.`,
  withdrawn: ({
    what,
    village,
    regencyName,
    sentOn,
    files,
  }: {
    what: "all" | "age" | "name" | "photos";
    village: string;
    regencyName: string;
    sentOn: Day;
    files: readonly { byName: string | null; form: StorySheetForm; on: Day }[];
  }) =>
    paragraphs(
      rich`⚠️ The story from ${bold([village, regencyName].filter((word) => word !== "").join(", "))} (sent ${day(sentOn)}): ${
        {
          all: "its author has taken back their consent. Please do not use it any more.",
          age: "the time for which it is kept is over. Please do not use it any more.",
          name: "its author’s name may not be used any more.",
          photos: "its photos may not be used any more.",
        }[what]
      }`,
      files.length > 0 &&
        lines(
          rich`It had been downloaded:`,
          ...files
            .slice(-MOST_TOLD)
            .map(({ byName, form, on }) => rich`• ${formNames[form]}, ${day(on)}, by ${byName ?? "–"}`),
          files.length > MOST_TOLD && rich`And ${howMany(files.length - MOST_TOLD, "earlier file", "earlier files")}.`,
          rich`Please delete it from those files, and from what was printed.`,
        ),
    ),
  staff: {
    button: (count: number): string => `📖 Stories (${count})`,
    flagNewest: "⭐ Propose",
    of: (name: string, count: number, isChampion: boolean) =>
      paragraphs(
        bold(`📖 Stories from ${name}`),
        isChampion && rich`🏅 Proposed as a champion village`,
        count === 0
          ? rich`No story yet. Participants tell one by the button ${pressed(storiesMenu)} or /story.`
          : rich`Press one to read it.`,
      ),
    entry: (on: Day, consent: StoryConsent, isFlagged: boolean): string =>
      `${isFlagged ? "⭐ " : ""}${day(on)} ${consent === "none" ? "🔒" : "✅"}`,
    flag: "⭐ Propose for the PLM",
    unflag: "Do not propose it",
    champion: "🏅 Propose as champion",
    unchampion: "Do not propose as champion",
    list: "📌 Choose for the PLM",
    unlist: "Do not choose it",
    backToStories: "⬅️ Stories",
  },
  desk: {
    menu: "📖 Stories of change",
    names: { flagged: "⭐ Proposed", listed: "📌 Chosen", champions: "🏅 Champions" } satisfies Record<
      StoryDesk,
      string
    >,
    page: (desk: StoryDesk, total: number, place: string | null) =>
      paragraphs(
        bold(`📖 Stories of change: ${place ?? "everywhere"}`),
        {
          flagged: rich`Proposed by trainers and not chosen yet: ${total}`,
          listed: rich`Chosen for the peer-learning meeting (PLM): ${total}. Those whose authors allow it are also sent to the people who asked for stories.`,
          champions: rich`Proposed as champion villages: ${total}`,
        }[desk],
        total > 0 &&
          desk !== "champions" &&
          rich`✅ may be read · 🔒 no consent yet · ⏳ author not confirmed yet · 🎤 not written down yet`,
      ),
    sign: (hold: StoryHold | null): string =>
      hold === null ? "✅" : { no_consent: "🔒", not_admitted: "⏳", untyped: "🎤" }[hold],
    champion: (stories: number, readable: number): string =>
      stories === 0 ? " (none yet)" : ` (✅ ${readable}/${stories})`,
    province: "📍 Choose a province",
    askProvince: () => rich`Stories from which province?`,
    everywhere: "Everywhere",
    sheets: { pdf: "📄 PDF sheet", xlsx: "📊 Excel" } satisfies Record<StorySheetForm, string>,
    back: "⬅️ List of stories",
  },
  sheet: {
    about: "About",
    name: (form: StorySheetForm): string => `sheet of stories of change (${formNames[form]})`,
    fileName: "stories-of-change",
    title: (place: string | null) => `Stories of change: ${place ?? "everywhere"}`,
    caption: (count: number, place: string | null, notes: readonly string[]) =>
      lines(rich`Stories of change: ${place ?? "everywhere"}, ${count} in all.`, ...notes),
    nothing: () => rich`No story has been chosen here yet.`,
    made: (on: Day) => `Made on ${day(on)}. Only for the peer-learning meeting; please do not pass it on.`,
    held: {
      no_consent: (count: number) => `Not in it: ${count}, because the author has not said yes.`,
      not_admitted: (count: number) =>
        `Not in it: ${count}, because no trainer has confirmed that the author runs that library.`,
      untyped: (count: number) => `Not in it: ${count}, because a voice message has not been written down.`,
    } satisfies Record<StoryHold, unknown>,
    left: (count: number) => `There was no room here for ${count} more.`,
    photosHeld: (count: number) => `Without photos: ${count}, because a parent or guardian has not said yes.`,
    columns: {
      library: "Library",
      village: "Village",
      regency: "Regency",
      province: "Province",
      author: "Author",
      champion: "Champion village",
      photos: "Photos",
    },
    yes: "yes",
    photos: (count: number): string => (count === 0 ? "" : `${count} ${count === 1 ? "photo" : "photos"}`),
    awaitsGuardian: "waiting for a parent’s consent",
  },
};
