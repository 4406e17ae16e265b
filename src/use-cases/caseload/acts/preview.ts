// Before something is sent to many: how many get it when, who does not and why, and what the first of them will read.

import type { Scope } from "../../../domain/caseload/scope.js";
import { isTrainer, type KnownActor } from "../../../domain/people/person.js";
import type { PlanCase } from "../../../ports/people/caseloads.js";
import type { World } from "../../../ports.js";
import { reminderFates } from "./remind-people.js";
import { remindedIn } from "./reminder.js";
import { countFates, type Fate, type FateCounts, isPosted } from "./who-gets-it.js";
import { type WhoIsIn, whoIsIn } from "./who-is-in.js";
import { asTrainerAlone, forName, letterFates, receiversIn } from "./write-first.js";

export interface Preview {
  kind: "preview";
  /** Everybody in it, chosen or not, and whether it would reach them: what changed since is found by this. */
  everybody: { id: number; name: string; reached: boolean }[];
  /** Of those chosen, with those who have not joined. */
  total: number;
  counts: FateCounts;
}

type Refused = Exclude<WhoIsIn, { kind: "in" }>;

export interface ReminderPreview extends Preview {
  sample: { name: string; plans: PlanCase[]; line: string | null } | null;
}

export async function previewReminder(
  world: World,
  actor: KnownActor,
  { scope, chosen, line, saidAt }: { scope: Scope; chosen: number[] | null; line: string | null; saidAt: Date },
): Promise<ReminderPreview | Refused> {
  const found = await whoIsIn(world, actor, scope);
  if (found.kind !== "in") return found;
  const all = remindedIn(found, { saidAt });
  const fates = await reminderFates(world, all, saidAt);
  const first = all.find(({ person }) => isChosen(chosen, person.id) && isPosted(fates.get(person.id) ?? "erased"));
  return {
    ...summed(all, fates, chosen, found.notJoined),
    sample:
      first === undefined
        ? null
        : { name: first.person.name, plans: first.plans, line: line === null ? null : forName(line, first.person) },
  };
}

export interface LetterPreview extends Preview {
  sample: string;
  /** What becomes of it for each of those chosen. */
  names: { name: string; fate: Fate }[];
}

export async function previewLetter(
  world: World,
  actor: KnownActor,
  { scope, chosen, text }: { scope: Scope; chosen: number[] | null; text: string },
): Promise<LetterPreview | Refused> {
  if (!isTrainer(actor)) return { kind: "not_yours" };
  const found = await whoIsIn(world, asTrainerAlone(actor), scope);
  if (found.kind !== "in") return found;
  const all = receiversIn(found, null);
  const fates = await letterFates(
    world,
    scope,
    all.map(({ person }) => person),
  );
  const first = all.find(({ person }) => isChosen(chosen, person.id) && isPosted(fates.get(person.id) ?? "erased"));
  return {
    ...summed(all, fates, chosen, found.notJoined),
    sample: first === undefined ? text : forName(text, first.person),
    names: all
      .filter(({ person }) => isChosen(chosen, person.id))
      .map(({ person: { id, name } }) => ({ name, fate: fates.get(id) ?? "erased" })),
  };
}

const isChosen = (chosen: number[] | null, id: number) => chosen === null || chosen.includes(id);

function summed(
  all: { person: { id: number; name: string } }[],
  fates: Map<number, Fate>,
  chosen: number[] | null,
  notJoined: number,
): Preview {
  const fateOf = (id: number): Fate => fates.get(id) ?? "erased";
  const wanted = all.filter(({ person }) => isChosen(chosen, person.id));
  const left = chosen === null ? notJoined : 0;
  return {
    kind: "preview",
    everybody: all.map(({ person: { id, name } }) => ({ id, name, reached: isPosted(fateOf(id)) })),
    total: wanted.length + left,
    counts: countFates(
      wanted.map(({ person }) => fateOf(person.id)),
      left,
    ),
  };
}
