// The bill of materials of dist/: whose code is in it, in which version, under which licence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as CDX from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description?: string;
}

/** A CycloneDX 1.6 document; the same packages give the same bytes. */
export const sbom = (root: string, names: readonly string[]): string => {
  const { Models, Enums, Spec, Serialize } = CDX;
  const component = (folder: string, type: CDX.Enums.ComponentType): CDX.Models.Component => {
    const file = readFileSync(join(root, folder, "package.json"), "utf8");
    const { name, version, license, description } = JSON.parse(file) as Package;
    const [, group, bare = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
    const purl = new PackageURL("npm", group, bare, version, undefined, undefined).toString();
    const made = new Models.Component(type, bare, {
      bomRef: purl,
      version,
      purl,
      ...(group === undefined ? {} : { group }),
      ...(description === undefined ? {} : { description }),
    });
    const isKnown = CDX.SPDX.isSupportedSpdxId(license);
    made.licenses.add(isKnown ? new Models.SpdxLicense(license) : new Models.NamedLicense(license));
    return made;
  };
  const bom = new Models.Bom();
  bom.metadata.component = component(".", Enums.ComponentType.Library);
  for (const name of names) {
    const part = component(join("node_modules", name), Enums.ComponentType.Library);
    bom.components.add(part);
    bom.metadata.component.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
};
