// Settings and a workspace -> the words that run deckgen.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

/**
 * @typedef {object} Wishes
 * @property {string} path the program, if one is set
 * @property {string} python the Python that has deckgen, if one is set
 * @property {string[]} folders the folders of the workspace
 * @property {boolean} trusted whether programs in those folders may be run
 */

/**
 * Return the program and the words before those of a command.
 *
 * A program that is set comes first, then a Python, then an environment in the workspace, if that is
 * trusted, then the search path.
 *
 * @param {Wishes} wishes
 * @param {(file: string) => boolean} exists
 * @param {string} platform
 * @returns {string[]}
 */
function deckgenCommand(wishes, exists = fs.existsSync, platform = process.platform) {
  if (wishes.path) {
    return [wishes.path];
  }
  if (wishes.python) {
    return [wishes.python, "-m", "deckgen"];
  }
  const program = platform === "win32" ? ["Scripts", "deckgen.exe"] : ["bin", "deckgen"];
  for (const folder of wishes.trusted ? wishes.folders : []) {
    const found = path.join(folder, ".venv", ...program);
    if (exists(found)) {
      return [found];
    }
  }
  return ["deckgen"];
}

module.exports = { deckgenCommand };
