// Ways through every form that meet each of its questions, and the words that a person could type at each of them.
import type { FormName } from "../../../src/bot/forms/forms.js";
import type { Draft } from "../../../src/ports/queue/drafts.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildClass, buildRosterRow } from "../../support/world/builders.js";
import { OPEN } from "../forms/every-form.js";
import { type openTwoClasses, readyFor } from "../forms/hostile-scene.js";

export type Step = (phone: Person, stage: Stage) => unknown;

const lastOf = (phone: Person) => phone.received().at(-1);

/** Presses the newest button of a form that stands for this value, whatever its words are. */
const value =
  (wanted: string): Step =>
  (phone) => {
    for (const message of phone.received().toReversed()) {
      for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
        const [form, , , ...said] = "callback_data" in button ? button.callback_data.split("|") : [];
        if (form === "f" && said.join("|") === wanted && "callback_data" in button) {
          return phone.pressesOn(message.message_id, button.callback_data);
        }
      }
    }
    throw new Error(`No button for ${wanted}: ${phone.buttons().join(" ")}`);
  };

/** Its words can be looked at: what is typed here would be a good answer. */
export const says = (text: string): Step => Object.assign((phone: Person) => phone.says(text), { typed: text });

/** What a step types; undefined where it does something else. */
function typedIn(step: Step | null): string | undefined {
  return step !== null && "typed" in step ? String(step.typed) : undefined;
}

/** A button outside of forms, on any message. */
const button =
  (data: string): Step =>
  (phone) =>
    phone.pressesOn(lastOf(phone)?.message_id ?? 1, data);

const photo: Step = (phone) => phone.sendsPhoto();

/** As somebody of the same library who corrects the report meanwhile. */
const correctedMeanwhile: Step = async (_, { db }) => {
  await db.progressReport.updateMany({ data: { version: { increment: 1 } } });
};

/** Two rows of the roster with the number that is about to be shared. */
const invitedTwice: Step = async (phone, { db, sandbox }) => {
  const number = sandbox.users.get(phone.id)?.phone ?? "";
  for (const name of ["Tono Susilo", "Wati Lestari"]) await buildRosterRow(db, 1, { name, phone: number });
};

/** They act for the library of somebody of the other class too. */
const twoLibraries: Step = async (phone, { db }) => {
  const { id: personId } = await db.person.findFirstOrThrow({ where: { telegramId: phone.id } });
  const other = await db.participant.findFirstOrThrow({ where: { personId: { not: personId }, classId: { not: 1 } } });
  await db.participant.update({ where: { id: other.id }, data: { personId } });
};

/** Somebody of the scene has the number that is about to be shared. */
const knownByNumber: Step = async (phone, { db, sandbox }) => {
  const number = sandbox.users.get(phone.id)?.phone ?? "";
  await db.person.updateMany({ where: { name: "Siti Kepulauan Riau" }, data: { phone: number } });
};

const anotherClass: Step = async (_, { db }) => {
  await buildClass(db, { name: "Kepulauan Riau 2", startsOn: "2024-06-17" });
};

const anotherYear: Step = async (_, { db }) => {
  await buildClass(db, { name: "Kepulauan Riau 2025", startsOn: "2025-06-16" });
};

/** An admin of the whole country is asked for a province first, then for its kabupaten. */
const ofTheNation: Step = async (_, { db }) => {
  await db.roleBinding.updateMany({ where: { role: "admin" }, data: { regionCode: null } });
};

export interface Route {
  form: FormName;
  /** Until the form's first question is open; missing: as in every-form.ts. */
  open?: Step[];
  /** From question to question. */
  answers: Step[];
}

const theLink: Step[] = OPEN.registration.open;
const withoutLink: Step[] = [anotherClass, (p) => p.start(), (p) => p.presses("✅ Setuju")];
const fullReport = [value("add")];

