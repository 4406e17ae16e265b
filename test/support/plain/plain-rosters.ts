// Rosters for walks: a plain list with five columns, judged as plainly. What offices really send is tried where files are read.
import { readPhone } from "../../../src/domain/people/phone.js";
import type { RowReason } from "../../../src/domain/roster/row-verdict.js";
import type { Download } from "../../../src/ports/own-data/files.js";
import type { JudgedLine, RosterFiles } from "../../../src/ports/programme/roster-files.js";
import type { Store } from "../../../src/ports.js";

const HEADINGS = ["Nama", "No. HP", "Kode", "Perpustakaan", "Kelas"];
const ROLES = ["name", "phone", "code", "institution", "className"] as const;
const COLUMNS = ROLES.map((role, n) => ({ role, heading: HEADINGS[n] ?? "" }));
const TABLE = {
  sheet: null,
  columns: COLUMNS.map((one, column) => {
    const letter = "ABCDE".charAt(column);
    return { ...one, column, letter, recognised: "plain" as const, isHidden: false, samples: [] };
  }),
  unclear: [],
};

/** A code with "!" behind it is in doubt, with that place and its neighbour to choose from. */
export function plainRosters(store: Store, download: Download): RosterFiles {
  const judge = async (text: string, line: number): Promise<JudgedLine> => {
    const cells = text.split(";");
    const [name = "", written = "", code = "", institution = "", className = ""] = cells;
    const phone = readPhone(written);
    const place = await store.places.find(code.replace("!", ""));
    const neighbours = place === null ? [] : await store.places.childrenOf(place.parentCode);
    const isDoubtful = code.endsWith("!");
    const reasons: RowReason[] = [
      ...(name === "" ? (["missing-name"] as const) : []),
      ...(phone.ok ? [] : (["bad-phone"] as const)),
      ...(place === null ? (["unknown-place"] as const) : isDoubtful ? (["ambiguous-place"] as const) : []),
    ];
    const isError = reasons.some((reason) => reason !== "ambiguous-place");
    return {
      ...{ sheet: null, line, cells, name, institution, className, startOn: null, endOn: null, reasons },
      verdict: isError ? "error" : isDoubtful ? "doubt" : "ok",
      phone: phone.ok ? phone.phone : null,
      place: isDoubtful ? null : place,
      kind: place?.kind === "kelurahan" ? "kelurahan" : "desa",
      candidates: isDoubtful ? neighbours.slice(0, 2).map((one) => ({ ...one, within: ["Teluk Bintan"] })) : [],
    };
  };
  return {
    async judge(fileId) {
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      const [heading, ...lines] = Buffer.from(fetched.bytes).toString("utf8").trim().split("\n");
      if (heading !== HEADINGS.join(";")) return { kind: "refused", because: "no-people" };
      const rows = await Promise.all(lines.map((line, n) => judge(line, n + 2)));
      return { kind: "judged", rows, columns: COLUMNS, table: TABLE, flags: [], codes: "fine" };
    },
  };
}

/** The bytes of such a list. */
export function plainList(...lines: string[]): Uint8Array {
  return Buffer.from([HEADINGS.join(";"), ...lines].join("\n"));
}
