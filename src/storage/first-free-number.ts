// Numbers that are told to people, given out one after another.

/**
 * The first number from this serial on that nobody has. The serial comes from a count, which alone would give one out twice: rows can
 * have gone, or have moved elsewhere with their number. Call it with their class held.
 */
export async function firstFreeNumber(
  serial: number,
  numberOf: (serial: number) => string,
  isTaken: (number: string) => Promise<boolean>,
): Promise<string> {
  const number = numberOf(serial);
  return (await isTaken(number)) ? firstFreeNumber(serial + 1, numberOf, isTaken) : number;
}
