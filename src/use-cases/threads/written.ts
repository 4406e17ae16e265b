// What somebody wrote in a thread.
import type { Person } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
export interface Written {
  messageId: number;
  author: Person;
  text: string;
  files: ThreadFile[];
}
