// What an announcement would come to: three people's copies of it, who gets it when, who does not and why. Writes nothing but who was
// shown in the copies (noteSamples).
import {
  type AnnouncementContent,
  estimatedSeconds,
  longestRendering,
  mostCharacters,
  variablesIn,
} from "../../domain/announcements/announcement.js";
import type { Audience } from "../../domain/announcements/audience.js";
import { fillPlaceholders } from "../../domain/messages/fill-placeholders.js";
import { budgetLooksBackTo, classWeekOf, DEFAULT_BUDGET, hasRoom } from "../../domain/messages/message-budget.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { AudiencePreview, AudienceTerms, NewAnnouncement } from "../../ports/announcements/announcements.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import {
  type AnnouncementProblem,
  announcementProblem,
  longestWords,
  needsApproval,
  reachableCount,
  timeProblem,
} from "./announcement-problem.js";
import { audienceTerms, type Changing } from "./audience-terms.js";

export type AnnouncementDraft = Pick<NewAnnouncement, "content" | "audience" | "emergency" | "localTime">;

export type PreviewOutcome =
  | { kind: "not_allowed" }
  | {
      kind: "preview";
      /** Null: it may be sent. */
      problem: AnnouncementProblem | null;
      /** As its receivers will see it, the one with the longest name first; a text without variables once. */
      samples: AnnouncementContent[];
      /** Whose words stand in the samples. */
      sampled: number[];
      reachable: number;
      /** `waitsUntil` is null where it leaves at once. ISO, because outcomes are plain JSON. */
      zones: { zone: Zone; count: number; waitsUntil: string | null; hasLeft: boolean }[];
      skipped: AudiencePreview["skipped"];
      emergency: boolean;
      /** How many participants have no room for it in their message budget, so that they wait; null where it asks nobody's. */
      withoutRoom: number | null;
      seconds: number;
      /** Of the text with the longest words there are, and how much there is room for. */
      length: { written: number; longest: number; most: number };
      /** So many that a second admin has to approve it. */
      needsApproval: boolean;
    };

export async function previewAnnouncement(
  world: World,
  actor: Actor,
  draft: AnnouncementDraft,
  left: readonly Zone[] = [],
  changing: Changing = null,
): Promise<PreviewOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const terms = audienceTerms(world, actor, draft.audience.scope, draft.localTime, changing);
  return previewWithin(world, terms, draft, left);
}

/** The copies say who three of its receivers are, where the text holds words about them. */
export async function noteSamples(
  world: World,
  actor: Actor,
  subject: string,
  { sampled }: { sampled: number[] },
): Promise<void> {
  if (sampled.length === 0) return;
  const shown = sampled.map((id) => `person:${id}`);
  const details = { count: sampled.length };
  await noteLook(world, actor, {
    ...{ action: "announcement.preview", subject: `announcement:${subject}`, details, shown },
  });
}

export async function previewWithin(
  world: World,
  terms: AudienceTerms,
  { content, audience, emergency = false, localTime = null }: AnnouncementDraft,
  left: readonly Zone[] = [],
): Promise<PreviewOutcome & { kind: "preview" }> {
  const preview = await world.store.announcements.preview(audience, terms);
  const now = world.clock.now();
  const reachable = reachableCount(preview);
  const asksBudget = !emergency && audience.role !== "trainers";
  const isPersonal = variablesIn(content).length > 0;
  const different = isPersonal ? preview.samples : preview.samples.slice(0, 1);
  return {
    kind: "preview",
    problem: announcementProblem(content, preview, timeProblem(world, localTime, preview, left)),
    samples: different.map(({ words }) => ({ ...content, ...fillPlaceholders(content, words) })),
    sampled: isPersonal ? preview.samples.map(({ personId }) => personId) : [],
    reachable,
    zones: preview.reachable.map(({ zone, count }) => {
      const dueAt = terms.zones.find((one) => one.zone === zone)?.dueAt ?? now;
      return { zone, count, waitsUntil: dueAt > now ? dueAt.toISOString() : null, hasLeft: left.includes(zone) };
    }),
    skipped: preview.skipped,
    emergency,
    withoutRoom: asksBudget ? await countWithoutRoom(world, terms, audience, left) : null,
    seconds: estimatedSeconds(reachable),
    length: {
      written: content.text.length,
      longest: longestRendering(content.text, longestWords(preview)),
      most: mostCharacters(content),
    },
    needsApproval: needsApproval(world, reachable),
  };
}

/** By the rule that delivery asks when it leaves, for the day on which it is due in each zone. */
async function countWithoutRoom(
  { clock, settings, store }: World,
  terms: AudienceTerms,
  audience: Audience,
  left: readonly Zone[],
): Promise<number> {
  const { rest, budget = DEFAULT_BUDGET } = settings;
  const dueAt = new Map(terms.zones.map((one) => [one.zone, one.dueAt]));
  const since = new Date(Math.min(...[...dueAt].map(([zone, at]) => budgetLooksBackTo(zone, at).getTime())));
  const groups = await store.announcements.spendingOf(audience, terms, { since, now: clock.now() });
  const full = groups.filter(({ zone, spentOn, classes }) => {
    if (left.includes(zone)) return false;
    const day = dayIn(zone, dueAt.get(zone) ?? clock.now());
    return !hasRoom(day, { spentOn, classWeeks: classes.map((days) => classWeekOf(days, rest)) }, budget);
  });
  return full.reduce((sum, { count }) => sum + count, 0);
}
