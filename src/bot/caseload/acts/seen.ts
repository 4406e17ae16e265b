// What was on the screen when somebody said yes: anyone who came or went since is named, and they are asked once more.
import type { Answers } from "../../forms/form.js";
import { pickedIn } from "./pick-step.js";

export interface Reachable {
  id: number;
  name: string;
  reached: boolean;
}

const SEEN = "seen";

/** As the draft keeps them: a type of its own shape, which is JSON as it stands. */
type Seen = { id: number; name: string };

/** Names are kept beside the ids, for those who have gone. */
export function seenNow(everybody: readonly Reachable[]): Answers {
  return { [SEEN]: everybody.filter(({ reached }) => reached).map(({ id, name }): Seen => ({ id, name })) };
}

/** Null where nothing changed of what concerns the chosen. */
export function changedSince(
  answers: Answers,
  everybody: readonly Reachable[],
): { added: string[]; removed: string[] } | null {
  const seen = (answers[SEEN] ?? []) as Seen[];
  const picked = pickedIn(answers);
  const matters = ({ id }: { id: number }) => picked === null || picked.includes(id);
  const reached = everybody.filter((one) => one.reached);
  const added = reached.filter((one) => matters(one) && !seen.some(({ id }) => id === one.id));
  const removed = seen.filter((one) => matters(one) && !reached.some(({ id }) => id === one.id));
  if (added.length + removed.length === 0) return null;
  return { added: added.map(({ name }) => name), removed: removed.map(({ name }) => name) };
}
