// What B18 is measured beside: the bot that one writes on a first day, with grammY's own polling and a query for each thing it needs. It keeps
// the answer and shows the next question, and nothing else: what it was handed before a crash is lost, and what comes twice is done twice.
import { PrismaPg } from "@prisma/adapter-pg";
import { Bot } from "grammy";
import { Prisma, PrismaClient } from "../../src/storage/generated/client.js";

const { BOT_TOKEN = "", TELEGRAM_API_ROOT = "", DATABASE_URL = "" } = process.env;
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL }) });
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });

bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  const telegramId = BigInt(ctx.from.id);
  const person = await prisma.person.findUniqueOrThrow({ where: { telegramId }, include: { roles: true } });
  const draft = await prisma.draft.findFirstOrThrow({
    where: { telegramId, form: "report", result: { equals: Prisma.AnyNull } },
  });
  const plan = await prisma.workPlan.findUniqueOrThrow({
    where: { id: Number(draft.subject.split(":")[1]) },
    include: { library: true, trainingClass: true },
  });
  const answers = { ...(draft.answers as object), state: ctx.callbackQuery.data };
  await prisma.draft.update({ where: { id: draft.id }, data: { answers } });
  await ctx.editMessageText(`${person.name}, ${plan.library.name}: apa kemajuannya?`, {
    reply_markup: { inline_keyboard: [[{ text: "Kembali", callback_data: "back" }]] },
  });
});

await bot.start();
