// What a programme has set, as on every stage: the shipped questions and columns, which are read once a worker.
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import { readFeedbackQuestions, SHIPPED_FEEDBACK } from "../../../src/feedback-questions.js";
import type { World } from "../../../src/ports.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../../../src/questionnaire.js";
import { readSimMapping, SHIPPED_SIM } from "../../../src/sim-mapping.js";
import { TEST_NOTICE, TEST_STAFF_NOTICE } from "../world/builders.js";

let read: Promise<Omit<World["settings"], "botUsername">> | undefined;

/** A test may set another; what was read is changed by none. */
export function stageSettings(): Promise<Omit<World["settings"], "botUsername">> {
  read ??= readShipped();
  return read;
}

async function readShipped(): Promise<Omit<World["settings"], "botUsername">> {
  const questions = await readQuestions(SHIPPED_QUESTIONS);
  return {
    rest: restDaysOf(DEFAULT_HOLIDAYS),
    notices: { participant: TEST_NOTICE, staff: TEST_STAFF_NOTICE },
    dataContact: "ppid@perpusnas.example",
    questions,
    feedback: await readFeedbackQuestions(SHIPPED_FEEDBACK),
    sim: await readSimMapping(SHIPPED_SIM, questions),
  };
}
