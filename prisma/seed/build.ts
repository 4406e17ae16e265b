// What the builders of rows share: the rows so far, the next id of each table, and what was found before.
import type { NoticesInForce } from "../../src/domain/registration/consent-notice.js";
import { type FirstIds, noRows, type Rows } from "./insert-rows.js";
import { fictiveUpdateId } from "./people/identities.js";

export interface BuildOptions {
  now: Date;
  seed: number;
  cohortId: number;
  cohortYear: number;
  /** By number. */
  waveIds: ReadonlyMap<number, number>;
  notices: NoticesInForce;
}

export interface Build {
  readonly rows: Rows;
  readonly options: BuildOptions;
  nextId(table: keyof FirstIds): number;
  nextUpdateId(): number;
  /** The next serial of a class's reports. */
  nextReportSerial(classId: number): number;
  /** Ids by place, kind and name. */
  readonly libraries: Map<string, number>;
}

export function startBuild(firstIds: FirstIds, options: BuildOptions): Build {
  const rows = noRows();
  let updates = 0;
  const reportsOf = new Map<number, number>();
  return {
    rows,
    options,
    nextId: (table) => firstIds[table] + rows[table].length,
    nextUpdateId: () => {
      updates += 1;
      return fictiveUpdateId(updates);
    },
    nextReportSerial: (classId) => {
      const serial = (reportsOf.get(classId) ?? 0) + 1;
      reportsOf.set(classId, serial);
      return serial;
    },
    libraries: new Map(),
  };
}
