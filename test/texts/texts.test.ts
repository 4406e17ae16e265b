// P37: every text of the bot, in both languages, against the rules of rules.ts: from the catalogues, and as said in the walks.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RichText } from "../../src/domain/messages/message.js";
import { type Numbers, noNumbers } from "../../src/domain/overview/numbers.js";
import type { AuditLine } from "../../src/domain/own-data/audit-line.js";
import { PLAN_TYPES } from "../../src/domain/plans/work-plan.js";
import { DEFAULT_TERMS } from "../../src/domain/registration/consent-notice.js";
import type { RuleDifference } from "../../src/domain/rules/rule-differences.js";
import type { RuleEffect } from "../../src/domain/rules/rule-effects.js";
import { RULE_FAULTS, type RuleFault } from "../../src/domain/rules/rule-fault.js";
import type { SheetCounts, WorkbookSheet, WorkbookSummaryWords } from "../../src/texts/id/workbook.js";
import { type Texts, textsFor } from "../../src/texts/index.js";
import type { AudienceView } from "../../src/texts/layouts/announcements/announcement-draft.js";
import type { PersonView } from "../../src/texts/layouts/caseload/person-page.js";
import type { OverviewView } from "../../src/texts/layouts/overview-page.js";
import { faultsOf, LONGEST } from "./rules.js";
import { sample, WORDS } from "./sample.js";

interface Said {
  /** Where it stands: "common.help". */
  at: string;
  text: string;
}

/** What no sample fits, and how to know it in a transcript. */
const MET_IN_WALKS: Record<string, RegExp> = {
  "registration.receipt": /Nomor peserta: |Participant number: /,
  "comingBack.offer": /Senang bertemu lagi/,
  "announcement.ledgerPage": /Rincian pengumuman \d+\n/,
  "reports.changes": /→ /,
  "reports.value": /Peserta: \d|peserta/,
  "reports.page": /Laporan LP-/,
  "review.finding": /Diminta perbaikan oleh|Correction asked for by/,
  "review.page": /laporan yang menunggu tinjauan\n|reports that wait for a review\n/,
  "review.reviewedAlready": /has been reviewed:/,
  "review.asked": /Permintaan perbaikan terkirim/,
  "review.toCorrect": /mohon perbaiki laporan/,
  "threads.asked": /Pesan Bapak\/Ibu kepada pelatih:/,
  "threads.escalated": /Belum dijawab lebih dari 48 jam/,
  "peopleFiles.pictureCaption": /🖼 Kepri 1: \d+ (orang|people)/,
  "restore.held": /Data dipulihkan dari cadangan, diketahui|Data restored from a backup, noticed/,
  "why.day": /⏸ (ditahan|held back)/,
  "summary.daily": /📋 Ringkasan \p{L}+, /u,
  "summary.now": /📋 Ringkasan sejak /,
  "summary.body": /Kabar baru \(\d+\)/,
};

/** Looked up by stored keys, so that a sample finds nothing. */
function found(text: string | undefined): RichText {
  if (text === undefined) throw new Error("The catalogue has no words for a question of its own.");
  return { text, marks: [] };
}

const NOTICE_FACTS = {
  contact: "ppid@perpusnas.example",
  controller: "Perpustakaan Nasional RI",
  years: 2,
  ...DEFAULT_TERMS,
};

type Reason = WorkbookSummaryWords["reasons"][number];

/** What no sample fits and no walk meets, said with what it asks for. */
const FULL_SHEETS: [WorkbookSheet, SheetCounts][] = (["classes", "sessions", "trainers", "people"] as const).map(
  (sheet) => [sheet, { added: 10_000, changed: 10_000, same: 10_000, wrong: 10_000 }],
);

const LONG_NAME = "Maria Magdalena Wulandari Kusumaningtyas binti Abdurrahman Wahid Hasyim Asy'ari";

