// The receivers of an announcement by name, and those to be told another way.
import type { ReceiverList } from "../../domain/announcements/receiver-list.js";
import type {
  announcementCalls as IndonesianCalls,
  announcementReceivers as IndonesianReceivers,
} from "../id/announcement-receivers.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people, ledger } = announcementWords;

const lists: Record<ReceiverList, string> = { ...ledger, unread: "not marked as read" };

/** As a button has room for them. */
const short: Partial<Record<ReceiverList, string>> = {
  unread: "not read",
  gone: "account gone",
  opted_out: "unsubscribed",
};

/** What Telegram answered, in words; the code stands behind what has none. */
const causes: [pattern: RegExp, words: string][] = [
  [/too long|too large/i, "the text is too long"],
  [/file|413/i, "Telegram refused the file"],
  [/chat not found/i, "the account was not found"],
  [/button/i, "Telegram refused the button"],
  [/late|budget|quiet/i, "there was no time to send it"],
];

const causeWords = (cause: string | null) => {
  if (cause === null) return "there was no time to send it";
  return causes.find(([pattern]) => pattern.test(cause))?.[1] ?? `refused by Telegram, which said: ${cause}`;
};

export const announcementReceivers: typeof IndonesianReceivers = {
  open: "👥 See the names",
  lists,
  causeWords,
  ask: (id) => rich`Announcement ${id}: which list would you like to see?`,
  choice: (list, n) => `${short[list] ?? lists[list]} (${count(n)})`,
  askPlace: (list, n, isInProvince) =>
    rich`${bold(people(n))}: ${lists[list]}. In which ${isInProvince ? "regency or city" : "province"}?`,
  place: (name, n) => `${name} (${count(n)})`,
  page: (list, total, from, rows) =>
    paragraphs(
      rich`${bold(lists[list])}: ${people(total)}`,
      rows.length === 0
        ? rich`There is nobody on this list.`
        : lines(
            ...rows.map(
              ({ name, className, cause, isContacted }, index) =>
                rich`${from + index + 1}. ${name || "–"} · ${className}${cause === null ? "" : ` · ${causeWords(cause)}`}${isContacted ? " · ✅ told another way" : ""}`,
            ),
          ),
    ),
  excel: "📊 Excel",
  csv: "📄 CSV",
  fileName: (id) => `announcement-${id}.xlsx`,
  sheet: (id) => `Announcement ${id}`,
  summary: "Totals",
  countedAt: (when) => `Counted ${when}`,
  columns: { read: "Read", contacted: "Told another way", province: "Province", regency: "Regency/city" },
  total: "Total",
  yes: "yes",

  askRead: (n) => `🔔 Ask to read it (${count(n)})`,
  askReadSure: (n, waiting) =>
    paragraphs(
      waiting > 0 &&
        rich`⏳ ${bold(people(waiting))} still waiting for the announcement will not be asked. It is better to wait until all of it has left.`,
      rich`Ask ${people(n)} who have not marked it to read this announcement? This can be sent only once.`,
    ),
  askReadNow: "Yes, ask them",
  keep: "No",
  asked: (n) => rich`All right, ${people(n)} are asked to read it, in their working hours.`,
  askedBefore: () => rich`Those who have not read it were asked before, so nothing is sent again.`,
  notAsked: () => rich`This announcement asks nobody to mark it as read, or was stopped.`,
};

const unreached = (total: number, done: number) =>
  rich`📞 ${bold(`${people(total)} not reached`)}, ${count(done)} told another way`;

export const announcementCalls: typeof IndonesianCalls = {
  about: "call sheet of an announcement",
  menu: (n) => `📞 Not reached (${count(n)})`,
  open: "📞 See the list",
  told: (n) =>
    rich`An announcement did not reach ${bold(people(n))} of yours. Please tell them by telephone or WhatsApp. The words are ready.`,
  lists: (n) =>
    n === 0
      ? rich`All your people were reached. Thank you.`
      : rich`Announcements that did not reach some of your people. Choose one to see whom.`,
  list: (opening, n) => `${count(n)} · ${opening}`,
  page: ({ opening, total, done, from, rows }) =>
    paragraphs(
      unreached(total, done),
      italic(`“${opening}”`),
      lines(
        ...rows.map(
          ({ name, regency, entry, isDone }, index) =>
            rich`${from + index + 1}. ${name || "–"} · ${regency ?? "–"} · ${isDone ? "✅ told another way" : ledger[entry]}`,
        ),
      ),
    ),
  askPlace: ({ opening, total, done }, isInProvince) =>
    paragraphs(
      unreached(total, done),
      italic(`“${opening}”`),
      rich`Which ${isInProvince ? "regency or city" : "province"} would you like to begin with?`,
    ),
  person: ({ name, phone, className, library, entry, doneBy, ready }) =>
    paragraphs(
      lines(
        bold(name || "–"),
        library !== null && rich`${library}`,
        rich`${className}`,
        phone === null ? rich`No telephone number yet` : rich`☎️ ${phone}`,
        rich`Cause: ${ledger[entry]}`,
        doneBy !== null && rich`✅ Told another way${doneBy === "" ? "" : ` by ${doneBy}`}`,
      ),
      rich`Words for WhatsApp:`,
      italic(ready),
    ),
  ready: ({ name, text, by }) => `Dear ${name}, here is an announcement of the National Library:\n\n${text}\n\n– ${by}`,
  whatsApp: "💬 WhatsApp",
  called: "✅ Told another way",
  uncalled: "↩️ Not yet",
  back: "⬅️ Back to the list",
  pdf: "🖨 PDF A4",
  excel: "📊 Excel",
  tellTrainers: "📣 Tell the trainers",
  toldTrainers: (n) =>
    n === 0
      ? rich`All trainers who can be told have been.`
      : rich`All right, ${count(n)} ${n === 1 ? "trainer is" : "trainers are"} told in their working hours.`,
  outOfReach: () =>
    rich`That list is not there, or holds none of your people. If the announcement was stopped, nobody needs to be told any more.`,
  file: (rows) => rich`Call sheet: ${people(rows)}. Please keep it safe, as it holds personal data.`,
  fileName: (id, format) => `call-sheet-${id}.${format}`,
  whole: "Call sheet",
  title: (trainer) => `Call sheet · ${trainer}`,
  noTrainer: "no trainer",
  noRegency: "regency or city unknown",
  columns: {
    trainer: "Trainer",
    regency: "Regency/city",
    name: "Name",
    phone: "Phone",
    cause: "Cause",
    trainingClass: "Class",
    done: "Told another way",
    ready: "Words for WhatsApp",
  },
  note: (text) => `Announcement: ${text}`,
};
