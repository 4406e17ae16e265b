// What somebody wrote in a thread.
import type { Person } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { ThreadsPort } from "../../ports/plans/threads.js";
export interface Written {
  messageId: number;
  author: Person;
  text: string;
  files: ThreadFile[];
  /** What was written last before this, by either side; of an answer, what it is about. */
  before?: Awaited<ReturnType<ThreadsPort["wordsBefore"]>>;
}
