// Job: the evening before a class day its trainers read what it brings, in one message however many classes they teach; on the day each class
// has its board, which changes by itself from then on (update-boards.ts).
import { type ClassDayNews, classDayNewsOwed } from "../../../domain/classes/class-day.js";
import { classDays, daySubject } from "../../../domain/classes/schedule.js";
import type { Person } from "../../../domain/people/person.js";
import { type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { addWorkingDays } from "../../../domain/time/working-hours.js";
import { BOARD } from "../../../ports/programme/class-days.js";
import type { World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { boardMessage, previewMessage } from "./class-day-messages.js";
import { type ClassDayView, noteClassLook, readClassDay } from "./view-class-day.js";

interface Owed {
  classId: number;
  day: Day;
  news: ClassDayNews;
  notAfter: Date;
  key: string;
  /** The key of a post: a trainer who has that one needs no preview. A session that moves to later brings its hours back, not its use. */
  unless: string | null;
}

/** Twice is once: a preview has one key a trainer and day, a board one a trainer, class and day. */
export async function tellOfClassDays(world: World): Promise<{ told: number }> {
  const owed = await owedNow(world);
  const unposted = await world.store.classDays.trainersWithout(
    owed.map(({ classId, key, unless }) => ({ classId, key, unless })),
    world.clock.now(),
  );
  let told = 0;
  for (const { personId, key } of unposted.filter(
    (one, at) => unposted.findIndex((other) => isSame(one, other)) === at,
  )) {
    const classIds = unposted.filter((other) => isSame({ personId, key }, other)).map(({ classId }) => classId);
    const theirs = owed.filter((one) => one.key === key && classIds.includes(one.classId));
    told += await world.transaction((inside) => tell(inside, personId, theirs));
  }
  return { told };
}

type Unposted = { personId: number; key: string };

const isSame = (one: Unposted, other: Unposted) => one.personId === other.personId && one.key === other.key;

async function owedNow(world: World): Promise<Owed[]> {
  const now = world.clock.now();
  const { rest } = world.settings;
  // The evening before may be that of the last working day.
  const near = instantAt("Asia/Jakarta", addWorkingDays(dayIn("Asia/Jayapura", now), 1, rest), "23:59");
  const from = new Date(now.getTime() - 24 * 3600_000);
  const schedules = await world.store.schedule.timesWithin({ from, near, far: near });
  return schedules.flatMap(({ classId, zone, sessions }) =>
    classDays(zone, sessions).flatMap((classDay) =>
      classDayNewsOwed(zone, classDay, rest, now).map((one) => {
        const board = `${BOARD}:${classId}:${classDay.day}`;
        const isPreview = one.news === "preview";
        return {
          ...{ classId, day: classDay.day, ...one },
          key: isPreview ? `class-preview:${classDay.day}` : board,
          unless: isPreview ? board : null,
        };
      }),
    ),
  );
}

async function tell(world: World, personId: number, owed: Owed[]): Promise<number> {
  const { store } = world;
  await store.people.hold([personId]);
  const to = await store.people.find(personId);
  const views: ClassDayView[] = [];
  // Read with the schedules held still: a session that moves meanwhile must not be told with its old time.
  for (const { classId, day } of owed.toSorted((a, b) => a.classId - b.classId)) {
    await store.schedule.hold([classId]);
    const trainingClass = await store.classes.find(classId);
    const view = trainingClass === null ? null : await readClassDay(world, trainingClass, day);
    if (view !== null) views.push(view);
  }
  const [first, ...others] = views;
  const [one] = owed;
  if (to === null || to.telegramId === null || first === undefined || one === undefined) return 0;
  const wish: ToPost = {
    ...{ key: `${one.key}:${personId}`, kind: "class_day", to, names: [], notAfter: latest(owed) },
    say: (texts) =>
      one.news === "board"
        ? boardMessage(texts, to, first, world.clock.now())
        : previewMessage(texts, to, [first, ...others]),
    subjects: views.map(({ trainingClass, day }) => daySubject(trainingClass.id, day)),
  };
  const posted = await postTo(world, [wish]);
  if (posted > 0 && one.news === "board") await keepPosted(world, to, to.telegramId, first);
  return posted;
}

/** From here on it is changed; it bears the names of those who have not joined. */
async function keepPosted(world: World, person: Person, chatId: number, view: ClassDayView): Promise<void> {
  const now = world.clock.now();
  const board = { classId: view.trainingClass.id, personId: person.id, day: view.day };
  const state = await world.store.classDays.stateOf(board.classId, board.day, now);
  await world.store.classDays.keepBoard({ ...board, chatId, messageId: null, state }, now);
  await noteClassLook(world, { person }, view);
}

function latest(owed: Owed[]): Date {
  return new Date(Math.max(...owed.map(({ notAfter }) => notAfter.getTime())));
}
