// What a correction would come to: how it will read, how many copies it changes, and how many it cannot. Writes nothing but a look.
import type { AnnouncementContent } from "../../../domain/announcements/announcement.js";
import { fillPlaceholders } from "../../../domain/messages/fill-placeholders.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Copies } from "../../../ports/announcements/corrections.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { noteSamples } from "../preview-announcement.js";
import { type CorrectionProblem, judgeCorrection } from "./judge-correction.js";

export type CorrectionPreview =
  | { kind: "out_of_reach" }
  | {
      kind: "preview";
      problem: CorrectionProblem | null;
      /** As one of its receivers will see it. */
      sample: AnnouncementContent;
      copies: Copies;
      needsApproval: boolean;
    };

export async function previewCorrection(
  world: World,
  actor: KnownActor,
  { announcementId, words }: { announcementId: number; words: RichText },
): Promise<CorrectionPreview> {
  const announcement = await announcementWithinReach(world.store, actor, announcementId);
  if (announcement === null) return { kind: "out_of_reach" };
  const { problem, content, copies, needsApproval } = await judgeCorrection(world, actor, announcement, words);
  const sample = await sampleOf(world, actor, announcement, content);
  return { kind: "preview", problem, sample, copies, needsApproval };
}

/** With the words of one who got it; the person named by them was looked at. */
export async function sampleOf(
  world: World,
  actor: KnownActor,
  { id }: Announcement,
  content: AnnouncementContent,
): Promise<AnnouncementContent> {
  const [example] = await world.store.corrections.examples(id);
  if (example === undefined) return content;
  const sample = { ...content, ...fillPlaceholders(content, example.words) };
  const names = Object.keys(example.words).length > 0;
  await noteSamples(world, actor, String(id), { sampled: names ? [example.personId] : [] });
  return sample;
}
