// `npm run demo`: everything on this computer, nothing to configure. See demo/start-demo.ts.
import { parseArgs } from "node:util";
import { DEMO_START, startDemo } from "./demo/start-demo.js";
import { isDay } from "./domain/time/calendar.js";

const HELP = `Shows the bot at work, with made-up people and a Telegram of its own: npm run demo -- [options]

  --port N           where the chat page is served (default 8090; 0 takes any free port)
  --start DATE       first day of the class; the demo begins the evening before (default ${DEMO_START})
  --participants N   from 154 (the default) to 40000
  --empty            an office on its first day: one admin, no classes, and people who have not heard of the bot
  --help             prints this
`;

/** Easy to remember, and not the 8080 of the bot itself. */
const DEFAULT_PORT = 8090;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: String(DEFAULT_PORT) },
      start: { type: "string", default: DEMO_START },
      participants: { type: "string" },
      empty: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { start, participants, empty } = values;
  if (!/^\d{1,5}$/.test(values.port)) throw new RangeError(`--port is no port: ${values.port}`);
  if (!isDay(start)) throw new RangeError(`--start is no day such as ${DEMO_START}: ${start}`);
  if (participants !== undefined && !/^\d+$/.test(participants)) {
    throw new RangeError(`--participants is no whole number: ${participants}`);
  }

  process.umask(0o077);
  let end: (cause: Error | undefined) => void = () => {};
  const ended = new Promise<Error | undefined>((resolve) => {
    end = resolve;
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(undefined));
  console.log("Preparing a database, 83,762 villages and a class…");
  const demo = await startDemo({
    port: Number(values.port),
    start,
    empty,
    onFirstStart: () =>
      console.log("This is the first start, which takes some seconds more: the database is made now and kept."),
    onFatal: end,
    ...(participants === undefined ? {} : { participants: Number(participants) }),
  });
  console.log(`
  ${demo.url}

  Open it in a browser, choose who you are, and talk to the bot as they would on their phone.
  Then move the clock at the top, and watch what arrives. Ctrl-C ends it; nothing is kept.
`);
  const cause = await ended;
  await demo.stop();
  if (cause !== undefined) throw cause;
}

main().catch((error: unknown) => {
  const isUsage = error instanceof RangeError || (error instanceof TypeError && "code" in error);
  const isPortTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (isPortTaken) console.error("That port is in use. Choose another: npm run demo -- --port 0");
  else console.error(isUsage ? error.message : error);
  process.exit(1);
});
