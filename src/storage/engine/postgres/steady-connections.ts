// Keeps connections to PostgreSQL from harming the process: one that breaks must not end it, one that falls silent must not be
// waited for without end.
import type { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/** What we use of pg's pool and client; the adapter hands them out without a type. */
interface Pool extends EventEmitter {
  on(event: "connect", listener: (client: Client) => void): this;
}
interface Client extends EventEmitter {
  /** False while a statement is under way. */
  readyForQuery: boolean;
  connection: { stream: Socket };
}

/** `silenceMilliseconds`: a statement whose answer takes longer is given up with its connection; none when missing. */
export function steadyConnections<Factory extends SqlMigrationAwareDriverAdapterFactory>(
  factory: Factory,
  silenceMilliseconds?: number,
): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const { underlyingDriver } = adapter as unknown as { underlyingDriver(): Pool };
    underlyingDriver.call(adapter).on("connect", (client) => {
      // Between two owners nobody listens to a connection; an error that nobody listens to would end the process.
      client.on("error", () => {});
      if (silenceMilliseconds === undefined) return;
      const { stream } = client.connection;
      stream.setTimeout(silenceMilliseconds, () => {
        // Lost on the way without a word: the network would notice after a quarter of an hour.
        if (!client.readyForQuery) stream.destroy();
      });
    });
    return adapter;
  };
  return factory;
}
