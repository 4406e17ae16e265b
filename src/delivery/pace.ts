// How quickly we may speak: 30 messages a second in all, one a second to one chat; replies in a crowd go beside the thirty. Time is passed in; nothing
// here waits.

export interface Pace {
  /** How many posts may be claimed now: a few more than may leave, so that what is done before it leaves takes nothing of the pace. */
  claimable(now: Date): number;
  /** One message for this chat is made ready to leave. */
  board(chatId: number, now: Date): Seat;
  /**
   * Somebody who has just spoken is to be answered: whom to tell how that ended, or the milliseconds until a place may be free. Before all that leaves
   * unasked, and it slows that down; but a crowd is answered beside the pace. `hasWay`: it has waited, and a way was made for it.
   */
  answer(now: Date, hasWay: boolean): Landed | number;
  /** What was said is to be changed, at once or not at all. Null: there is no place left over; one stays free until its next try. */
  change(chatId: number, now: Date): Landed | null;
  /** A reply waits for a place, or was refused because we speak at the full pace: one stays free until its next try. */
  makeWay(now: Date): void;
  /** Chats that were written to less than a second ago. */
  restingChats(now: Date): number[];
  /** Milliseconds until one more may be claimed; 0: now. */
  untilClaimable(now: Date): number;
  /** This process's part of the messages a second. */
  perSecond(): number;
  /** So many processes speak for this bot: each takes its part. */
  share(processes: number): void;
  /** Milliseconds until this chat may be written to; 0: now. */
  untilRestedOf(chatId: number, now: Date): number;
  /** Milliseconds until the first resting chat may be written to; undefined: none rests. */
  untilRested(now: Date): number | undefined;
}

/** To be told when the answer is there, or that it did not leave (null). */
export type Landed = (answeredAt: Date | null) => void;

/** Whoever asks when there is a place may leave; but nobody passes one that has asked for long. */
export interface Seat {
  /** Asked just before it leaves. 0: it may, and is counted from now on; else the milliseconds until it may be asked again. */
  depart(now: Date): number;
  landed: Landed;
}

export interface PaceRules {
  perSecond: number;
  /** How many may leave back to back after a pause, to make up for timers that ring late. */
  burst: number;
  chatRestMilliseconds: number;
  groupRestMilliseconds: number;
}

/**
 * Telegram: about 30/s in bulk, 1/s in a chat, 20/min in a group. Evenly spaced, so that a reply finds a place soon. Some more may follow at
 * once, to make up for timers of 33 ms that ring after 35, and for a process that was busy for an eighth of a second; many at once would come again
 * each second, with nothing in between.
 */
export const TELEGRAM_PACE: PaceRules = {
  perSecond: 30,
  burst: 5,
  chatRestMilliseconds: 1000,
  groupRestMilliseconds: 3000,
};

/** Without bounds, for a clock that stands still while messages leave. */
export const UNPACED: PaceRules = {
  perSecond: 1e6,
  burst: 1e6,
  chatRestMilliseconds: 0,
  groupRestMilliseconds: 0,
};

/**
 * Telegram counts when a message arrives, which we do not know: not before it left, and not after its answer came. So a message stays
 * in the count until a second after its answer, and however the line squeezes and stretches, no second at Telegram's end holds more
 * than thirty of those that are counted. The one more is for clocks that tell whole milliseconds.
 */
const WINDOW_MILLISECONDS = 1001;
/** Who has asked for so long is the next to leave. Before that a place is whose timer rings first, or it would lie idle until the first one's does. */
const LONG_MILLISECONDS = 300;
const BEHIND_OTHERS_MILLISECONDS = 5;
/** Posts for so long are claimed and not on their way yet; no more, because what is more urgent comes behind them. */
export const CLAIMED_AHEAD_SECONDS = 1 / 6;
const IN_FLIGHT = Number.POSITIVE_INFINITY;
/** Telegram mostly says "after one second"; the try itself takes a moment more. */
const WAY_MILLISECONDS = 2000;
/** Of thirty a second: however many people talk, an announcement goes on. */
const MOST_WAYS = 3;
/** Messages of a second; what comes beyond them is for a crowd, which would else take the announcement's whole pace and still wait for minutes. */
const MOST_ANSWERS = 12;