/** Somebody of whom everything is known, as long as names and stories get. */
const FULL_PERSON: PersonView = {
  name: LONG_NAME,
  libraryName: "Perpustakaan Desa Cahaya Ilmu Pengetahuan Masyarakat Sejahtera Bersama",
  place: "Ujung Gunung Ilir Permai",
  className: "Kepulauan Bangka Belitung Angkatan Pertama Gelombang Kedua 2024",
  phone: "+6281234567890",
  wantsNoReminders: true,
  standing: "obstacle",
  unreachable: "gone",
  pause: { untilOn: "2024-09-30", reason: "hardship" },
  lastHeardOn: "2024-09-30",
  helpSince: "2024-09-30",
  askedOn: "2024-09-30",
  restsTo: "2024-09-30",
  withProvince: {
    since: "2024-09-28",
    tried: (["reminded", "telephoned", "visited", "wrote", "contacted"] as const).map((way) => ({
      ...{ way, times: 12, on: "2024-09-28", by: LONG_NAME },
    })),
  },
  stoppedAt: null,
  plans: PLAN_TYPES.map((type) => ({
    ...{ type, state: "none_yet", light: "red", dueOn: "2024-09-29", daysLate: 128 },
    extendedBy: LONG_NAME,
  })),
  report: {
    ...{ number: "LP-24123-0031", type: "community_engagement", state: "stuck", on: "2024-09-28" },
    ...{ obstacle: LONG_NAME, story: LONG_NAME.repeat(9), nextStep: null, files: 128, onBehalf: true },
    answers: ["participants", "women", "children", "visitors"].map((question) => ({ question, amount: 1_234_567 })),
  },
  talks: [1, 2].map(() => ({ way: "visited", on: "2024-09-28", note: LONG_NAME.repeat(4), by: LONG_NAME })),
};

const LONG = "Maria Magdalena Wulandari Kusumaningtyas";
const CLASS_NAME = { kind: "class", name: "Bimtek SPP-TIK Kepulauan Riau Gelombang 2" } as const;
const ONE = { kind: "one", name: LONG } as const;
const EVERY_FATE = {
  ...{ now: 120, hours: 110, budget: 100, already_today: 20, nothing_open: 10, quiet: 2, opted_out: 12 },
  ...{ blocked: 13, gone: 4, no_account: 21, erased: 1, not_joined: 87 },
};

const FULL_PLANS = { plans: 123_456, written: 98_765, reported: 87_654, reviewed: 76_543, done: 12_345, late: 34_567 };
const FULL_NUMBERS: Numbers = {
  people: {
    ...{
      people: 123_456,
      joined: 98_765,
      late: 34_567,
      with_province: 12_345,
      new_with_province: 1_234,
      not_joined: 24_691,
      blocked: 12_345,
      paused: 1_234,
    },
    ...{
      obstacle: 12_345,
      awaiting_review: 12_345,
      stopped_midway: 12_345,
      silent: 34_567,
      on_course: 9_999,
      finished: 9,
    },
  },
  plans: { information_services: FULL_PLANS, community_engagement: FULL_PLANS, advocacy: FULL_PLANS },
};
/** A whole country that does badly, in a language of long names. */
const FULL_OVERVIEW: OverviewView = {
  ...{
    name: "Kepulauan Bangka Belitung",
    cohort: { name: "Bimtek SPP-TIK 2024" },
    ...{ countedAt: new Date("2024-09-30T03:00:00Z"), zone: "Asia/Makassar" },
  },
  ...{ numbers: FULL_NUMBERS, before: { on: "2024-09-30", numbers: noNumbers() }, part: "regency" },
  parts: Array.from({ length: 8 }, (_, n) => ({
    ...{ key: `19.0${n}`, name: "Kabupaten Penukal Abab Lematang Ilir", numbers: FULL_NUMBERS },
  })),
};

/** As much as an announcement and its audience can say. */
const FULL_AUDIENCE: AudienceView = {
  ...{ role: "participants", plans: "unreported", joined: "joined", kinds: ["desa", "kelurahan", "tbm"] },
  names: {
    places: ["Kepulauan Bangka Belitung", "Daerah Istimewa Yogyakarta", "Papua Barat Daya", "Jambi"],
    classes: [CLASS_NAME.name, CLASS_NAME.name],
    waves: [{ number: 2, cohort: "Bimtek SPP-TIK 2024" }],
    ...{ cohorts: ["Bimtek SPP-TIK 2024"], trainers: [LONG, LONG], others: 3 },
  },
  ...{ asksPlaces: true, regions: null, className: null, provinceName: null, practiceName: null },
};
const LOCAL_TIME = "2024-07-08T08:00";
const HOURS = { from: "07:30", until: "20:00" };
const FULL_GUARDIAN = { name: LONG, relation: "guardian", how: "chat", on: "2024-09-30" } as const;
const COUNTS = { reachable: 10_000, unreached: 1_200 };
/** An export by somebody, about somebody, with names as long as they get. */
const AUDIT_LINE: AuditLine = {
  ...{ id: 1, at: new Date("2024-09-30T09:00:00Z"), action: "staff.export", who: LONG_NAME, actorId: 1 },
  ...{
    subject: "person:1",
    about: LONG_NAME,
    provinceCode: "19",
    province: "Kepulauan Bangka Belitung",
    regency: null,
  },
  ...{ details: null, purpose: LONG_NAME },
};

