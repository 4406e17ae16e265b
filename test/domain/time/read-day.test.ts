// Days as people write them, in both languages: read, asked about where several may be meant, or not guessed at.
import { describe, expect, it } from "vitest";
import { addDays, type Day, isDay } from "../../../src/domain/time/calendar.js";
import { readDay } from "../../../src/domain/time/read-day.js";
import { longDay, shortDay } from "../../../src/texts/dates.js";
import { textsFor } from "../../../src/texts/index.js";

describe("a day as people write it", () => {
  const today: Day = "2024-06-03";

  it.each([
    ["3/6/2024", "2024-06-03"],
    ["03/06/2024", "2024-06-03"],
    ["3-6", "2024-06-03"],
    ["3.6.24", "2024-06-03"],
    ["3 / 6 / 2024", "2024-06-03"],
    ["17/8", "2024-08-17"],
    ["2024-06-10", "2024-06-10"],
    ["2024/06/10", "2024-06-10"],
    ["3 Juni tahun 2024", "2024-06-03"],
    ["tgl. 3/6", "2024-06-03"],
    ["3 Juni 2024", "2024-06-03"],
    ["3 juni", "2024-06-03"],
    ["3 Jun", "2024-06-03"],
    ["3juni2024", "2024-06-03"],
    ["17 Agt 2024", "2024-08-17"],
    ["17 Agustus", "2024-08-17"],
    ["1 Mei", "2024-05-01"],
    ["5 Nopember 2024", "2024-11-05"],
    ["tgl 3 juni", "2024-06-03"],
    ["tanggal 3 Juni 2024.", "2024-06-03"],
    ["Senin, 3 Juni 2024", "2024-06-03"],
    ["hari Jumat 7 Juni", "2024-06-07"],
    ["Jum'at, 7/6/2024", "2024-06-07"],
    ["Jum’at, 7/6", "2024-06-07"],
    ["June 3", "2024-06-03"],
    ["June 3rd, 2024", "2024-06-03"],
    ["3rd of June 2024", "2024-06-03"],
    ["Monday, June 3, 2024", "2024-06-03"],
    ["3 March", "2024-03-03"],
    ["hari ini", "2024-06-03"],
    ["  Besok ", "2024-06-04"],
    ["lusa", "2024-06-05"],
    ["kemarin", "2024-06-02"],
    ["today", "2024-06-03"],
    ["tomorrow", "2024-06-04"],
    ["3 hari lagi", "2024-06-06"],
    ["in 3 days", "2024-06-06"],
    ["2 hari yang lalu", "2024-06-01"],
    ["29/2/2024", "2024-02-29"],
    ["29 Februari", "2024-02-29"],
    ["Sen 3 Jun", "2024-06-03"],
    ["Kam 6 Jun", "2024-06-06"],
    ["Mon 3 Jun", "2024-06-03"],
    ["Hari ini (Min 2 Jun)", "2024-06-02"],
    ["Yesterday (Sat 1 Jun)", "2024-06-01"],
  ])("%j is read", (text, day) => expect(readDay(text, today)).toEqual({ ok: true, day }));

  it("is the nearest one when the year is left out", () => {
    expect(readDay("3/12", "2025-01-10")).toEqual({ ok: true, day: "2024-12-03" });
    expect(readDay("3 Januari", "2024-12-20")).toEqual({ ok: true, day: "2025-01-03" });
    expect(readDay("20/12", "2024-12-20")).toEqual({ ok: true, day: "2024-12-20" });
  });

  // Thursday.
  const thursday: Day = "2024-06-13";
  it.each<[text: string, ...days: Day[]]>([
    ["senin", "2024-06-10", "2024-06-17"],
    ["Hari Senin", "2024-06-10", "2024-06-17"],
    ["kamis", "2024-06-13", "2024-06-20", "2024-06-06"],
    ["jumat depan", "2024-06-14", "2024-06-21"],
    ["next friday", "2024-06-14", "2024-06-21"],
    ["rabu lalu", "2024-06-12", "2024-06-05"],
    ["senin lalu", "2024-06-10", "2024-06-03"],
    ["tgl 3", "2024-06-03", "2024-07-03"],
    ["Tanggal 3", "2024-06-03", "2024-07-03"],
    ["the 3rd", "2024-06-03", "2024-07-03"],
    ["3", "2024-06-03", "2024-07-03"],
    ["tgl 31", "2024-05-31", "2024-07-31"],
    ["minggu lalu", ...week("2024-06-03")],
    ["last week", ...week("2024-06-03")],
    ["next week", ...week("2024-06-17")],
    ["minggu depan", "2024-06-16", ...week("2024-06-17")],
    ["mggu dpn", "2024-06-16", ...week("2024-06-17")],
    ["senin ini", "2024-06-10", "2024-06-17"],
    ["senin pagi", "2024-06-10", "2024-06-17"],
    ["senen lalu", "2024-06-10", "2024-06-03"],
    ["last monday", "2024-06-10", "2024-06-03"],
    ["besok senin", "2024-06-14", "2024-06-17"],
    ["akhir pekan ini", "2024-06-15", "2024-06-16"],
    ["this weekend", "2024-06-15", "2024-06-16"],
    ["bulan depan", ...daysFrom("2024-07-01", 31)],
    ["next month", ...daysFrom("2024-07-01", 31)],
    ["last month", ...daysFrom("2024-05-01", 31)],
    ["bulan lalu", ...daysFrom("2024-05-01", 31)],
    ["Juli", ...daysFrom("2024-07-01", 31)],
    ["bulan Februari", ...daysFrom("2024-02-01", 29)],
    ["february 2025", ...daysFrom("2025-02-01", 28)],
    ["akhir bulan", ...daysFrom("2024-06-24", 7)],
    ["end of the month", ...daysFrom("2024-06-24", 7)],
    ["awal juli", ...daysFrom("2024-07-01", 7)],
    ["mid june", ...daysFrom("2024-06-12", 7)],
  ])("%j may mean several days, which are named", (text, ...days) => {
    expect(readDay(text, thursday)).toEqual({ ok: false, reason: "doubtful", days });
  });

  it.each<[text: string, day: Day]>([
    ["senin depan", "2024-06-17"],
    ["Senin minggu depan", "2024-06-17"],
    ["jumat minggu depan", "2024-06-21"],
    ["next monday", "2024-06-17"],
    ["hari jumat ini", "2024-06-14"],
    ["this friday", "2024-06-14"],
    ["sabtu kemarin", "2024-06-08"],
    ["tgl 13", "2024-06-13"],
    ["Senin tanggal 17", "2024-06-17"],
    ["seminggu lagi", "2024-06-20"],
    ["dua hari lagi", "2024-06-15"],
    ["in two weeks", "2024-06-27"],
    ["2 minggu yang lalu", "2024-05-30"],
    ["three days ago", "2024-06-10"],
    ["kemarin lusa", "2024-06-11"],
    ["tadi pagi", "2024-06-13"],
    ["Sen 17 Jun", "2024-06-17"],
    ["kemaren", "2024-06-12"],
    ["Kmrn sore ya bu", "2024-06-12"],
    ["yesterday morning", "2024-06-12"],
    ["bsk pagi", "2024-06-14"],
    ["besok lusa", "2024-06-15"],
    ["insya Allah besok, pak", "2024-06-14"],
    ["besok jumat", "2024-06-14"],
    ["tomorrow (Friday)", "2024-06-14"],
    ["senin besok", "2024-06-17"],
    ["senin kemarin", "2024-06-10"],
    ["this coming monday", "2024-06-17"],
    ["senin yang akan datang", "2024-06-17"],
    ["on monday next week", "2024-06-17"],
    ["pada hari Senin, tanggal 17 Juni 2024", "2024-06-17"],
    ["Senin tgl 17/6", "2024-06-17"],
    ["Kamis tanggal 4", "2024-07-04"],
    ["tanggal 3 bulan depan", "2024-07-03"],
    ["bulan depan tgl 3", "2024-07-03"],
    ["tgl 3 bln lalu", "2024-05-03"],
    ["the 3rd of next month", "2024-07-03"],
    ["the 3rd of July", "2024-07-03"],
    ["on the 4th of July", "2024-07-04"],
    ["July the 4th", "2024-07-04"],
    ["3 bulan Juli", "2024-07-03"],
    ["3 hr lg", "2024-06-16"],
    ["3hari lagi", "2024-06-16"],
    ["dalam 3 hari", "2024-06-16"],
    ["3 hari ke depan", "2024-06-16"],
    ["3 days from now", "2024-06-16"],
    ["a week ago", "2024-06-06"],
    ["sebulan lagi", "2024-07-13"],
    ["in a month", "2024-07-13"],
    ["2 bulan yang lalu", "2024-04-13"],
    ["Sampai 14 Juli 2024", "2024-07-14"],
    ["Until 14 July 2024", "2024-07-14"],
    ["17 Agustus ya", "2024-08-17"],
    ["Senin 17", "2024-06-17"],
    ["17 Juni (Senin)", "2024-06-17"],
    ["senin (17/6)", "2024-06-17"],
    ["17 June, Monday", "2024-06-17"],
    ["minggu depan senin", "2024-06-17"],
    ["next week on Monday", "2024-06-17"],
    ["tgl 3 bulan 7", "2024-07-03"],
    ["tanggal 3 bulan 7 tahun 2024", "2024-07-03"],
    ["sebelas hari lagi", "2024-06-24"],
  ])("%j leaves no doubt", (text, day) => expect(readDay(text, thursday)).toEqual({ ok: true, day }));

  it.each<[text: string, day: Day]>([
    ["+7 hari", "2024-07-14"],
    ["+7", "2024-07-14"],
    ["7 hari", "2024-07-14"],
    ["tambah 2 minggu", "2024-07-21"],
    ["seminggu", "2024-07-14"],
    ["one week more", "2024-07-14"],
    ["another week", "2024-07-14"],
    ["sebulan", "2024-08-07"],
    ["14 days", "2024-07-21"],
    ["seminggu lagi", "2024-06-20"],
    ["14 Juli", "2024-07-14"],
  ])("%j counts from the day that is put off, or says from when it counts", (text, day) => {
    expect(readDay(text, thursday, { spansFrom: "2024-07-07" })).toEqual({ ok: true, day });
  });

  it.each(["+7 hari", "7 hari", "seminggu"])("%j is no day where nothing is put off", (text) => {
    expect(readDay(text, thursday)).toEqual({ ok: false, reason: "unreadable" });
  });

  it("a month from the last day of a long month is the last day of a shorter one", () => {
    expect(readDay("sebulan lagi", "2024-01-31")).toEqual({ ok: true, day: "2024-02-29" });
    expect(readDay("2 bulan lalu", "2024-12-31")).toEqual({ ok: true, day: "2024-10-31" });
  });

  it.each(["31/6/2024", "30 Februari", "29/2/2025", "6/13/2024", "0/6/2024", "32 Juli"])("%j is impossible", (text) =>
    expect(readDay(text, today)).toEqual({ ok: false, reason: "impossible" }),
  );

  it("says so when weekday and date contradict each other", () => {
    expect(readDay("Senin, 4 Juni 2024", today)).toEqual({ ok: false, reason: "contradiction" });
  });

  it.each([
    "",
    "segera",
    "3 bulan depan",
    "sekitar besok",
    "besok?",
    "3 ma",
    "3 Juno",
    "3/6/2024/1",
    "antara 3/6 dan 5/6",
    "3/6-2024",
  ])("%j is not guessed at", (text) => expect(readDay(text, today)).toEqual({ ok: false, reason: "unreadable" }));

  it.each(["id", "en"] as const)("every day of a year is read back as our buttons say it in %s", (language) => {
    const { extensions, reports } = textsFor(language);
    const says = [extensions.untilChoice, reports.today, reports.yesterday, (day: Day) => shortDay(language, day)];
    const misread = daysFrom("2024-01-01", 366).flatMap((day) => {
      const seenOn = [addDays(day, -60), day, addDays(day, 60)];
      const labels = [...says, (one: Day) => longDay(language, one)].map((say) => say(day));
      return labels.filter((label) => seenOn.some((today) => !isRead(label, today, day)));
    });
    expect(misread).toEqual([]);
  });

  it("whatever words are put together, several days are named once each, and all of them exist", () => {
    const words =
      `hari tanggal minggu bulan pekan akhir awal depan lalu ini senin jumat kemarin besok lusa nanti juni mei
      next last this week month monday the of in 3 31 0 99 lagi yang ago days se`.split(/\s+/);
    for (const one of words) {
      for (const two of words) {
        for (const three of ["", ...words]) {
          const text = `${one} ${two} ${three}`;
          const read = readDay(text, thursday);
          const days = read.ok ? [read.day] : read.reason === "doubtful" ? read.days : [];
          if (new Set(days).size !== days.length || !days.every(isDay)) throw new Error(`${text}: ${days.join(", ")}`);
          if (!read.ok && read.reason === "doubtful" && days.length < 2) throw new Error(`${text}: no doubt`);
        }
      }
    }
  });
});

function week(monday: Day): Day[] {
  return daysFrom(monday, 7);
}

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, n) => addDays(first, n));
}

function isRead(text: string, today: Day, day: Day): boolean {
  const read = readDay(text, today);
  return read.ok && read.day === day;
}
