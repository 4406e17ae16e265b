// When a trainer is away, and who covers for them.
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, daySpan, longDay } from "../dates.js";
import type { cover as indonesian } from "../id/cover.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";

const span = ({ from, until }: { from: Day; until: Day }) =>
  from === until ? longDay("en", from) : daySpan("en", from, until);

const participants = (count: number) => `${count} ${count === 1 ? "participant" : "participants"}`;

const why = {
  away: "is away",
  unreachable: "has blocked the bot or left Telegram",
  not_joined: "has not opened the invitation",
};

/** More names than that are not read here. */
const MOST_NAMES = 1;

const fewOf = (trainers: readonly { name: string; why: keyof typeof why }[]) =>
  [
    ...trainers.slice(0, MOST_NAMES).map((one) => `${one.name} ${why[one.why]}`),
    ...(trainers.length > MOST_NAMES ? [`and ${trainers.length - MOST_NAMES} more`] : []),
  ].join("; ");

export const cover: typeof indonesian = {
  menu: "🏖 Away",
  covering: (covers) =>
    covers.length === 0
      ? undefined
      : rich`🤝 Covering for ${covers.map(({ name, until }) => `${name} until ${dayAndMonth("en", until)}`).join("; ")}`,
  covered: ({ name, coverName, until }) =>
    coverName === null
      ? rich`🏖 ${name} is away until ${dayAndMonth("en", until)}. ⚠️ Nobody covers yet`
      : rich`🏖 ${name} is covered by ${coverName} until ${dayAndMonth("en", until)}`,
  youAreCovered: ({ coverName, until }) =>
    coverName === null
      ? rich`🏖 You are away until ${dayAndMonth("en", until)}. ⚠️ Nobody covers yet`
      : rich`🏖 You are covered by ${coverName} until ${dayAndMonth("en", until)}`,
  moreAway: (count) => rich`🏖 ${count} more ${count === 1 ? "trainer is" : "trainers are"} away`,
  signature: (name, awayName) => (awayName === null ? name : `${name} (covering for ${awayName})`),
  page: (data) =>
    paragraphs(
      bold(data.isSelf ? "When you are away" : `When ${data.name} is away`),
      data.absences.length === 0
        ? data.isSelf
          ? rich`Ill, on leave, or on other duty? Say so here. A colleague will look after your participants.`
          : rich`Nothing is planned.`
        : lines(
            ...data.absences.map(
              (one) =>
                rich`🏖 ${span(one)} · ${one.coverName === null ? "⚠️ nobody covers yet" : `covered by ${one.coverName}`}`,
            ),
          ),
      data.covering.length > 0 && lines(...data.covering.map((one) => rich`🤝 Covering for ${one.name}: ${span(one)}`)),
    ),
  say: "➕ Say when I am away",
  chooseFor: (from) => `🤝 Change cover (${dayAndMonth("en", from)})`,
  back: "✅ Back again",
  callOff: (from) => `✖️ Call off (${dayAndMonth("en", from)})`,
  cannot: "🙏 Sorry, I cannot",
  cannotFor: (name) => `🙏 Cannot: ${name}`,
  chooseAnother: "🤝 Choose somebody else",
  about: (name) => (name === null ? "when you are away" : `when ${name} is away`),
  aboutCover: (name) => `who covers for ${name}`,
  from: {
    label: "From",
    ask: (name) =>
      name === null
        ? rich`From which day are you away? You need not say why.`
        : rich`From which day is ${name} away? You need not say why.`,
    today: "Today",
    tomorrow: "Tomorrow",
  },
  until: {
    label: "Until",
    ask: (from) => rich`From ${bold(longDay("en", from))}. Until which day, that day included?`,
    early: (from) => rich`The last day is ${longDay("en", from)} or later.`,
    long: (days) => rich`${days} days at most. For longer, please ask an admin for another trainer.`,
  },
  far: (last) => rich`${longDay("en", last)} at the latest.`,
  past: () => rich`That day is over. Please choose today or later.`,
  who: {
    label: "Cover",
    ask: (data) =>
      data.none
        ? rich`No colleague of your class or province can cover on ${span(data)}. Where a class has no other trainer, the province's admins will be told.`
        : paragraphs(
            data.name === null
              ? rich`Who covers for you on ${span(data)}?`
              : rich`Who covers for ${data.name} on ${span(data)}?`,
            italic("🏫 = teaches the same class"),
          ),
    choice: (name, sharesClass) => `${sharesClass ? "🏫 " : ""}${name}`,
    nobody: "Nobody covers",
  },
  summary: (data) =>
    paragraphs(
      data.name === null ? rich`You are away:` : rich`${data.name} is away:`,
      lines(
        rich`🏖 ${bold(span(data))}`,
        data.coverName === null ? rich`⚠️ Nobody covers` : rich`🤝 Covered by ${bold(data.coverName)}`,
      ),
      data.coverName === null
        ? rich`The province's admins will look after classes without another trainer.`
        : rich`Morning messages, questions and pleas for help go to them, and come back by themselves.`,
    ),
  confirm: "✅ Save",
  said: (data) =>
    paragraphs(
      rich`✅ Noted: ${span(data)}, ${data.coverName === null ? "nobody covers" : `covered by ${data.coverName}`}.`,
      data.coverName !== null && rich`We have told ${data.coverName}.`,
      data.left.length > 0 &&
        rich`You were to cover then for ${data.left.join(", ")}. We ask them to choose somebody else.`,
    ),
  overlaps: (other) => rich`${span(other)} is noted already. Please call that off first.`,
  unable: () => rich`That colleague cannot cover on those days. Please choose somebody else.`,
  over: () => rich`That absence is over.`,
  changed: (data) =>
    data.coverName === null
      ? rich`✅ Noted: ${span(data)}, nobody covers.`
      : rich`✅ ${data.coverName} covers for ${data.name} on ${span(data)}.`,
  ended: () => rich`✅ Noted. Everything is as usual again.`,
  declined: (data) => rich`✅ You do not cover for ${data.name} on ${span(data)}. We have told them.`,
  chosen: (data) =>
    paragraphs(
      rich`🤝 Please help: ${bold(data.name)} is away on ${bold(span(data))}, and you were chosen to cover.`,
      rich`${participants(data.people)}. Their morning messages, questions and pleas for help come to you on those days, and go back by themselves.`,
    ),
  noMore: (data) => rich`✅ You need not cover for ${data.name} on ${span(data)} any more. Thank you.`,
  saidForYou: (data) =>
    rich`🏖 ${data.byName} noted that you are away on ${span(data)}, ${data.coverName === null ? "and nobody covers" : `covered by ${data.coverName}`}.`,
  endedForYou: (data) =>
    rich`✅ ${data.byName} called off your absence (${span(data)}). Your participants are yours again.`,
  saidNo: (data) =>
    data.isSelf
      ? rich`🙏 ${data.coverName ?? "Your colleague"} cannot cover for you on ${span(data)}. Who can?`
      : rich`🙏 ${data.coverName ?? "The colleague"} cannot cover for ${data.name} on ${span(data)}. Who can?`,
  coverIsAway: (data) =>
    rich`⚠️ ${data.coverName ?? "Your cover"} is away too on ${span({ from: data.awayFrom, until: data.awayUntil })}, and cannot cover for you then. Who can?`,
  untended: (classes, total) =>
    paragraphs(
      rich`⚠️ ${bold(total === 1 ? "A class without a trainer who can be reached" : `${total} classes without a trainer who can be reached`)}`,
      lines(
        ...classes.map(
          ({ className, people, trainers }) =>
            rich`• ${className} (${participants(people)}): ${trainers.length === 0 ? "no trainer yet" : fewOf(trainers)}`,
        ),
      ),
      rich`Please name a trainer or a cover. Until then their participants' questions come to you.`,
    ),
  trainersOf: (className) => `👥 ${className}`,
};
