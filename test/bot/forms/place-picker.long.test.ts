// P06: the picker over every place of Indonesia, drawn as people would see it: all can be reached, by few presses, by small buttons.
import { beforeAll, expect, test } from "vitest";
import type { StepContext } from "../../../src/bot/forms/form.js";
import { pressData } from "../../../src/bot/forms/presses/press.js";
import { placeStep } from "../../../src/bot/forms/steps/place-step.js";
import type { Message } from "../../../src/domain/messages/message.js";
import { compareByName, type PlaceLevel } from "../../../src/domain/places/place.js";
import { type PlaceRow, readPlaces } from "../../../src/storage/migrations/place-files.js";
import { textsFor } from "../../../src/texts/index.js";

let places: PlaceRow[];
let children: Map<string | null, PlaceRow[]>;
let byCode: Map<string, PlaceRow>;

beforeAll(async () => {
  places = await readPlaces();
  byCode = new Map(places.map((place) => [place.code, place]));
  children = new Map();
  for (const place of places) {
    const siblings = children.get(place.parentCode);
    if (siblings === undefined) children.set(place.parentCode, [place]);
    else siblings.push(place);
  }
  for (const list of children.values()) list.sort(compareByName);
}, 60_000);

const LEVEL_BELOW: Record<string, PlaceLevel> = { province: "regency", regency: "district", district: "village" };
const levelIn = (parent: string | null) =>
  LEVEL_BELOW[parent === null ? "" : (byCode.get(parent)?.level ?? "")] ?? "province";

function pickerIn(parent: string | null) {
  const level = levelIn(parent);
  const step = placeStep({ level, within: () => parent });
  const context = (view: StepContext<unknown>["view"]) =>
    ({
      view,
      texts: textsFor("id"),
      press: (value: string) => pressData(1, level, value),
      world: {
        store: {
          places: {
            childrenOf: async (code: string | null) => children.get(code) ?? [],
            find: async (code: string) => byCode.get(code) ?? null,
          },
        },
      },
    }) as unknown as StepContext<unknown>;
  return {
    ask: async (view = {}) => (await step.ask(context(view))) as Message,
    read: (input: Parameters<typeof step.read>[1], view = {}) => step.read(context(view), input),
  };
}

const buttonsOf = (message: Message) =>
  (message.buttons ?? []).flat().map((button) => ({ label: button.label, data: "data" in button ? button.data : "" }));

/** Presses "next" until there is no more; returns how many presses each place lies from the first page. */
async function pagesOf(parent: string | null): Promise<Map<string, number>> {
  const picker = pickerIn(parent);
  const presses = new Map<string, number>();
  let view = {};
  for (let page = 0; ; page++) {
    const buttons = buttonsOf(await picker.ask(view));
    for (const { label, data } of buttons) {
      if (Buffer.byteLength(data) > 64) expect.fail(`${data} is too long`);
      const code = data.split("|")[3] ?? "";
      if (code.startsWith("page.")) continue;
      if (shortName(byCode.get(code)?.name) !== label) expect.fail(`${data} says ${label}`);
      // 30 letters show on a narrow phone.
      if (label.length > 30) expect.fail(`${label} is cut`);
      if (presses.has(code)) expect.fail(`${label} is there twice`);
      presses.set(code, page);
    }
    const next = buttons.find(({ label }) => label === textsFor("id").common.more);
    if (next === undefined) return presses;
    const reading = await picker.read({ kind: "press", value: next.data.split("|")[3] ?? "" });
    if (reading.kind !== "view") throw new Error(`${next.data} turned no page`);
    view = reading.view;
  }
}

/** As it stands on a button: "Kepulauan" is shortened, and a name beyond 30 letters is cut. */
function shortName(name = ""): string {
  const short = name.replace(/\bKepulauan\b/, "Kep.");
  return short.length <= 30 ? short : `${short.slice(0, 29).trimEnd()}…`;
}

