// Trainers and admins, for the admins above them: who is on the list, their invitations, giving and taking roles.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { InvitationStanding } from "../../domain/people/invitation.js";
import type { PhoneFault } from "../../domain/people/phone.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { staffDesk as Indonesian, StaffRoleWords } from "../id/staff-desk.js";
import { shortened } from "../layouts/classes/session-words.js";
import { firstOf, listed } from "../lists.js";
import { bold, bullets, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";

export const roleName = ({ role, regionName }: StaffRoleWords) =>
  role === "trainer" ? "Trainer" : regionName === null ? "National admin" : `Admin of ${regionName}`;

const classNames = (names: readonly string[]) =>
  firstOf(
    names,
    (more) => `${digits.en(more)} more`,
    (name) => shortened(name, 40),
  );

const standings: Record<InvitationStanding | "none", string> = {
  none: "not invited yet",
  open: "⏳ invitation not opened",
  used: "✅ has joined",
  revoked: "invitation taken back",
  expired: "invitation expired",
};

const phoneFaults: Record<PhoneFault, string> = {
  empty: "Please write the phone number.",
  letters: "Please write the number alone, without letters.",
  several: "Please write one number only.",
  rounded: "Excel has cut that number off. Please write all of it.",
  landline: "That is a landline. Please write the mobile number that is used with Telegram.",
  "too-short": "That number is too short. Please check it.",
  "too-long": "That number is too long. Please check it.",
};

const invitedByOthers = (count: number) =>
  rich`${count === 1 ? "1 other is" : `${digits.en(count)} others are`} invited by admins of a wider region.`;

export const staffDesk: typeof Indonesian = {
  short: "👥 Staff",
  ofClass: (count) => `👤 Trainers (${digits.en(count)})`,
  list: (className, count) =>
    count === 0
      ? className === null
        ? paragraphs(bold("Trainers and admins"), "Nobody yet. Add the first.")
        : paragraphs(bold(`Trainers of ${className}`), "This class has no trainer yet.")
      : paragraphs(
          className === null ? bold("Trainers and admins") : bold(`Trainers of ${className}`),
          "✅ has joined · ⏳ not yet. Choose a name to see more.",
        ),
  entry: (name, hasJoined, isAdmin) =>
    fitLabel(name, undefined, { before: hasJoined ? "✅ " : "⏳ ", behind: isAdmin ? " · admin" : "" }),
  addTrainer: "➕ New trainer",
  addKnown: "➕ From list",
  addAdmin: "➕ Admin",
  choose: (className) => rich`Who becomes a trainer of ${bold(className)}?`,
  noneToChoose: (className) => rich`There is no other trainer on the list for ${bold(className)} yet. Add a new one.`,
  page: (words) =>
    paragraphs(
      bold(words.name === "" ? "No name yet" : words.name),
      lines(
        ...words.roles.map((role) => roleName(role)),
        ...words.former.map((role) => rich`${roleName(role)} (taken away)`),
        words.phone !== null && rich`📱 ${words.phone}`,
        words.hasJoined ? standings.used : standings[words.standing],
      ),
      words.classes.length > 0 && lines("Classes:", bullets(words.classes)),
      words.otherClasses > 0 &&
        rich`Teaches ${words.otherClasses === 1 ? "1 more class" : `${words.otherClasses} more classes`} in the hands of other admins.`,
    ),
  invitation: "✉️ WhatsApp invitation",
  forward: ({ name, role, classes, link, lastDay }) =>
    paragraphs(
      rich`Dear ${name},`,
      role === "trainer"
        ? classes.length > 0
          ? rich`You are a trainer of ${classes.join(", ")}.`
          : "You are a trainer of Bimtek SPP-TIK."
        : "You are an admin of Bimtek SPP-TIK.",
      "Please open this link on a phone that has Telegram, then press Start and share your number:",
      link,
      rich`The link is for you alone and works until ${plainDay("en", lastDay)}. Thank you.`,
    ),
  invitations: {
    button: "📄 All invitations (Excel)",
    short: "✉️ Invitations",
    purpose: "Sending invitations",
    file: ({ waiting, total, others }) =>
      paragraphs(
        rich`${total === 1 ? "1 person" : `${digits.en(total)} people`}: ${digits.en(waiting)} with an invitation that was not opened yet, ${digits.en(total - waiting)} joined. Each row has a text that is ready for WhatsApp.`,
        others > 0 && invitedByOthers(others),
        "This file holds phone numbers and personal invitations: please send each text to its own person alone, and do not pass on the file.",
      ),
    none: (others) => paragraphs("There is no invitation here.", others > 0 && invitedByOthers(others)),
    fileName: "trainer-invitations",
    sheet: "Invitations",
    columns: {
      name: "Name",
      phone: "Phone",
      classes: "Classes",
      standing: "State",
      link: "Link",
      until: "Works until",
      text: "WhatsApp text",
    },
    standing: { joined: "Has joined", waiting: "Not opened yet" },
  },
  spread: {
    button: "⚖️ Share out the classes",
    preview: ({ provinceName, given, left, loads, most }) =>
      paragraphs(
        rich`${bold(`Classes without a trainer, ${provinceName}`)}. At most ${most} for each trainer in this wave.`,
        given.length === 0
          ? left.length === 0
            ? "Every class has a trainer."
            : "No trainer is free: there is none yet, or all of them have enough or teach on the same days."
          : bullets(
              firstOf(
                given,
                (more) => `and ${more} more`,
                ({ className, trainerName }) => `${shortened(className, 28)} → ${shortened(trainerName, 20)}`,
              ),
            ),
        given.length > 0 &&
          rich`After that: ${firstOf(
            loads,
            (more) => `and ${more} more`,
            ({ name, classes }) => `${shortened(name, 20)} ${classes}`,
          ).join(", ")}.`,
        given.length > 0 && left.length > 0 && rich`Still without a trainer: ${left.length}.`,
      ),
    confirm: (count) => `✅ Share out ${digits.en(count)}`,
    done: (count) =>
      rich`✅ ${count === 1 ? "1 class has" : `${digits.en(count)} classes have`} a trainer now, who sees it under /classes.`,
  },
  revoke: (role) => fitLabel(roleName(role), undefined, { before: "⛔ Take away: " }),
  giveBack: (role) => fitLabel(roleName(role), undefined, { before: "↩️ Give back: " }),
  leaveClass: (name) => fitLabel(name, undefined, { before: "➖ " }),
  toList: "⬅️ List",
  toPerson: "⬅️ Back",
  askRevoke: (name, role) =>
    paragraphs(
      rich`Take the role ${bold(roleName(role))} from ${bold(name)}?`,
      "Their rights end at once. Questions that wait for them go to another trainer or to the province. The role can be given back.",
    ),
  confirmRevoke: "⛔ Yes, take it away",
  keep: "Keep it",
  revoked: (name, role) => rich`${name} is no longer ${bold(roleName(role))}.`,
  givenBack: (name, role) => rich`${name} is ${bold(roleName(role))} again.`,
  named: (name) =>
    rich`${bold(name)} is named as an admin in the server's settings. Please ask a technician to remove the name there first.`,
  teaches: (name, className) => rich`✅ ${bold(name)} is now a trainer of ${bold(className)}.`,
  teachesNoMore: (name, className) => rich`${bold(name)} is no longer a trainer of ${bold(className)}.`,
  joined: (name) => rich`${bold(name)} has joined and needs no invitation.`,
  told: {
    given: (role) => rich`You now serve as ${bold(roleName(role))}. Press ${pressed(common.menu)} to begin.`,
    taken: (role) => rich`Your time as ${bold(roleName(role))} is over. Thank you for all your help.`,
    classesGiven: (names) =>
      rich`You are now a trainer of ${bold(listed("en", classNames(names)))}. Its people and days are at /classes.`,
    classesTaken: (names) =>
      paragraphs(
        rich`You are no longer a trainer of ${bold(listed("en", classNames(names)))}.`,
        "Its people do not show here any more. If this is a mistake, please contact the organisers.",
      ),
  },
  form: {
    about: "a new invitation",
    name: { label: "Name", ask: () => rich`What is their full name?`, example: "Mahmud Hidayat" },
    phone: {
      label: "Phone",
      ask: () => rich`What is their mobile number? Only the owner of this number can use the invitation.`,
      example: "0812 3456 7890",
      fault: (fault) => rich`${phoneFaults[fault]}`,
    },
    scope: {
      label: "Region",
      ask: () => rich`Admin of which region?`,
      country: "The whole country",
      province: "One province",
      regency: "One regency or city",
    },
    confirm: "✅ Create invitation",
    summary: (name, phone, role, className) =>
      paragraphs(
        lines(
          bold(name),
          rich`📱 ${phone}`,
          className === null ? roleName(role) : rich`${roleName(role)} of ${className}`,
        ),
        "Is this right?",
      ),
    done: (name) =>
      rich`✅ The invitation for ${bold(name)} is ready. Press the button below and forward the message by WhatsApp.`,
    given: (name) => rich`✅ ${bold(name)} uses this bot already, so the role counts at once and they have been told.`,
  },
};
