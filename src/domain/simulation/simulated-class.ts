// A class of a simulated wave: its days and sessions are the real ones, its people are made up.
import type { Day } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";

export interface SimulatedSession {
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: "in_person" | "online";
  place: string;
}

export interface SimulatedClass {
  name: string;
  provinceCode: string;
  zone: Zone;
  venue: string;
  startsOn: Day;
  endsOn: Day;
  plansDueOn: Day;
  /** How many made-up people: the roster's, or as many as a class commonly has. */
  people: number;
  trainers: number;
  sessions: SimulatedSession[];
}
