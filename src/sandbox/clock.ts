// The clocks a sandbox can live by: the real one, one that stands still until moved, and one that can be moved and ticks on.

export interface SandboxClock {
  now(): Date;
}

/** A clock that tests, the demo and the control door may move. */
export interface MovableClock extends SandboxClock {
  set(date: Date): void;
  advance(milliseconds: number): void;
}

export const realClock: SandboxClock = { now: () => new Date() };

/** Stands still until it is moved. */
export function virtualClock(start: Date): MovableClock {
  let instant = start.getTime();
  return {
    now: () => new Date(instant),
    set: (date) => {
      instant = date.getTime();
    },
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}

/** Starts at any date and then goes on at the pace of another clock: for a demo in which typing takes time. */
export function tickingClock(start: Date, pace: SandboxClock = realClock): MovableClock {
  let offset = start.getTime() - pace.now().getTime();
  return {
    now: () => new Date(pace.now().getTime() + offset),
    set: (date) => {
      offset = date.getTime() - pace.now().getTime();
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

export function isMovable(clock: SandboxClock): clock is MovableClock {
  return "set" in clock && "advance" in clock;
}

/** Telegram dates are whole seconds since 1970. */
export function unixTime(clock: SandboxClock): number {
  return Math.floor(clock.now().getTime() / 1000);
}
