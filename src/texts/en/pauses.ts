// A pause: of one who takes part, said by them or for them; and of everybody of a place.

import { dayAndMonth, longDay, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { pauses as Indonesian } from "../id/pauses.js";
import { plansByLibrary } from "../layouts/plans-by-library.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const reasons: (typeof Indonesian)["reasons"] = {
  illness: "illness",
  leave: "leave",
  mourning: "mourning",
  disaster: "disaster",
  hardship: "illness, mourning or disaster",
  other: "other",
};

const because = (reason: keyof typeof reasons | null) =>
  reason === null || reason === "other" ? "" : ` (${reasons[reason]})`;
const comma = (name: string) => (name === "" ? "" : rich`, ${bold(name)}`);

export const pauses: typeof Indonesian = {
  menu: "⏸ Pause",
  begin: "⏸ Begin a pause",
  longer: "⏸ Pause longer",
  end: "▶️ End the pause",
  undo: "↩️ Undo",
  goOn: "▶️ Go on",
  noNeed: "No pause needed",
  toPerson: "See the person",
  backToPerson: "⬅️ To the person",
  reasons,
  about: (name) => (name === null ? "your pause request" : `the pause of ${name}`),
  page: ({ name, untilOn, reason, place, ownUntilOn }) =>
    paragraphs(
      rich`⏸ ${name === null ? "You are" : rich`${bold(name)} is`} on pause until ${bold(longDay("en", untilOn))}${because(reason)}.`,
      place !== null && rich`This pause is for everybody in ${place}.`,
      ownUntilOn !== null &&
        rich`${name === null ? "Your own pause" : "Their own pause"}: until ${plainDay("en", ownUntilOn)}.`,
      rich`There are no reminders meanwhile, and the due days of the plans move along.${name === null ? " You can still report at any time." : ""}`,
    ),
  reason: {
    label: "reason",
    ask: (name) =>
      paragraphs(
        name === null
          ? rich`You may pause: no reminders, and the due days of your plans move along.`
          : rich`While they pause, ${bold(name)} is not reminded, and the due days of their plans move along.`,
        rich`What is the reason?`,
      ),
    choices: {
      illness: "🤒 Illness",
      leave: "🌴 Leave",
      mourning: "🕊 Mourning",
      disaster: "🌊 Disaster",
      other: "Other",
    },
  },
  until: {
    label: "until",
    ask: () => rich`Until when? Choose, or write the date.`,
    choice: (days, on) => `${days === 7 ? "1 week" : days === 14 ? "2 weeks" : "1 month"}: ${dayAndMonth("en", on)}`,
    notThen: (most) => rich`A pause begins today and lasts ${most} days at most. Please choose another date.`,
  },
  begun: ({ name, untilOn }) =>
    paragraphs(
      rich`⏸ All right, ${name === null ? "you are" : rich`${bold(name)} is`} on pause until ${bold(longDay("en", untilOn))}.`,
      name === null
        ? rich`I will not remind you until then, and the due days of your plans move along. I will tell your trainer.`
        : rich`They are not reminded until then, and the due days of their plans move along. I will tell them.`,
    ),
  ended: (name) =>
    name === null ? rich`Your pause has ended. Welcome back.` : rich`The pause of ${bold(name)} has ended.`,
  endedButPlace: ({ name, place, untilOn }) =>
    rich`${name === null ? "Your own pause" : rich`The pause of ${bold(name)}`} has ended. The pause for everybody in ${bold(place)} lasts until ${longDay("en", untilOn)}.`,
  undone: () => rich`All right, the pause is cancelled. Everything is as it was.`,
  over: (name = null) => (name === null ? rich`That pause is over.` : rich`The pause of ${bold(name)} is over.`),
  tooLateToUndo: () => rich`That pause is older than a day. To stop it, press ${pressed("End the pause")}.`,
  told: ({ name, untilOn, reason }) =>
    rich`⏸ ${bold(name)} is on pause until ${longDay("en", untilOn)}${because(reason)}. They are not reminded until then, and their plans do not count as late.`,
  begunForYou: ({ name, untilOn }) =>
    rich`${bold(name)}, you were noted as being on pause until ${longDay("en", untilOn)}. Until then there are no reminders, and the due days of your plans move along.`,
  endedForYou: (name) => rich`${bold(name)}, your pause has been ended. Reminders go on as usual.`,
  welcomeBack: ({ name, plans, libraries, asked }) =>
    paragraphs(
      rich`Welcome back${comma(name)}. Your pause is over.`,
      plans.length === 0
        ? rich`There is nothing that waits for you.`
        : lines(
            "This is still to be done:",
            plansByLibrary(
              plans,
              ({ type, state, dueOn }) =>
                rich`• ${planWords.types[type]}: ${planWords.states[state]}, due ${plainDay("en", dueOn)}`,
              { libraries },
            ),
          ),
      asked.length > 0 && planWords.answering(asked),
    ),
  saidInPassing: ({ name, untilOn }) =>
    paragraphs(
      rich`We are sorry to hear that${comma(name)}. Your work plans can wait.`,
      rich`I have noted you as being on pause until ${bold(longDay("en", untilOn))}: no reminders, and the due days move along. I will tell your trainer.`,
    ),
  places: {
    label: "place",
    regencyLabel: "regency",
    tellsLabel: "word to them",
    confirm: "✅ Pause now",
    menu: "⏸ Pause a place",
    begin: "➕ Pause a place",
    toList: "⬅️ Places on pause",
    toPeople: "👥 Who is on pause",
    open: "Open that pause",
    whole: "The whole province",
    row: (name, untilOn) => `${name} · until ${dayAndMonth("en", untilOn)}`,
    list: (count) =>
      paragraphs(
        rich`⏸ ${bold("Places on pause")}`,
        count === 0
          ? rich`No place is on pause now. It is meant for disasters.`
          : rich`${count === 1 ? "1 place is" : `${count} places are`} on pause.`,
      ),
    ask: () => rich`Which place pauses because of a disaster?`,
    askRegency: () => rich`Which regency?`,
    askTells: () => rich`Shall the participants there be told now?`,
    summary: (data) =>
      paragraphs(
        rich`⏸ ${bold(data.name)} pauses until ${bold(longDay("en", data.untilOn))}.`,
        lines(
          rich`Participants: ${digits.en(data.people)} · trainers to be told: ${digits.en(data.trainers)}`,
          rich`Plans whose due day moves: ${digits.en(data.plans)}`,
          rich`Messages that wait: ${data.waiting}. Reminders are taken back, all else is held until the end.`,
          data.tells ? "The participants get one message." : "The participants are not told.",
        ),
        rich`Those who join meanwhile pause too.`,
      ),
    begun: ({ place, people, untilOn }) =>
      rich`⏸ ${bold(place)} is on pause until ${bold(longDay("en", untilOn))}: ${people === 1 ? "1 person" : `${digits.en(people)} people`}. Their trainers are told.`,
    already: ({ place, untilOn }) => rich`${bold(place)} is on pause already, until ${longDay("en", untilOn)}.`,
    page: (data) =>
      paragraphs(
        rich`⏸ ${bold(data.place)} is on pause until ${bold(longDay("en", data.untilOn))}.`,
        rich`Participants: ${digits.en(data.people)} · trainers: ${digits.en(data.trainers)} · plans: ${digits.en(data.plans)}`,
      ),
    ofOthers: ({ place, untilOn }) =>
      paragraphs(
        rich`⏸ ${bold(place)} is on pause until ${bold(longDay("en", untilOn))}.`,
        rich`Your region pauses with it. It is changed by the admin of ${place}.`,
      ),
    sure: (place) => rich`End the pause of ${bold(place)} now? Reminders will go on.`,
    ended: (place) => rich`The pause of ${bold(place)} has ended.`,
    told: ({ place, people, untilOn }) =>
      rich`⏸ Because of a disaster ${bold(place)} is on pause until ${longDay("en", untilOn)}: ${people === 1 ? "1 participant" : `${digits.en(people)} participants`} of yours. They are not reminded until then, and their plans do not count as late.`,
    begunForYou: ({ place, untilOn }) =>
      paragraphs(
        rich`We are sorry about the disaster in ${bold(place)}. We hope that you and your family are safe.`,
        rich`Your work plans can wait: there are no reminders until ${longDay("en", untilOn)}, and the due days move along.`,
      ),
    endedForYou: (place) => rich`The pause in ${bold(place)} has been ended. Reminders go on as usual.`,
  },
};