const DIFFERENCES: RuleDifference[] = [
  {
    of: "question",
    type: "community_engagement",
    key: "disabled",
    label: { id: LONG_NAME, en: LONG_NAME },
    how: "added",
  },
  { of: "order", type: "advocacy" },
  { of: "obstacle", key: "road", label: { id: "jalan rusak", en: "bad road" }, how: "removed" },
  { of: "obstacle_order" },
  { of: "value", name: "before2", from: 7, to: null },
  { of: "holiday", day: "2026-03-21", from: null, to: "Idulfitri 1447 H" },
];
const EFFECTS: RuleEffect[] = [
  { of: "begun", reports: 37 },
  { of: "step", name: "before2", from: -7, to: -5, told: 10_412, past: 118 },
  { of: "hours", waiting: 1205 },
  { of: "holiday", day: "2026-03-21", waiting: 1205, sessions: 14 },
  { of: "budget", people: 10_412 },
  { of: "forgotten", people: 2031, years: 1 },
  { of: "shorter" },
];
const FAULTS: RuleFault[] = RULE_FAULTS.map((reason, n) => ({
  sheet: "questions",
  line: n + 2,
  reason,
  about: reason === "too_long" ? "askId:200" : "visitors",
}));
const CLASHES: RuleFault[] = RULE_FAULTS.map((reason) => ({
  ...{ sheet: "questions", line: null, reason },
  ...{ about: "participants", of: { plan: "community_engagement", code: "visitors" } },
}));
const CHANGED_BY = { isOwn: true, others: [LONG_NAME, LONG_NAME, null] };
const TABS = ["Catatan rapat", "Daftar peserta gelombang 2", "Sheet1", "Sheet2", "Sheet3", "Kontak dinas"];
const SEEN = { number: 12, at: "Sel 11 Jun 10.00 WIB", by: LONG_NAME, takesBack: 3 };

