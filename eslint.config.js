import tseslint from "typescript-eslint";

// Names that the DOM's types make global and that are nearly always a variable forgotten.
const surprising = [
  "event",
  "name",
  "status",
  "length",
  "open",
  "close",
  "stop",
  "find",
  "parent",
  "self",
  "top",
  "origin",
];

export default tseslint.config(
  { ignores: [".cache", "build", "coverage", "dist", "src/generated"] },
  {
    files: ["**/*.ts"],
    extends: [
      tseslint.configs.eslintRecommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "no-restricted-globals": ["error", ...surprising],
      eqeqeq: "error",
      "no-console": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      // An index signature and a Record say the same; the documents' types use either.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "Export by name: a name is the same wherever it is imported.",
        },
      ],
    },
  },
  {
    // Tools want a default export from their configuration.
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