export function createPace(rules: PaceRules = TELEGRAM_PACE): Pace {
  let { perSecond } = rules;
  let interval = 1000 / perSecond;
  let credit = interval * (rules.burst - 1);
  // The instant at which the even schedule would be level again: a bucket of tokens in one number.
  let levelAt = Number.NEGATIVE_INFINITY;
  let counted: { until: number }[] = [];
  let ways: { until: number }[] = [];
  let answers: number[] = [];
  let aboard = 0;
  let queue: { seat: Seat; since: number }[] = [];
  const restUntil = new Map<number, number>();
  // Groups have negative ids.
  const restOf = (chatId: number) => (chatId < 0 ? rules.groupRestMilliseconds : rules.chatRestMilliseconds);

  const forget = (now: number) => {
    counted = counted.filter(({ until }) => until > now && (until === IN_FLIGHT || until - now <= WINDOW_MILLISECONDS));
    ways = ways.filter(({ until }) => until > now && until - now <= WAY_MILLISECONDS);
    answers = answers.filter((at) => at <= now && now - at < WINDOW_MILLISECONDS);
    // Nothing spent until now can reach further ahead than this; if it does, the clock was set back and old times mean nothing.
    if (levelAt - now > credit + (rules.burst + MOST_ANSWERS) * interval) levelAt = now;
    for (const [chatId, until] of restUntil) {
      if (until <= now || until - now > restOf(chatId)) restUntil.delete(chatId);
    }
  };

  /** The even schedule moves on by one place. */
  const moveOn = (now: Date) => {
    levelAt = Math.max(levelAt, now.getTime()) + interval;
  };

  /** One message more is counted, until a second after its answer. */
  const count = (): Landed => {
    const message = { until: IN_FLIGHT };
    counted.push(message);
    return (answeredAt) => {
      if (answeredAt !== null) {
        message.until = answeredAt.getTime() + WINDOW_MILLISECONDS;
        return;
      }
      counted = counted.filter((other) => other !== message);
      levelAt -= interval;
    };
  };

  const take = (now: Date): Landed => {
    moveOn(now);
    return count();
  };

  const rest = (chatId: number, now: Date) => {
    if (restOf(chatId) > 0) restUntil.set(chatId, now.getTime() + restOf(chatId));
  };

  const placesLeft = () => perSecond - ways.length - counted.length;
  const placesToClaim = () => placesLeft() + Math.ceil(perSecond * CLAIMED_AHEAD_SECONDS) - aboard;

  /** How many of these places fit the even schedule. */
  const spaced = (now: Date, places: number): number => {
    const debt = Math.max(0, levelAt - now.getTime());
    // 1e-9: a third of a second is no exact number.
    const fit = Math.floor((credit - debt) / interval + 1 + 1e-9);
    return Math.max(0, Math.min(fit, places));
  };
  const untilSpaced = (now: Date, places: number): number => {
    const schedule = levelAt - credit - now.getTime();
    const window = places > 0 ? 0 : untilPlace(now);
    return Math.max(0, Math.ceil(Math.max(schedule, window)));
  };

  const makeWay = (now: Date) => {
    if (ways.length < Math.min(MOST_WAYS, perSecond - 1)) ways.push({ until: now.getTime() + WAY_MILLISECONDS });
  };

  const untilOneOf = (places: readonly { until: number }[], now: Date): number => {
    const firstOut = Math.min(...places.map(({ until }) => until));
    return Math.max(1, Math.min(WINDOW_MILLISECONDS, Math.ceil(firstOut - now.getTime())));
  };
  const untilPlace = (now: Date) => untilOneOf([...counted, ...ways], now);

  return {
    claimable(now) {
      forget(now.getTime());
      return spaced(now, placesToClaim());
    },
    board(chatId, now) {
      moveOn(now);
      rest(chatId, now);
      aboard += 1;
      let landed: Landed | undefined;
      const leaveQueue = () => {
        queue = queue.filter((one) => one.seat !== seat);
      };
      const seat: Seat = {
        depart(at) {
          forget(at.getTime());
          if (!queue.some((one) => one.seat === seat)) queue.push({ seat, since: at.getTime() });
          if (placesLeft() <= 0) return untilPlace(at);
          const first = queue[0]!;
          if (first.seat !== seat && at.getTime() - first.since > LONG_MILLISECONDS) return BEHIND_OTHERS_MILLISECONDS;
          leaveQueue();
          aboard -= 1;
          landed = count();
          rest(chatId, at);
          return 0;
        },
        landed(answeredAt) {
          if (answeredAt === null) restUntil.delete(chatId);
          if (landed !== undefined) return landed(answeredAt);
          leaveQueue();
          aboard -= 1;
          levelAt -= interval;
        },
      };
      return seat;
    },
    answer(now, hasWay) {
      forget(now.getTime());
      const isCrowd = answers.length >= MOST_ANSWERS;
      if (!isCrowd && counted.length >= perSecond) return untilOneOf(counted, now);
      answers = [...answers, now.getTime()].slice(-MOST_ANSWERS);
      if (isCrowd) return () => {};
      if (hasWay) ways.shift();
      return take(now);
    },
    change(chatId, now) {
      forget(now.getTime());
      const hasPlace = queue.length === 0 && spaced(now, placesLeft()) > 0;
      const hasWay = ways.length > 0 && counted.length < perSecond;
      if (!hasPlace && !hasWay) {
        makeWay(now);
        return null;
      }
      if (!hasPlace) ways.shift();
      rest(chatId, now);
      return take(now);
    },
    makeWay,
    restingChats(now) {
      forget(now.getTime());
      return [...restUntil.keys()];
    },
    untilClaimable: (now) => untilSpaced(now, placesToClaim()),
    perSecond: () => perSecond,
    share(processes) {
      // Rounded down, so that all parts together stay within the whole; beyond thirty processes each would still say something.
      const part = Math.max(1, Math.floor(rules.perSecond / processes));
      if (part === perSecond) return;
      perSecond = part;
      interval = 1000 / part;
      credit = interval * (Math.min(rules.burst, part) - 1);
    },
    untilRestedOf(chatId, now) {
      forget(now.getTime());
      return Math.max(0, (restUntil.get(chatId) ?? 0) - now.getTime());
    },
    untilRested(now) {
      const ends = [...restUntil.values()].map((until) => until - now.getTime()).filter((left) => left > 0);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
}
