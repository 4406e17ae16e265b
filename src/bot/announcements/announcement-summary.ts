// What an announcement will come to, or what must be changed first, in words.
import type { Audience } from "../../domain/announcements/audience.js";
import type { RichText } from "../../domain/messages/message.js";
import { adminReach, type Reach } from "../../domain/people/admin-reach.js";
import type { Actor } from "../../domain/people/person.js";
import { zoneLabel } from "../../domain/time/zone.js";
import type { Texts } from "../../texts/index.js";
import type { AnnouncementSummary, ZoneLine } from "../../texts/layouts/announcements/announcement-views.js";
import { describeAudience, type PreviewOutcome, problemWords } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

export type Preview = Extract<PreviewOutcome, { kind: "preview" }>;

/** `samples`: how many copies were shown above it. */
export function summaryWords(
  texts: Texts,
  audience: string,
  preview: Preview,
  { decision, samples }: Pick<AnnouncementSummary, "decision" | "samples">,
): RichText {
  return texts.announcement.summary({
    ...{ decision, samples, audience },
    reachable: preview.reachable,
    zones: zoneLines(preview.zones),
    skipped: preview.skipped,
    seconds: preview.seconds,
    emergency: preview.emergency,
    withoutRoom: preview.withoutRoom,
    problem: preview.problem === null ? null : problemWords(texts, preview.problem),
  });
}

/** "Peserta · Jambi, Riau · belum melapor". `reach`: of the announcement where there is one, else the reader's own. */
export async function audienceWords(
  world: BotWorld,
  texts: Texts,
  actor: Actor,
  audience: Audience,
  reach: Reach[] = adminReach(actor.roles),
): Promise<string> {
  const { names, regions, className, provinceName, practiceName } = await describeAudience(world, audience, reach);
  return texts.announcement.for.words({
    ...{ role: audience.role, plans: audience.plans, joined: audience.joined ?? "any", kinds: audience.kinds ?? [] },
    ...{ names, regions, className, provinceName, practiceName },
    asksPlaces: (audience.places ?? []).length > 0,
  });
}

/** People say WIB, whichever of its two zones it is. */
function zoneLines(zones: Preview["zones"]): ZoneLine[] {
  const byLabel = new Map<string, ZoneLine>();
  for (const { zone, count, waitsUntil, hasLeft } of zones) {
    const label = zoneLabel(zone);
    const from = waitsUntil === null ? null : new Date(waitsUntil);
    const line = byLabel.get(label) ?? { label, zone, count: 0, waitsUntil: from, hasLeft };
    byLabel.set(label, { ...line, count: line.count + count });
  }
  return [...byLabel.values()];
}
