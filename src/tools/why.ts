// `npm run why`: what somebody was owed on a day, what became of it, and why.
import { parseArgs } from "node:util";
import { sayWhy } from "../why/say-why.js";
import { runTool } from "./run-tool.js";

const HELP = `npm run why -- --person NUMBER --day DATE [--language id|en]

Says what somebody was owed on that day by their own clock, and what became of it: sent, waiting, held back, unknown, each with its reason.
--person: a phone number, a participant's number, or ours. --day: such as 2026-06-27. It changes nothing; what it prints names somebody.
`;

await runTool(HELP, process.env, async ({ database, holidays }) => {
  const { values } = parseArgs({
    options: { person: { type: "string" }, day: { type: "string" }, language: { type: "string", default: "id" } },
  });
  const { person, day, language } = values;
  if (person === undefined || day === undefined) throw new RangeError("Say --person NUMBER and --day DATE.");
  if (language !== "id" && language !== "en") throw new RangeError("--language must be id or en.");
  process.stdout.write(await sayWhy(database, { person, day, language, holidays, now: new Date() }));
});
