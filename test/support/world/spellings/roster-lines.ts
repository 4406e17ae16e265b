// Lines of a roster as the reader of files hands them over; what a test does not name is empty.
import type { RosterLine } from "../../../../src/domain/roster/roster-line.js";

export function rosterLine(said: Partial<RosterLine> = {}): RosterLine {
  return {
    sheet: null,
    line: 2,
    name: "Siti Aminah",
    phone: "0812-3456-7890",
    phoneIsRounded: false,
    code: "",
    province: "",
    kabupaten: "",
    kecamatan: "",
    village: "",
    address: "",
    kind: "",
    institution: "",
    className: "",
    startOn: "",
    endOn: "",
    cells: [],
    ...said,
  };
}
