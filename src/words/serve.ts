import type { Language } from "./words.js";

const zh = {
  help: "以 HTTP 服务提供判定，兼容 OPA 的 REST API",
  help_host: "监听地址；默认仅本机可访问",
  help_port: "监听端口；0 为任一空闲端口",
  help_bundle: "规则包的文件或网址（https），其更新会自动生效；默认使用内置规则包",
  help_key: "规则包签名的公钥文件（PEM 或 JWK）；HS256 等为密钥文件",
  help_key_id: "签名密钥的标识",
  help_algorithm: "签名算法",
  help_scope: "签名的范围（scope）",
  help_skip: "不验证网址上规则包的签名",
  help_source_token: "访问规则包网址所用令牌的文件",
  help_store: "保存最近有效规则包的文件夹，供下次启动使用",
  help_override: "启动时采用来源提供的规则包，即使不比已保存的更新；须写明理由，理由会记录在案",
  help_tokens: "访问令牌文件，每行一个；除 /health 外均须携带其一",
  help_body: "请求体及批量每行的字节上限",
  help_concurrent: "同时处理的请求数上限",
  help_log: "运行日志（写入标准错误，JSON）的级别",
  help_grace: "收到 SIGTERM 后，等待未完成请求的秒数上限",
  listening: "amrnci 正在 {url} 提供服务；规则 {versions}，修订号 {revision}，{digest}",
  not_listening: "无法在 {host}:{port} 监听：{reason}",
  bad_number: "{option} 须为 {least} 至 {most} 的整数，而不是“{value}”",
  no_tokens: "{file} 中没有访问令牌；每行写一个",
  short_token: "{file} 中的访问令牌过短；每个至少 16 个字符",
  bad_token: "{file} 中的访问令牌含有空格；每行只写一个",
  unverified: "从网址获取的规则包须验证签名：请加 --verification-key，或明确写出 --skip-verify",
} as const;

type ServeWords = Record<keyof typeof zh, string>;

const en: ServeWords = {
  help: "answer over HTTP, as a drop-in for OPA's REST API",
  help_host: "the address to listen on; only this machine unless given",
  help_port: "the port to listen on; 0 is any free one",
  help_bundle:
    "a bundle's file or https address, whose updates take effect by themselves; the embedded one unless given",
  help_key: "the file of the key that signs bundles (public key as PEM or JWK, or a secret)",
  help_key_id: "the id of that key",
  help_algorithm: "its algorithm",
  help_scope: "the scope that must be signed",
  help_skip: "take bundles from an address without verifying who signed them",
  help_source_token: "the file of the token that the bundle's address asks for",
  help_store: "a folder that keeps the last good bundle for the next start",
  help_override:
    "take what the source has at the start even if it is not newer than the bundle that is kept; the reason is recorded",
  help_tokens: "a file of bearer tokens, one a line; all but /health then asks for one",
  help_body: "how many bytes a body, or a line of a batch, may have",
  help_concurrent: "how many requests may be in progress",
  help_log: "the level of the log (on standard error, JSON)",
  help_grace: "how many seconds requests may take to end after SIGTERM",
  listening: "amrnci listens on {url}; rules {versions}, revision {revision}, {digest}",
  not_listening: "cannot listen on {host}:{port}: {reason}",
  bad_number: '{option} is a whole number from {least} to {most}, not "{value}"',
  no_tokens: "{file} holds no token; write one a line",
  short_token: "a token in {file} is too short; each has at least 16 characters",
  bad_token: "a token in {file} holds a space; write one a line",
  unverified:
    "a bundle from an address must be verified: add --verification-key, or say --skip-verify",
};

/** The words of the `serve` command in one language. */
export const serveWords = (language: Language): ServeWords => (language === "zh" ? zh : en);
