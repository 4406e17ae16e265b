import { expect, test } from "vitest";
import { postgresAddress } from "../../../src/storage/engine/postgres/postgres-address.js";

const BASE = "postgresql://bot:p%40ss%2F%3A%25word@db.example:6432/bot";

const GIVEN_UP =
  "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c client_connection_check_interval=5000";

test("a plain address stays as it is", () => {
  expect(postgresAddress(BASE)).toEqual({
    connectionString: BASE,
    options: {
      usual: `-c jit=off ${GIVEN_UP} -c idle_in_transaction_session_timeout=60000`,
      patient: `-c jit=off ${GIVEN_UP}`,
    },
    schema: undefined,
    mayPrepare: true,
  });
});

test("a schema becomes the path of searches, whatever its name", () => {
  expect(postgresAddress(`${BASE}?schema=Bot%20%22a%22`)).toMatchObject({
    connectionString: BASE,
    options: { patient: `-c jit=off ${GIVEN_UP} -c search_path="Bot\\ ""a"""` },
    schema: 'Bot "a"',
  });
});

test("sslmode means what PostgreSQL means by it", () => {
  const { connectionString } = postgresAddress(`${BASE}?sslmode=require`);
  expect(new URL(connectionString).searchParams.get("uselibpqcompat")).toBe("true");
  expect(new URL(postgresAddress(BASE).connectionString).search).toBe("");
});

test("behind a pool of transactions nothing is prepared and no option is sent", () => {
  expect(postgresAddress(`${BASE}?pgbouncer=true`)).toEqual({
    connectionString: BASE,
    schema: undefined,
    mayPrepare: false,
  });
});
