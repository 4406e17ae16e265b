// What people said of their classes: of a class for its trainers, of a class, a province and the country for admins, as far as they reach.
// Numbers, and words without a name: nobody is looked at but those who put their name there.
import { addCounts, questionsEverAsked } from "../../domain/feedback/feedback.js";
import type { FeedbackSum, FeedbackView } from "../../domain/feedback/feedback-sums.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { type Area, homeOf, isSameArea, WHOLE_COUNTRY } from "../../domain/overview/area.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import type { KnownActor } from "../../domain/people/person.js";
import { provinceCodeOf } from "../../domain/places/place.js";
import type { ClassFeedback } from "../../ports/feedback.js";
import type { World } from "../../ports.js";
import { noteLook, type Refusal } from "../access.js";
import { findClassToRun } from "../classes/find-class-to-run.js";

export type FeedbackOutcome = ({ kind: "found" } & FeedbackView) | Refusal;

/** `asFile`: with the answers that have a name it leaves as a file, and the line says so. */
export async function viewFeedback(
  world: World,
  actor: KnownActor,
  asked: Area,
  { asFile = false } = {},
): Promise<FeedbackOutcome> {
  return asked.classId === null ? viewArea(world, actor, asked) : viewOfClass(world, actor, asked.classId, asFile);
}

async function viewOfClass(
  world: World,
  actor: KnownActor,
  classId: number,
  asFile: boolean,
): Promise<FeedbackOutcome> {
  const found = await findClassToRun(world, actor, classId);
  if (found.kind !== "found") return found;
  const { feedback } = world.store;
  const one = await feedback.ofClass(classId);
  if (one === null) return { kind: "gone" };
  const said = await feedback.words(classId);
  if (said.named.length > 0) {
    const shown = said.named.map(({ personId }) => `person:${personId}`);
    const action = asFile ? "feedback.export" : "feedback.view";
    await noteLook(world, actor, { action, subject: `class:${classId}`, shown });
  }
  return {
    ...{
      kind: "found",
      area: { placeCode: null, classId },
      name: one.className,
      isHome: false,
      waves: [],
      part: null,
      parts: [],
    },
    ...{ ...said, sum: sumOf(String(classId), one.className, [one]) },
    ...common(world),
  };
}

async function viewArea(world: World, actor: KnownActor, asked: Area): Promise<FeedbackOutcome> {
  const reach = adminReach(actor.roles);
  if (reach.length === 0) return { kind: "not_yours" };
  const provinceOf = ({ placeCode }: Area) => (placeCode === null ? null : provinceCodeOf(placeCode));
  const home = provinceOf(homeOf(reach));
  const provinceCode = isSameArea(asked, WHOLE_COUNTRY) ? home : provinceOf(asked);
  const classes = await world.store.feedback.ofReach(reach, provinceCode);
  const part = provinceCode === null ? "province" : "class";
  return {
    ...{ kind: "found", area: { placeCode: provinceCode, classId: null }, part },
    name: provinceCode === null ? null : ((await world.store.places.find(provinceCode))?.name ?? null),
    isHome: provinceCode === home,
    sum: sumOf("all", "", classes),
    waves: [...groupedBy(classes, waveKey)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, [wave, ...others]]) => ({
        ...sumOf(key, "", [wave, ...others]),
        ...{ cohortName: wave.cohortName, waveNumber: wave.waveNumber },
      })),
    parts: (part === "province"
      ? [...groupedBy(classes, (one) => one.provinceCode)].map(([key, ones]) => sumOf(key, ones[0].provinceName, ones))
      : classes.map((one) => sumOf(String(one.classId), one.className, [one]))
    ).sort((one, other) => one.name.localeCompare(other.name, "id")),
    ...{ words: {}, named: [] },
    ...common(world),
  };
}

/** In the order of time. */
function waveKey({ waveStartsOn, waveNumber }: ClassFeedback): string {
  return `${waveStartsOn} ${String(waveNumber).padStart(3, "0")}`;
}

function common({ clock, settings }: World): Pick<FeedbackView, "questions" | "countedAt"> {
  return { questions: questionsEverAsked(settings.feedback), countedAt: clock.now() };
}

function sumOf(key: string, name: string, classes: readonly ClassFeedback[]): FeedbackSum {
  const total = (count: (one: ClassFeedback) => number) => classes.reduce((sum, one) => sum + count(one), 0);
  return {
    ...{ key, name, released: total(({ released }) => released), waiting: total(({ waiting }) => waiting) },
    counts: addCounts(...classes.map(({ counts }) => counts)),
  };
}
