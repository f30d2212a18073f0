import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node.js";

/** The language server that editors run for YAML, over the streams as they talk to it. */
export interface YamlServer {
  /** What it finds wrong with a text that is open under this path. */
  diagnose(path: string, text: string): Promise<Diagnostic[]>;
  /** What it offers at a place (line and column from 0) of a text. */
  complete(path: string, text: string, line: number, column: number): Promise<CompletionItem[]>;
  /** What it tells about a place. */
  hover(path: string, text: string, line: number, column: number): Promise<string>;
  stop(): Promise<void>;
}

/** Starts `yaml-language-server` in a workspace with the settings that the editor would give it. */
export const startYamlServer = async (
  workspace: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<YamlServer> => {
  const program = createRequire(import.meta.url).resolve(
    "yaml-language-server/bin/yaml-language-server",
  );
  const server = spawn(process.execPath, [program, "--stdio"], {
    cwd: workspace,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => {
    server.once("close", () => {
      resolve();
    });
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<string, (found: Diagnostic[]) => void>();
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      waiting.get(uri)?.(diagnostics);
    },
  );
  // An editor's settings by section: "yaml", then those of other servers, which we have none of.
  connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === "yaml" ? yamlSection(settings) : {})),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();

  const rootUri = pathToFileURL(workspace).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "workspace" }],
    capabilities: {
      textDocument: {
        publishDiagnostics: {},
        completion: { completionItem: { documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] },
      },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { yaml: yamlSection(settings) },
  });

  let opened = 0;
  /** Opens a text, waits until the server has looked at it, asks, and closes it again. */
  const opening = async <T>(
    path: string,
    text: string,
    ask: (uri: string, found: Diagnostic[]) => Promise<T> | T,
  ): Promise<T> => {
    const uri = pathToFileURL(path).href;
    const found = new Promise<Diagnostic[]>((resolve) => waiting.set(uri, resolve));
    const textDocument = { uri, languageId: "yaml", version: ++opened, text };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    const answer = await ask(uri, await found);
    // Closing clears what was found, which must not be taken for an answer to the next text.
    const cleared = new Promise<Diagnostic[]>((resolve) => waiting.set(uri, resolve));
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await cleared;
    waiting.delete(uri);
    return answer;
  };
  const at = (uri: string, line: number, character: number): object => ({
    textDocument: { uri },
    position: { line, character },
  });
  return {
    diagnose: (path, text) => opening(path, text, (_, found) => found),
    complete: (path, text, line, column) =>
      opening(path, text, async (uri) => {
        const list = await connection.sendRequest<CompletionList | CompletionItem[] | null>(
          "textDocument/completion",
          at(uri, line, column),
        );
        return Array.isArray(list) ? list : (list?.items ?? []);
      }),
    hover: (path, text, line, column) =>
      opening(path, text, async (uri) => {
        const hover = await connection.sendRequest<Hover | null>(
          "textDocument/hover",
          at(uri, line, column),
        );
        return JSON.stringify(hover?.contents ?? "");
      }),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
};

/** `{"yaml.hover": true}` as `{hover: true}`: the section that the server asks for. */
const yamlSection = (settings: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(settings)
      .filter(([name]) => /^yaml\.[a-z]+$/i.test(name))
      .map(([name, value]) => [name.slice("yaml.".length), value]),
  );
