// Every button there is, in the hands of everybody to whom the thing does not belong: they learn nothing of it and change nothing.
import { beforeEach, describe, expect, test } from "vitest";
import { loadActor } from "../../../src/bot/gate/actor.js";
import { ROUTES } from "../../../src/bot/routes/routes.js";
import type { ActionName } from "../../../src/domain/messages/action.js";
import { ACTIONS } from "../../../src/domain/messages/actions.js";
import type { Kind } from "../../../src/domain/messages/id-shape.js";
import { isAmong, wasAmong } from "../../../src/domain/people/is-among.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import { digestOf } from "../../faults/forms/hostile-scene.js";
import { dealt, isLong, someOf } from "../../support/runs.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { NAMES, namesThing, pressesOf, THINGS } from "./every-press.js";
import { type ForeignScene, isTheirs, MARK, openForeignScene, PHONE_MARK } from "./foreign-scene.js";
import { wordsOfFile } from "./words-of-file.js";

/** Tuesday, 10:00 in Tanjungpinang. */
const stage = stageAt("2024-06-11T03:00:00Z");
type Digest = Record<string, string[]>;

let scene: ForeignScene;
beforeEach(async () => {
  scene = await openForeignScene(stage);
});

/** All that a person was shown by this press, with what stands in its files. */
async function shownBy(phone: Person, data: string): Promise<string> {
  stage.clock.advance(60_000);
  const before = phone.received();
  const last = JSON.stringify(before.at(-1));
  phone.pressesOn(before.at(-1)?.message_id ?? 1, data);
  await stage.settle();
  const isSame = JSON.stringify(phone.received()[before.length - 1]) === last;
  const said = phone.received().slice(isSame ? before.length : Math.max(0, before.length - 1));
  return (await Promise.all(said.map(wordsOf))).join("\n");
}

async function wordsOf(message: ReturnType<Person["received"]>[number]): Promise<string> {
  const { text, caption, reply_markup: markup, document, photo, contact } = message;
  const id = document?.file_id ?? photo?.at(-1)?.file_id;
  const file = id === undefined ? undefined : stage.sandbox.files.byId(id);
  const inFile = file === undefined ? "" : await wordsOfFile(file.bytes);
  return [JSON.stringify([text, caption, markup, document?.file_name, contact]), inFile].join("\n");
}

const tells = (words: string) => words.includes(MARK) || words.replaceAll(/[\s-]/g, "").includes(PHONE_MARK);

/** What became another row, but for rows that are about the others alone: an admin's own invitations are renewed by a list of theirs. */
function changes(before: Digest, after: Digest): string[] {
  return Object.keys({ ...before, ...after }).flatMap((table) => {
    const [was, is] = [new Set(before[table]), new Set(after[table])];
    const changed = [...[...is].filter((row) => !was.has(row)), ...[...was].filter((row) => !is.has(row))];
    return changed.filter((row) => !isAboutOthers(row)).map((row) => `${table}: ${row}`);
  });
}

/** Cohorts and waves are everybody's; the other numbers are Telegram's. */
const NO_OWNER = /^(cohort|wave|chat|telegram|update|telegram_message)_id$/;

function isAboutOthers(row: string): boolean {
  const columns = Object.entries(JSON.parse(row) as Record<string, unknown>);
  const ids = columns.filter(([name]) => /(^|_)id$/.test(name) && !NO_OWNER.test(name)).map(([, id]) => Number(id));
  return ids.length > 0 && !ids.some(isTheirs);
}

/** Whose numbers such a line names: none of theirs is in it when others have looked at what is their own. */
function namesTheirs(row: string): boolean {
  const { subject, details } = JSON.parse(row) as { subject: string; details: { shown?: string[] } | null };
  const named = [subject, ...(details?.shown ?? [])].flatMap(
    (one) => /^(?!wave|cohort)\w+:(\d+)$/.exec(one)?.[1] ?? [],
  );
  return named.map(Number).some(isTheirs);
}

