import type { RequestContext } from "../service.js";

/** `GET /openapi.json` */
export const openapiRoute = async (c: RequestContext): Promise<Response> => {
  // The schemas are larger than the service, and rarely asked for.
  const { openapiDocument } = await import("./document.js");
  return c.json(openapiDocument());
};
