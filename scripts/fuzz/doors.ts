import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Door } from "./door.js";
import { createProduct, type Product } from "./product.js";

/** What a file of `doors/` exports; its name is the door's. */
interface DoorFile {
  readonly open: (product: Product) => Door | Promise<Door>;
}

export interface NamedDoor extends Door {
  readonly name: string;
}

const DOORS = fileURLToPath(new URL("doors", import.meta.url));

/** Opens every door of a folder, or the one of a name. */
export const openDoors = async (folder = DOORS, only?: string): Promise<NamedDoor[]> => {
  const product = await createProduct();
  const names = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((name) => only === undefined || name === only)
    .sort();
  const doors: NamedDoor[] = [];
  for (const name of names) {
    const url = pathToFileURL(join(folder, `${name}.ts`)).href;
    const { open } = (await import(url)) as DoorFile;
    doors.push({ name, ...(await open(product)) });
  }
  return doors;
};
