// The room of HTTP: one handler of the fetch standard, and parts for frameworks and queues. It is a
// door: nobody imports it but the command line. Nothing of Node here; that is src/http/node.
export { createHandler, type Handler } from "./handler.js";
export type { Decided, Exchange, HandlerOptions, Limits } from "./options.js";
export type { ActiveRules, RulesSource, RulesStatus } from "./rules.js";
export * from "./parts/index.js";
