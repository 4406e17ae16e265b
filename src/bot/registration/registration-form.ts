// Registration: found by phone on the roster, or at most nine questions to a person who is new to us; then one summary in which each can be changed.
import { action } from "../../domain/messages/action.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import { LONGEST_PERSON_NAME } from "../../domain/people/person.js";
import { readContactPhone } from "../../domain/people/phone.js";
import {
  LONGEST_LIBRARY_NAME,
  type RegistrationStep,
  registrationOrder,
} from "../../domain/registration/registration.js";
import { halfName } from "../../domain/words/half-name.js";
import {
  classToJoin,
  findByOwnNumber,
  findHandover,
  findInvitedRow,
  forgetJoining,
  nameOfPlace,
  ownParticipations,
  pathToPlace,
  registerParticipant,
  rememberClass,
  takeOver,
} from "../../use-cases/index.js";
import type { Form, Step } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { placeStep } from "../forms/steps/place-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { classLabel } from "../kit/class-label.js";
import { menuButtons } from "../talk/main-menu.js";
import {
  answersFromRoster,
  type Context,
  dataOf,
  fromInvitations,
  KNOWN,
  type KnownPerson,
  knownFrom,
  openClasses,
  provinceOf,
  type RegistrationFacts,
  ROSTER_PLACE,
  SEVERAL,
  usualName,
} from "./registration-answers.js";
import { registrationReceipt } from "./registration-receipt.js";

const phone: Step<RegistrationFacts> = {
  typed: true,
  value: (_, answer) => answer as string | null,
  label: ({ registration }) => registration.phone.label,
  ask({ texts }) {
    const { phone: words } = texts.registration;
    return { ...words.ask(), keyboard: { askContact: words.share, choices: [texts.common.skip] } };
  },
  async read({ world, actor, facts, texts }, input) {
    const { phone: words } = texts.registration;
    if (input.kind === "text" && input.text.trim() === texts.common.skip) return { kind: "answer", value: null };
    if (input.kind !== "contact") return { kind: "problem", say: words.useButton() };
    if (!input.own) return { kind: "problem", say: words.notYours() };
    const reading = readContactPhone(input.phone);
    if (!reading.ok) return { kind: "problem", say: words.useButton() };
    const known = await findByOwnNumber(world, actor, reading.phone);
    if (known !== null) {
      return { kind: "answer", value: reading.phone, also: { [KNOWN]: { id: known.id, name: halfName(known.name) } } };
    }
    return { kind: "answer", value: reading.phone, also: await fromInvitations(world, reading.phone, facts) };
  },
};

/** Is it they, on another phone? Their yes is a button of its own: it ends this registration, and is no answer to it. */
const knownAs: Step<RegistrationFacts> = {
  label: ({ account }) => account.known.label,
  ask({ answers, texts, press }) {
    const { id, name } = answers[KNOWN] as unknown as KnownPerson;
    const { known } = texts.account;
    return {
      ...known.ask(name),
      buttons: [
        [{ label: known.move, data: action("move_account", id), tone: "primary" }],
        [{ label: known.other, data: press("other") }],
      ],
    };
  },
  async read({ world, facts, answers, texts }, input) {
    if (input.kind !== "press" || input.value !== "other") {
      return { kind: "problem", say: texts.account.known.useButton() };
    }
    return { kind: "answer", value: "other", also: await fromInvitations(world, String(answers.phone), facts) };
  },
};

const rosterRow = choiceStep<RegistrationFacts>({
  label: ({ registration }) => registration.rosterRow.label,
  ask: ({ texts }) => texts.registration.rosterRow.ask(),
  choices: ({ answers, texts }) => [
    ...((answers[SEVERAL] ?? []) as { value: string; label: string }[]),
    { value: "none", label: texts.registration.rosterRow.none, always: true },
  ],
  async taken({ world }, value) {
    const invited = value === "none" ? null : await findInvitedRow(world, Number(value));
    return { kind: "answer", value, also: invited === null ? {} : answersFromRoster(invited) };
  },
});

const trainingClass = choiceStep<RegistrationFacts>({
  label: ({ registration }) => registration.trainingClass.label,
  async ask(context) {
    const { registration } = context.texts;
    if ((await openClasses(context)).length > 0) return registration.trainingClass.ask();
    const province = await nameOfPlace(context.world, String(context.answers.province));
    return registration.trainingClass.none(province ?? "");
  },
  async choices(context) {
    const classes = await openClasses(context);
    return classes.map((one) => ({ value: String(one.id), label: classLabel(context.texts, one, classes.length) }));
  },
});

