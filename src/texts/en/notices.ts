// The notices about personal data in English; see the Indonesian file for what belongs together.

import type { RichText } from "../../domain/messages/message.js";
import type { NoticeKind } from "../../domain/registration/consent-notice.js";
import { daySpan } from "../dates.js";
import type { notices as Indonesian, NoticeFacts } from "../id/notices.js";
import type { ClassCard } from "../id/registration.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";

const points: Record<NoticeKind, (facts: NoticeFacts) => RichText> = {
  participant: ({ contact, years, refusalIsFree, namesConsultants }) =>
    paragraphs(
      bullets([
        rich`${bold("We keep")}: name, phone number, Telegram account, workplace, attendance, plans, reports, photos, questions.`,
        rich`${bold("Seen by")}: trainers, colleagues of your library, ${namesConsultants ? "offices, consultants" : "library offices"}, Perpusnas.`,
        rich`${bold("For")}: ${years} years after the training.`,
        rich`${bold("See it")}: /mydata`,
        rich`${bold("Erase it, withdraw consent")}: /erase`,
        rich`${bold("Correct it, object")}: ${contact}`,
      ]),
      rich`The basis is your consent (Law 27/2022). Messages pass through Telegram's servers abroad.${refusalIsFree ? " If you do not agree, you can still attend the training." : ""}`,
    ),
  staff: ({ contact, years }) =>
    paragraphs(
      bullets([
        rich`${bold("Perpusnas keeps")}: name, phone number, Telegram account, role, region, classes, messages, and what you do here, such as opening a participant's data.`,
        rich`${bold("Why")}: to manage who may see what, to send you news, to protect participants.`,
        rich`${bold("Seen by")}: admins. Participants see your name.`,
        rich`${bold("For")}: as long as you serve, and ${years} years after.`,
        rich`${bold("See it")}: /mydata`,
        rich`${bold("Erase it")}: /erase, which ends your role`,
        rich`${bold("Correct it, object")}: ${contact}`,
      ]),
      rich`The basis is your consent (Law 27/2022). Messages pass through Telegram's servers abroad. Please keep participants' data safe and use it only for this work.`,
    ),
};

const greetings: Record<NoticeKind, (card: ClassCard | null) => RichText> = {
  participant: (card) =>
    paragraphs(
      rich`Welcome! I am the bot of Perpusnas for participants of Bimtek SPP-TIK: reminders, reports, and questions to your trainers.`,
      card !== null && rich`🗓 ${card.name}, ${daySpan("en", card.startsOn, card.endsOn)}`,
    ),
  staff: () => rich`Welcome! Before you start, please read this:`,
};

const question = () => rich`Do you agree?`;

export const notices: typeof Indonesian = {
  versions: {
    participant: [
      { version: "2024-1", changed: "" },
      { version: "2026-1", changed: "which data is kept, who sees it, and your rights" },
    ],
    staff: [
      { version: "staff-2026-1", changed: "" },
      { version: "staff-2026-2", changed: "erasure" },
    ],
  },

  first: (kind, facts, card) => paragraphs(greetings[kind](card), points[kind](facts), question()),
  changed: (kind, facts, changes) =>
    paragraphs(
      rich`Our notice about personal data has changed: ${bold(changes.join(", "))}. It now says:`,
      points[kind](facts),
      question(),
    ),
  explanation: ({ controller }) =>
    paragraphs(
      bold("Personal data: the full explanation"),
      bullets([
        rich`Responsible: ${controller}.`,
        rich`Used for reminders, reports, questions, announcements, and totals without names.`,
        rich`Trainers see the participants of their classes; library offices and consultants those of their region. Who opened your data is listed in /mydata.`,
        rich`Never asked for: identity numbers, health data, passwords. Photos of children only if their parents allow it.`,
        rich`Your rights: to get a copy, to correct, to restrict, to erase, to withdraw consent, to object, to claim damages.`,
        rich`Requests are dealt with within 3 × 24 hours. If data leaks, you are told within the same time.`,
      ]),
    ),
  explain: "📄 Full explanation",
  agree: "✅ I agree",
  refuse: "No",
  otherLanguage: "🌐 Bahasa Indonesia",
  back: "⬅️ Back",

  refused: () =>
    rich`All right. Nothing from this conversation is kept. If you change your mind, open the registration link again. Thank you 🙏`,
  changeRefused: () =>
    paragraphs(
      rich`All right. Until you agree I will not ask for anything new. What we have is still kept, and reminders go on.`,
      rich`Erase your data: /erase
Stop reminders: /stop
If you change your mind, send me any message.`,
    ),
  refusedByStaff: () =>
    rich`All right. Until you agree, the menus of trainers and admins cannot be used. If you change your mind, send me any message.`,

  description: `Welcome!

I am the bot of Perpusnas for participants of Bimtek SPP-TIK:
• I remind you of the schedule
• I take your three work plans
• I take your reports on progress and obstacles
• I pass on your questions to your trainers

Press START below. Registering takes about two minutes.

I never ask for money, passwords, PINs or one-time codes.`,
  shortDescription:
    "The bot of Perpusnas for participants and trainers of Bimtek SPP-TIK: schedule, work plans, reports, questions.",
};
