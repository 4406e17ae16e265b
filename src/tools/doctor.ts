// `npm run doctor`: looks at all that the bot needs, and says what to do. It changes nothing.
import { runDoctor } from "../doctor/run-doctor.js";

if (process.argv.includes("--help")) {
  process.stdout.write(
    "npm run doctor\n\nLooks at settings, disk, database, Telegram and backups. Exit 1 when something is wrong.\n",
  );
} else {
  process.exitCode = await runDoctor({
    env: process.env,
    now: () => new Date(),
    out: (text) => process.stdout.write(text),
  });
}
