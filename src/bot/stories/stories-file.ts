// The stories that were chosen, as a booklet to print and as a workbook.
import { action } from "../../domain/messages/action.js";
import { zoneOf } from "../../domain/people/person.js";
import { isRegionCode } from "../../domain/places/place.js";
import { STORY_SHEET_FORMS } from "../../domain/stories/story-actions.js";
import { missingFrom, storySheet, storyTable } from "../../texts/files/sheets/stories-sheets.js";
import { exportStories, reachIn } from "../../use-cases/index.js";
import type { ExportKind } from "../exports/export-kind.js";
import { refusal } from "../kit/refuse.js";

/** pdf:21, or xlsx:- for all that is theirs. */
export const storiesFile: ExportKind = {
  async find(_, actor, about) {
    const [word, place = "", ...more] = about.split(":");
    const form = STORY_SHEET_FORMS.find((one) => one === word);
    const placeCode = place === "-" ? null : place;
    if (form === undefined || more.length > 0 || (placeCode !== null && !isRegionCode(placeCode))) return null;
    if (reachIn(actor, placeCode) === null) return null;
    return {
      name: ({ storyDesk }) => storyDesk.sheet.name(form),
      async write({ world, actor: who, texts, purpose, updateId }) {
        const { sheet, desk } = texts.storyDesk;
        const buttons = [[{ label: desk.back, data: action("story_desk", "listed", placeCode, 0) }]];
        world.progress?.({ what: "drawing" });
        const outcome = await exportStories(world, who, { placeCode, form, purpose, updateId });
        if (outcome.kind === "nothing") return { ...sheet.nothing(), buttons };
        if (outcome.kind !== "exported") return refusal({ actor: who, texts, world });
        const zone = zoneOf(who.person);
        const bytes =
          form === "pdf"
            ? await world.storySheets.pdf(storySheet(texts, zone, outcome))
            : await world.sheets.xlsx([storyTable(texts, zone, outcome)], sheet.about);
        return {
          ...sheet.caption(outcome.stories.length, outcome.placeName, missingFrom(texts, outcome)),
          buttons,
          attachment: {
            kind: "document",
            name: `${[sheet.fileName, placeCode].filter((part) => part !== null).join("-")}.${form}`,
            base64: Buffer.from(bytes).toString("base64"),
          },
        };
      },
    };
  },
};