const MADE: Record<string, (texts: Texts) => RichText> = {
  "ruleWords.difference": ({ ruleWords }) => ({ text: DIFFERENCES.map(ruleWords.difference).join("\n"), marks: [] }),
  "ruleWords.effect": ({ ruleWords }) => ({ text: EFFECTS.map(ruleWords.effect).join("\n").slice(0, 690), marks: [] }),
  "ruleWords.fault": ({ ruleWords }) => ({ text: FAULTS.map(ruleWords.fault).join("\n").slice(0, 690), marks: [] }),
  "rules.form.faulty": ({ rules }) => rules.form.faulty(FAULTS),
  "rules.form.summary": ({ rules }) =>
    rules.form.summary(DIFFERENCES, EFFECTS, { missing: ["hours"], unread: TABS, meanwhile: CHANGED_BY }),
  "rules.form.nothing": ({ rules }) => rules.form.nothing(TABS, CHANGED_BY),
  "rules.form.clash": ({ rules }) => {
    const above = rules.form.changedMeanwhile();
    const { text } = rules.form.clash(CLASHES, CHANGED_BY);
    return { text: `${above.text}\n\n${text}`, marks: [] };
  },
  "rules.one": ({ rules }) => rules.one(SEEN, DIFFERENCES),
  "rules.ask": ({ rules }) => rules.ask(0, { differences: DIFFERENCES, effects: EFFECTS, keepsLess: true }),
  "stories.page.guardian": ({ stories }) => stories.page.guardian(FULL_GUARDIAN),
  "stories.guardian.summary": ({ stories }) => stories.guardian.summary(FULL_GUARDIAN),
  "stories.voiceOf": ({ stories }) => stories.voiceOf("proof"),
  "stories.typing.ask": ({ stories }) => stories.typing.ask("proof"),
  "stories.typedForYou": ({ stories }) =>
    stories.typedForYou({ by: LONG_NAME, prompt: "proof", text: LONG.repeat(6), mayBeRead: true }),
  "storyDesk.withdrawn": ({ storyDesk }) =>
    storyDesk.withdrawn({
      ...{ what: "all", village: LONG, regencyName: "Kab. Kepulauan Siau Tagulandang Biaro", sentOn: "2024-09-30" },
      files: Array.from({ length: 5 }, () => ({ byName: LONG_NAME, form: "xlsx", on: "2024-09-30" })),
    }),
  "storyDesk.desk.sign": ({ storyDesk }) => found(storyDesk.desk.sign("untyped")),
  "storyDesk.sheet.name": ({ storyDesk }) => found(storyDesk.sheet.name("xlsx")),
  "audit.page": ({ audit }) =>
    audit.page({
      ...{ lines: Array.from({ length: 5 }, () => AUDIT_LINE), count: 1000, isMore: true, zone: "Asia/Jayapura" },
      ...{ filter: { kind: "decided", day: "2024-09-30", who: LONG_NAME }, whom: LONG_NAME },
    }),
  "announcement.heldWithoutAuthor": ({ announcement }) =>
    announcement.heldWithoutAuthor({ id: 12, time: "Senin, 30 September 2024 pukul 08.00", zones: ["WIB", "WITA"] }),
  "announcement.heldForAge": ({ announcement }) =>
    announcement.heldForAge({ id: 12, time: "Senin, 30 September 2024 pukul 08.00", zones: ["WIB", "WITA", "WIT"] }),
  "duplicates.moved": ({ duplicates }) => {
    const all = { plans: 3, reports: 12, questions: 1, attendance: 5, drafts: 2, people: 4, doublePlans: 3 };
    return duplicates.moves(duplicates.moved(all, "libraries"));
  },
  "staffDesk.told.classesGiven": ({ staffDesk }) =>
    staffDesk.told.classesGiven(Array.from({ length: 9 }, () => CLASS_NAME.name)),
  "staffDesk.told.classesTaken": ({ staffDesk }) =>
    staffDesk.told.classesTaken(Array.from({ length: 9 }, () => CLASS_NAME.name)),
  "exports.simNotes": ({ exports }) => found(exports.simNotes(1, true).join(" ")),
  "audit.who": ({ audit }) => found(audit.who(AUDIT_LINE)),
  "audit.aboutWhom": ({ audit }) => found(audit.aboutWhom({ ...AUDIT_LINE, subject: "announcement:12" }) ?? ""),
  "pauses.page": ({ pauses }) =>
    pauses.page({
      name: LONG_NAME,
      untilOn: "2024-09-30",
      reason: "hardship",
      place: "Kab. Kepulauan Siau Tagulandang Biaro",
      ownUntilOn: "2024-09-29",
    }),
  "pauses.told": ({ pauses }) => pauses.told({ name: LONG_NAME, untilOn: "2024-09-30", reason: "hardship" }),
  "personPage.page": ({ personPage }) => personPage.page(FULL_PERSON),
  "cover.untended": ({ cover }) =>
    cover.untended(
      Array.from({ length: 3 }, () => ({
        ...{ className: CLASS_NAME.name, people: 43 },
        trainers: Array.from({ length: 3 }, () => ({ name: LONG, why: "unreachable" as const })),
      })),
      40,
    ),
  "careActs.about": ({ careActs }) => found(careActs.about(CLASS_NAME)),
  "extensions.aboutExtension": ({ extensions }) => found(extensions.aboutExtension({ kind: "late" })),
  "careActs.aboutReminder": ({ careActs }) => found(careActs.aboutReminder({ kind: "filter", name: "Terlambat" })),
  "careActs.aboutMessage": ({ careActs }) => found(careActs.aboutMessage(ONE)),
  "careActs.remindAsk": ({ careActs }) =>
    careActs.remindAsk({
      ...{ scope: CLASS_NAME, total: 500, counts: EVERY_FATE },
      sample: careActs.nudge({
        ...{ name: LONG, trainer: "Baharuddin Zulkarnain", line: "x".repeat(120) },
        plans: [{ type: "community_engagement", dueOn: "2024-07-07" }],
      }),
    }),
  "careActs.writeAsk": ({ careActs }) =>
    careActs.writeAsk({ scope: CLASS_NAME, total: 500, counts: { now: 480, blocked: 20 }, sample: "x".repeat(400) }),
  "careActs.textAsk": ({ careActs }) => careActs.textAsk({ scope: ONE, isOne: true }),
  "extensions.askUntil": ({ extensions }) =>
    extensions.askUntil({ scope: CLASS_NAME, plans: 129, from: "2024-07-07", to: "2024-08-07" }),
  "careActs.talked": ({ careActs }) =>
    careActs.talked({ names: [LONG, LONG], way: "visited", restUntil: "2024-07-17" }),
  "workbook.summary": ({ workbook }) => {
    const fileName = "program-bimtek-seluruh-provinsi-gelombang-1-final-rev.xlsx";
    const all = { fileName, told: 1200, missing: 12, abroad: 120, sheets: FULL_SHEETS };
    const first: Reason = ["has-participants", 12];
    const others: Reason[] = [
      ["ambiguous-class", 120],
      ["bad-link", 99],
    ];
    // Sessions at a strange time take the room of two reasons.
    const usual = workbook.summary({ ...all, reasons: [first, ...others] });
    const strange = workbook.summary({ ...all, reasons: [first], strange: 1200 });
    return usual.text.length > strange.text.length ? usual : strange;
  },
  "workbook.done": ({ workbook }) => workbook.done(FULL_SHEETS, [LONG_NAME]),
  "announcement.for.words": ({ announcement }) => found(announcement.for.words(FULL_AUDIENCE)),
  "announcement.for.list": ({ announcement }) => announcement.for.list("trainers", COUNTS, "Magdalena Wulandari"),
  "announcement.draft.page": ({ announcement }) =>
    announcement.draft.page({
      ...{
        changing: 1234,
        keptAt: new Date("2024-07-08T00:30:00Z"),
        isOld: true,
        zone: "Asia/Jakarta",
        opening: "x".repeat(100),
      },
      ...{ files: { kind: "photo", count: 10 }, link: { label: "Lihat jadwal lengkap", host: "perpusnas.go.id" } },
      ...{ audience: announcement.for.words(FULL_AUDIENCE).slice(0, 150) },
      ...{ reachable: 10_000, localTime: LOCAL_TIME, emergency: true, asksRead: true },
      ...{ length: { written: 940, longest: 1024, most: 1024 }, problem: announcement.problems.nobody() },
    }),
  "announcement.draft.whenAsk.problem": ({ announcement }) => announcement.draft.whenAsk.problem("at_night", HOURS),
  "announcement.draft.linkAsk.problem": ({ announcement }) => announcement.draft.linkAsk.problem("with_password"),
  "announcement.problems.bad_time": ({ announcement }) => announcement.problems.bad_time("rest_day", HOURS),
  "announcement.approval.late": ({ announcement }) =>
    announcement.approval.late({
      localTime: LOCAL_TIME,
      zones: ["Asia/Makassar", "Asia/Jayapura"],
      isAuthorAsked: false,
    }),
  "announcement.approval.lateForAuthor": ({ announcement }) =>
    announcement.approval.lateForAuthor(12, LONG, { localTime: LOCAL_TIME, zones: ["Asia/Jayapura"] }),
  "overview.list": ({ overview }) =>
    overview.list({
      name: LONG,
      part: "regency",
      total: 0,
      countedAt: new Date("2024-07-08T01:00:00Z"),
      zone: "Asia/Jakarta",
    }),
  "announcement.card": ({ announcement }) =>
    announcement.card({
      ...{
        id: 1234,
        phase: "sending",
        emergency: true,
        opening: "x".repeat(60),
        authorName: LONG,
        zone: "Asia/Jakarta",
      },
      ...{ publishedAt: new Date("2024-07-08T00:30:00Z"), audience: 10_000, sent: 5_000, waiting: 4_000, unknown: 5 },
      ...{ unreached: 995, waitsUntil: new Date("2024-07-09T00:30:00Z"), localTime: LOCAL_TIME, afterRestore: false },
      ...{ zonesLeft: ["WIT", "WITA"], zonesToGo: ["WIB"], lateIn: [], requests: [] },
      heldUntil: new Date("2024-07-08T00:45:00Z"),
    }),
  "announcement.problems.too_long_filled": ({ announcement }) =>
    announcement.problems.too_long_filled({ most: 1024, over: 18, variable: "perpustakaan", longest: 41 }),
  "questionnaire.known.label": ({ questionnaire }) => found(questionnaire.known.label("visitors")),
  "questionnaire.known.short": ({ questionnaire }) => found(questionnaire.known.short("computer_users")),
  "questionnaire.known.ask": ({ questionnaire }) => found(questionnaire.known.ask("visitors")),
  "questionnaire.known.example": ({ questionnaire }) => found(questionnaire.known.example("visitors")),
  "questionnaire.known.choice": ({ questionnaire }) => found(questionnaire.known.choice("changed", "collection")),
  "notices.first": ({ notices }) =>
    notices.first("participant", NOTICE_FACTS, {
      ...{ name: "Kepulauan Riau", venue: "Hotel Bintan", startsOn: "2024-06-29", endsOn: "2024-07-03" },
    }),
  "notices.changed": ({ notices }) => notices.changed("staff", NOTICE_FACTS, ["siapa yang melihatnya"]),
  "formerStaff.over": ({ formerStaff }) => formerStaff.over({ roles: ["trainer", "admin"], contact: LONG }),
  "overview.page": ({ overview }) => overview.page(FULL_OVERVIEW),
  "overview.week": ({ overview }) => overview.week(FULL_OVERVIEW),
  "overview.places.ask": ({ overview }) =>
    overview.places.ask({
      name: "Kepulauan Bangka Belitung",
      people: 123_456,
      ...{ countedAt: new Date("2024-09-30T03:00:00Z"), zone: "Asia/Jakarta" },
      filter: "Tunggu tinjauan",
    }),
  "workPlans.page": ({ workPlans }) =>
    workPlans.page({
      ...{ libraryId: 1, village: "Berakit", district: "Teluk Sebong" },
      ...{ type: "community_engagement", state: "in_progress", light: "yellow", libraryName: "Perpustakaan Berakit" },
      ...{ activity: "Pelatihan membuat keripik pisang untuk ibu-ibu PKK", targetOn: "2024-06-28", daysLeft: 9 },
      ...{ measure: "25 peserta, 10 usaha baru", partner: "PKK desa", dueOn: "2024-07-07" },
    }),
  "admission.colleagueLeft": ({ admission }) =>
    admission.colleagueLeft({
      ...{ name: "Maria Magdalena Wulandari Kusumaningtyas", library: "Perpustakaan Cahaya Ilmu Desa Sebong Pereh" },
      ...{ plans: 2, reports: 14, stays: ["information_services", "community_engagement", "advocacy"] },
    }),
  "workPlans.meanwhile.changed": ({ workPlans }) => {
    const words = (of: string) => ({
      ...{ activity: `${of} `.repeat(30), measure: `${of} `.repeat(30), partner: `${of} `.repeat(15) },
    });
    return workPlans.meanwhile.changed({
      ...{ type: "community_engagement", author: "Maria Magdalena Wulandari Kusumaningtyas Hadiningrat Sosrowijoyo" },
      changed: { at: new Date("2024-06-10T03:00:00Z"), zone: "Asia/Jakarta" },
      now: { ...words("Belajar"), targetOn: "2024-06-28" },
      own: { ...words("Membaca"), targetOn: "2024-06-30" },
    });
  },
  "reports.addFiles.ask": ({ reports }) =>
    reports.addFiles.ask({
      ...{ photos: 10, documents: 1, number: "LP-24123-0031", type: "community_engagement", isReviewed: true },
    }),
  "reports.addFiles.added": ({ reports }) =>
    reports.addFiles.added({ photos: 10, documents: 1, number: "LP-24123-0031" }),
  "reports.files.instead": ({ reports }) => reports.files.instead("voice"),
  "reports.meanwhile.changed": ({ reports }) => {
    const [before, after] = [
      "Anak-anak membaca setiap sore. ".repeat(20),
      "Ibu-ibu menjual keripik pisang. ".repeat(20),
    ];
    const one = { field: "story", before, after } as const;
    return reports.meanwhile.changed({
      ...{ number: "LP-241-0007", author: "Maria Magdalena Wulandari Kusumaningtyas", zone: "Asia/Jakarta" },
      ...{ reportedAt: new Date("2024-06-10T03:00:00Z"), changes: [one, one, one, one, one], isReviewed: true },
    });
  },
  "announcement.problems.approvers_unreachable": ({ announcement }) =>
    announcement.problems.approvers_unreachable(500, ["Dewi Lestari", "Rudi Hartono", "Sri Wahyuni"]),
  "threads.trainersHurried": ({ threads }) =>
    threads.trainersHurried({ names: ["Rina", "Joko"], unreachable: ["Dewi"] }),
};

