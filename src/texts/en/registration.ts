// Joining: consent, the questions of registration, the receipt.

import type { RichText } from "../../domain/messages/message.js";
import { dayAndTime, daySpan, plainDay } from "../dates.js";
import type { registration as Indonesian, NextThing } from "../id/registration.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";

const kinds: typeof Indonesian.kinds = {
  desa: "Village library (desa)",
  kelurahan: "Village library (kelurahan)",
  tbm: "Community reading room (TBM)",
  regency_office: "Regency or city office",
  province_office: "Provincial office",
};

const placeLevels: typeof Indonesian.placeLevels = {
  province: "province",
  regency: "regency or city",
  district: "district (kecamatan)",
  village: "village (desa/kelurahan)",
};

/** On the button that changes it. */
const placeLabels: typeof placeLevels = { ...placeLevels, district: "district", village: "village" };

function nextThing(next: NextThing): RichText {
  switch (next.kind) {
    case "session":
      return rich`Next: ${next.title}, ${bold(dayAndTime("en", next.zone, next.startsAt))}. For all sessions press ${bold("Schedule")}.`;
    case "write_plans":
      return rich`Next: press ${bold("Plans")} below to write your three work plans.`;
    case "report":
      return rich`Next: press ${bold("Report")} below to report how your plans are going.`;
  }
}

const share = "📱 Share my number";

export const registration: typeof Indonesian = {
  /** In the middle of a sentence. */
  about: "the registration",
  kinds,
  placeLevels,
  unknownLink: () => rich`That link is no longer valid, but no matter: you can register right here.`,
  fillIn: "▶️ Register",
  finishFirst: () =>
    rich`You have not finished registering yet. Please do that first; then you can use this right away.`,
  alreadyIn: (className) => rich`You are already registered in the class ${bold(className)}.`,

  phone: {
    label: "phone",
    ask: () =>
      paragraphs(
        rich`To be quick, press ${pressed(share)} at the very bottom of the screen. If your number is on the list of invitations, there is nothing to type.`,
        rich`If you would rather not, press ${pressed(common.skip)}.`,
      ),
    share,
    notYours: () => rich`The number that was sent is not the number of this account. Please press ${pressed(share)}.`,
    useButton: () => rich`Please press ${pressed(share)}, or ${pressed(common.skip)}.`,
  },
  rosterRow: {
    label: "invitation",
    ask: () => rich`This number is on more than one invitation. Which one is yours?`,
    none: "None of these",
  },
  name: { label: "name", ask: () => rich`What is your full name?`, example: "Siti Rahmawati" },
  kind: { label: "workplace", ask: () => rich`Where do you work?` },
  place: {
    label: (level) => placeLabels[level],
    ask: (level, within) =>
      within === null
        ? rich`Which ${placeLevels[level]}? Choose, or type its name.`
        : rich`Which ${placeLevels[level]} in ${bold(within)}? Choose, or type its name.`,
    found: (typed) => rich`Similar to “${typed}”:`,
    notFound: (typed) => rich`I cannot find “${typed}” here. Check the spelling, or choose from the list.`,
    all: "Show all",
  },
  classClosed: () => rich`Sorry, that class is closed. Please choose another one, or ask the organisers.`,
  trainingClass: {
    label: "class",
    ask: () => rich`Which class do you attend?`,
    none: (province) =>
      rich`There is no class in ${bold(province)} yet. Press ${pressed(common.back)}, then choose the province where you attend the training.`,
  },
  libraryName: {
    label: "library",
    ask: (kind) =>
      kind === "tbm" ? rich`What is the name of your reading room?` : rich`What is the name of your library?`,
    usual: (kind, village) => `Perpustakaan ${{ desa: "Desa ", kelurahan: "Kelurahan ", other: "" }[kind]}${village}`,
    example: (kind) => (kind === "tbm" ? "TBM Pelita" : "Perpustakaan Cahaya Ilmu"),
  },
  officeName: (place) => `Dinas Perpustakaan ${place}`,
  summary: (data) =>
    paragraphs(
      rich`Please check this first:`,
      lines(
        rich`Name: ${bold(data.name)}`,
        data.phone !== null && rich`Phone: ${data.phone}`,
        rich`Workplace: ${kinds[data.kind]}`,
        data.libraryName !== null && rich`Library: ${bold(data.libraryName)}`,
        data.placeNames.length > 0 && rich`Place: ${data.placeNames.join(", ")}`,
        rich`Class: ${bold(data.className)}`,
      ),
      common.isRight(),
    ),
  confirm: "✅ Yes, register me",
  receipt: (data) =>
    paragraphs(
      rich`Thank you, you are registered 🎉`,
      lines(
        rich`Participant number: ${bold(data.number)}`,
        data.libraryName !== null && rich`Library: ${data.libraryName}`,
        rich`Class: ${bold(data.card.name)}, ${daySpan("en", data.card.startsOn, data.card.endsOn)}`,
        data.trainers.length > 0 &&
          rich`${data.trainers.length === 1 ? "Trainer" : "Trainers"}: ${listed("en", data.trainers)}`,
      ),
      data.plansDueOn !== null &&
        rich`Your three work plans are due on ${bold(plainDay("en", data.plansDueOn))}. I will remind you.`,
      data.note !== null && data.note,
      data.next !== null && rich`👉 ${nextThing(data.next)}`,
      italic("Type /me to see this again."),
    ),
};