// Keeps P06.
test("all 83,762 villages are reached in four presses and paging, by buttons of at most 64 bytes", async () => {
  const paging = new Map<string, number>();
  for (const parent of [null, ...places.filter(({ level }) => level !== "village").map(({ code }) => code)]) {
    for (const [code, presses] of await pagesOf(parent)) paging.set(code, presses);
  }
  const villages = places.filter(({ level }) => level === "village");
  let reached = 0;
  let most = 0;
  let withinEight = 0;
  for (const { code } of villages) {
    const path = [code.slice(0, 2), code.slice(0, 5), code.slice(0, 8), code];
    const turns = path.map((step) => paging.get(step));
    if (turns.some((turn) => turn === undefined)) continue;
    reached += 1;
    const pages = turns.reduce<number>((sum, turn) => sum + (turn ?? 0), 0);
    // One press a level, four levels: within the six that are allowed before paging.
    most = Math.max(most, path.length + pages);
    if (path.length + pages <= 8) withinEight += 1;
  }
  expect(villages).toHaveLength(83_762);
  expect(reached).toBe(83_762);
  // By buttons alone; whoever types three letters needs none of the pages.
  expect(most).toBeLessThanOrEqual(14);
  expect(withinEight / reached).toBeGreaterThan(0.95);
}, 60_000);

// Keeps P06.
test("every one of them is taken when its button is pressed, and none of another district's", async () => {
  const parents = places.filter(({ level }) => level === "district").filter((_, n) => n % 37 === 0);
  for (const { code } of parents) {
    const own = children.get(code) ?? [];
    for (const village of own) {
      expect(await pickerIn(code).read({ kind: "press", value: village.code })).toEqual({
        kind: "answer",
        value: village.code,
      });
    }
    expect((await pickerIn(code).read({ kind: "press", value: "11.01.01.2001x" })).kind).toBe("problem");
  }
});

// Keeps P06.
test("“sukamju” offers Sukamaju wherever the chosen kecamatan has one", async () => {
  const sukamaju = places.filter(({ level, searchName }) => level === "village" && searchName === "sukamaju");
  expect(sukamaju.length).toBeGreaterThan(100);
  for (const { code, parentCode } of sukamaju) {
    const picker = pickerIn(parentCode);
    const reading = await picker.read({ kind: "text", text: "sukamju" });
    if (reading.kind !== "view") expect.fail(`${parentCode}: ${JSON.stringify(reading)}`);
    const offered = buttonsOf(await picker.ask(reading.view)).map(({ data }) => data.split("|")[3]);
    expect(offered, parentCode ?? "").toContain(code);
    // Inside the chosen kecamatan only.
    expect(offered.filter((one) => one !== "page.0" && !one?.startsWith(`${parentCode}.`))).toEqual([]);
  }
});

// Keeps P06.
test("a kabupaten and a kota of one name are told apart on their buttons, all 26 pairs", async () => {
  const labels = (
    await Promise.all(
      [...children.keys()]
        .filter((code) => code !== null && byCode.get(code)?.level === "province")
        .map(async (code) => {
          const presses = await pagesOf(code);
          return [...presses.keys()].map((one) => byCode.get(one)?.name ?? "");
        }),
    )
  ).flat();
  const pairs = labels
    .filter((label) => label.startsWith("Kota "))
    .filter((kota) => labels.includes(kota.replace("Kota ", "Kab. ")));
  expect(labels.filter((label) => !/^(Kab\.|Kota) /.test(label))).toEqual([]);
  expect(pairs).toHaveLength(26);
});

// Keeps P06.
test('Ja"an is a button with its own name, and is found however its mark is typed', async () => {
  const [district] = places.filter(({ name }) => name === 'Ja"an');
  expect(district?.code).toBe("35.18.17.2007");
  const picker = pickerIn("35.18.17");
  const all = await Promise.all([{}, { page: 1 }].map((view) => picker.ask(view)));
  expect(all.flatMap(buttonsOf).map(({ label }) => label)).toContain('Ja"an');
  for (const typed of ['Ja"an', "ja'an", "jaan", "Ja’an"]) {
    expect(await picker.read({ kind: "text", text: typed })).toEqual({ kind: "answer", value: "35.18.17.2007" });
  }
});
