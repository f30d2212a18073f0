// A SOAR webhook in Fastify: incidents come in, decisions go out. node fastify.mjs, then
//   curl -s 127.0.0.1:3000/incidents -H 'content-type: application/json' -d '{"id": "2025-001"}'
import { createEvaluator } from "amrnci";
import { fastifyPlugin } from "amrnci/http";
import fastify from "fastify";

const app = fastify();
await app.register(fastifyPlugin, { rules: await createEvaluator() });
app.post("/incidents", (request) => {
  const { decision, headers } = request.amrnci;
  return { grade: decision.grade, first_due: headers["amrnci-first-due"] ?? null };
});

console.log(await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }));