const WHO = [
  ...["an admin of another province", "a trainer of another class", "a trainer whose role was revoked"],
  ...["a participant of another class", "a stranger", "a trainer of another province"],
  "a participant of another province",
];

/** Two pairs of hands get an eighth of the buttons each in `npm test`, and every pair gets all of them in the long tests. */
const HANDS = 2;
const PARTS = 8;

describe("no button tells anything of a class, and none changes it, in the hands of", () => {
  test.each(someOf(HANDS, WHO).map((who, at) => [who, at] as const))(
    "%s",
    async (who, at) => {
      const names = dealt(NAMES, at, PARTS);
      const phone = scene.others[who];
      if (phone === undefined) throw new Error(`Nobody is ${who}.`);
      const told: string[] = [];
      const about = async (names: ActionName[]) => {
        for (const data of names.flatMap((name) => pressesOf(name, scene))) {
          if (tells(await shownBy(phone, data))) told.push(data);
        }
      };
      const { audits: looksBefore = [], ...before } = await digestOf(stage);
      await about(names.filter(namesThing));
      expect(told).toEqual([]);
      const { audits: looks = [], ...after } = await digestOf(stage);
      expect(changes(before, after)).toEqual([]);
      expect(looks.filter((line) => !looksBefore.includes(line) && namesTheirs(line))).toEqual([]);
      // These are about oneself: what they change is one's own.
      await about(names.filter((name) => !namesThing(name)));
      expect(told).toEqual([]);
      expect(stage.errors).toEqual([]);
    },
    300_000,
  );
});

test("the same buttons tell those whose it is, of every kind of thing", async () => {
  const told = new Set<Kind>();
  // That nothing tells of those without a name is seen in the long tests, which press on for them too.
  const isOver = (kind: Kind) => told.has(kind) || !THINGS.includes(kind) || (!isLong && NAMELESS.includes(kind));
  const isTold = (name: ActionName) => ACTIONS[name].every(({ kind }) => isOver(kind));
  for (const phone of [scene.own.participant, scene.own.trainer, scene.own.admin]) {
    const actor = await loadActor(stage.world, phone.id);
    for (const name of NAMES.filter((one) => !ENDS.includes(one) && isAmong(actor, ROUTES[one].who))) {
      for (const data of pressesOf(name, scene, true)) {
        if (isTold(name)) break;
        if (tells(await shownBy(phone, data))) for (const { kind } of ACTIONS[name]) told.add(kind);
      }
    }
  }
  expect(stage.errors).toEqual([]);
  expect(THINGS.filter((kind) => !told.has(kind)).sort()).toEqual(NAMELESS);
}, 300_000);

/** Those of operators; what is everybody's; and what is named by its numbers alone: an import, and an act on many. */
const NAMELESS: readonly Kind[] = ["act", "import", "material", "outbox", "update"];

/** After these there is nothing left of which the others could tell. */
const ENDS: readonly ActionName[] = [
  "erase",
  "remove_practice",
  "remove_class",
  "discard",
  "undo_import",
  "merge_people",
  "merge_libraries",
];

test("whom a button is not for is refused it, and a stranger shown how to begin", async () => {
  const wrong: string[] = [];
  const phones = { "a participant": scene.own.participant, "a trainer": scene.own.trainer, ...scene.others };
  for (const [who, phone] of someOf(1, Object.entries(phones))) {
    const actor = await loadActor(stage.world, phone.id);
    for (const name of NAMES.filter((one) => !isAmong(actor, ROUTES[one].who))) {
      const [data = name] = pressesOf(name, scene);
      const shown = await shownBy(phone, data);
      const isOpen = ROUTES[name].who === "known" || ROUTES[name].who === "participant";
      const { common, notices, formerStaff } = textsFor("id");
      const over = formerStaff.over({ roles: actor.formerRoles ?? [], contact: "" }).text.split("\n")[0] ?? "";
      const answer = isOpen ? notices.agree : wasAmong(actor, ROUTES[name].who) ? over : common.notAllowed().text;
      if (!shown.includes(answer)) wrong.push(`${who}: ${data}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);
