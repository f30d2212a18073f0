import { type RequestContext, type Service } from "./service.js";
import { problem } from "./problem.js";

/** `GET /v1/rules`: which rules answer, and whether they are up to date. */
export const rulesRoute =
  (service: Service) =>
  (c: RequestContext): Response => {
    try {
      const { revision, digest, evaluator } = service.source.current();
      const { law } = evaluator.data as { law?: { logic_version?: unknown; versions?: unknown } };
      const { logic_version, versions } = law ?? {};
      return c.json({ revision, digest, logic_version, versions, ...service.source.status });
    } catch (error) {
      return problem(c, error);
    }
  };
