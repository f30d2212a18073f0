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
      // A name that starts with _ says that the value is skipped on purpose.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { args: "after-used", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
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
    // In a test a value that is not there fails it, which is what is wanted.
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-non-null-asserted-optional-chain": "off",
      "@typescript-eslint/no-misused-spread": "off",
    },
  },
  {
    // Tools want a default export from their configuration.
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