const WALKS = join(import.meta.dirname, "..", "walks", "transcripts");

/** Every string of a catalogue, and all that every function of it makes of the samples. */
function readCatalogue(value: unknown, at: string): { said: Said[]; mute: string[] } {
  if (typeof value === "string") return { said: [{ at, text: value }], mute: [] };
  if (typeof value === "function") {
    const texts = called(value as (...values: unknown[]) => unknown);
    return { said: texts.map((text) => ({ at, text })), mute: texts.length === 0 ? [at] : [] };
  }
  if (typeof value !== "object" || value === null) return { said: [], mute: [] };
  const parts = Object.entries(value).map(([name, part]) => readCatalogue(part, at === "" ? name : `${at}.${name}`));
  return { said: parts.flatMap(({ said }) => said), mute: parts.flatMap(({ mute }) => mute) };
}

/** All that it says to words that it knows, each once; nothing when none of those tried makes sense. */
function called(text: (...values: unknown[]) => unknown): string[] {
  const alike = WORDS.map((word) => new Array(4).fill(sample(word)));
  const loose = WORDS.map((word) => new Array(4).fill(sample(word, true)));
  const numbers = [0, 1, 3].map((count) => new Array(4).fill(count));
  const said = saidTo(text, [...alike, ...loose, ...numbers]);
  // Where one word for all does not do, two may.
  const pairs = WORDS.flatMap((first) =>
    WORDS.map((second) => [first, second, sample("2024-06-03"), sample("2024-06-03")]),
  );
  return said.length > 0 ? said : saidTo(text, pairs);
}

