// The training sessions of a class: what the press names as topics, spread over four or five days, and one online afterwards.
import { addDays, type Day, daysBetween, instantAt } from "../../../src/domain/time/calendar.js";
import type { PlannedClass } from "./plan-cohort.js";

export interface PlannedSession {
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  place: string;
}

type Slot = readonly [from: string, until: string, title: string];

const OPENING_DAY: readonly Slot[] = [
  ["08:30", "10:00", "Pembukaan oleh Kepala Dinas Perpustakaan dan Perpusnas"],
  ["10:15", "12:00", "Strategi TPBIS: perpustakaan untuk kesejahteraan warga"],
  ["13:00", "15:30", "Tiga strategi: layanan informasi, pelibatan masyarakat, advokasi"],
];
const COMPUTER_DAY: readonly Slot[] = [
  ["08:00", "10:00", "TIK dasar: komputer dan internet"],
  ["10:15", "12:00", "TIK dasar: mencari dan menilai informasi"],
  ["13:00", "15:30", "SIM TPBIS: mencatat kegiatan perpustakaan"],
];
const IMPACT_DAY: readonly Slot[] = [
  ["08:00", "10:00", "Menemukan kebutuhan masyarakat"],
  ["10:15", "12:00", "Melihat dampak perpustakaan"],
  ["13:00", "15:30", "Menulis cerita perubahan"],
];
const PLANNING_DAY: readonly Slot[] = [
  ["08:00", "10:00", "Pelibatan masyarakat dan kemitraan"],
  ["10:15", "12:00", "Advokasi kepada kepala desa dan mitra"],
  ["13:00", "15:30", "Menyusun tiga rencana kerja"],
];
const CLOSING_DAY: readonly Slot[] = [
  ["08:00", "10:00", "Presentasi rencana kerja"],
  ["10:15", "11:30", "Rencana tindak lanjut dan cara melapor"],
  ["11:30", "12:00", "Penutupan oleh Kepala Dinas Perpustakaan"],
];
const DAYS = [OPENING_DAY, COMPUTER_DAY, IMPACT_DAY, PLANNING_DAY, CLOSING_DAY];

/** A week after the class, when the first things have been tried. */
const DAYS_UNTIL_FOLLOW_UP = 7;

export function planSessions(planned: PlannedClass): PlannedSession[] {
  const { startsOn, endsOn, zone, venue, key } = planned;
  const at = (day: Day, time: string) => instantAt(zone, day, time);
  const lastDay = daysBetween(startsOn, endsOn);
  // A class of four days leaves the impact day out and hears of it online.
  const days = lastDay >= 4 ? DAYS : DAYS.filter((day) => day !== IMPACT_DAY);
  const inPerson = days.flatMap((slots, n) =>
    slots.map(([from, until, title]): PlannedSession => {
      const day = addDays(startsOn, n);
      return { title, startsAt: at(day, from), endsAt: at(day, until), mode: "in_person", place: venue };
    }),
  );
  const online = addDays(endsOn, DAYS_UNTIL_FOLLOW_UP);
  return [
    ...inPerson,
    {
      title:
        lastDay >= 4
          ? "Pendampingan daring: kemajuan rencana kerja"
          : "Pendampingan daring: melihat dampak perpustakaan",
      startsAt: at(online, "13:30"),
      endsAt: at(online, "15:00"),
      mode: "online",
      // ".example" belongs to nobody, by RFC 2606.
      place: `https://temu.example/tpbis-${key}`,
    },
  ];
}
