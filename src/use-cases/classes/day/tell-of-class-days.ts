// Job: the evening before a class day its trainers read what it brings, in one message however many classes they teach; on the day each class
// has its board, which changes by itself from then on (update-boards.ts).
import { chunksOf } from "../../../domain/chunks-of.js";
import { type ClassDayNews, classDayNewsOwed } from "../../../domain/classes/class-day.js";
import { classDays, daySubject } from "../../../domain/classes/schedule.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import type { Person } from "../../../domain/people/person.js";
import { type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { addWorkingDays } from "../../../domain/time/working-hours.js";
import { BOARD } from "../../../ports/programme/class-days.js";
import type { World } from "../../../ports.js";
import { noteLooks } from "../../access.js";
import { postTo, type ToPost } from "../../posting.js";
import { boardMessage, previewMessage } from "./class-day-messages.js";
import { type ClassDayView, lookAt, readClassDays } from "./view-class-day.js";

interface Owed {
  classId: number;
  day: Day;
  news: ClassDayNews;
  notAfter: Date;
  key: string;
  /** The key of a post: a trainer who has that one needs no preview. A session that moves to later brings its hours back, not its use. */
  unless: string | null;
}

/** Trainers whom one transaction tells: below a second, so that an admin who moves a session hardly waits. */
const BATCH = 50;

interface Told {
  personId: number;
  key: string;
  owed: Owed[];
}

/** Twice is once: a preview has one key a trainer and day, a board one a trainer, class and day. */
export async function tellOfClassDays(world: World): Promise<{ told: number }> {
  const owed = await owedNow(world);
  const unposted = await world.store.classDays.trainersWithout(
    owed.map(({ classId, key, unless }) => ({ classId, key, unless })),
    world.clock.now(),
  );
  const owedOf = groupedBy(owed, ({ classId, key }) => `${classId} ${key}`);
  const toTell = [...groupedBy(unposted, ({ personId, key }) => `${personId} ${key}`).values()].flatMap(
    (ofOne): Told[] => {
      const [first] = ofOne;
      if (first === undefined) return [];
      const { personId, key } = first;
      const classIds = [...new Set(ofOne.map(({ classId }) => classId))];
      return [{ personId, key, owed: classIds.flatMap((classId) => owedOf.get(`${classId} ${key}`) ?? []) }];
    },
  );
  let told = 0;
  for (const some of chunksOf(toTell, BATCH)) {
    told += await world.transaction((inside) => tell(inside, some));
  }
  return { told };
}

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

async function tell(world: World, toTell: Told[]): Promise<number> {
  const { store, clock } = world;
  const personIds = [...new Set(toTell.map(({ personId }) => personId))];
  await store.people.hold(personIds);
  const personOf = new Map((await store.people.findAll(personIds)).map((person) => [person.id, person]));
  const classIds = [...new Set(toTell.flatMap(({ owed }) => owed.map(({ classId }) => classId)))];
  // Read with the schedules held still: a session that moves meanwhile must not be told with its old time.
  await store.schedule.hold(classIds);
  const viewOf = await viewsOf(world, classIds, toTell);
  const keys = toTell.map(keyOf);
  // Nobody else posts these while the classes are held: what is known after and not before is ours.
  const before = await store.outbox.knownKeys(keys);
  const told = toTell.flatMap((one) => {
    const to = personOf.get(one.personId);
    const views = one.owed.flatMap(({ classId, day }) => viewOf.get(`${classId} ${day}`) ?? []);
    const [first, ...others] = views;
    if (to === undefined || to.telegramId === null || first === undefined || before.has(keyOf(one))) return [];
    const isBoard = one.owed[0]?.news === "board";
    const wish: ToPost = {
      ...{ key: keyOf(one), kind: "class_day", to, names: [], notAfter: latest(one.owed) },
      say: (texts) =>
        isBoard ? boardMessage(texts, to, first, clock.now()) : previewMessage(texts, to, [first, ...others]),
      subjects: views.map(({ trainingClass, day }) => daySubject(trainingClass.id, day)),
    };
    return [{ wish, isBoard, view: first, person: to, chatId: to.telegramId }];
  });
  const posted = await postTo(
    world,
    told.map(({ wish }) => wish),
  );
  const after = await store.outbox.knownKeys(told.map(({ wish }) => wish.key));
  await keepPosted(
    world,
    told.filter(({ isBoard, wish }) => isBoard && after.has(wish.key)),
  );
  return posted;
}

async function viewsOf(world: World, classIds: number[], toTell: Told[]): Promise<Map<string, ClassDayView>> {
  const classOf = new Map((await world.store.classes.findAll(classIds)).map((one) => [one.id, one]));
  const days = new Map(
    toTell.flatMap(({ owed }) =>
      owed.flatMap(({ classId, day }) => {
        const trainingClass = classOf.get(classId);
        return trainingClass === undefined ? [] : [[`${classId} ${day}`, { trainingClass, day }] as const];
      }),
    ),
  );
  const views = await readClassDays(world, [...days.values()]);
  return new Map([...days.keys()].flatMap((key, at) => (views[at] ? [[key, views[at]] as const] : [])));
}

/** From here on they are changed; they bear the names of those who have not joined. */
async function keepPosted(world: World, told: { person: Person; chatId: number; view: ClassDayView }[]): Promise<void> {
  const boards = told.map(({ person, chatId, view: { trainingClass, day } }) => ({
    ...{ classId: trainingClass.id, personId: person.id, day, chatId, messageId: null },
  }));
  await world.store.classDays.keepBoards(boards, world.clock.now());
  await noteLooks(
    world,
    told.flatMap(({ person, view }) => {
      const look = lookAt(view);
      return look === null ? [] : [{ ...look, by: person.id }];
    }),
  );
}

const keyOf = ({ key, personId }: Told) => `${key}:${personId}`;

function latest(owed: Owed[]): Date {
  return new Date(Math.max(...owed.map(({ notAfter }) => notAfter.getTime())));
}
