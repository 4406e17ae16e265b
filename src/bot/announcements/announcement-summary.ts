// What an announcement will come to, or what must be changed first, in words.

import type { Audience, AudienceScope } from "../../domain/announcements/announcement.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { zoneLabel } from "../../domain/time/zone.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import type { AnnouncementSummary, ZoneLine } from "../../texts/layouts/announcement-views.js";
import type { AnnouncementProblem, PreviewOutcome } from "../../use-cases/index.js";

type Preview = Extract<PreviewOutcome, { kind: "preview" }>;

export function summaryWords(
  texts: Texts,
  audience: string,
  preview: Preview,
  decision: AnnouncementSummary["decision"] = preview.needsApproval ? "propose" : "send",
): RichText {
  return texts.announcement.summary({
    decision,
    samples: preview.samples.length,
    audience,
    reachable: preview.reachable,
    zones: zoneLines(preview.zones),
    skipped: preview.skipped,
    seconds: preview.seconds,
    emergency: preview.emergency,
    withoutRoom: preview.withoutRoom,
    problem: preview.problem === null ? null : problemWords(texts, preview.problem),
  });
}

/** "Peserta · kelas Kepulauan Riau" */
export async function audienceWords(world: World, texts: Texts, audience: Audience, reach: Reach[]): Promise<string> {
  const { scope, role, plans } = audience;
  return texts.announcement.audience(role, await placeWords(world, texts, scope, reach), plans);
}

async function placeWords(world: World, texts: Texts, scope: AudienceScope, reach: Reach[]): Promise<string> {
  const words = texts.announcement;
  switch (scope.kind) {
    case "class":
      return `${words.trainingClass.label} ${(await world.store.classes.find(scope.classId))?.name ?? ""}`;
    case "practice":
      return (await world.store.practice.find(scope.cohortId))?.trainingClass.name ?? "";
    case "province":
      return (await world.store.places.find(scope.code))?.name ?? "";
    case "all":
      return (await regionNames(world, reach))?.join(", ") ?? words.scope.country;
  }
}

/** The regions by name; null when one of the roles has no region, so that it is the whole country. */
export async function regionNames(world: World, reach: Reach[]): Promise<string[] | null> {
  const codes = reach.map(({ regionCode }) => regionCode);
  if (codes.includes(null)) return null;
  const places = await Promise.all(codes.map((code) => (code === null ? null : world.store.places.find(code))));
  return places.flatMap((place) => (place === null ? [] : [place.name]));
}

export function problemWords(texts: Texts, problem: AnnouncementProblem): RichText {
  const words = texts.announcement.problems;
  switch (problem.kind) {
    case "empty":
    case "wordless":
      return words[problem.kind]();
    case "nobody":
      return words.nobody();
    case "no_approver":
      return words.no_approver(problem.above);
    case "approvers_unreachable":
      return words.approvers_unreachable(problem.above, problem.names);
    case "too_long":
      return words.too_long(problem);
    case "too_long_filled":
      return words.too_long_filled(problem);
    case "unknown_variable":
      return words.unknown_variable(problem.written);
    case "missing_words":
      return words.missing_words(problem.variable, problem.count, problem.example);
  }
}

/** People say WIB, whichever of its two zones it is. */
function zoneLines(zones: Preview["zones"]): ZoneLine[] {
  const byLabel = new Map<string, ZoneLine>();
  for (const { zone, count, waitsUntil } of zones) {
    const label = zoneLabel(zone);
    const line = byLabel.get(label) ?? {
      label,
      zone,
      count: 0,
      waitsUntil: waitsUntil === null ? null : new Date(waitsUntil),
    };
    byLabel.set(label, { ...line, count: line.count + count });
  }
  return [...byLabel.values()];
}
