// Schedules as files for calendars: written, then read back by the rules of RFC 5545.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEntry, writeCalendar } from "../../../src/domain/classes/calendar-file.js";

const AT = new Date("2024-06-01T03:04:05.678Z");

/** Unfolds, splits into entries and takes the escapes away: what a calendar does. */
function readCalendar(text: string): Record<string, string>[] {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const entries: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") entries.push({});
    else if (entries.length > 0) entries.at(-1)![name] ??= unescaped(value);
  }
  return entries;
}

const unescaped = (value: string) => value.replace(/\\(.)/g, (_, mark: string) => (mark === "n" ? "\n" : mark));

const ENTRY: CalendarEntry = {
  uid: "session-1@bot.t.me",
  revision: 0,
  startsAt: new Date("2024-06-06T01:30:00Z"),
  endsAt: new Date("2024-06-06T03:00:00Z"),
  title: "Pembukaan",
  place: "Hotel Bintan, aula lantai 2",
  notes: "Kelas Kepulauan Riau\nPelatih: Rina",
  isCancelled: false,
};

// Keeps P12.
test("a session is an entry with its times in UTC and its commas and line breaks escaped", () => {
  const text = writeCalendar([ENTRY], AT);
  expect(text.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tindak Lanjut//Jadwal kelas//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    "UID:session-1@bot.t.me",
    "SEQUENCE:0",
    "DTSTAMP:20240601T030405Z",
    "DTSTART:20240606T013000Z",
    "DTEND:20240606T030000Z",
    "SUMMARY:Pembukaan",
    "LOCATION:Hotel Bintan\\, aula lantai 2",
    "DESCRIPTION:Kelas Kepulauan Riau\\nPelatih: Rina",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

// Keeps P12.
test("a moved and then cancelled session has the same entry, a higher number, and is called off", () => {
  const [before] = readCalendar(writeCalendar([ENTRY], AT));
  const [after] = readCalendar(writeCalendar([{ ...ENTRY, revision: 2, isCancelled: true }], AT));
  expect(after?.UID).toBe(before?.UID);
  expect(Number(after?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
  expect([before?.STATUS, after?.STATUS]).toEqual(["CONFIRMED", "CANCELLED"]);
});

// "max", or none would be longer than a line.
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200, size: "max" }),
  fc.string({ unit: fc.constantFrom(...'\\;,:\n\r"a 📍é\u0000\u202e') }),
);
const instants = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2040-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const entries = fc.array(
  fc.record({
    uid: fc.nat().map((n) => `session-${n}@bot.t.me`),
    revision: fc.nat(1000),
    startsAt: instants,
    endsAt: instants,
    title: words,
    place: words,
    notes: words,
    isCancelled: fc.boolean(),
  }),
  { maxLength: 5 },
);

/** What a text field keeps: line breaks are one character, other control characters are none. */
const kept = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\p{Cc}/gu, (mark) => (mark === "\n" ? mark : ""));

// Keeps P12.
test("whatever a title, a room or a name holds, the file reads back as it was meant", () => {
  fc.assert(
    fc.property(entries, (all) => {
      const read = readCalendar(writeCalendar(all, AT));
      expect(read.map(({ UID, SUMMARY, LOCATION, DESCRIPTION }) => [UID, SUMMARY, LOCATION, DESCRIPTION])).toEqual(
        all.map(({ uid, title, place, notes }) => [uid, kept(title), kept(place), kept(notes)]),
      );
    }),
  );
});

// Keeps P12.
test("no line is longer than 75 octets, each ends as it must, and no character is cut in two", () => {
  fc.assert(
    fc.property(entries, (all) => {
      const text = writeCalendar(all, AT);
      expect(text.endsWith("\r\n")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
});
