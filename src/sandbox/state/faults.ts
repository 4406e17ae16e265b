// Fault points: what goes wrong on the wire, for which method and chat, and how many times.
import type { ResponseParameters } from "grammy/types";

export type Fault =
  /** Refused with this code; nothing is accepted. */
  | { kind: "status"; code: number; description: string; parameters?: ResponseParameters }
  /** Answered as always, but late. */
  | { kind: "slow"; ms: number }
  /** The connection breaks before anything is accepted. */
  | { kind: "reset-before" }
  /** Accepted, and the connection breaks without an answer. */
  | { kind: "reset-after" }
  /** Accepted, and the connection breaks in the middle of the answer. */
  | { kind: "cut" }
  /** Never answered; accepted only when it says so. */
  | { kind: "hang"; accepted?: boolean }
  /** A gateway's page instead of an answer; accepted only when it says so. */
  | { kind: "html"; code: number; accepted?: boolean }
  /** 200 with nothing in it; accepted unless it says otherwise. */
  | { kind: "empty"; accepted?: boolean }
  /** 200 with something that is no JSON; accepted unless it says otherwise. */
  | { kind: "bad-json"; accepted?: boolean };

export interface FaultPoint {
  /** Method name, any case; every method when missing. */
  readonly method?: string;
  readonly chatId?: number;
  /** How many calls it hits; without end when missing. */
  readonly times?: number;
  /** How many matching calls pass unharmed first. */
  readonly skip?: number;
  readonly fault: Fault;
}

export interface Faults {
  /** Returns how to take the point away again. */
  add(point: FaultPoint): () => void;
  clear(): void;
  /** The fault that hits this call, if any; counts it. */
  take(method: string, chatId: number | undefined): Fault | undefined;
  /** Calls that were hit so far. */
  readonly hits: number;
}

export function createFaults(): Faults {
  let hits = 0;
  let points: { point: FaultPoint; skip: number; left: number }[] = [];
  return {
    get hits() {
      return hits;
    },
    add: (point) => {
      const armed = { point, skip: point.skip ?? 0, left: point.times ?? Number.POSITIVE_INFINITY };
      points.push(armed);
      return () => {
        points = points.filter((other) => other !== armed);
      };
    },
    clear: () => {
      points = [];
    },
    take: (method, chatId) => {
      for (const armed of points) {
        const { point } = armed;
        if (point.method !== undefined && point.method.toLowerCase() !== method.toLowerCase()) continue;
        if (point.chatId !== undefined && point.chatId !== chatId) continue;
        if (armed.left <= 0) continue;
        if (armed.skip > 0) {
          armed.skip--;
          continue;
        }
        armed.left--;
        hits++;
        return point.fault;
      }
      return undefined;
    },
  };
}

/** Whether the call takes effect although its answer is spoilt. */
export function acceptsDespite(fault: Fault): boolean {
  switch (fault.kind) {
    case "status":
    case "reset-before":
      return false;
    case "slow":
    case "reset-after":
    case "cut":
      return true;
    case "hang":
    case "html":
      return fault.accepted ?? false;
    case "empty":
    case "bad-json":
      return fault.accepted ?? true;
  }
}
