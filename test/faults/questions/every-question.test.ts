// At every question of every form: steering words, late and misplaced messages and cut texts are no answers. Here some of them on every
// fifth way, another choice at each question; all of them in every-question.long.test.ts.
import { testEveryQuestion } from "./meet-every-question.js";
import { CUT_BY_THE_PHONE, OLDER_OR_ELSEWHERE, sendOutOfStep } from "./out-of-step.js";
import { someTypings, typeWords } from "./steering-words.js";

testEveryQuestion(
  "neither steering words nor what is out of step is an answer",
  async (stage, phone, question, nth) => [
    ...(await typeWords(stage, phone, question, someTypings(nth, 2))),
    ...(await sendOutOfStep(stage, phone, question, nth % 2 === 0 ? OLDER_OR_ELSEWHERE : CUT_BY_THE_PHONE)),
  ],
  60_000,
  5,
);