function saidTo(text: (...values: unknown[]) => unknown, tries: unknown[][]): string[] {
  const said = tries.flatMap((values) => {
    try {
      const made = text(...values);
      const words = typeof made === "string" ? made : (made as { text?: unknown } | null)?.text;
      return typeof words === "string" && !/undefined|null|NaN|\[object|=>/.test(words) ? [words] : [];
    } catch {
      // Not the arguments it wants: the next may be.
      return [];
    }
  });
  return [...new Set(said)];
}

/** What the bot said in a transcript, message by message, without the buttons below. */
function readTranscript(file: string): Said[] {
  const talk = readFileSync(join(WALKS, file), "utf8");
  // One message by itself, as its sender wrote it down.
  if (!/^Bot [→✎] /m.test(talk)) return [{ at: file, text: talk }];
  const turns = talk.split(/\n(?=\S)/);
  return turns.flatMap((turn) => {
    const spoken = /^Bot [→✎] [^:]+: ([\s\S]*)$/.exec(turn)?.[1];
    if (spoken === undefined) return [];
    const lines = spoken.split("\n").map((line) => line.replace(/^ {4}/, ""));
    const buttons = lines.findLastIndex((line) => !/^\[.*\]$/.test(line));
    // "(photo) " and "(file x.csv) " are the transcript's own words.
    const text = lines
      .slice(0, buttons + 1)
      .join("\n")
      .replace(/^\((photo|file [^)]*)\) ?/, "");
    return [{ at: file, text }];
  });
}

