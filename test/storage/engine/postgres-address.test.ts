import { expect, test } from "vitest";
import { postgresAddress } from "../../../src/storage/engine/postgres/postgres-address.js";

const BASE = "postgresql://bot:p%40ss%2F%3A%25word@db.example:6432/bot";

test("a plain address stays as it is", () => {
  expect(postgresAddress(BASE)).toEqual({
    connectionString: BASE,
    options: "-c jit=off",
    schema: undefined,
    mayPrepare: true,
  });
});

test("a schema becomes the path of searches, whatever its name", () => {
  expect(postgresAddress(`${BASE}?schema=Bot%20%22a%22`)).toMatchObject({
    connectionString: BASE,
    options: '-c jit=off -c search_path="Bot\\ ""a"""',
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
