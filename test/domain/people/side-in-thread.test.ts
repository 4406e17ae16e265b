// Who may speak in a thread, and on which side.
import { expect, test } from "vitest";
import { sideInThread } from "../../../src/domain/people/permissions.js";
import type { Actor } from "../../../src/domain/people/person.js";
import type { RoleBinding } from "../../../src/domain/people/role-binding.js";

const THREAD = { askerId: 1, trainers: [{ id: 2 }], provinceCode: "21", cohortId: 7, reachedProvince: false };
const TRAINER: RoleBinding = { role: "trainer", regionCode: null, cohortId: null };
const admin = (regionCode: string | null, cohortId: number | null = null): RoleBinding => {
  return { role: "admin", regionCode, cohortId };
};

function actor(id: number, ...roles: RoleBinding[]): Actor {
  const person = { id } as Actor["person"];
  return { telegramId: id, language: "id", person, roles, agreed: [], takesPart: false };
}

test.each<[string, Actor, Partial<typeof THREAD>, ReturnType<typeof sideInThread>]>([
  ["whoever asked", actor(1), {}, "asker"],
  ["whoever asked and teaches the class too", actor(1, TRAINER), { trainers: [{ id: 1 }] }, "asker"],
  ["a trainer of the class", actor(2, TRAINER), {}, "trainer"],
  ["a trainer of the class whose role was taken away", actor(2), {}, null],
  ["a trainer of another class", actor(3, TRAINER), {}, null],
  ["another participant", actor(4), {}, null],
  ["the province, before it was told", actor(5, admin("21")), {}, null],
  ["the province, once it was told", actor(5, admin("21")), { reachedProvince: true }, "province"],
  ["the country, once the province was told", actor(5, admin(null)), { reachedProvince: true }, "province"],
  ["another province", actor(5, admin("14")), { reachedProvince: true }, null],
  ["the province in another cohort", actor(5, admin("21", 8)), { reachedProvince: true }, null],
])("%s", (_, who, thread, side) => {
  expect(sideInThread(who, { ...THREAD, ...thread })).toBe(side);
});

test("a stranger", () => {
  const stranger: Actor = { ...actor(1), person: null };
  expect(sideInThread(stranger, THREAD)).toBeNull();
});
