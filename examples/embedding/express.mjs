// A SOAR webhook in Express: incidents come in, decisions go out. node express.mjs, then
//   curl -s 127.0.0.1:3000/incidents -H 'content-type: application/json' -d '{"id": "2025-001"}'
import { createEvaluator } from "amrnci";
import { expressHandler } from "amrnci/http";
import express from "express";

const app = express();
app.use(express.json());
app.post("/incidents", expressHandler({ rules: await createEvaluator() }), (request, response) => {
  const { decision, headers } = request.amrnci;
  response.json({ grade: decision.grade, first_due: headers["amrnci-first-due"] ?? null });
});

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
