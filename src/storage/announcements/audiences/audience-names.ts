// An audience's conditions by name: of what lies within the reader's reach, and how many do not.
import type { Audience, AudienceNames } from "../../../domain/announcements/audience.js";
import { type Reach, reachWithin } from "../../../domain/people/admin-reach.js";
import type { Db } from "../../engine/database.js";
import { TRAINERS_NOW } from "../../reach.js";
import { reached } from "./audience-options.js";

export async function namesOf(db: Db, audience: Audience, reach: readonly Reach[]): Promise<AudienceNames> {
  const { places = [], classes = [], waves = [], cohorts = [], trainers = [] } = audience;
  const asked = places.length + classes.length + waves.length + cohorts.length + trainers.length;
  if (asked === 0) return { places: [], classes: [], waves: [], cohorts: [], trainers: [], others: 0 };
  // Of a province whose admin they are not, what is meant is their own part of it, and is called so.
  const partsOf = (code: string) => reachWithin(reach, code).flatMap(({ regionCode }) => regionCode ?? []);
  const codes = [...new Set(places.flatMap(partsOf))];
  const [{ found: there, ...found }] = await db.$queryRaw<[Omit<AudienceNames, "others" | "places"> & Found]>`
    WITH ${reached(reach)}
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name) ORDER BY p.name), '[]') FROM places p
        WHERE p.code = ANY(${codes}::text[]) AND EXISTS (
          SELECT 1 FROM reached r WHERE r.place = p.code OR starts_with(r.place, p.code || '.'))) AS found,
      ARRAY(SELECT DISTINCT r.name FROM reached r WHERE r.id = ANY(${classes}::int[]) ORDER BY 1) AS classes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', wave, 'cohort', name) ORDER BY year, wave), '[]') FROM (
        SELECT DISTINCT r.wave_id, r.wave, co.name, co.year FROM reached r JOIN cohorts co ON co.id = r.cohort_id
        WHERE r.wave_id = ANY(${waves}::int[])) AS w) AS waves,
      ARRAY(SELECT co.name FROM cohorts co WHERE co.id = ANY(${cohorts}::int[])
        AND co.id IN (SELECT cohort_id FROM reached) ORDER BY co.year) AS cohorts,
      ARRAY(SELECT p.name FROM people p WHERE p.id = ANY(${trainers}::int[]) AND p.erased_at IS NULL AND EXISTS (
        SELECT 1 FROM ${TRAINERS_NOW} t JOIN reached r ON r.id = t.class_id WHERE t.person_id = p.id) ORDER BY p.name) AS trainers`;
  const isThere = new Set(there.map(({ code }) => code));
  const namedPlaces = places.filter((code) => partsOf(code).some((part) => isThere.has(part)));
  const named = [namedPlaces, found.classes, found.waves, found.cohorts, found.trainers];
  const others = Math.max(0, asked - named.reduce((sum, names) => sum + names.length, 0));
  return { ...found, places: there.map(({ name }) => name), others };
}

interface Found {
  found: { code: string; name: string }[];
}
