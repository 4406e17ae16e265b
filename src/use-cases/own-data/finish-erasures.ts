// Job: removes the files of people who were erased, and what was still in hand when they asked. Whatever stopped it, the next run goes on.
import type { World } from "../../ports.js";
import { tryingEach } from "../trying-each.js";

/** Twice is once: a file that is gone is gone, and a finished wish is not found again. */
export async function finishErasures(world: World): Promise<{ finished: number }> {
  let finished = 0;
  const { tried, end } = tryingEach();
  for (const { number, files } of await world.store.erasures.unfinished()) {
    // One disk that refuses keeps nobody else waiting.
    await tried(async () => {
      for (const path of files) {
        // Somebody may have sent the same picture since, even they themselves, begun anew.
        if (!(await world.store.reports.isCopyUsed(path))) await world.files.remove(path);
      }
      const now = world.clock.now();
      if (await world.transaction(({ store }) => store.erasures.finish(number, now))) finished += 1;
    });
  }
  end();
  return { finished };
}
