// The same simulation for those who run the server: of any wave, with the numbers and the workbook that an admin gets in the chat.
import { open, rm, stat, writeFile } from "node:fs/promises";
import { sheetsWorkbook } from "../domain/files/sheet.js";
import { DEFAULT_BUDGET, type MessageBudget } from "../domain/messages/message-budget.js";
import type { Language } from "../domain/people/person.js";
import { changedHolidays, DEFAULT_HOLIDAYS, restDaysOf } from "../domain/time/holidays.js";
import { readFeedbackQuestions, SHIPPED_FEEDBACK } from "../feedback-questions.js";
import { writeXlsx } from "../files/xlsx-out/write-xlsx.js";
import type { Settings } from "../ports.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../questionnaire.js";
import { readSimMapping, SHIPPED_SIM } from "../sim-mapping.js";
import type { Database } from "../storage/engine/database.js";
import { createStore } from "../storage/store.js";
import { simulationSheets } from "../texts/files/sheets/simulation-sheets.js";
import { textsFor } from "../texts/index.js";
import { summaryOf } from "../texts/layouts/simulation.js";
import { NOTICES_IN_FORCE, planOfWave, refreshRules } from "../use-cases/index.js";
import { simulateApart } from "./simulate-apart.js";

export interface AskedAtTerminal {
  wave: string | undefined;
  province: string | null;
  language: Language;
  holidays: { added: string[]; removed: string[] };
  budget: Partial<MessageBudget>;
  /** The file for the workbook. */
  out: string;
}

const EVERYWHERE = [{ regionCode: null, cohortId: null }];

/**
 * What it says, in words; the workbook lies in `out` then, or none where the waves were listed. @throws RangeError where the wave makes no
 * sense or the file could not be written, before the minutes that it takes.
 */
export async function simulateAtTerminal(
  database: Database,
  { wave, province, language, holidays, budget, out }: AskedAtTerminal,
  say: (text: string) => void,
): Promise<string> {
  const store = createStore(database);
  if (wave === undefined) return listWaves(store.programme);
  if (!/^\d{1,9}$/.test(wave)) throw new RangeError(`--wave must be a number, not ${JSON.stringify(wave)}.`);
  const wanted = { waveId: Number(wave), provinceCode: province };
  const planned = await planOfWave({ store }, EVERYWHERE, language, wanted);
  if (planned.kind === "not_allowed") throw new RangeError(`There is no wave ${wave}. Without --wave they are listed.`);
  if (planned.kind === "no_class") throw new RangeError("The wave has no class there.");
  await refuseUnwritable(out);
  const questions = await readQuestions(SHIPPED_QUESTIONS);
  const settings: Settings = {
    rest: restDaysOf(changedHolidays(DEFAULT_HOLIDAYS, holidays)),
    budget: { ...DEFAULT_BUDGET, ...budget },
    ...{ notices: NOTICES_IN_FORCE, questions, sim: await readSimMapping(SHIPPED_SIM, questions) },
    ...{ feedback: await readFeedbackQuestions(SHIPPED_FEEDBACK), dataContact: "-", botUsername: "bot" },
  };
  await refreshRules({ store, settings });
  const tell = (done: number, total: number) => say(`\r${done}/${total}`);
  const outcome = await simulateApart({ simulation: planned.simulation, settings, tell });
  say("\n");
  const texts = textsFor(language);
  const sheets = simulationSheets(texts, outcome);
  await writeFile(out, await writeXlsx(sheetsWorkbook(sheets, texts.simulation.sheets.about)));
  return `${texts.simulation.done(summaryOf(planned.wave.number, outcome)).text}\n${out}\n`;
}

/** A file that is there stays as it is. */
async function refuseUnwritable(path: string): Promise<void> {
  const wasThere = await stat(path).catch(() => null);
  try {
    await (await open(path, "a")).close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RangeError(
      `${path} cannot be written: ${code}. Name another file by --out, in a folder that is there and takes files; in the image: --out /data/simulation.xlsx.`,
    );
  }
  if (wasThere === null) await rm(path);
}

async function listWaves({ cohorts, waves }: ReturnType<typeof createStore>["programme"]): Promise<string> {
  const lines: string[] = [];
  for (const cohort of await cohorts(EVERYWHERE)) {
    for (const { id, number, classes, startsOn } of await waves(cohort.id, EVERYWHERE)) {
      lines.push(`--wave ${id}: ${cohort.name}, wave ${number}, from ${startsOn}, ${classes} classes`);
    }
  }
  return lines.length === 0 ? "There is no wave yet.\n" : `${lines.join("\n")}\n`;
}
