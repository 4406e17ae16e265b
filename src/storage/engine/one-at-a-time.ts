// Lets the statements of a transaction go to its connection one after the other. Prisma asks for all relations of a row at once;
// the driver would queue them itself, but says that it will refuse them from pg 9 on.
import type { SqlMigrationAwareDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";

export function oneAtATime<Factory extends SqlMigrationAwareDriverAdapterFactory>(factory: Factory): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => inTurn(await start(isolation));
    return adapter;
  };
  return factory;
}

function inTurn(transaction: Transaction): Transaction {
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  let last: Promise<unknown> = Promise.resolve();
  // Also after one that failed: anyone who asked is told, and the others get the database's own answer.
  const afterLast = <T>(statement: () => Promise<T>): Promise<T> => {
    const result = last.then(statement, statement);
    last = result;
    return result;
  };
  transaction.queryRaw = (statement) => afterLast(() => query(statement));
  transaction.executeRaw = (statement) => afterLast(() => execute(statement));
  return transaction;
}
