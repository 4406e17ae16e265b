// `npm run simulate`: lives through a wave before it begins, and writes down every message that would leave.
import { parseArgs } from "node:util";
import { simulateAtTerminal } from "../simulation/simulate-at-terminal.js";
import { runTool } from "./run-tool.js";

const HELP = `npm run simulate -- --wave NUMBER [--province CODE] [--language id|en] [--out FILE.xlsx]

Lives through two months of a wave with made-up people in its own classes, and writes every message into a workbook: to whom, when by
their own clock, and why. --wave: our number of it; without it, the waves are listed.
--out: simulation.xlsx when it is not said; in the image only a path below /data can be written. Nothing is sent, and nothing is changed.
`;

await runTool(HELP, process.env, async ({ database, holidays, budget }) => {
  const { values } = parseArgs({
    options: {
      wave: { type: "string" },
      province: { type: "string" },
      language: { type: "string", default: "id" },
      out: { type: "string", default: "simulation.xlsx" },
    },
  });
  const { wave, province = null, language, out } = values;
  if (language !== "id" && language !== "en") throw new RangeError("--language must be id or en.");
  const say = (text: string) => void process.stderr.write(text);
  const wanted = { wave, province, language, out } as const;
  process.stdout.write(await simulateAtTerminal(database, { ...wanted, holidays, budget }, say));
});
