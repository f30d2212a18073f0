import { generateKeyPairSync } from "node:crypto";
import { generateKey, type SignatureAlgorithm } from "../../../src/bundle/index.js";
import { isAmrnciError } from "../../../src/errors.js";
import { signCheckpoint, verifyCheckpoint } from "../../../src/records/index.js";
import type { Door } from "../door.js";
import { KEY } from "../small-bundle.js";

const HEAD = { log: "fuzz", sequence: 1, digest: `sha256:${"0".repeat(64)}` };

// Of a key that was thrown away.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBdjCCARugAwIBAgIULaY9I0DRGmMCyPPUU/4l/9yBlQ4wCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEZnV6ejAgFw0yNjExMjYwMzUxMDlaGA8yMTI2MTEwMjAzNTEw
OVowDzENMAsGA1UEAwwEZnV6ejBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPm3
p+DPmNEpeR3xQq9/+o5TvoD3Fn+4YZMpY4+klXbXOvx+Ojm3+SaXMbei+mlckQVR
dwlPG4eMMkU1tFm27HajUzBRMB0GA1UdDgQWBBTWGgfuza99McopXOsqu45iC/eS
UTAfBgNVHSMEGDAWgBTWGgfuza99McopXOsqu45iC/eSUTAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0kAMEYCIQChV5XBJsI1S+xq99p3S9w1u1l4W5/sMttL
xWDUtv6FQwIhAJNfnUpbJI3/em9y3twWRq/QLpkVjNU4NLPCCW7AvP5z
-----END CERTIFICATE-----
`;

/** A key as somebody's file has it: a line with the algorithm, then PEM, a JWK or a secret. */
export const open = async (): Promise<Door> => {
  const { signing, verification = "" } = await generateKey("ES256");
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const jwk = (key: typeof rsa.publicKey): string => JSON.stringify(key.export({ format: "jwk" }));
  const pem = (key: typeof rsa.privateKey): string =>
    key.export({ type: "pkcs8", format: "pem" }).toString();
  const token = await signCheckpoint(HEAD, { key: signing, algorithm: "ES256" });
  const files: [SignatureAlgorithm, string][] = [
    ["ES256", signing],
    ["ES256", verification],
    ["ES256", CERTIFICATE],
    ["RS256", pem(rsa.privateKey)],
    ["PS512", jwk(rsa.publicKey)],
    ["ES384", jwk(ec.publicKey)],
    ["ES384", jwk(ec.privateKey)],
    ["HS256", KEY.key],
  ];
  return {
    seeds: files.map(([algorithm, text]) => Buffer.from(`${algorithm}\n${text}`)),
    take: async (bytes) => {
      const end = Buffer.from(bytes).indexOf("\n");
      const algorithm = Buffer.from(bytes.subarray(0, Math.max(0, end))).toString();
      const key = { key: bytes.slice(end + 1), algorithm: algorithm as SignatureAlgorithm };
      const signs = await reasonOf(() => signCheckpoint(HEAD, key));
      const verifies = await reasonOf(() => verifyCheckpoint(token, key));
      return [`signs ${signs}`, `verifies ${verifies}`];
    },
  };
};

/** Why a key is of no use, by the word that says so. */
const reasonOf = async (use: () => Promise<unknown>): Promise<string> => {
  try {
    await use();
    return "yes";
  } catch (error) {
    if (isAmrnciError(error) && error.reason !== undefined) return error.reason.code;
    throw error;
  }
};
