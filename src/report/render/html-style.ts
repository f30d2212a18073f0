/*
 * The look of a document of an authority (GB/T 9704-2012): 仿宋 for the text, 黑体 for headings, 楷体 for
 * what stands below them, with what other systems have in their place.
 */
export const STYLE = `
:root { color-scheme: light; --line: #999; }
body { margin: 0; background: #eee; color: #111; }
section { box-sizing: border-box; max-width: 210mm; margin: 1.5rem auto; padding: 25mm 24mm; background: #fff;
  box-shadow: 0 1px 6px rgb(0 0 0 / 15%); }
.report { font: 16pt/1.75 "Times New Roman", FangSong, "FangSong_GB2312", STFangsong, "Noto Serif CJK SC",
  "Songti SC", SimSun, serif; }
.guide, .checklist { font: 11pt/1.6 "Times New Roman", SimSun, "Songti SC", STSong, "Noto Serif CJK SC", serif; }
:lang(en) .report { font-size: 12pt; line-height: 1.55; }
h1 { margin: 0 0 1.4em; font: bold 1.375em/1.45 "Times New Roman", "FZXiaoBiaoSong-B05S", SimSun, "Songti SC",
  "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; }
h2 { margin: .9em 0 .3em; font: 1em/1.6 SimHei, "Heiti SC", STHeiti, "Noto Sans CJK SC", sans-serif; }
:lang(en) h2 { font: bold 1.05em/1.4 "Times New Roman", serif; }
p { margin: 0 0 .35em; overflow-wrap: anywhere; white-space: pre-wrap; }
:lang(zh-CN) .report :is(.text, h2) { text-indent: 2em; }
:lang(zh-CN) :is(.guide, .checklist) :is(h2, .text) { text-indent: 0; }
:lang(zh-CN) .text, :lang(zh-CN) .remark { text-align: justify; }
b { font-family: KaiTi, "KaiTi_GB2312", STKaiti, "Kaiti SC", "Noto Serif CJK SC", serif; font-weight: normal; }
:lang(en) b { font: inherit; font-weight: bold; }
.addressee { margin-bottom: .6em; }
.closing { margin: 1em 0; text-indent: 2em; }
:lang(en) .closing { text-indent: 0; }
.signature { margin: 0 2em 0 0; text-align: right; }
.contact { margin-top: 1em; text-indent: 2em; }
.quote, .remark { color: #444; }
.quote { padding-left: .8em; border-left: 3px solid var(--line); }
:is(.guide, .checklist) h1 { font-size: 1.3em; margin-bottom: .6em; }
table { width: 100%; margin: .5em 0 .9em; border-collapse: collapse; table-layout: fixed; font-size: .75em;
  line-height: 1.5; }
:is(.guide, .checklist) table { font-size: .92em; }
th, td { padding: .35em .5em; border: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: #f2f2f2; font-weight: bold; }
ul { margin: .2em 0 .8em; padding-left: 1.4em; }
mark { background: none; color: inherit; }
mark.missing { background: #fff3bf; font-weight: bold; }
mark.blank { background: #e7f5ff; }
mark.inference { color: #666; }
@page { size: A4; margin: 25mm 24mm; }
@media print {
  body { background: none; }
  section { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  section + section { break-before: page; }
  h2 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;

/** The hash of the style, by which the page's content security policy lets it in and nothing else. */
export const STYLE_HASH = "sha256-ppgkgEGbLVLSHEYCfcsQNU5DF/ChAK5sL5zX9Xz1s20=";
