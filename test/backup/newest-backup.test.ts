// Whether it is time for a backup, and what the figures say of the age of the newest.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupName } from "../../src/backup/backup-name.js";
import { backupAgeSeconds, findNewestBackup, isBackupDue } from "../../src/backup/newest-backup.js";
import { createMetrics } from "../../src/web/metrics.js";

/** 02.30 in Jakarta on 4 June. */
const NOW = new Date("2024-06-03T19:30:00Z");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot-newest-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const made = (at: string) => writeFile(join(folder, backupName(new Date(at))), "");

test.each([
  ["it is the night, and the last is of the night before", "2024-06-02T19:02:00Z", NOW, true],
  ["tonight's is made", "2024-06-03T19:00:00Z", NOW, false],
  ["tonight's is made, and it is evening", "2024-06-03T19:02:00Z", new Date("2024-06-04T18:59:59Z"), false],
  ["the machine was off in the night", "2024-06-02T19:02:00Z", new Date("2024-06-04T03:00:00Z"), true],
  ["somebody made one by hand before the night", "2024-06-03T18:59:00Z", NOW, true],
])("when %s: due or not", async (_, last, now, isDue) => {
  await made("2024-05-20T19:00:00Z");
  await made(last);
  expect(await isBackupDue(folder, now)).toBe(isDue);
});

test("where there is none, and where there is no folder yet, one is due", async () => {
  await mkdir(join(folder, ".tindak-lanjut-staging-failed"));
  expect(await isBackupDue(folder, NOW)).toBe(true);
  expect(await isBackupDue(join(folder, "not there"), NOW)).toBe(true);
});

test("one that a wrong clock put into the future does not keep the next ones from being made", async () => {
  await made("2031-01-01T00:00:00Z");
  expect(await isBackupDue(folder, NOW)).toBe(true);
  await made("2024-06-03T19:10:00Z");
  expect(await findNewestBackup(folder, NOW)).toMatchObject({ name: "tindak-lanjut-20240603T191000Z.tar.gz" });
});

test("its age is told; while there is none, how long one was looked for; and nothing where no folder is seen", async () => {
  const startedAt = new Date("2024-06-03T18:30:00Z");
  let asked = folder;
  const metrics = createMetrics("1", async () => ({
    ...{ at: NOW, late: 0, waitingCopies: 0, oldestDueSeconds: 0, oldestErasureSeconds: 0, lanesBusy: 0, inFlight: 0 },
    ...{ outbox: [], inbox: { waiting: 0, claimed: 0, parked: 0 } },
    newestBackupSeconds: await backupAgeSeconds(asked, NOW, startedAt),
  }));
  const figure = async () => /^followup_newest_backup_seconds (\d+)$/m.exec(await metrics.text())?.[1];
  expect(await figure()).toBe("3600");
  await made("2024-06-02T19:30:00Z");
  expect(await figure()).toBe("86400");
  asked = join(folder, "not there");
  expect(await figure()).toBeUndefined();
});
