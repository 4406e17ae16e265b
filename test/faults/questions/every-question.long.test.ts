// Every steering word, and everything that is out of step, at every question of every form.
import { testEveryQuestion } from "./meet-every-question.js";
import { CUT_BY_THE_PHONE, OLDER_OR_ELSEWHERE, sendOutOfStep } from "./out-of-step.js";
import { allTypings, typeWords } from "./steering-words.js";

testEveryQuestion(
  "no steering word and nothing out of step is an answer, and each gets a clear sentence",
  async (stage, phone, question, nth) => [
    ...(await typeWords(stage, phone, question, allTypings(nth))),
    ...(await sendOutOfStep(stage, phone, question, [...OLDER_OR_ELSEWHERE, ...CUT_BY_THE_PHONE])),
  ],
  240_000,
);