export const registrationForm: Form<RegistrationFacts> = {
  name: "registration",
  version: 1,
  async load(world, actor, subject) {
    const code = /^handover:(.+)$/.exec(subject)?.[1];
    if (code !== undefined) {
      const found = await findHandover(world, actor, code);
      return found.kind === "open" ? { ofLink: null, ofHandover: { code, from: found.from } } : null;
    }
    const id = /^class:(\d+)$/.exec(subject)?.[1];
    return { ofLink: id === undefined ? null : await classToJoin(world, Number(id)), ofHandover: null };
  },
  about: ({ registration }) => registration.about,
  async isOvertaken({ ofLink, ofHandover }, _draft, { world, actor }) {
    // Whether the code can still be used is asked whenever the form is opened.
    if (ofHandover !== null) return false;
    const classes = (await ownParticipations(world, actor)).map((one) => one.trainingClass.id);
    return ofLink === null ? classes.length > 0 : classes.includes(ofLink.id);
  },
  rescue: {},
  /** Who begins anew is in the class of their link still. */
  async afterThrowingAway(inside, actor, { ofLink }) {
    if (ofLink !== null) await rememberClass(inside, actor, ofLink);
  },
  order: (answers, facts) => registrationOrder(knownFrom(answers, facts)),
  changeable(answers, facts) {
    const all = registrationOrder({
      ...knownFrom(answers, facts),
      fromRoster: null,
      severalInvitations: false,
      isKnown: false,
    });
    // The roster's place is changed from its top: the levels below are asked anew.
    return answers.placeCode === undefined ? all : all.filter((step) => step !== "district" && step !== "village");
  },
  steps: {
    phone,
    knownAs,
    rosterRow,
    name: textStep({
      label: ({ registration }) => registration.name.label,
      ask: ({ texts }) => texts.registration.name.ask(),
      max: LONGEST_PERSON_NAME,
      isName: true,
      example: ({ texts }) => texts.registration.name.example,
    }),
    kind: choiceStep({
      label: ({ registration }) => registration.kind.label,
      ask: ({ texts }) => texts.registration.kind.ask(),
      choices: ({ texts }) => PARTICIPANT_KINDS.map((kind) => ({ value: kind, label: texts.registration.kinds[kind] })),
    }),
    province: placeStep({ level: "province", within: () => null }),
    trainingClass,
    regency: placeStep({ level: "regency", within: provinceOf }),
    district: placeStep({ level: "district", within: ({ answers }) => String(answers.regency) }),
    village: placeStep({ level: "village", within: ({ answers }) => String(answers.district) }),
    libraryName: libraryNameStep(),
  } satisfies Record<RegistrationStep, Step<RegistrationFacts>>,
  clears: {
    phone: [KNOWN, "knownAs", SEVERAL, "rosterRow", "rosterRowId", ...ROSTER_PLACE, "rosterProvince", "classId"],
    kind: ["regency", "district", "village", "libraryName", ...ROSTER_PLACE],
    province: ["trainingClass", "regency", "district", "village"],
    trainingClass: ["regency", "district", "village"],
    regency: ["district", "village", "libraryName", ...ROSTER_PLACE],
    district: ["village", "libraryName"],
    village: ["libraryName"],
  },
  confirmLabel: ({ registration }) => registration.confirm,
  async summary(context) {
    const data = await dataOf(context);
    const path = await pathToPlace(context.world, data.placeCode);
    const ofClass = await classToJoin(context.world, data.classId);
    return context.texts.registration.summary({
      ...data,
      placeNames: path.map(({ name, level }) => (level === "district" ? `Kec. ${name}` : name)).reverse(),
      className: ofClass?.name ?? "",
    });
  },
  async finish(context) {
    const { world, actor, texts } = context;
    const data = await dataOf(context);
    const { ofHandover } = context.facts;
    const outcome =
      ofHandover === null
        ? await registerParticipant(world, actor, data)
        : await takeOver(world, actor, { code: ofHandover.code, says: data });
    if (ofHandover !== null) await forgetJoining(world, actor);
    if (outcome.kind === "nameless") throw new Error("Their name is an answer of this form.");
    if (!("participantId" in outcome) && outcome.kind !== "class_gone") {
      return { kind: "not_yet", say: texts.handover.problems[outcome.kind]() };
    }
    if (outcome.kind === "class_gone") return { kind: "not_yet", say: texts.registration.classClosed() };
    const receipt = await registrationReceipt(world, texts, outcome.participantId);
    return { ...receipt, buttons: menuButtons({ ...actor, takesPart: true }, texts) };
  },
};

function libraryNameStep(): Step<RegistrationFacts> {
  const kindOfAnswers = ({ answers }: Context) => answers.kind as ParticipantKind;
  const step = textStep<RegistrationFacts>({
    label: ({ registration }) => registration.libraryName.label,
    ask: (context) => context.texts.registration.libraryName.ask(kindOfAnswers(context)),
    max: LONGEST_LIBRARY_NAME,
    isName: true,
    example: (context) => context.texts.registration.libraryName.example(kindOfAnswers(context)),
  });
  return {
    ...step,
    async ask(context) {
      const message = await step.ask(context);
      // A reading room has a name of its own; a village library is mostly called after its village.
      if (kindOfAnswers(context) === "tbm") return message;
      return { ...message, buttons: [[{ label: await usualName(context), data: context.press("usual") }]] };
    },
    async read(context, input) {
      if (input.kind === "press" && input.value === "usual") {
        return { kind: "answer", value: await usualName(context) };
      }
      return step.read(context, input);
    },
  };
}

/** As it is mostly called in full; whether desa or kelurahan is known from the place, whatever kind was pressed. */
