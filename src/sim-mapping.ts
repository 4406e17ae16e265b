// Reads how files for SIM are shaped from its folder: v1.json, v2.json, …; the highest version is in force, the others stay to be gone back
// to. accounts.csv beside them says which libraries have an account in SIM: place code; account. Checked at the start.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { QuestionVersions } from "./domain/reports/questionnaire.js";
import { COMBINATIONS, mappingFaults, type SimMapping } from "./domain/sim/sim-mapping.js";
import { PROJECT_ROOT } from "./project-root.js";

export const SHIPPED_SIM = join(PROJECT_ROOT, "src", "sim");

/** A file is missing or wrong; the message names it and says what to do. */
export class SimMappingError extends Error {
  override readonly name = "SimMappingError";
}

const file = z.strictObject({
  version: z.number().int().min(1).max(999),
  sheet: z.string(),
  columns: z
    .array(
      z.strictObject({
        ...{ heading: z.string(), value: z.string() },
        ...{ combine: z.enum(COMBINATIONS).optional(), width: z.number().int().min(4).max(120).optional() },
      }),
    )
    .max(200),
});

/** @throws SimMappingError */
export async function readSimMapping(folder: string, questions: QuestionVersions): Promise<SimMapping> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^v\d{1,3}\.json$/.test(name));
  const newest = names.sort((a, b) => Number(a.slice(1, -5)) - Number(b.slice(1, -5))).at(-1);
  if (newest === undefined) throw new SimMappingError(`There is no shape for SIM in ${folder}: put v1.json there.`);
  const path = join(folder, newest);
  const parsed = file.safeParse(jsonIn(await readFile(path, "utf8")));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SimMappingError(`${path} cannot be used: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
  }
  const faults = mappingFaults(parsed.data, questions);
  if (newest !== `v${parsed.data.version}.json`) faults.push(`It says version ${parsed.data.version}.`);
  if (faults.length > 0) throw new SimMappingError(`${path} cannot be used: ${faults.join(" ")}`);
  return { ...parsed.data, accounts: await accountsIn(join(folder, "accounts.csv")) };
}

async function accountsIn(path: string): Promise<Map<string, string> | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const accounts = new Map<string, string>();
  for (const [at, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const [code = "", name = ""] = line.split(/[;,\t]/).map((cell) => cell.replace(/^"|"$/g, "").trim());
    const isHeading = at === 0 && !/\d/.test(code);
    if (line.trim() === "" || isHeading) continue;
    if (!/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/.test(code)) {
      throw new SimMappingError(`${path}, line ${at + 1}: "${code}" is no place code such as 21.01.03.2001.`);
    }
    accounts.set(code, name);
  }
  return accounts;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
}
