// Waits until somebody in the sandbox has been told something, while the bot that should tell it lives.
import type { ChildProcess } from "node:child_process";
import type { Person, World } from "../../src/sandbox/shapes.js";

const PATIENCE_MILLISECONDS = 60_000;

export function untilTold({ world, person, bot }: { world: World; person: Person; bot: ChildProcess }, words: string) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => finish(new Error(`no answer within ${PATIENCE_MILLISECONDS / 1000} s`)),
      PATIENCE_MILLISECONDS,
    );
    const look = () => person.received().some(({ text }) => text?.includes(words)) && finish();
    const unsubscribe = world.onChange(look);
    const exited = (code: number | null) => finish(new Error(`the bot ended with code ${code}`));
    bot.once("exit", exited);
    function finish(error?: Error): void {
      clearTimeout(timer);
      unsubscribe();
      bot.off("exit", exited);
      if (error === undefined) resolve();
      else reject(error);
    }
    // Perhaps it is so already; asked after the caller has its handles.
    queueMicrotask(look);
  });
}
