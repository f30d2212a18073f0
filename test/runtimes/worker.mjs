// Runs the suite in workerd, which compiles nothing at run time: the module is imported.
import module from "amrnci/policy.wasm";
import { suite } from "./suite.mjs";

export default {
  async fetch(request) {
    const form = await request.formData();
    const given = JSON.parse(await form.get("given").text());
    const bundle = new Uint8Array(await form.get("bundle").arrayBuffer());
    return Response.json(await suite({ ...given, module, bundle }));
  },
};
