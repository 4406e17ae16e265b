// Writes a class's sessions as a file that the calendar of any phone takes (iCalendar, RFC 5545).

export interface CalendarEntry {
  /** The same for the same session for ever: a phone then changes its entry instead of adding a second. */
  uid: string;
  /** Raised with every change: the higher one wins. */
  revision: number;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string;
  notes: string;
  isCancelled: boolean;
}

/** Octets a line may have; what is longer goes on in the next, after one space (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** Times are in UTC: the phone shows them by its own clock, and no table of zones is needed. */
export function writeCalendar(entries: readonly CalendarEntry[], writtenAt: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tindak Lanjut//Jadwal kelas//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...entries.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${textOf(entry.uid)}`,
      `SEQUENCE:${entry.revision}`,
      `DTSTAMP:${instantOf(writtenAt)}`,
      `DTSTART:${instantOf(entry.startsAt)}`,
      `DTEND:${instantOf(entry.endsAt)}`,
      `SUMMARY:${textOf(entry.title)}`,
      `LOCATION:${textOf(entry.place)}`,
      `DESCRIPTION:${textOf(entry.notes)}`,
      `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** "20240603T013000Z" */
function instantOf(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** What has a meaning in the format loses it; marks that no calendar shows (NUL, bell, …) are left out. */
function textOf(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Folds between characters, so that none of several octets is cut in two. */
function folded(line: string): string {
  let written = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      written += "\r\n ";
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

/** How many octets a character has in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