/** The shortest that meet every question; the test that walks them finds the ones that are missing. */
export const ROUTES: Route[] = [
  {
    form: "registration",
    open: theLink,
    answers: [
      ...[says("Lewati"), says("Tono Susilo"), value("desa"), value("21.01"), value("21.01.10")],
      ...[value("21.01.10.2001"), value("usual")],
    ],
  },
  {
    form: "registration",
    open: withoutLink,
    answers: [says("Lewati"), says("Tono"), value("desa"), says("Kepulauan Riau")],
  },
  { form: "registration", open: [...theLink, invitedTwice], answers: [(p) => p.sharesContact(), value("none")] },
  { form: "registration", open: [...theLink, knownByNumber], answers: [(p) => p.sharesContact(), value("other")] },
  {
    form: "plan",
    answers: [says("Bertemu kepala desa"), says("1 Juli 2024"), says("20 orang datang"), says("Karang taruna")],
  },
  { form: "plan", answers: [photo, value("done")] },
  {
    form: "report",
    answers: [
      ...[value("in_progress"), ...fullReport, value("collection"), value("done"), says("40"), says("12"), says("30")],
      ...[photo, value("done"), says("Menata rak baru"), says("Anak-anak makin sering datang")],
    ],
  },
  {
    form: "report",
    open: [(p) => p.pressesOn(1, "report:2")],
    answers: [
      ...[value("done"), ...fullReport, says("Membuat keripik"), says("2 Juni 2024"), value("economy"), says("25")],
      ...[says("20"), says("5"), says("Bu Wati"), says("PKK desa")],
    ],
  },
  {
    form: "report",
    open: [(p) => p.pressesOn(1, "report:3")],
    answers: [value("in_progress"), ...fullReport, value("village_head"), value("done"), value("goods")],
  },
  {
    form: "report",
    open: [(p) => p.pressesOn(1, "report:2"), value("in_progress"), value("send"), button("correct:LP-241-0002")],
    answers: [value("edit.state"), value("stuck"), value("budget"), correctedMeanwhile, value("confirm")],
  },
  { form: "add_files", answers: [] },
  { form: "question", answers: [] },
  {
    form: "feedback",
    answers: [
      ...[value("5"), value("4"), value("3"), value("4"), says("Latihan menulis"), says("Waktu lebih lama")],
      ...[value("edit.name"), value("named")],
    ],
  },
  { form: "quick_answer", answers: [] },
  { form: "material", answers: [value("advocacy"), says("Kapan laporan dikirim?"), says("Setiap akhir bulan.")] },
  {
    form: "story",
    answers: [
      ...[
        says("Seorang ibu"),
        says("Dulu sepi"),
        says("Pelatihan"),
        says("Sekarang ramai"),
        says("Kata beliau: senang"),
      ],
      ...[photo, value("done"), value("yes")],
    ],
  },
  { form: "story", open: [twoLibraries, (p) => p.pressesOn(1, "write_story")], answers: [] },
  { form: "story_guardian", answers: [says("Ibu Ratna"), value("parent"), value("letter"), says("1 Juni 2024")] },
  { form: "story_typing", answers: [value("before")] },
  { form: "question", open: [(p) => p.pressesOn(1, "question:1")], answers: [] },
  { form: "move_session", answers: [says("20 Juni 2024"), says("13.00")] },
  { form: "length_session", answers: [value("180")] },
  { form: "place_session", answers: [says("Aula lantai 2"), value("edit.mode"), value("online")] },
  {
    form: "announcement",
    answers: [
      ...[says("Halo {nama}"), value("edit.audience"), value("done"), value("edit.when"), value("now")],
      ...[value("edit.linkUrl"), says("https://perpusnas.go.id/jadwal"), says("Lihat jadwal"), value("edit.weight")],
    ],
  },
  { form: "amend", answers: [] },
  { form: "export", answers: [] },
  { form: "exports", answers: [value("people"), value("-"), value("all")] },
  { form: "exports", answers: [value("sim"), value("-")] },
  {
    form: "exports",
    open: [ofTheNation, (p) => p.says("/ekspor")],
    answers: [value("people"), says("Kepulauan Riau"), value("21.01")],
  },
  { form: "audit_find", answers: [says("Siti")] },
  { form: "audit_find", open: [ofTheNation, (p) => p.pressesOn(1, "audit_find:whom:all")], answers: [says("Siti")] },
  { form: "audit_find", open: [(p) => p.pressesOn(1, "audit_find:day:all")], answers: [] },
  { form: "correction", answers: [value("files"), value("done")] },
  { form: "contact", answers: [] },
  { form: "extension", answers: [says("20 Juli 2024")] },
  { form: "extension", open: [(p) => p.pressesOn(1, "extend:1")], answers: [value("participant:1")] },
  {
    form: "remind",
    open: [(p) => p.pressesOn(1, "remind:class-1"), value("edit.line")],
    answers: [says("Saya di kantor"), value("edit.people")],
  },
  { form: "write", answers: [says("Besok libur"), value("edit.people")] },
  { form: "away", answers: [says("15 Juni 2024"), says("16 Juni 2024"), value("nobody")] },
  { form: "cover", answers: [] },
  { form: "pause", answers: [value("leave")] },
  { form: "place_pause", answers: [value("21"), value("-"), says("20 Juni 2024"), value("yes")] },
  { form: "staff_name", answers: [] },
  { form: "staff_invitation", answers: [says("Mahmud Hidayat"), says("0812 7777 8888")] },
  {
    form: "staff_invitation",
    open: [ofTheNation, (p) => p.pressesOn(1, "invite_admin")],
    answers: [says("Mahmud"), says("0812 7777 8889"), value("regency"), says("Kepulauan Riau")],
  },
  { form: "practice", answers: [] },
  { form: "cohort", answers: [says("2025")] },
  { form: "wave", answers: [says("1 Juli 2024")] },
  {
    form: "class",
    open: [
      (p, { db }) => db.roleBinding.updateMany({ where: { person: { telegramId: p.id } }, data: { regionCode: null } }),
      (p) => p.pressesOn(1, "new_class:1"),
    ],
    answers: [
      says("Kepulauan Riau"),
      says("1 Juli 2024"),
      says("5 Juli 2024"),
      says("Kelas Bintan"),
      says("Hotel Aston"),
    ],
  },
  { form: "copy_class", answers: [says("1 Juli 2024"), says("Kelas Bintan")] },
  {
    form: "copy_class",
    open: [anotherYear, (p) => p.pressesOn(1, "copy_class:1")],
    answers: [says("1 Juli 2024"), value("1"), says("Kelas Bintan")],
  },
  ...["name", "venue", "ends", "due", "zone"].map(
    (detail): Route => ({
      form: "class_detail",
      open: [(p) => p.pressesOn(1, `change_class:1:${detail}`)],
      answers: [],
    }),
  ),
  { form: "shift_class", answers: [says("1 Juli 2024")] },
  {
    form: "session",
    answers: [says("Penutupan"), says("28 Juni 2024"), says("13.00"), value("60"), value("in_person")],
  },
  { form: "session", answers: [says("Penutupan"), says("28 Juni 2024"), says("13.00"), value("60"), value("online")] },
];

