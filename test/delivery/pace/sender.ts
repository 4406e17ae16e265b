// What the tests of the pace share: a clock of milliseconds, and somebody who sends as the dispatcher does.
import { expect } from "vitest";
import type { Pace, Seat } from "../../../src/delivery/pace.js";

export const at = (milliseconds: number) => new Date(1_717_376_400_000 + milliseconds);

/** As the dispatcher: claims all that it may, and lets leave what has a place. Returns the seats of those that left. */
export function sender(pace: Pace) {
  let aboard: Seat[] = [];
  let chat = 1;
  return (now: number): Seat[] => {
    for (let claims = pace.claimable(at(now)); claims > 0; claims--) aboard.push(pace.board(chat++, at(now)));
    const left = aboard.filter((seat) => seat.depart(at(now)) === 0);
    aboard = aboard.filter((seat) => !left.includes(seat));
    return left;
  };
}

/** One message leaves for this chat, and is answered at that moment. */
export function leaves(pace: Pace, chatId: number, now: number) {
  const seat = pace.board(chatId, at(now));
  expect(seat.depart(at(now))).toBe(0);
  seat.landed(at(now));
}
