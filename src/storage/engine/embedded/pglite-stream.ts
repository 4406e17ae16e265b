// A connection to PGlite as the driver of PostgreSQL sees one: bytes of its protocol in, bytes out. So both databases are spoken to by
// one driver, and statements that come again are parsed once.
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

/** Authentication ok, ready for a query: there is nobody else to be kept out of this process's own database. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
/** The type byte of "terminate": PGlite would end with the connection. */
const TERMINATE = 0x58;

/** One at a time: PGlite has one session, and all its connections would share their transactions. */
export class PGliteStream extends Duplex {
  #greeted = false;

  constructor(private readonly pglite: PGlite) {
    super();
  }

  /** As a socket does; an earlier connection may have left a transaction and prepared statements in the session. */
  connect(): this {
    this.pglite.exec("ROLLBACK; DEALLOCATE ALL").then(
      () => this.emit("connect"),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  // What the driver sets on sockets means nothing within a process.
  setNoDelay = (): this => this;
  setKeepAlive = (): this => this;
  ref = (): this => this;
  unref = (): this => this;

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    if (!this.#greeted) {
      this.#greeted = true;
      this.push(WELCOME);
      done();
    } else if (bytes[0] === TERMINATE) done();
    else
      this.pglite
        .runExclusive(() =>
          this.pglite.execProtocolRawStream(bytes, { onRawData: (answer) => this.push(Buffer.from(answer)) }),
        )
        .then(() => done(), done);
  }

  /** Messages that were written together are one statement's: carried out in one call. */
  override _writev(parts: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this._write(Buffer.concat(parts.map(({ chunk }) => chunk)), "binary", done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }
}
