// The answers of a draft announcement, as the page and its questions keep them, and what they come to.
import type { AnnouncementContent } from "../../../domain/announcements/announcement.js";
import {
  type Audience,
  type AudienceRole,
  EVERYBODY,
  type PlanFilter,
} from "../../../domain/announcements/audience.js";
import type { LocalTime } from "../../../domain/announcements/local-time.js";
import type { Reach } from "../../../domain/people/admin-reach.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import { asJson } from "../../../ports/queue/drafts.js";
import { READ_LABELS } from "../../../texts/read-labels.js";
import { audienceReach } from "../../../use-cases/index.js";
import type { Answers, StepContext } from "../../forms/form.js";

export interface AnnouncementFacts {
  /** The announcement that is being changed; null: a new one. */
  changing: Announcement | null;
}

export type AnnouncementContext = StepContext<AnnouncementFacts>;

/** What was sent as its words: a text, or a file with its caption. An album grows while its parts arrive. */
export interface KeptContent {
  text: string;
  marks: AnnouncementContent["marks"];
  attachment?: NonNullable<AnnouncementContent["attachment"]>;
  albumId?: string;
}

export function keptContent({ content }: Answers): KeptContent | null {
  return content === undefined || content === null ? null : (content as unknown as KeptContent);
}

/** A file whose words are still to come. */
export function wordlessContent({ wordless }: Answers): KeptContent | null {
  return wordless === undefined || wordless === null ? null : (wordless as unknown as KeptContent);
}

/** How many photos or documents go along; null: none. */
export function filesIn(attachment: KeptContent["attachment"]): { kind: "photo" | "document"; count: number } | null {
  if (attachment === undefined) return null;
  if ("fileIds" in attachment) {
    return { kind: attachment.kind === "photos" ? "photo" : "document", count: attachment.fileIds.length };
  }
  return { kind: attachment.kind === "photo" ? "photo" : "document", count: 1 };
}

export function contentOf(answers: Answers): AnnouncementContent {
  const { albumId: _, ...content } = keptContent(answers) ?? { text: "", marks: [] };
  const { linkUrl, linkLabel } = answers;
  const hasLink = typeof linkUrl === "string" && typeof linkLabel === "string";
  return {
    ...content,
    ...(hasLink && { buttons: [[{ label: linkLabel, url: linkUrl }]] }),
    ...(asksRead(answers) && { asksRead: READ_LABELS }),
  };
}

/** Whether its receivers are asked to say that they have read it. */
export function asksRead(answers: Answers): boolean {
  return answers.read === true;
}

/** Null: nobody was chosen yet. */
export function audienceOf(answers: Answers): Audience | null {
  const { audience } = answers;
  return audience === undefined || audience === null ? formerAudience(answers) : (audience as unknown as Audience);
}

/** As a draft of the time when four questions were asked in a row keeps it. */
function formerAudience({ scope, province, trainingClass, role, plans }: Answers): Audience | null {
  if (role === undefined) return null;
  return {
    ...EVERYBODY,
    ...(scope === "province" && typeof province === "string" && { places: [province] }),
    ...(scope === "class" && trainingClass !== undefined && { classes: [Number(trainingClass)] }),
    role: role as AudienceRole,
    plans: role === "participants" ? ((plans ?? "any") as PlanFilter) : "any",
  };
}

export function localTimeIn({ when }: Answers): LocalTime | null {
  return typeof when === "string" ? (when as LocalTime) : null;
}

/** Ordinary unless it was chosen; trainers have no message budget that it could leave aside. */
export function isEmergency(answers: Answers): boolean {
  return answers.weight === "emergency" && audienceOf(answers)?.role !== "trainers";
}

/** Null as long as nobody is chosen. */
export function draftOf(answers: Answers) {
  const audience = audienceOf(answers);
  if (audience === null) return null;
  return { content: contentOf(answers), audience, emergency: isEmergency(answers), localTime: localTimeIn(answers) };
}

/** An announcement that is to be changed, as answers. */
export function answersFor({ content, audience, emergency, localTime, contentHash }: Announcement): Answers {
  const { buttons, asksRead: labels, ...said } = content;
  const [button] = buttons?.flat() ?? [];
  return {
    content: asJson(said),
    audience: asJson(audience),
    basis: contentHash,
    when: localTime,
    read: labels !== undefined,
    weight: emergency ? "emergency" : "ordinary",
    ...(button !== undefined && "url" in button && { linkUrl: button.url, linkLabel: button.label }),
  };
}

/** For which zones it has left already. */
export function zonesLeftIn({ changing }: AnnouncementFacts): Zone[] {
  return changing?.zonesLeft ?? [];
}

/** Within which its audience is chosen: what is changed stays within its own. */
export function draftReach({ actor, facts }: AnnouncementContext): Reach[] {
  return audienceReach(actor, undefined, facts.changing);
}
