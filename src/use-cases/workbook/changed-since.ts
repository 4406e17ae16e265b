// What was done by hand, or by a later file, to what a workbook had made: it stays when the workbook is taken back.
import type { WorkbookMade } from "../../ports/programme/roster.js";
import type { Store } from "../../ports.js";

const OF_A_CLASS = [
  ...(["class.change", "class.shift", "session.add", "class.trainer-add", "class.trainer-remove"] as const),
  ...(["class-link.close", "class-link.renew"] as const),
];
const OF_A_SESSION = ["session.move", "session.change", "session.cancel"] as const;
const OF_A_ROLE = ["role.grant", "role.give-back"] as const;

export interface ChangedSince {
  classIds: ReadonlySet<number>;
  sessionIds: ReadonlySet<number>;
  /** Whose trainer's role others gave since. */
  trainerIds: ReadonlySet<number>;
  /** Whether others gave the trainer this class since. */
  isTeaching(one: { classId: number; personId: number }): boolean;
}

/** Call it before the first of it is taken back. */
export async function changedSince(store: Store, importId: number, made: WorkbookMade): Promise<ChangedSince> {
  const taught = made.teaching.map(({ classId }) => classId);
  const inMade = await store.programme.sessionsOfAll(made.classes);
  const loose = await store.programme.findSessions(made.sessions);
  const classes = [...new Set([...made.classes, ...taught, ...loose.map(({ classId }) => classId)])];
  const changes = await store.audit.changesAfter(
    { action: "roster.import", subject: `roster-import:${importId}` },
    {
      actions: [...OF_A_CLASS, ...OF_A_SESSION, ...OF_A_ROLE],
      subjects: [
        ...classes.map((id) => `class:${id}`),
        ...[...inMade, ...loose].map(({ id }) => `session:${id}`),
        ...made.trainers.map((id) => `person:${id}`),
      ],
    },
  );
  const idsOf = (noun: string, actions: readonly string[]) =>
    new Set(
      changes
        .filter(({ action, subject }) => actions.includes(action) && subject.startsWith(`${noun}:`))
        .map(({ subject }) => Number(subject.slice(noun.length + 1))),
    );
  const sessions = idsOf("session", OF_A_SESSION);
  const moved = idsOf("class", ["class.shift"]);
  return {
    classIds: new Set([
      ...idsOf("class", OF_A_CLASS),
      ...inMade.filter(({ id }) => sessions.has(id)).map(({ classId }) => classId),
    ]),
    // Anyone who moved a class moved its sessions with it.
    sessionIds: new Set([...sessions, ...loose.filter(({ classId }) => moved.has(classId)).map(({ id }) => id)]),
    trainerIds: idsOf("person", OF_A_ROLE),
    isTeaching: ({ classId, personId }) =>
      changes.some(({ action, subject, details }) =>
        action === "class.trainer-add"
          ? subject === `class:${classId}` && details.personId === personId
          : action === "role.grant" && subject === `person:${personId}` && details.classId === classId,
      ),
  };
}
