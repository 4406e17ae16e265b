// What the forms that send something to many have in common.
import { isAboutOne, type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import type { LookName } from "../../../domain/own-data/look.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { type Texts, textsFor } from "../../../texts/index.js";
import { viewScope } from "../../../use-cases/index.js";
import type { Answers } from "../../forms/form.js";
import type { BotWorld } from "../../world.js";
import { PEOPLE } from "./pick-step.js";
import { scopeName } from "./scope-name.js";
import { changedSince, type Reachable, seenNow } from "./seen.js";

export interface LetterFacts {
  scope: Scope;
  name: ReturnType<typeof scopeName>;
  /** Whether it is for one or the few of one library: then it leaves as soon as it is written. */
  isOne: boolean;
  everybody: Reachable[];
}

type Previewed = { kind: "preview"; everybody: Reachable[] } | { kind: "too_many" | "not_yours" | "gone" };

/** Also where they have become too many since it was begun: what was written stays, and the summary says so. */
export async function letterFacts(
  world: BotWorld,
  actor: KnownActor,
  scope: Scope,
  preview: Previewed,
): Promise<LetterFacts | null> {
  if (preview.kind !== "preview" && preview.kind !== "too_many") return null;
  const everybody = preview.kind === "preview" ? preview.everybody : [];
  const viewed = await viewScope(world, actor, scope);
  if (viewed.kind !== "viewed" && viewed.kind !== "too_many") return null;
  const name = viewed.kind === "viewed" ? viewed.name : "";
  return { scope, name: scopeName(textsFor(actor.language), scope, name), isOne: isAboutOne(scope), everybody };
}

/** Names stand on the screen. */
export function noteTheList({ scope }: Pick<LetterFacts, "scope">): { action: LookName; subject: string } {
  const action = { plan: "plan.view", participant: "person.view", roster_row: "person.view" } as const;
  const subject = scopeSubject(scope);
  return { action: isAboutOne(scope) ? action[scope.kind] : "people.list", subject };
}

/** Who was on the screen has changed: they are named, and the yes is asked for once more. Null where nobody has come or gone. */
export function askAgain({ careActs }: Texts, answers: Answers, { everybody }: Pick<LetterFacts, "everybody">) {
  const changed = changedSince(answers, everybody);
  if (changed === null) return null;
  // What was chosen and written; how it is looked at is left behind.
  const kept = ["line", "text", PEOPLE].filter((name) => name in answers);
  const chosen = Object.fromEntries(kept.map((name) => [name, answers[name] ?? null]));
  return { kind: "not_yet" as const, say: careActs.changed(changed), answers: { ...chosen, ...seenNow(everybody) } };
}
