// Tries one input by itself; scripts/fuzz/alone.ts starts it.
import { once } from "node:events";
import type { Alone } from "./alone.js";
import { outcomeOf } from "./door.js";
import { openDoors } from "./doors.js";
import { createMeter, MOST_MB } from "./memory.js";

const [{ folder, door: name, input }] = (await once(process, "message")) as [Alone];
const [door] = await openDoors(folder, name);
if (door === undefined) throw new Error(`there is no door ${name}`);

// What is loaded once for all inputs is not this one's.
const [seed] = door.seeds;
if (seed !== undefined) await outcomeOf(door, seed);
globalThis.gc?.();

const meter = createMeter();
meter.begin();
const { wrong } = await outcomeOf(door, Buffer.from(input, "base64"));
const mb = meter.grownMb();
const tooMuch = mb > MOST_MB ? `takes ${String(mb)} MB` : null;
await new Promise((sent) => process.send?.({ wrong: wrong ?? tooMuch }, sent));
await door.close?.();
process.disconnect();
process.exit(0);
