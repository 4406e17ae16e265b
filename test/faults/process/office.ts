// The office of a scene: its admins, and workbooks of as many people as wanted, from every province.
import type { CellOut } from "../../../src/domain/files/workbook.js";
import type { Place } from "../../../src/domain/places/place.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { readPlaces } from "../../../src/storage/migrations/place-files.js";
import { NOTICES_IN_FORCE } from "../../../src/use-cases/index.js";
import { day, officeWorkbook } from "../../support/files/office-workbook.js";
import { buildAdmin } from "../../support/world/builders.js";
import { VILLAGE_SPELLINGS, type WholeName, wholeNameOf } from "../../support/world/spellings/village-spellings.js";
import { CANARY, CANARY_PHONE, type Scene } from "./scene.js";

/** People of one class. */
const CLASS = 40;
/** Of so many people one writes the village in another way than the authority does. */
const OTHERWISE_EVERY = 5;
/** So that of so many villages every province has some. */
const STRIDE = 7919;

/** National, agreed to the notice in force, with a phone in the sandbox. */
export async function adminOf({ world, database }: Scene, name: string): Promise<Person> {
  const phone = world.person({ first_name: `${CANARY} ${name}` });
  phone.start();
  world.takeUpdates();
  const noticeVersion = NOTICES_IN_FORCE.staff;
  await buildAdmin(database.prisma, { name: `${CANARY} ${name}`, telegramId: phone.id, noticeVersion });
  return phone;
}

/** Classes of 40, each of one province, with their people; `first` tells one workbook's people from another's. */
export async function workbookOf(people: number, first = 0): Promise<Uint8Array> {
  const chosen = await villages(people);
  const byProvince = new Map<string, WholeName[]>();
  for (const one of chosen) byProvince.set(one.province, [...(byProvince.get(one.province) ?? []), one]);
  const classes: CellOut[][] = [];
  const participants: CellOut[][] = [];
  for (const [province, ofProvince] of byProvince) {
    for (const [n, village] of ofProvince.entries()) {
      const name = `Bimtek ${province} ${Math.floor(n / CLASS) + 1}`;
      if (n % CLASS === 0) {
        classes.push(["2027", "1", name, province, "Aula", day("2027-05-17"), day("2027-05-21"), null]);
      }
      participants.push(lineOf(village, name, first + participants.length));
    }
  }
  return officeWorkbook({ classes, participants });
}

async function villages(count: number): Promise<WholeName[]> {
  const places = await readPlaces();
  const byCode = new Map(places.map((place) => [place.code, place]));
  const all = places.filter(({ level }) => level === "village");
  return Array.from({ length: count }, (_, n) =>
    wholeNameOf(all[(n * STRIDE) % all.length] as Place, (code) => byCode.get(code)),
  );
}

const SPELLINGS = [
  VILLAGE_SPELLINGS["in capitals without spaces"],
  VILLAGE_SPELLINGS["in small letters without marks"],
  VILLAGE_SPELLINGS["with other numbers"],
];

function lineOf(whole: WholeName, className: string, n: number): CellOut[] {
  const spelled = spellingOf(n)(whole);
  const { province = "", kabupaten = "", kecamatan = "", village = "" } = spelled;
  const kind = whole.kind === "kelurahan" ? "Perpustakaan kelurahan" : "Perpustakaan desa";
  const phone = `0${CANARY_PHONE.slice(3)}${String(n).padStart(5, "0")}`;
  return [
    `${CANARY} ${wordOf(n)}`,
    phone,
    kind,
    province,
    kabupaten,
    kecamatan,
    village,
    `Perpustakaan ${n}`,
    className,
  ];
}

function spellingOf(n: number) {
  const otherwise = n % OTHERWISE_EVERY === 0 ? SPELLINGS[(n / OTHERWISE_EVERY) % SPELLINGS.length] : undefined;
  return otherwise ?? VILLAGE_SPELLINGS["as the authority does"]!;
}

/** A name of letters for each number: names with digits are doubted. */
function wordOf(n: number): string {
  return [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
