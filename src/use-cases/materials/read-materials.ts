// What the office has laid out, for everybody who is known; and the frequent questions that may answer before a trainer is asked.
import { distance } from "fastest-levenshtein";
import { likelyQuestions, type Material, MOST_LIKELY_QUESTIONS, type Topic } from "../../domain/materials/material.js";
import { findAnswer } from "../../domain/materials/which-question-is-meant.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export function listMaterials({ store }: Pick<World, "store">): Promise<Material[]> {
  return store.materials.all();
}

/** Whether there is anything to lead to. */
export function hasMaterials({ store }: Pick<World, "store">): Promise<boolean> {
  return store.materials.any();
}

export function findMaterial({ store }: Pick<World, "store">, id: number): Promise<Material | null> {
  return store.materials.find(id);
}

/** Frequent questions, those about the plans that are still open first. */
export async function likelyQuestionsOf({ store }: Pick<World, "store">, { person }: KnownActor): Promise<Material[]> {
  const entries = await store.materials.all();
  if (entries.every(({ kind }) => kind !== "answer")) return [];
  const plans = await store.plans.ofPerson(person.id);
  const topics = plans.filter(({ state }) => state !== "done").map(({ type }): Topic => type);
  return likelyQuestions(entries, topics, MOST_LIKELY_QUESTIONS);
}

/** The frequent question that somebody means; null where none is meant well enough. */
export async function answerTo({ store }: Pick<World, "store">, written: string): Promise<Material | null> {
  return findAnswer(await store.materials.all(), written, distance);
}

/** Of whom is not written down. Call it where one press can be taken only once, as at the end of a form. */
export async function noteHelped({ store }: Pick<World, "store">, id: number): Promise<void> {
  await store.materials.countHelped(id);
}
