// Writes the schemas that the YAML extension reads, from the deckgen that `DECKGEN` or the search path has.
"use strict";

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "..", "schemas");
const [program, ...words] = (process.env.DECKGEN ?? "deckgen").split(" ");
fs.mkdirSync(folder, { recursive: true });
for (const language of ["deck", "trademarks"]) {
  const schema = execFileSync(program, [...words, "schema", language], { encoding: "utf8" });
  fs.writeFileSync(path.join(folder, `${language}.schema.json`), schema);
}
