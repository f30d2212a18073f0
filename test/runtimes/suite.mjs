// The suite that every runtime runs: plain modules of the standard, the package as it is built, and what
// the runner hands over. It tells what failed; an empty list is good.
import { createEvaluator, isAmrnciError } from "amrnci";
import { createRules, readSignedBundle } from "amrnci/bundle";
import { createHandler } from "amrnci/http";

/**
 * @param given `{ wasm, bundle, data, publicKey, fixtures: [{ name, request, decision }] }`; `module` in place
 * of `wasm` where nothing may be compiled at run time.
 */
export async function suite({ wasm, module, bundle, data, publicKey, fixtures }) {
  const failed = [];
  let checks = 0;
  const check = async (name, run) => {
    checks += 1;
    try {
      await run();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const equal = (found, expected, what = "") => {
    const [one, other] = [found, expected].map((value) => JSON.stringify(sorted(value)));
    if (one !== other)
      throw new Error(`${what} ${one?.slice(0, 200)} is not ${other?.slice(0, 200)}`);
  };
  const code = async (run) => {
    try {
      await run();
    } catch (error) {
      return isAmrnciError(error) ? error.code : String(error);
    }
    return "nothing was thrown";
  };

  const evaluator = await createEvaluator({ wasm: module ?? wasm, data });
  for (const { name, request, decision } of fixtures) {
    await check(name, () => {
      equal(evaluator.evaluate(request), decision);
    });
  }
  const [{ request, decision }] = fixtures;

  await check("errors have codes and places", async () => {
    equal(await code(() => evaluator.evaluate({ incident: {} })), "request_invalid");
    equal(
      await code(() => evaluator.evaluate({ ...request, readings: { no: "x" } })),
      "reading_unknown",
    );
    equal(
      await code(() => createEvaluator({ wasm: module ?? wasm, data: {} })),
      "bundle_unreadable",
    );
    try {
      evaluator.evaluate({ incident: { id: "x", ransomware: "perhaps" } });
    } catch (error) {
      equal(error.issues[0].path, "/incident/ransomware");
    }
  });
  await check("readings are compared", () => {
    equal(evaluator.compareReadings(request).length > 0, true);
  });

  const verification = {
    keys: { release: { algorithm: "RS256", key: publicKey } },
    keyid: "release",
  };
  await check("a signature is verified", async () => {
    const { signer } = await readSignedBundle(bundle, verification);
    equal(signer.keyid, "release");
  });
  await check("what was changed after signing is refused", async () => {
    const other = {
      keys: { release: { algorithm: "HS256", key: "x".repeat(40) } },
      keyid: "release",
    };
    equal(await code(() => readSignedBundle(bundle, other)), "bundle_not_trusted");
    const cut = bundle.slice(0, bundle.length - 100);
    equal(await code(() => readSignedBundle(cut, verification)), "bundle_unreadable");
  });
  await check("a signed bundle becomes the rules that answer over HTTP", async () => {
    const rules = createRules({ verification, ...(module === undefined ? {} : { module }) });
    const handler = createHandler({ rules });
    const ask = (path, body) =>
      handler(
        new Request(`http://localhost${path}`, { method: "POST", body: JSON.stringify(body) }),
      );
    equal((await ask("/v1/decisions", request)).status, 503);
    await rules.activate(bundle);
    const response = await ask("/v1/data/amrnci/decision", { input: request });
    equal((await response.json()).result, decision);
    equal((await ask("/v1/decisions", { incident: {} })).status, 422);
    const lines = await (
      await handler(
        new Request("http://localhost/v1/batch", {
          method: "POST",
          body: `${JSON.stringify(request)}\nx\n`,
        }),
      )
    ).text();
    equal(lines.trimEnd().split("\n").length, 2);
    equal((await handler(new Request("http://localhost/openapi.json"))).status, 200);
    equal((await handler(new Request("http://localhost/metrics"))).status, 200);
  });
  return { checks, failed };
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
};
