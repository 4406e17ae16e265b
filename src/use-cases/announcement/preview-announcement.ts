// What an announcement would come to: three people's copies of it, who gets it when, who does not and why. Writes nothing.
import { type AnnouncementContent, type Audience, estimatedSeconds, variablesIn } from "../../domain/announcement.js";
import { fillPlaceholders } from "../../domain/fill-placeholders.js";
import { type Actor, isAdmin } from "../../domain/person.js";
import type { Zone } from "../../domain/zone.js";
import type { AudiencePreview, AudienceTerms } from "../../ports/announcements.js";
import type { World } from "../../ports.js";
import { audienceTerms } from "./audience-terms.js";
import { type AnnouncementProblem, announcementProblem, needsApproval, reachableCount } from "./judge-announcement.js";

export type PreviewOutcome =
  | { kind: "not_allowed" }
  | {
      kind: "preview";
      /** Null: it may be sent. */
      problem: AnnouncementProblem | null;
      /** As its receivers will see it, the one with the longest name first; a text without variables once. */
      samples: AnnouncementContent[];
      reachable: number;
      /** `waitsUntil` is null where it leaves at once. ISO, because outcomes are plain JSON. */
      zones: { zone: Zone; count: number; waitsUntil: string | null }[];
      skipped: AudiencePreview["skipped"];
      seconds: number;
      /** So many that a second admin has to approve it. */
      needsApproval: boolean;
    };

export async function previewAnnouncement(
  world: World,
  actor: Actor,
  { content, audience }: { content: AnnouncementContent; audience: Audience },
): Promise<PreviewOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  return previewWithin(world, audienceTerms(world, actor), { content, audience });
}

export async function previewWithin(
  world: World,
  terms: AudienceTerms,
  { content, audience }: { content: AnnouncementContent; audience: Audience },
): Promise<PreviewOutcome & { kind: "preview" }> {
  const preview = await world.store.announcements.preview(audience, terms);
  const now = world.clock.now();
  const reachable = reachableCount(preview);
  const different = variablesIn(content).length > 0 ? preview.samples : preview.samples.slice(0, 1);
  return {
    kind: "preview",
    problem: announcementProblem(content, preview),
    samples: different.map(({ words }) => ({ ...content, ...fillPlaceholders(content, words) })),
    reachable,
    zones: preview.reachable.map(({ zone, count }) => {
      const dueAt = terms.zones.find((one) => one.zone === zone)?.dueAt ?? now;
      return { zone, count, waitsUntil: dueAt > now ? dueAt.toISOString() : null };
    }),
    skipped: preview.skipped,
    seconds: estimatedSeconds(reachable),
    needsApproval: needsApproval(world, reachable),
  };
}
