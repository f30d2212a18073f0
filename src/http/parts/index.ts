// Parts for frameworks and queues: given an incident they add the decision. They import no framework.
export { createEnricher, type Enriched, type EnrichOptions, headersOf } from "./enrich.js";
export { expressHandler } from "./express.js";
export { fastifyPlugin } from "./fastify.js";
export { honoMiddleware } from "./hono.js";
export { createQueueFunction, type Outgoing } from "./queue.js";
