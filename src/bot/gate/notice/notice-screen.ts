// The notice somebody is asked to agree to, with its explanation and the other language a button away.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { KEPT_YEARS } from "../../../domain/own-data/keeping.js";
import {
  DEFAULT_CONTROLLER,
  DEFAULT_TERMS,
  kindOfVersion,
  type NoticeKind,
} from "../../../domain/registration/consent-notice.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { NoticeFacts } from "../../../texts/id/notices.js";
import { type Texts, textsFor } from "../../../texts/index.js";
import {
  findInvitation,
  NO_TOKEN,
  openClassLink,
  owedNotice,
  owedNoticeToJoin,
  rememberedClass,
} from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";
import type { BotWorld } from "../../world.js";

/** Who said something, and when. */
export type Speaker = Pick<BotContext, "world" | "actor" | "saidAt" | "begun">;

/** What stands on the screen, and what agreeing to it means. */
export interface Notice {
  kind: NoticeKind;
  /** Of the class or the invitation whose link was opened, or NO_TOKEN. */
  token: string;
  trainingClass: TrainingClass | null;
  isInvitation: boolean;
  /** The version of it that they agreed to before; null: this is the first they see. */
  agreedBefore: string | null;
}

/** Null when there is nothing left to agree to. */
export async function noticeBehind(speaker: Speaker, token: string): Promise<Notice | null> {
  const { world, actor } = speaker;
  const trainingClass = await classBehind(speaker, token);
  const invitation = token === NO_TOKEN ? null : await findInvitation(world, token);
  if (invitation !== null) {
    return { kind: "staff", token, trainingClass: null, isInvitation: true, agreedBefore: null };
  }
  const owed = (await owedNotice(world, actor)) ?? (trainingClass && (await owedNoticeToJoin(world, actor)));
  return owed && { ...owed, token: trainingClass?.joinToken ?? NO_TOKEN, trainingClass, isInvitation: false };
}

export function noticeScreen(world: BotWorld, texts: Texts, notice: Notice): Message {
  const { notices, language } = texts;
  const { kind, token, isInvitation, agreedBefore } = notice;
  const facts = factsOf(world);
  const version = world.settings.notices[kind];
  const words =
    agreedBefore === null
      ? notices.first(kind, facts, notice.trainingClass)
      : notices.changed(kind, facts, changesSince(texts, kind, agreedBefore));
  return {
    ...words,
    buttons: [
      [
        {
          label: notices.agree,
          data: action(isInvitation ? "accept" : "consent", token, language, version),
          tone: "success",
        },
        { label: notices.refuse, data: action("refuse", language) },
      ],
      [{ label: notices.explain, data: action("explain", token, language) }],
      [{ label: notices.otherLanguage, data: action("notice", token, language === "id" ? "en" : "id") }],
    ],
  };
}

export function explanationScreen(world: BotWorld, { notices, language }: Texts, token: string): Message {
  return {
    ...notices.explanation(factsOf(world)),
    buttons: [[{ label: notices.back, data: action("notice", token, language) }]],
  };
}

/** Whether the button stood under the notice in force: agreeing to another one is agreeing to nothing. */
export function isInForce(world: BotWorld, version: string | null): version is string {
  return version !== null && world.settings.notices[kindOfVersion(version)] === version;
}

async function openClass({ world, actor, saidAt }: Speaker, token: string | undefined): Promise<TrainingClass | null> {
  if (token === undefined || token === NO_TOKEN) return null;
  const opened = await openClassLink(world, actor, token, saidAt);
  return opened.kind === "open" ? opened.trainingClass : null;
}

/** The class of this token; where it has none, the one whose link they opened before. */
export async function classBehind(speaker: Speaker, token: string | undefined): Promise<TrainingClass | null> {
  return (await openClass(speaker, token)) ?? (await rememberedClass(speaker.world, speaker.actor, speaker));
}

/** All that is new since that version; everything where we no longer know it. */
function changesSince({ language }: Texts, kind: NoticeKind, before: string): string[] {
  const versions = textsFor(language).notices.versions[kind];
  const known = versions.findIndex(({ version }) => version === before);
  return versions.slice(known + 1).flatMap(({ changed }) => (changed === "" ? [] : [changed]));
}

function factsOf({ settings }: BotWorld): NoticeFacts {
  return {
    contact: settings.dataContact,
    controller: settings.dataController ?? DEFAULT_CONTROLLER,
    years: settings.keptYears ?? KEPT_YEARS,
    ...DEFAULT_TERMS,
    ...settings.noticeTerms,
  };
}
