// Starts the thread that draws posters (workers/poster-worker.ts), one at a time: each takes some 100 MB while it draws.
import { inWorker } from "../files/bounds/in-worker.js";
import type { Posters } from "../ports/programme/posters.js";
import type { PosterWork } from "./poster-worker.js";

const WORKER = new URL("./poster-worker.js", import.meta.url);

export function createPosters(): Posters {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: PosterWork): Promise<Uint8Array> => {
    const drawn = last.then(() => inWorker<Uint8Array>(WORKER, work));
    // Anyone who waited for one that failed is told; the next in line draws all the same.
    last = drawn.catch(() => undefined);
    return drawn;
  };
  return {
    pdf: (sheets) => inTurn({ as: "pdf", sheets }),
    picture: (sheet) => inTurn({ as: "picture", sheet }),
  };
}
