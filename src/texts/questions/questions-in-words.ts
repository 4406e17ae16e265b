// What reports ask with all that both languages say about it: as it goes into an office's workbook.
import type { Language } from "../../domain/people/person.js";
import type { AddedWords, QuestionSets } from "../../domain/reports/questionnaire.js";
import { type AskedQuestions, questionsIn } from "../../domain/rules/rules.js";
import { planWords as planWordsEn } from "../en/plan-words.js";
import { questionnaire as questionnaireEn } from "../en/questionnaire.js";
import { planWords as planWordsId } from "../id/plan-words.js";
import { questionnaire as questionnaireId } from "../id/questionnaire.js";

const LANGUAGES = {
  id: { questionnaire: questionnaireId, planWords: planWordsId },
  en: { questionnaire: questionnaireEn, planWords: planWordsEn },
};

export function questionsInWords({ sets, obstacles, version }: QuestionSets): AskedQuestions {
  const words = (language: Language): AddedWords => {
    const { questionnaire, planWords } = LANGUAGES[language];
    const { known } = questionnaire;
    const all = questionsIn({ sets }).map(({ question }) => question);
    const pick = (keys: readonly string[], of: (key: string) => string | undefined) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const word = of(key);
          return word === undefined ? [] : [[key, word]];
        }),
      );
    const keys = [...new Set(all.map(({ key }) => key))];
    const label = (key: string) => known.label(key, version);
    const short = (key: string) => known.short(key, version);
    return {
      labels: pick(keys, label),
      shorts: pick(keys, (key) => (short(key) === label(key) ? undefined : short(key))),
      asks: pick(keys, (key) => known.ask(key, version)),
      examples: pick(keys, (key) => known.example(key, version)),
      choices: Object.fromEntries(
        all.flatMap((question) =>
          "choices" in question
            ? [[question.key, pick(question.choices, (value) => known.choice(question.key, value, version))] as const]
            : [],
        ),
      ),
      obstacles: pick(obstacles, (key) => planWords.knownObstacle(key, version)),
    };
  };
  return { sets, obstacles, words: { id: words("id"), en: words("en") } };
}
