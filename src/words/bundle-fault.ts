import type { ActivationFault, BundleFault, KeyFault, SourceFault } from "../bundle/index.js";
import type { ErrorCode, Reason } from "../errors.js";
import { fill } from "./fill.js";
import type { Language } from "./words.js";

type Fault = BundleFault | KeyFault | SourceFault | ActivationFault;

/** The English of these is the message of the error itself. */
const zh: Readonly<Record<Fault, string>> = {
  packed_too_large: "文件超过{limit}字节",
  unpacked_too_large: "解压后超过{limit}字节",
  ratio_too_large: "解压后大小超过原文件的{limit}倍",
  too_many_entries: "归档中的条目超过{limit}个",
  not_gzip: "不是完整的 gzip 文件",
  trailing_bytes: "gzip 文件末尾之后还有其他字节",
  not_tar: "其中不是完整的 tar 归档",
  tar_unclear: "tar 归档的头部有歧义，不同程序会有不同解读（{detail}）",
  link: "{name} 是链接，不是文件",
  not_a_file: "{name} 既不是文件也不是文件夹",
  bad_name: "{name} 不能用作规则包中的文件名",
  file_twice: "{name} 出现了两次",
  delta: "是增量包（{name}），只读取完整的规则包",
  no_policy: "缺少 policy.wasm；请用 make build 构建",
  data_yaml: "{name} 是 YAML；规则包中的数据应为 data.json",
  data_no_object: "{name} 的内容不是对象",
  data_twice: "{name} 给出的 data.{path} 已由另一文件给出",
  not_json: "{name} 不是 UTF-8 编码的 JSON",
  key_twice: "{name} 的同一对象中键“{key}”出现了两次",
  too_deep: "{name} 的嵌套超过{limit}层",
  no_manifest: "缺少 .manifest",
  manifest_misplaced: "OPA 会把 {name} 当作清单；清单只能有一个，即 .manifest",
  manifest_no_object: ".manifest 的内容不是对象",
  manifest_no_revision: ".manifest 没有写明修订号（revision）",
  manifest_no_roots: ".manifest 没有列出根路径（roots）",
  manifest_metadata: ".manifest 的 metadata 不是对象",
  manifest_rego_version: ".manifest 写明的 Rego 版本 {version} 不存在",
  manifest_wasm: ".manifest 含有 wasm 条目，OPA 会因此改为运行 policy.wasm 而不是 Rego",
  no_law: "数据中没有 law",
  revision_differs: ".manifest 的修订号为 {named}，数据的修订号为 {held}",
  logic_differs: ".manifest 的规则逻辑版本为 {named}，数据的规则逻辑版本为 {held}",
  roots_overlap: ".manifest 的根路径 {one} 与 {other} 相互包含",
  data_outside_roots: "数据 data.{path} 不在 .manifest 的根路径之内",
  package_outside_roots: "{name} 的包 {path} 不在 .manifest 的根路径之内",
  not_after_wrong: ".manifest 的 not_after 不是时间；应写作 2027-12-31T23:59:59+08:00",
  package_unclear: "{name} 的开头看不出是哪个包（package）",

  not_signed: "没有签名（缺少 .signatures.json）",
  key_not_given: "规则包带有签名，但没有给出用于验证的密钥",
  delta_not_signable: "是增量包（{name}），增量包无法签名",
  stray_signatures: "{name} 形似签名文件；签名文件只有 .signatures.json",
  signatures_not_json: ".signatures.json 不是 JSON 对象",
  signatures_many: ".signatures.json 中有{count}个签名，应恰好有一个",
  plugin: "签名须由 OPA 插件（{plugin}）验证，本程序没有该插件",
  no_jws: "签名不是 JWS",
  claims_no_files: "签名没有列出文件",
  claims_unclear: "签名内容中的 {name} 与 OPA 的写法不符",
  key_unnamed: "签名没有写明所用密钥，也没有指定密钥",
  key_unknown: "签名所用密钥 {keyid} 未知",
  algorithm_differs: "签名写明的算法为 {named}，而密钥 {keyid} 用于 {algorithm}",
  signature_wrong: "签名与密钥 {keyid} 不符",
  scope_missing: "签名没有写明用途（scope），而要求的用途为 {wanted}",
  scope_not_asked: "签名的用途（scope）为 {signed}，而没有要求任何用途",
  scope_differs: "签名的用途（scope）为 {signed}，而要求的用途为 {wanted}",
  file_signed_twice: "签名两次列出 {name}",
  file_missing: "签名列出的 {name} 不在规则包中",
  file_added: "{name} 不在签名范围内",
  file_changed: "{name} 与签名时不同",
  hash_not_accepted: "{name} 的散列算法 {algorithm} 不被接受",

  revision_older: "修订号 {revision} 早于 {active}",
  revision_same: "修订号 {revision} 与正在使用的规则包相同，但内容不同",
  revision_no_order:
    "修订号 {revision} 与 {active} 无法比较先后；请使用递增的编号（如 2026.2、2026.3）",

  http_status: "返回状态码 {status}",
  timed_out: "{seconds}秒内没有响应",
  too_large: "内容超过{limit}字节",
  unreachable: "{why}",
  redirect_nowhere: "重定向没有写明地址",
  redirects_many: "重定向超过{limit}次",
  redirect_hidden: "发生重定向，而当前运行环境不提供重定向地址",
  redirect_password: "重定向到 {to} 的地址中含有口令",
  redirect_scheme: "重定向到 {scheme}，只接受 https:",
  redirect_plain_http: "重定向到 {to}；未加密的 http: 仅限本机",
  address_no_url: "不是网址",
  address_password: "网址中含有口令；请改用令牌或请求头",
  address_scheme: "网址以 {scheme} 开头，应为 https:",
  address_plain_http: "未加密的 http: 仅限本机，除非设置 allowHttp",
  address_host: "是主机 {host} 上的文件",
  header_unfit: "请求头 {name} 的值无法发送",

  none_active: "无法作出判定；原因见状态",
  following_stopped: "尚未取得规则包，跟随即已停止",
  copy_other_bytes: "内容与保存时不同",
  copy_other_revision: "修订号与保存时不同",
  copy_unreadable: "无法读取 {path}（{why}）",
  copy_unnamed: "{path} 没有写明保存的是哪个规则包（{why}）",
  copy_not_written: "无法写入 {path}（{why}）",
  override_reason: "须写明1至{limit}个字的理由，理由会记录在案",
  module_unnamed: "已部署的模块没有写明版本；请部署本程序包中的 policy.wasm",

  algorithm_unknown: "{algorithm} 不能用于规则包签名；可用的算法有：{known}",
  keyid_unknown: "指定了密钥 {keyid}，但没有给出该名称的密钥",
  public_key_needed: "需要公钥，而给出的是 {kind}",
  private_key_needed: "需要私钥，而给出的是 {kind}",
  key_old: "格式为 {kind}；请先转换：openssl pkcs8 -topk8 -nocrypt",
  key_old_public: "格式为 RSA PUBLIC KEY；请先转换：openssl rsa -RSAPublicKey_in -pubout",
  key_encrypted: "密钥已加密；请先解密：openssl pkcs8 -topk8 -nocrypt",
  key_unreadable: "不是可用于 {algorithm} 的 PEM 或 JWK 密钥；请核对算法",
  key_short: "{algorithm} 要求 RSA 密钥至少{least}位，而此密钥为{held}位",
  secret_is_key: "{algorithm} 使用共享密钥，而给出的是 {kind}",
  secret_short: "{algorithm} 的共享密钥至少须{least}字节，而此密钥为{held}字节",
};

