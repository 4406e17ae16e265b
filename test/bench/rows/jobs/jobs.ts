// B16: every job of the timetable over so many people, on PostgreSQL: how long it takes and by how many statements (beside BEGIN and
// COMMIT), when much of its work falls due at one moment, and when nothing does.
//
// Beside: one statement a person. What the job posted is taken out of the outbox again and posted one by one, by the same code: the
// person is read, the message is written. A loop over people does that at the least, so this is the kindest form of it; of many
// thousands it is made for a part, and multiplied. Jobs that post nothing, or make each thing in a transaction of its own on purpose
// (erasing somebody), have nothing beside them. Telegram takes no time, and agrees
// to every change. The CPU is that of this process; the database has its own.
import { runAllJobs } from "../../../../src/jobs/run-jobs.js";
import { type Job, secondsBetween, TIMETABLE } from "../../../../src/jobs/timetable.js";
import { handlingOf } from "../../../../src/ports/queue/handling.js";
import type { Post } from "../../../../src/ports/queue/outbox.js";
import { openScratchDatabase, type ScratchDatabase } from "../../../faults/process/scratch-database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { count, ms, type Row, times } from "../../report.js";
import { fillNational } from "../lists/national.js";
import { type Scene, scenesFrom, willingly } from "./scenes.js";

/** What posts less than this does something else in the main. */
const FEWEST_POSTS = 50;
/** More of them, one by one, say nothing new. */
const ONE_BY_ONE = 1000;
/** Beside ten times the people: not more than so many times as long. */
const LINEAR = 15;

export async function jobs(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  const firstTook = new Map<string, number>();
  for (const size of sizes) {
    const database = await openScratchDatabase();
    const { now } = await fillNational(database, size);
    const stage = await openStage(
      { ...database, embedded: false, patiently: undefined as never, empty: async () => {} },
      now.toISOString(),
    );
    for (const scene of scenesFrom(now)) {
      const took = await playScene(database, stage, scene);
      const key = `${scene.job} ${scene.what}`;
      const first = firstTook.get(key);
      if (first === undefined) firstTook.set(key, took.milliseconds);
      const row = rowOf(size, scene, took, first === undefined ? null : { took: first, size: sizes[0] ?? size });
      // Told at once: a hundred thousand people take a quarter of an hour.
      console.error(`${" ".repeat(8)} ${row.workload}: ${row.ours} · ${row.beside} · ${row.ratio}`);
      rows.push(row);
    }
    rows.push(await nothingDue(stage, size));
    if (stage.errors.length > 0) throw new AggregateError(stage.errors, "a job failed");
    await database.close();
  }
  return rows;
}

interface Took {
  milliseconds: number;
  /** Of this process: on a busy machine the rest is waiting. */
  cpu: number;
  statements: number;
  counts: Record<string, number>;
  again: { milliseconds: number; statements: number };
  posts: number;
  /** Of all the posts, one by one; null where there are none. */
  oneByOne: number | null;
}

