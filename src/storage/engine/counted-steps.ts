// Lets every statement count as a step of the update it is made for, and refuses those of an update that was given up.
import type { SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from "@prisma/driver-adapter-utils";
import { noteStep, refuseWhenOver } from "../../ports/queue/handling.js";

export function countedSteps<Factory extends SqlMigrationAwareDriverAdapterFactory>(factory: Factory): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    count(adapter, refuseWhenOver);
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      refuseWhenOver();
      const transaction = await start(isolation);
      // Within one nothing is refused: it must come to its end, or its connection would go back with half of it.
      count(transaction, () => {});
      return transaction;
    };
    return adapter;
  };
  return factory;
}

function count(queryable: SqlQueryable, before: () => void): void {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  const step = async <T>(statement: () => Promise<T>): Promise<T> => {
    before();
    try {
      return await statement();
    } finally {
      noteStep();
    }
  };
  queryable.queryRaw = (statement) => step(() => query(statement));
  queryable.executeRaw = (statement) => step(() => execute(statement));
}
