// Calendar days in DATE columns: Prisma reads and writes them as midnight UTC.
import type { Day } from "../domain/time/calendar.js";

export function dayFromColumn(value: Date): Day {
  return value.toISOString().slice(0, 10) as Day;
}

export function dayToColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
