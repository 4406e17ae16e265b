// What a roster changes: each line against the people who are on the roster already.

import { isWrittenShorter } from "../people/names/name-words.js";
import { bareName, isNearlySame, isPlainlySame } from "../people/names/names-alike.js";
import type { ParticipantKind } from "../people/participant-kind.js";

/** Somebody of a roster, on file or in a file. Null and "" where the file does not say: then nothing is changed. */
export interface RosterPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly kind: ParticipantKind | null;
  readonly institution: string;
  readonly placeCode: string | null;
  /** Who has joined by this row that is on file; null: nobody yet. */
  readonly participantId?: number | null;
}

export interface RosterChange {
  readonly field: "name" | "phone" | "kind" | "institution" | "placeCode";
  readonly from: string;
  readonly to: string;
}

export type RosterStatus<K> =
  | { readonly status: "new" }
  | { readonly status: "same"; readonly known: K }
  | { readonly status: "changed"; readonly known: K; readonly changes: readonly RosterChange[] };

export interface RosterComparison<K> {
  /** One for each line. */
  readonly statuses: readonly RosterStatus<K>[];
  /** Whom no line means: asked about, never dropped. */
  readonly missing: readonly K[];
}

const FIELDS = ["name", "phone", "kind", "institution", "placeCode"] as const;

/**
 * A line means the known person with its number; where several share it, or nobody has it, the one of the same name in the same village.
 * Nobody is meant by two lines, and nobody who has joined becomes somebody of another name.
 */
export function compareRoster<K extends RosterPerson>(
  lines: readonly RosterPerson[],
  known: readonly K[],
): RosterComparison<K> {
  const left = new Set(known);
  const byPhone = groupedBy(known, ({ phone }) => phone);
  const byPlace = groupedBy(known, ({ placeCode }) => placeCode);
  const sharing = (line: RosterPerson) => byPhone.get(line.phone) ?? [];
  // Who is named exactly is not given away to a line that comes first and is merely alike.
  const meant: (K | undefined)[] = lines.map((line) =>
    taken(
      left,
      sharing(line).find((one) => left.has(one) && bareName(one.name) === bareName(line.name)),
    ),
  );
  for (const [n, line] of lines.entries()) meant[n] ??= taken(left, withNumberOf(line, sharing(line), left));
  for (const [n, line] of lines.entries()) {
    meant[n] ??= taken(
      left,
      withNameOf(
        line,
        (byPlace.get(line.placeCode) ?? []).filter((one) => left.has(one)),
      ),
    );
  }
  return {
    statuses: lines.map((line, n) => statusOf(line, meant[n])),
    missing: known.filter((one) => left.has(one)),
  };
}

/** Several people may share a number, a couple for one: then the name must be alike too. */
function withNumberOf<K extends RosterPerson>(
  line: RosterPerson,
  sharing: readonly K[],
  left: ReadonlySet<K>,
): K | undefined {
  const mayBeRenamed = sharing.length === 1 && !sharing.some(hasJoined);
  const alike = sharing.filter((one) => left.has(one) && (mayBeRenamed || isSameName(one.name, line.name)));
  return alike.find(hasJoined) ?? alike[0];
}

function hasJoined({ participantId = null }: RosterPerson): boolean {
  return participantId !== null;
}

/** Under one number also a name that was shortened, or whose words were turned round. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)];
  return isNearlySame(a, b) || a.startsWith(b) || b.startsWith(a) || isWrittenShorter(one, other);
}

function withNameOf<K extends RosterPerson>(line: RosterPerson, there: readonly K[]): K | undefined {
  if (line.placeCode === null) return undefined;
  return (
    there.find((one) => bareName(one.name) === bareName(line.name)) ?? there.find((one) => isPlainlySame(one, line))
  );
}

function taken<K>(left: Set<K>, one: K | undefined): K | undefined {
  return one !== undefined && left.delete(one) ? one : undefined;
}

function statusOf<K extends RosterPerson>(line: RosterPerson, known: K | undefined): RosterStatus<K> {
  if (known === undefined) return { status: "new" };
  const changes = FIELDS.flatMap((field): RosterChange[] => {
    const [from, to] = [known[field] ?? "", line[field] ?? ""];
    return to === "" || to === from ? [] : [{ field, from, to }];
  });
  return changes.length === 0 ? { status: "same", known } : { status: "changed", known, changes };
}

function groupedBy<K>(all: readonly K[], keyOf: (one: K) => string | null): ReadonlyMap<string | null, readonly K[]> {
  const groups = new Map<string | null, K[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (key === null) continue;
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