export interface Question {
  draft: Draft;
  /** Its step, or "summary". */
  step: string;
  buttons: { text: string; value: string }[];
  /** What could be typed as its answer. */
  answer: string;
}

/** The question that is open for this person; null: none is. */
export async function openQuestion({ world }: Stage, phone: Person, form: string): Promise<Question | null> {
  const [draft] = await world.store.drafts.ofForm(phone.id, form);
  if (draft === undefined || draft.asked === null) return null;
  const screen = phone.chat().find(({ message_id: id }) => id === draft.asked?.last);
  const buttons = (screen?.reply_markup?.inline_keyboard.flat() ?? []).map((one) => ({
    text: one.text,
    value: "callback_data" in one ? one.callback_data.split("|").slice(3).join("|") : "",
  }));
  return { draft, step: draft.asked.key.split("|")[0] ?? "", buttons, answer: likelyAnswer(buttons) };
}

/** The words on the first button that answers, as people type them who have never used a bot. */
function likelyAnswer(buttons: Question["buttons"]): string {
  const answering = buttons.find(({ value: said }) => !["back", "cancel"].includes(said) && !said.startsWith("page."));
  return answering?.text ?? "Membaca bersama";
}

export type Scene = Awaited<ReturnType<typeof openTwoClasses>>;

/** Who walks this way, with the form open before them. */
export async function openRoute(stage: Stage, { riau, stranger }: Scene, { form, open }: Route): Promise<Person> {
  const { who } = OPEN[form];
  // Below an answer to a question stands whoever was asked.
  const phone = who === "stranger" ? stranger : form === "question" && open !== undefined ? riau.trainer : riau[who];
  await readyFor(stage, form, phone);
  for (const act of open ?? OPEN[form].open) await take(stage, phone, act);
  return phone;
}

/** One act and all that follows from it, at the pace of somebody who reads. */
export async function take(stage: Stage, phone: Person, act: Step): Promise<void> {
  stage.clock.advance(1500);
  await act(phone, stage);
  await stage.settle();
}

/** Walks the way, and stops at each question that it meets for the first time. */
export async function meetQuestions(
  stage: Stage,
  scene: Scene,
  route: Route,
  at: (question: Question, phone: Person) => Promise<void>,
): Promise<string[]> {
  const phone = await openRoute(stage, scene, route);
  const met = new Set<string>();
  for (const act of [...route.answers, null]) {
    const question = await openQuestion(stage, phone, route.form);
    if (question === null) throw new Error(`${route.form} is not open: ${lastOf(phone)?.text}`);
    const { step, answer } = question;
    if (!met.has(step)) await at({ ...question, answer: typedIn(act) ?? answer }, phone);
    met.add(step);
    if (act !== null) await take(stage, phone, act);
  }
  return [...met];
}
