// What only one of the processes on a database may do at a time.

export interface LeasesPort {
  /** True when this holder has it until then: it was free, over, or its own already. */
  take(name: string, holder: string, until: Date, now: Date): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
