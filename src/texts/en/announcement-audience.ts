// Whom an announcement is for: choosing them, and saying who was chosen.
import type { AudienceList, AudienceRole, JoinedFilter, PlanFilter } from "../../domain/announcements/audience.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { announcementAudience as Indonesian } from "../id/announcement-audience.js";
import type { AudienceView } from "../layouts/announcements/announcement-draft.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const roles: Record<AudienceRole, string> = {
  participants: "Participants",
  trainers: "Trainers",
  everyone: "Participants and trainers",
};

const plans: Record<PlanFilter, string> = {
  any: "All participants",
  unwritten: "With a plan not written yet",
  unreported: "Not reported yet",
  overdue: "With an overdue plan",
  done: "All plans done",
};

const joined: Record<JoinedFilter, string> = {
  any: "Joined or not",
  joined: "Have joined",
  not_joined: "Have not joined",
};

const kinds: Record<ParticipantKind, string> = {
  desa: "Village library",
  kelurahan: "Kelurahan library",
  tbm: "Reading room (TBM)",
  regency_office: "Regency office",
  province_office: "Province office",
};

const lists: Record<AudienceList, string> = {
  places: "📍 Region",
  classes: "🏫 Class",
  waves: "🌊 Wave",
  cohorts: "📅 Cohort",
  kinds: "🏷 Kind",
  trainers: "🧑‍🏫 Trainer",
};

const questions: Record<AudienceList, string> = {
  places: "Which regions? Press the regencies where it is not the whole province.",
  classes: "Which classes?",
  waves: "Which waves?",
  cohorts: "Which cohorts?",
  kinds: "Which kinds of participant?",
  trainers: "The participants of which trainers? You can also write a part of the name.",
};

const some = (names: readonly string[]) =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} +${names.length - 3}`;

function placeOf({ practiceName, className, provinceName, asksPlaces, names, regions }: AudienceView): string {
  if (practiceName !== null) return practiceName;
  if (className !== null) return `class ${className}`;
  if (provinceName !== null) return provinceName;
  if (asksPlaces) return some(names.places);
  return regions === null ? "All of Indonesia" : some(regions);
}

export const announcementAudience: typeof Indonesian = {
  label: "recipients",
  words: (view) =>
    [
      roles[view.role],
      placeOf(view),
      some(view.names.classes.map((name) => `class ${name}`)),
      some(view.names.waves.map(({ number, cohort }) => `wave ${number} ${cohort}`)),
      some(view.names.cohorts),
      some(view.kinds.map((kind) => kinds[kind].toLowerCase())),
      view.names.trainers.length > 0 && `trainer ${some(view.names.trainers)}`,
      view.plans !== "any" && plans[view.plans].toLowerCase(),
      view.joined !== "any" && joined[view.joined].toLowerCase(),
      view.names.others > 0 && `${count(view.names.others)} chosen outside your region`,
    ]
      .filter((part) => part !== false && part !== "")
      .join(" · "),

  ask: (chosen, counts) =>
    paragraphs(
      rich`👥 Who is this announcement for?`,
      rich`Now: ${bold(chosen)}`,
      announcementAudience.counted(counts),
      italic("Press what you want to change. It saves itself."),
    ),
  counted: ({ reachable, unreached }) =>
    lines(
      rich`✅ Will receive it: ${bold(people(reachable))}`,
      unreached > 0 && rich`⛔ Cannot be reached: ${people(unreached)}`,
    ),
  list: (list, counts, typed) =>
    paragraphs(
      rich`${questions[list]} You can tick several.`,
      typed !== "" && rich`Those with “${typed}”:`,
      announcementAudience.counted(counts),
    ),
  nothing: () => rich`Nothing in your region matches.`,
  lists,
  role: { button: "👤 Role", ask: () => rich`Who should receive it?`, options: roles },
  plans: { button: "📝 Plans", ask: () => rich`Which participants?`, options: plans },
  joined: {
    button: "📲 Joined",
    ask: () => rich`Those who have joined the bot, or those who have not?`,
    options: joined,
  },
  kinds,
  box: (isTicked, name, room) => fitLabel(name, room, { before: isTicked ? "☑️ " : "⬜ ", isName: true }),
  regencies: "Regencies ▸",
  className: (name, day) => `${name} · ${day}`,
  wave: (number, cohort) => `Wave ${number} · ${cohort}`,
  all: "All",
  whole: "The programme, no practice",
  saved: {
    button: "⭐ Saved",
    list: (names) =>
      names.length === 0
        ? rich`No audience has been saved yet. Choose one first, then press ${pressed(announcementAudience.saved.save)}.`
        : rich`Saved audiences. Press a name to use it; its people are counted anew, always within your region.`,
    save: "💾 Save this",
    name: (chosen) =>
      paragraphs(rich`Give this choice a name, for example ${bold("Jambi not reported")}.`, rich`It holds: ${chosen}`),
    tooLong: (most) => rich`That name is too long. At most ${most} characters, please.`,
    forget: "🗑 Delete",
    gone: () => rich`That audience is no longer there.`,
  },
};
