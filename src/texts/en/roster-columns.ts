// Which column of an office's list holds what.
import type { rosterColumns as Indonesian } from "../id/roster-columns.js";
import { bold, paragraphs, rich } from "../rich.js";

const roles: typeof Indonesian.roles = {
  number: "line number",
  name: "name",
  phone: "phone number",
  code: "village code",
  province: "province",
  kabupaten: "regency",
  kecamatan: "district",
  village: "village",
  address: "address",
  kind: "kind",
  institution: "library",
  className: "class",
  startOn: "first day",
  endOn: "last day",
  personal: "not stored",
  other: "left out",
};

export const rosterColumns: typeof Indonesian = {
  label: "Columns",
  roles,
  ask: () => rich`Which column should be corrected?`,
  which: (role) => rich`Which column holds the ${bold(roles[role])}?`,
  none: "It is not in this file",
  holds: (letter, heading, samples) =>
    paragraphs(
      heading === "" ? rich`Column ${bold(letter)}` : rich`Column ${bold(letter)}, ${heading}`,
      samples.length > 0 && rich`It holds, for example: ${samples.join(" · ")}`,
      "What does this column hold?",
    ),
  skip: "Leave it out",
};
