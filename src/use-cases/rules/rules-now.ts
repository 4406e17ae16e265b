// The office's rules in the settings of a running process: asked for at each update and each tick, so that all processes have them soon.
import { inForce, type ShippedRules } from "../../domain/rules/rules-in-force.js";
import { shippedRules } from "../../domain/rules/shipped-rules.js";
import type { Settings, World } from "../../ports.js";
import { useQuestionWords } from "../../texts/questions/question-words.js";
import { questionsInWords } from "../../texts/questions/questions-in-words.js";

type Holding = { store: Pick<World["store"], "rules">; settings: Settings };

/** Versions only grow: what is read from a copy that is behind, or from a simulation's empty database, changes nothing. */
export async function refreshRules({ store, settings }: Holding): Promise<void> {
  const newest = await store.rules.newest();
  if (newest <= (settings.rulesVersion ?? 0)) return;
  const versions = await store.rules.all();
  const number = versions.at(-1)?.number ?? 0;
  // Of two who look at once the slower one may have read less: what the other has put there stays.
  if (number <= (settings.rulesVersion ?? 0)) return;
  settings.shipped = shippedOf(settings);
  Object.assign(settings, inForce(settings.shipped, versions));
  settings.rulesVersion = number;
  useQuestionWords(settings.questions);
}

/** This world with the rules of this moment: what is done in it goes by one version, whatever is put in force meanwhile. */
export async function withRulesNow<W extends Holding>(world: W): Promise<W> {
  await refreshRules(world);
  return { ...world, settings: { ...world.settings } };
}

/** As the program has them. Worked out before the first version of the office is put into the settings, and kept there since. */
export function shippedOf(settings: Settings): ShippedRules {
  if (settings.shipped !== undefined) return settings.shipped;
  const { questions } = settings;
  return { questions, rules: shippedRules(settings, questionsInWords(questions.current)) };
}
