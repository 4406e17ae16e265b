// Every village of Indonesia in every spelling, as rows of a roster: none is taken for another, and none is lost.
import { beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../../src/domain/places/place.js";
import { judgeRoster } from "../../../src/domain/roster/judge-roster.js";
import type { PlaceNames } from "../../../src/domain/roster/places/place-names.js";
import { everyPlace, everyPlaceName } from "../../support/world/spellings/place-names.js";
import { rosterLine } from "../../support/world/spellings/roster-lines.js";
import { VILLAGE_SPELLINGS, wholeNameOf } from "../../support/world/spellings/village-spellings.js";

const PATIENCE = 300_000;

/**
 * Kelurahan Kabupaten in Klaten is called like a level of places. In the middle of an address nobody can tell its name from that word: the line comes back as
 * an error for somebody to mend. It is never taken for another place.
 */
const UNREADABLE: Readonly<Record<string, readonly string[]>> = { "as an address": ["33.10.25.1002"] };

let names: PlaceNames;
let villages: readonly Place[];
beforeAll(async () => {
  names = await everyPlaceName();
  villages = (await everyPlace()).filter(({ level }) => level === "village");
}, PATIENCE);

describe("every village in a roster", () => {
  it.each(Object.entries(VILLAGE_SPELLINGS))(
    "written %s is found or in doubt, and never another",
    (spelling, spelled) => {
      const unreadable = UNREADABLE[spelling] ?? [];
      const lines = villages.map((village, n) =>
        rosterLine({ ...spelled(wholeNameOf(village, names.find)), phone: `0812${10_000_000 + n}` }),
      );
      const { rows } = judgeRoster(lines, names, "2026-06-01");
      const wrong = villages.filter((village, n) => rows[n]!.place !== null && rows[n]!.place !== village);
      const lost = villages.filter((village, n) => rows[n]!.place === null && !rows[n]!.candidates.includes(village));
      expect({ wrong: wrong.map(({ code }) => code), lost: lost.map(({ code }) => code) }).toEqual({
        wrong: [],
        lost: unreadable,
      });
      expect(rows.filter(({ verdict }) => verdict === "error")).toHaveLength(unreadable.length);
    },
    PATIENCE,
  );
});
