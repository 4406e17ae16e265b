// /audit: who did what.
import { fitLabel } from "../../domain/messages/button-label.js";
import { zoneLabel } from "../../domain/time/zone.js";
import { plainDay, shortDayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import type { audit as Indonesian } from "../id/audit.js";
import { type AuditWords, kindOf, shortName, shortPurpose, withPurposes } from "../layouts/audit-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { auditActions } from "./audit-actions.js";
import { howMany } from "./how-many.js";

const kinds: (typeof Indonesian)["kinds"] = {
  seen: "Seen",
  exported: "Exported",
  changed: "Changed",
  sent: "Sent",
  decided: "Decided",
  all: "All",
};

const filtered = ({ filter: { kind, day, who }, whom }: AuditWords) =>
  [
    ...(kind === null ? [] : [kinds[kind].toLowerCase()]),
    ...(who === undefined ? [] : [`by ${shortName(who ?? "–")}`]),
    ...(whom === undefined ? [] : [`about ${shortName(whom ?? "–")}`]),
    ...(day === null ? [] : [plainDay("en", day)]),
  ].join(" · ");

const subjects: Record<string, (number: string) => string> = {
  announcement: (n) => `announcement ${n}`,
  "roster-import": (n) => `file of participants ${n}`,
  rules: (n) => `version ${n}`,
};

export const audit: typeof Indonesian = {
  about: "a filter of the activity record",
  aboutFile: "the activity record",
  kinds,
  kindOf,
  actions: auditActions,
  who: ({ actorId, who }) => (actorId === null ? "bot" : who === null || who === "" ? "(erased)" : who),
  aboutWhom: ({ subject, about }) => {
    const [kind = "", number = ""] = subject.split(":");
    return subjects[kind]?.(number) ?? (about === "" ? "(erased)" : about);
  },
  page: (words) => {
    const { count, isMore, lines: shown, zone } = words;
    const only = filtered(words);
    return withPurposes((purposes) =>
      paragraphs(
        lines(
          rich`📋 ${bold("Activity record")} · ${isMore ? `more than ${digits.en(count)}` : digits.en(count)} ${count === 1 ? "line" : "lines"}`,
          only !== "" && italic(only),
        ),
        shown.length === 0 && "There is no such line in your region.",
        ...shown.map((line) => {
          const whom = audit.aboutWhom(line);
          return lines(
            rich`${shortDayAndTime("en", zone, line.at)} · ${bold(shortName(audit.who(line)))}`,
            rich`${auditActions[line.action] ?? line.action}${whom === null ? "" : `: ${shortName(whom)}`}`,
            purposes && line.purpose !== null && italic(`“${shortPurpose(line.purpose)}”`),
          );
        }),
      ),
    );
  },
  newer: "⬅️ Newer",
  older: "Older ➡️",
  find: { who: "👤 Who", whom: "👥 About", day: "📅 Day" },
  noFilter: "Show everything again",
  files: { xlsx: "📄 Excel", csv: "📄 CSV" },
  nameLabel: "name",
  askName: (what) =>
    what === "who"
      ? rich`Whose activity? Write the name or a part of it.`
      : rich`About whom? Write the name or a part of it, or the participant's number.`,
  nameExample: "Siti",
  nobody: () => rich`There is no such name in your region. Try another part of the name.`,
  askWhich: () => rich`Which one?`,
  found: ({ name, hint }) => fitLabel(name, undefined, hint === null ? {} : { behind: ` · ${hint}` }),
  dayLabel: "day",
  askDay: () => rich`Which day? Choose one, or write its date.`,
  dayChoice: (day, ago) => `${ago === 0 ? "Today" : "Yesterday"}, ${plainDay("en", day)}`,
  notThen: () => rich`There is nothing from that day. Write a date of the last two years.`,
  back: "⬅️ Back to the record",
  file: (rows, isAll) =>
    isAll
      ? rich`Activity record: ${howMany(rows, "line", "lines")}. Please keep it safe: it holds names.`
      : rich`Activity record: the newest ${rows} lines; older ones are not in it. Filter by day to download them. Please keep it safe: it holds names.`,
  fileName: "activity-record",
  sheet: "Record",
  aboutSheet: "About",
  zoneNote: (zone) => `Times in ${zoneLabel(zone)}.`,
  columns: {
    day: "Day",
    time: "Time",
    who: "By",
    kind: "Kind",
    what: "Activity",
    about: "About",
    place: "Region",
    purpose: "Purpose",
    details: "Details",
  },
};
