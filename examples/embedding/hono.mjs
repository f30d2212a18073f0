// A SOAR webhook in Hono: incidents come in, decisions go out. node hono.mjs, then
//   curl -s 127.0.0.1:3000/incidents -d '{"id": "2025-001"}'
import { serve } from "@hono/node-server";
import { createEvaluator } from "amrnci";
import { honoMiddleware } from "amrnci/http";
import { Hono } from "hono";

const app = new Hono();
app.post("/incidents", honoMiddleware({ rules: await createEvaluator() }), (c) => {
  const { decision, headers } = c.get("amrnci");
  return c.json({ grade: decision.grade, first_due: headers["amrnci-first-due"] ?? null });
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }, (at) => {
  console.log(`http://127.0.0.1:${at.port}`);
});
