import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyLog } from "../../src/records/index.js";
import { temporaryFolder } from "./support.js";

const OPEN_FILES = "/proc/self/fd";

describe.runIf(existsSync(OPEN_FILES))("verifying", () => {
  it("leaves no file open, also where it is refused", async () => {
    const file = join(temporaryFolder(), "log.ndjson");
    writeFileSync(file, "no record\n");
    const before = readdirSync(OPEN_FILES).length;
    for (let n = 0; n < 20; n += 1) {
      await expect(verifyLog([file])).rejects.toMatchObject({ code: "records_unreadable" });
    }
    expect(readdirSync(OPEN_FILES).length).toBeLessThan(before + 10);
  });
});
