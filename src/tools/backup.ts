// `npm run backup`: one archive of the database and of the files that people sent, while the bot runs (on PostgreSQL).
import { parseArgs } from "node:util";
import { makeBackup } from "../backup/make-backup.js";
import { isBackupDue } from "../backup/newest-backup.js";
import { runTool } from "./run-tool.js";

const HELP = `npm run backup -- [--to FOLDER] [--keep 14] [--if-due]

Writes one archive of the database (DATABASE_URL) and of the files that people sent (DATA_DIR), checks it, and removes the oldest so
that --keep are left. --to: where they lie; BACKUPS_DIR when it is not said, else DATA_DIR/backups. Only you can read them: they hold names and numbers.
--if-due: makes one only when there is none since the last 02.00 in Jakarta; called each hour, one a night, also after a failed one.
With PostgreSQL the bot goes on meanwhile; with the embedded database stop it first.
`;

await runTool(HELP, process.env, async ({ database, dataDir, backupsDir }) => {
  const { values } = parseArgs({
    options: { to: { type: "string" }, keep: { type: "string", default: "14" }, "if-due": { type: "boolean" } },
  });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new RangeError("--keep must be a whole number of 1 or more.");
  const to = values.to ?? backupsDir;
  const now = new Date();
  if (values["if-due"] && !(await isBackupDue(to, now)))
    return void process.stdout.write("Nothing to do: there is one since 02.00 in Jakarta.\n");
  const { path, bytes, rows, files, removed } = await makeBackup({ database, dataDir, to, keep, now });
  const megabytes = (bytes / 1_000_000).toFixed(1);
  process.stdout.write(`${path}\n${rows} rows, ${files} files, ${megabytes} MB; read back and whole.\n`);
  if (removed.length > 0) process.stdout.write(`Removed: ${removed.join(", ")}\n`);
});
