// `npm run roster`: a roster's file judged from the terminal, as the bot would judge it. No token, no database, nothing written.
import { dayIn } from "../domain/time/calendar.js";
import { runRoster } from "../roster/run-roster.js";
import { readPlaces } from "../storage/migrations/place-files.js";

// Anyone who reads us through "head" has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runRoster(process.argv.slice(2), {
  // Days without a year are near the office's today; the programme's own office is in Jakarta.
  today: dayIn("Asia/Jakarta", new Date()),
  places: () => readPlaces(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
