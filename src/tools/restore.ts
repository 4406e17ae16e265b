// `npm run restore -- FILE`: puts a backup into an empty database and DATA_DIR.
import { parseArgs } from "node:util";
import { restoreBackup } from "../backup/restore-backup.js";
import { runTool } from "./run-tool.js";

const HELP = `npm run restore -- FILE

Puts a backup into the database of DATABASE_URL, which must be empty, and its files into DATA_DIR. Stop the bot first. When it starts
again it knows that it was restored: nothing leaves by itself until an admin of the whole country has decided in the chat.
`;

await runTool(HELP, process.env, async ({ database, dataDir }) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [archive, ...more] = positionals;
  if (archive === undefined || more.length > 0) throw new RangeError("Name one backup: npm run restore -- FILE");
  const { takenAt, rows, files } = await restoreBackup({ archive, database, dataDir, now: new Date() });
  process.stdout.write(`Restored as of ${takenAt}: ${rows} rows, ${files} files.\n`);
  process.stdout.write(
    "Start the bot. It holds all messages until an admin has decided; it writes to the admins by itself.\n",
  );
});
