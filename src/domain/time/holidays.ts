/** National holidays of Indonesia: a default for configuration to replace, since each year's list is decreed the autumn before. */
import type { Day } from "./calendar.js";
import type { RestDays } from "./working-hours.js";

export interface Holiday {
  readonly day: Day;
  readonly name: string;
  /** Joint leave (cuti bersama) closes offices, but is taken from people's own leave and does not bind everybody. */
  readonly kind: "national" | "joint leave";
  /** Reckoned ahead of the year's decree: rested on all the same, since a day too many only makes a message wait a day. */
  readonly expected?: true;
}

/**
 * Sources: joint decrees (SKB) of the ministers of religion, manpower and administrative reform:
 * 2024: 855/3/4 of 2023, with the election days of Keppres 10/2024 and 33/2024; 2025: 1017/2/2 of 2024, with 18 August added by
 * 933/1/3 of 2025; 2026: 1497/2/5 of 2025. The lists are the government's own, also where the moon decides.
 * 2027 is expected: fixed days, Easter reckoning, and the months of the moon as seen from Indonesia; without joint leave.
 */
export const DEFAULT_HOLIDAYS: readonly Holiday[] = [
  ...national("2024", {
    "01-01": "Tahun Baru Masehi",
    "02-08": "Isra Mikraj Nabi Muhammad",
    "02-10": "Tahun Baru Imlek 2575",
    "02-14": "Pemilihan Umum",
    "03-11": "Hari Suci Nyepi 1946",
    "03-29": "Wafat Yesus Kristus",
    "03-31": "Kebangkitan Yesus Kristus (Paskah)",
    "04-10": "Idulfitri 1445 H",
    "04-11": "Idulfitri 1445 H",
    "05-01": "Hari Buruh Internasional",
    "05-09": "Kenaikan Yesus Kristus",
    "05-23": "Hari Raya Waisak 2568",
    "06-01": "Hari Lahir Pancasila",
    "06-17": "Iduladha 1445 H",
    "07-07": "Tahun Baru Islam 1446 H",
    "08-17": "Proklamasi Kemerdekaan",
    "09-16": "Maulid Nabi Muhammad",
    "11-27": "Pemilihan Kepala Daerah",
    "12-25": "Kelahiran Yesus Kristus (Natal)",
  }),
  ...jointLeave("2024", "02-09 03-12 04-08 04-09 04-12 04-15 05-10 05-24 06-18 12-26"),
  ...national("2025", {
    "01-01": "Tahun Baru Masehi",
    "01-27": "Isra Mikraj Nabi Muhammad",
    "01-29": "Tahun Baru Imlek 2576",
    "03-29": "Hari Suci Nyepi 1947",
    "03-31": "Idulfitri 1446 H",
    "04-01": "Idulfitri 1446 H",
    "04-18": "Wafat Yesus Kristus",
    "04-20": "Kebangkitan Yesus Kristus (Paskah)",
    "05-01": "Hari Buruh Internasional",
    "05-12": "Hari Raya Waisak 2569",
    "05-29": "Kenaikan Yesus Kristus",
    "06-01": "Hari Lahir Pancasila",
    "06-06": "Iduladha 1446 H",
    "06-27": "Tahun Baru Islam 1447 H",
    "08-17": "Proklamasi Kemerdekaan",
    "09-05": "Maulid Nabi Muhammad",
    "12-25": "Kelahiran Yesus Kristus (Natal)",
  }),
  ...jointLeave("2025", "01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26"),
  ...national("2026", {
    "01-01": "Tahun Baru Masehi",
    "01-16": "Isra Mikraj Nabi Muhammad",
    "02-17": "Tahun Baru Imlek 2577",
    "03-19": "Hari Suci Nyepi 1948",
    "03-21": "Idulfitri 1447 H",
    "03-22": "Idulfitri 1447 H",
    "04-03": "Wafat Yesus Kristus",
    "04-05": "Kebangkitan Yesus Kristus (Paskah)",
    "05-01": "Hari Buruh Internasional",
    "05-14": "Kenaikan Yesus Kristus",
    "05-27": "Iduladha 1447 H",
    "05-31": "Hari Raya Waisak 2570",
    "06-01": "Hari Lahir Pancasila",
    "06-16": "Tahun Baru Islam 1448 H",
    "08-17": "Proklamasi Kemerdekaan",
    "08-25": "Maulid Nabi Muhammad",
    "12-25": "Kelahiran Yesus Kristus (Natal)",
  }),
  ...jointLeave("2026", "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24"),
  ...expected("2027", {
    "01-01": "Tahun Baru Masehi",
    "01-05": "Isra Mikraj Nabi Muhammad",
    "02-06": "Tahun Baru Imlek 2578",
    "03-08": "Hari Suci Nyepi 1949",
    "03-10": "Idulfitri 1448 H",
    "03-11": "Idulfitri 1448 H",
    "03-26": "Wafat Yesus Kristus",
    "03-28": "Kebangkitan Yesus Kristus (Paskah)",
    "05-01": "Hari Buruh Internasional",
    "05-06": "Kenaikan Yesus Kristus",
    "05-17": "Iduladha 1448 H",
    "05-20": "Hari Raya Waisak 2571",
    "06-01": "Hari Lahir Pancasila",
    "06-06": "Tahun Baru Islam 1449 H",
    "08-15": "Maulid Nabi Muhammad",
    "08-17": "Proklamasi Kemerdekaan",
    "12-25": "Kelahiran Yesus Kristus (Natal)",
  }),
];

/** As decreed since: days of the configuration (checked there) come in, others go. */
export function changedHolidays(
  holidays: readonly Holiday[],
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): Holiday[] {
  const kept = holidays.filter(({ day }) => !removed.includes(day) && !added.includes(day));
  return [...kept, ...added.map((day): Holiday => ({ day: day as Day, name: "Hari libur", kind: "national" }))];
}

/** The days to rest on. Joint leave counts only when asked for: classes and offices of the regions differ in keeping it. */
export function restDaysOf(holidays: readonly Holiday[], options: { withJointLeave?: boolean } = {}): RestDays {
  const kept = holidays.filter(({ kind }) => kind === "national" || options.withJointLeave === true);
  return { holidays: new Set(kept.map(({ day }) => day)) };
}

/**
 * How well the list knows a year: `unknown` has Sundays only, and an `expected` day stays so until the configuration adds it as
 * decreed or takes it out. Somebody should be told of either before the year begins.
 */
export function knowledgeOf(holidays: readonly Holiday[], year: number): "decreed" | "expected" | "unknown" {
  const known = holidays.filter(({ day }) => day.startsWith(`${year}-`));
  if (known.length === 0) return "unknown";
  return known.some(({ expected }) => expected) ? "expected" : "decreed";
}

function national(year: `${number}`, names: Readonly<Record<`${number}-${number}`, string>>): readonly Holiday[] {
  return Object.entries(names).map(([day, name]) => ({ day: `${year}-${day}` as Day, name, kind: "national" }));
}

function expected(year: `${number}`, names: Readonly<Record<`${number}-${number}`, string>>): readonly Holiday[] {
  return national(year, names).map((holiday) => ({ ...holiday, expected: true }));
}

function jointLeave(year: `${number}`, days: string): readonly Holiday[] {
  return days.split(" ").map((day) => ({ day: `${year}-${day}` as Day, name: "Cuti bersama", kind: "joint leave" }));
}