/** People of both languages meet in one walk. What has neither language's small words in it is held to be Indonesian. */
function languageOf(text: string): "id" | "en" {
  const small = (words: RegExp) => text.match(words)?.length ?? 0;
  const english = small(
    /\b(the|you|your|is|are|and|not|for|what|which|this|please|to|of|on|my|me|from|until|no|was|were|with|without)\b/gi,
  );
  return english > small(/\b(yang|dan|saya|ini|itu|untuk|dengan|belum|tidak|bapak|mohon|di|ke)\b/gi) ? "en" : "id";
}

const wrong = (said: Said[], language: "id" | "en") =>
  said.flatMap(({ at, text }) => faultsOf(text, language).map((fault) => `${at}: ${fault}`));

describe.each(["id", "en"] as const)("the catalogue in %s", (language) => {
  const { said, mute } = readCatalogue(textsFor(language), "");

  // Keeps P37.
  test("every text is short, asks one thing, and speaks the language of people", () => {
    expect(wrong(said, language)).toEqual([]);
  });

  // Keeps P37.
  test("every text is read here, or is known to be said in the walks below", () => {
    expect(new Set(said.map(({ at }) => at)).size).toBeGreaterThan(600);
    const known = [...Object.keys(MET_IN_WALKS), ...Object.keys(MADE)];
    expect(mute.filter((at) => !known.includes(at))).toEqual([]);
    // Else the lists would excuse what is read by now.
    expect(known.filter((at) => !mute.includes(at))).toEqual([]);
  });

  // Keeps P37.
  test.each(Object.entries(MADE))("%s keeps the rules", (at, make) => {
    const { text } = make(textsFor(language));
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(wrong([{ at, text }], language)).toEqual([]);
  });
});

