// Verdicts of whole files: whose codes they hold, who is written twice, what is wrong with each line.
import { beforeAll, describe, expect, it } from "vitest";
import { judgeRoster } from "../../../src/domain/roster/judge-roster.js";
import type { PlaceNames } from "../../../src/domain/roster/places/place-names.js";
import type { RosterLine } from "../../../src/domain/roster/roster-line.js";
import { everyPlaceName } from "../../support/world/spellings/place-names.js";
import { rosterLine } from "../../support/world/spellings/roster-lines.js";

let names: PlaceNames;
beforeAll(async () => {
  names = await everyPlaceName();
}, 120_000);

/** Villages of Kec. Citeureup, whose lines differ in name and phone. */
const VILLAGES = ["Puspasari", "Leuwinutug", "Tajur", "Sanja", "Tarikolot", "Tangkil"];
const PEOPLE = ["Siti Aminah", "Budi Santoso", "Nur Hayati", "Joko Susilo", "Dewi Lestari", "Agus Salim"];

function lines(...said: readonly Partial<RosterLine>[]): RosterLine[] {
  return said.map((each, n) =>
    rosterLine({
      line: n + 2,
      name: PEOPLE[n] ?? "Rahmat",
      phone: `0812-3456-78${String(n).padStart(2, "0")}`,
      village: VILLAGES[n] ?? "",
      kecamatan: "Citeureup",
      kabupaten: "Kab. Bogor",
      ...each,
    }),
  );
}

const judge = (...said: readonly Partial<RosterLine>[]) => judgeRoster(lines(...said), names, "2026-06-01");
const verdicts = (...said: readonly Partial<RosterLine>[]) =>
  judge(...said).rows.map(({ verdict, reasons }) => [verdict, ...reasons].join(" "));

describe("a roster's lines", () => {
  it("are told one by one, with everything that is wrong with them", () => {
    const [good, bad] = judge(
      {
        startOn: "3 Juni 2026",
        endOn: "7 Juni 2026",
        institution: "Perpustakaan Desa Puspasari",
        className: " Jabar 1 ",
      },
      { name: "", phone: "6.28E+11", village: "Antah Berantah", startOn: "besok" },
    ).rows;
    expect(good).toMatchObject({
      line: 2,
      verdict: "ok",
      reasons: [],
      name: "Siti Aminah",
      phone: "+6281234567800",
      kind: "desa",
      place: { code: "32.01.03.2001" },
      institution: "Perpustakaan Desa Puspasari",
      className: "Jabar 1",
      startOn: "2026-06-03",
      endOn: "2026-06-07",
    });
    expect(bad).toMatchObject({
      line: 3,
      verdict: "error",
      reasons: ["missing-name", "bad-phone", "unknown-place", "bad-date"],
      phone: null,
      place: null,
    });
  });

  it("have the kind that their place has, unless they are a TBM's or an office's", () => {
    const { rows } = judge(
      { kind: "Desa" },
      { village: "Puspanegara" },
      { kind: "TBM" },
      { kind: "dinas-kab" },
      { kind: "Kelurahan" },
      { kind: "Sekolah" },
    );
    expect(rows.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ["desa", "ok"],
      ["kelurahan", "ok"],
      ["tbm", "ok"],
      ["regency_office", "ok"],
      // Tarikolot is a desa; the whole address leaves no doubt which place is meant.
      ["desa", "ok"],
      [null, "doubt"],
    ]);
  });

  it("that say one person twice let them in once", () => {
    expect(verdicts({}, {}, { name: "SITI AMINAH, S.Pd.", phone: "+62 812 3456 7800", village: "Puspasari" })).toEqual([
      "ok",
      "ok",
      "error duplicate-in-file",
    ]);
  });

  it("that give two people one number are both in doubt", () => {
    expect(verdicts({}, {}, { phone: "0812-3456-7800" })).toEqual([
      "doubt duplicate-in-file",
      "ok",
      "doubt duplicate-in-file",
    ]);
  });

  it("that give one person two numbers let the first in", () => {
    expect(verdicts({}, {}, { name: "Siti Aminah", village: "Puspasari" })).toEqual([
      "ok",
      "ok",
      "doubt duplicate-in-file",
    ]);
    expect(verdicts({}, {}, { name: "Siti Aminah" })).toEqual(["ok", "ok", "ok"]);
  });
});

