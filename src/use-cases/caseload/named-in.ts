// Whom a line about somebody names, by name or by what they said: the message that holds it goes when one of them is erased.
export function namedIn({
  personIds,
  obstacleById,
}: {
  personIds: readonly number[];
  obstacleById: number | null;
}): number[] {
  return obstacleById === null ? [...personIds] : [...personIds, obstacleById];
}