async function playScene({ prisma }: ScratchDatabase, stage: Stage, scene: Scene): Promise<Took> {
  const job = jobNamed(scene.job);
  stage.clock.set(scene.at);
  await scene.prepare?.(prisma, scene.at);
  await prisma.$executeRaw`ANALYZE`;
  const [{ last } = { last: 0 }] = await prisma.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(id), 0)::int AS last FROM outbox`;
  const first = await measured(stage, job);
  const posts = scene.job === "archive-posts" ? 0 : await prisma.outbox.count({ where: { id: { gt: last } } });
  const oneByOne = posts < FEWEST_POSTS ? null : await postOneByOne(prisma, stage, last, posts);
  const again = await measured(stage, job);
  return { ...first, again, posts, oneByOne };
}

export async function measured(stage: Stage, job: Job) {
  const handling = { chatId: 0, saidAt: stage.clock.now(), steps: 0, isOver: false };
  const [startedAt, cpuAt] = [performance.now(), process.cpuUsage()];
  const counts = await handlingOf(handling, () => job.run(willingly(stage)));
  const { user, system } = process.cpuUsage(cpuAt);
  const cpu = (user + system) / 1000;
  return { milliseconds: performance.now() - startedAt, cpu, statements: handling.steps, counts };
}

/** Takes them out and posts them again, each by itself: the outbox is as it was. */
async function postOneByOne(
  prisma: ScratchDatabase["prisma"],
  { world }: Stage,
  after: number,
  posts: number,
): Promise<number> {
  const rows = await prisma.outbox.findMany({
    where: { id: { gt: after }, personId: { not: null } },
    orderBy: { id: "asc" },
    take: ONE_BY_ONE,
  });
  await prisma.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const again = rows.map(
    ({ key, kind, personId, subjects, message, dueAt, notAfter, exempt }) =>
      ({ key, kind, personId, subjects, message, dueAt, exempt, ...(notAfter && { notAfter }) }) as unknown as Post,
  );
  const startedAt = performance.now();
  for (const post of again) {
    await world.store.people.find(post.personId);
    await world.store.outbox.post([post], world.clock.now());
  }
  return ((performance.now() - startedAt) * posts) / Math.max(1, again.length);
}

/** All of them, at noon of a day on which nothing is left to do. */
export async function nothingDue(stage: Stage, size: number, id = "B16"): Promise<Row> {
  // What waits for somebody's answer is due again and again, so many at a time.
  await stage.db.$executeRaw`UPDATE question_threads SET state = 'answered'`;
  if (id === "B16") await runAllJobs(stage.world, QUIET);
  let [slowest, most] = [
    { name: "", milliseconds: 0 },
    { name: "", statements: 0 },
  ];
  let meets = true;
  for (const job of TIMETABLE) {
    const { milliseconds, statements } = await measured(stage, job);
    if (milliseconds > slowest.milliseconds) slowest = { name: job.name, milliseconds };
    if (statements > most.statements) most = { name: job.name, statements };
    meets &&= milliseconds <= 1000 * secondsBetween(job);
  }
  return {
    id,
    workload: `all ${TIMETABLE.length} jobs with nothing due, ${count(size)} people`,
    ours: `slowest ${ms(slowest.milliseconds)} (${slowest.name}); most ${most.statements} statements (${most.name})`,
    beside: "–",
    ratio: "–",
    target: "≤ their interval",
    meets,
  };
}

function rowOf(size: number, scene: Scene, took: Took, first: { took: number; size: number } | null): Row {
  const interval = secondsBetween(jobNamed(scene.job));
  const bound = first === null ? (scene.most ?? interval) : interval;
  const growth = first === null ? null : took.milliseconds / first.took / (size / first.size);
  const done = Object.entries(took.counts).flatMap(([what, n]) => (n > 0 ? [`${count(n)} ${what}`] : []));
  const again = `${ms(took.again.milliseconds)} and ${took.again.statements} when run again`;
  const ratios = [
    ...(took.oneByOne === null ? [] : [`${times(took.oneByOne / took.milliseconds)} quicker`]),
    ...(growth === null ? [] : [`${times(growth)} as long a person as with ${count(first?.size ?? 0)}`]),
  ];
  return {
    id: "B16",
    workload: `${scene.job} (${scene.what}), ${count(size)} people`,
    ours: `${ms(took.milliseconds)} (${ms(took.cpu)} of CPU), ${count(took.statements)} statements: ${done.join(", ") || "nothing"}; ${again}`,
    beside: took.oneByOne === null ? "–" : `${count(took.posts)} one by one ${ms(took.oneByOne)}`,
    ratio: ratios.join("; ") || "–",
    target: first === null ? `≤ ${bound} s` : `≤ ${bound} s, linear`,
    meets: took.milliseconds <= 1000 * bound && (growth === null || growth <= LINEAR / 10),
  };
}

function jobNamed(name: string): Job {
  const job = TIMETABLE.find((one) => one.name === name);
  if (job === undefined) throw new Error(`There is no job ${name}`);
  return job;
}

const QUIET = { error: console.error, warn: console.error, info: () => {}, debug: () => {} };