describe("the codes of a roster", () => {
  const OURS = ["32.01.03.2001", "3201032003", "32.01.03.2004", "32-01-03-2005", "3201032009", "32.01.03.2011"];
  const BPS = ["3201270001", "3201270003", "3201270004", "3201271005", "3201270006", "3201270007"];

  it("in the ministry's system are taken, and one that quarrels is its own line's affair", () => {
    expect(judge(...OURS.map((code) => ({ code }))).codeSystem).toBe("kemendagri");
    const one = judge(...OURS.map((code, n) => ({ code: n === 2 ? "32.01.06.2001" : code })));
    expect(one.codeSystem).toBe("kemendagri");
    expect(one.rows.map(({ reasons }) => reasons.join())).toEqual(["", "", "place-conflict", "", "", ""]);
  });

  it("in the statistics office's system are said once, and the names are used", () => {
    const { codeSystem, rows } = judge(...BPS.map((code) => ({ code })));
    expect(codeSystem).toBe("bps");
    expect(rows.map(({ verdict, place }) => [verdict, place?.code])).toEqual(
      ["2001", "2003", "2004", "2005", "2009", "2011"].map((village) => ["ok", `32.01.03.${village}`]),
    );
  });

  it("in the statistics office's system are of no use where the names are not enough", () => {
    const nameless = { village: "", kecamatan: "", kabupaten: "" };
    const { rows } = judge(...BPS.map((code, n) => ({ code, ...(n === 0 ? nameless : {}) })));
    expect(rows[0]).toMatchObject({ verdict: "error", reasons: ["missing-place", "wrong-code-system"], place: null });
  });

  it("of which one is the statistics office's leave that line in doubt", () => {
    const { codeSystem, rows } = judge(...OURS.map((code, n) => ({ code: n === 0 ? "3201270001" : code })));
    expect(codeSystem).toBe("kemendagri");
    expect(rows[0]).toMatchObject({ verdict: "doubt", reasons: ["wrong-code-system"], place: null });
    expect(rows[0]?.candidates.map(({ code }) => code)).toEqual(["32.01.03.2001"]);
  });

  it("that have slipped by a line quarrel with most names, and none is taken", () => {
    const slipped = judge(...OURS.map((_, n) => ({ code: OURS[(n + 1) % OURS.length] ?? "" })));
    expect(slipped.codeSystem).toBe("clash");
    expect(slipped.rows.map(({ verdict, reasons }) => `${verdict} ${reasons.join()}`)).toEqual(
      OURS.map(() => "doubt wrong-code-system"),
    );
  });

  it("are no matter where there are none", () => expect(judge({}, {}).codeSystem).toBe("none"));

  it("of Papua differ between the systems, and the names decide", () => {
    // The statistics office's 9401 is Merauke; the ministry's 94.01 is Nabire.
    const { codeSystem, rows } = judge(
      { code: "9401", kind: "dinas-kab", kabupaten: "Merauke", kecamatan: "", village: "" },
      { code: "9403", kind: "dinas-kab", kabupaten: "Kab. Jayapura", kecamatan: "", village: "" },
      { code: "9404", kind: "dinas-kab", kabupaten: "Nabire", kecamatan: "", village: "" },
    );
    expect(codeSystem).toBe("clash");
    expect(rows.map(({ place }) => place)).toEqual([null, null, null]);
    expect(rows.map(({ candidates }) => candidates.map(({ code }) => code))).toEqual([["93.01"], ["91.03"], ["94.01"]]);
  });
});
