// An edge worker (workerd, Cloudflare Workers). The module is deployed with the worker, since such
// runtimes compile nothing fetched; the law's data comes as a signed bundle at run time.
import { createRules } from "amrnci/bundle";
import { createHandler } from "amrnci/http";
import module from "amrnci/policy.wasm";

let handler;

export default {
  async fetch(request, env) {
    handler ??= await start(env);
    return handler(request);
  },
};

/** BUNDLE is a binding to where bundles lie, PUBLIC_KEY a variable with the key that signs them. */
async function start({ BUNDLE, PUBLIC_KEY }) {
  const keys = { release: { algorithm: "RS256", key: PUBLIC_KEY } };
  const rules = createRules({ verification: { keys, keyid: "release" }, module });
  const response = await BUNDLE.fetch("https://bundles/amrnci.tar.gz");
  await rules.activate(new Uint8Array(await response.arrayBuffer()));
  return createHandler({ rules });
}