// Keeps P37.
test.each(Object.entries(MET_IN_WALKS))("%s is said in a walk", (_, words) => {
  const talk = readdirSync(WALKS).map((file) => readFileSync(join(WALKS, file), "utf8"));
  expect(talk.some((text) => words.test(text))).toBe(true);
});

// Keeps P37.
test.each(readdirSync(WALKS).sort())("what the bot says in %s keeps the rules", (file) => {
  const said = readTranscript(file);
  expect(said.length).toBeGreaterThan(0);
  expect(said.flatMap((one) => wrong([one], languageOf(one.text)))).toEqual([]);
});

/** The bot's messages that are a picture, each with the file it was said in and its caption. */
function picturesIn(file: string): Said[] {
  const turns = readFileSync(join(WALKS, file), "utf8").split(/\n(?=\S)/);
  return turns.flatMap((turn) => {
    const caption = /^Bot [→✎] [^:]+: \(photo\)([\s\S]*)$/.exec(turn)?.[1];
    return caption === undefined ? [] : [{ at: file, text: caption }];
  });
}

describe("with pictures off", () => {
  const pictures = readdirSync(WALKS).flatMap(picturesIn);

  // Keeps P37.
  test("a QR code says its link in words, and every other picture of the bot says what it is", () => {
    const codes = pictures.filter(({ text }) => /Kode QR|QR code/.test(text));
    // Else nothing would be looked at here.
    expect(codes.length).toBeGreaterThanOrEqual(1);
    expect(codes.filter(({ text }) => !/https:\/\/t\.me\/\w+\?start=\S+/.test(text))).toEqual([]);
    expect(pictures.filter(({ text }) => text.replace(/\[.*\]/g, "").trim() === "")).toEqual([]);
  });

  // Keeps P37.
  test.each(["id", "en"] as const)("the caption of a QR code in %s holds the link itself", (language) => {
    const link = "https://t.me/tindak_lanjut_bot?start=masuk-kepri";
    const words = { name: "Kepulauan Riau", link, lastDay: "2024-07-07", isOver: false } as const;
    expect(textsFor(language).classPages.qrCaption(words).text).toContain(link);
    expect(textsFor(language).classPages.qrCaption({ ...words, isOver: true }).text).toContain(link);
  });
});

describe("the rules themselves", () => {
  test.each([
    ["Klik tombol ini.", `"klik" instead of "tekan"`],
    ["Silakan update laporan Anda.", `"update" instead of "pembaruan"`],
    ["Apakah Anda setuju?", `"Anda" instead of "Bapak/Ibu"`],
    ["Siapa nama Bapak/Ibu? Di desa mana?", "2 questions"],
    ["Terjadi error 500", `a word of machines: error 500`],
    ["<b>Halo</b>", "HTML"],
    ["Tenggat rencana ini sudah dekat.", `"Tenggat" instead of "batas waktu"`],
    ["Mohon hubungi pengelola.", `"pengelola" instead of "admin"`],
    ["Ada pengisian yang terbuka.", `"pengisian" instead of "isian"`],
    ["a".repeat(LONGEST + 1), "701 characters"],
  ])("%s is found", (text, fault) => {
    expect(faultsOf(text, "id")).toContain(fault);
  });

  test.each([
    "Apakah Bapak/Ibu setuju?",
    "Bapak/Ibu pengelola perpustakaan?",
    "“Kamu di mana? Sudah klik?” Tulis jawabannya.",
    "Kirim /update, atau buka https://t.me/link",
  ])("%s is fine", (text) => {
    expect(faultsOf(text, "id")).toEqual([]);
  });
});
