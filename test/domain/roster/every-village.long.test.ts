// Every village of Indonesia in every spelling, as rows of a roster: none is taken for another, and none is lost.
import { beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../../src/domain/place.js";
import { judgeRoster } from "../../../src/domain/roster/judge-roster.js";
import type { PlaceNames } from "../../../src/domain/roster/places/place-names.js";
import { everyPlace, everyPlaceName } from "../../support/place-names.js";
import { rosterLine } from "../../support/roster-lines.js";
import { VILLAGE_SPELLINGS, wholeNameOf } from "../../support/village-spellings.js";

const PATIENCE = 300_000;

let names: PlaceNames;
let villages: readonly Place[];
beforeAll(async () => {
  names = await everyPlaceName();
  villages = (await everyPlace()).filter(({ level }) => level === "village");
}, PATIENCE);

describe("every village in a roster", () => {
  it.each(Object.entries(VILLAGE_SPELLINGS))(
    "written %s is found or in doubt, and never another",
    (_, spelled) => {
      const lines = villages.map((village, n) =>
        rosterLine({ ...spelled(wholeNameOf(village, names.find)), phone: `0812${10_000_000 + n}` }),
      );
      const { rows } = judgeRoster(lines, names, "2026-06-01");
      const wrong = villages.filter((village, n) => rows[n]!.place !== null && rows[n]!.place !== village);
      const lost = villages.filter((village, n) => rows[n]!.place === null && !rows[n]!.candidates.includes(village));
      expect({ wrong: wrong.map(({ code }) => code), lost: lost.map(({ code }) => code) }).toEqual({
        wrong: [],
        lost: [],
      });
      expect(rows.filter(({ verdict }) => verdict === "error")).toEqual([]);
    },
    PATIENCE,
  );
});