const OPENINGS: Partial<Record<ErrorCode, string>> = {
  bundle_unreadable: "规则包无法读取",
  bundle_not_trusted: "规则包未通过验证",
  bundle_not_newer: "规则包不比正在使用的更新（确需使用的，须写明理由）",
  bundle_source_failed: "未能从 {name} 取得规则包",
  bundle_not_active: "没有可用的规则包",
  bundle_copy_corrupt: "保存的规则包副本已损坏，不予使用",
  bundle_copy_failed: "规则包已启用，但未能保存副本",
  logic_version_mismatch: "无法确定规则逻辑版本",
};

/** What can't be used, where the code says no more than that. */
const usageOpening = (fault: string): string => {
  if (/^address_|^header_/.test(fault)) return "规则包的来源无法使用";
  return fault === "override_reason" ? "无法回退规则包" : "密钥无法使用";
};

/** What is wrong with a bundle or a key, as one sentence; undefined for what is neither. */
export const sayFault = (
  { code, message, reason }: { code: ErrorCode; message: string; reason?: Reason | undefined },
  language: Language,
): string | undefined => {
  if (reason === undefined || !Object.hasOwn(zh, reason.code)) return undefined;
  if (language === "en") return message;
  const opening = code === "usage" ? usageOpening(reason.code) : (OPENINGS[code] ?? code);
  return fill(`${opening}：${zh[reason.code as Fault]}。`, reason.params);
};
