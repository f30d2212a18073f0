const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What the file says of itself: its title, and neither a time nor a person. */
export const coreProperties = (title: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${title.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)}</dc:title>`,
    "<dc:creator>amrnci</dc:creator>",
    "</cp:coreProperties>",
  ].join("");
