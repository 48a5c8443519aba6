// A click in the preview -> the place in the editor: a door on which `goto.js` knocks.
"use strict";

const crypto = require("node:crypto");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");

const GOTO = path.join(__dirname, "goto.js");
const MOST = 10_000;

/** Listens where no other user of the machine can knock, and opens the places that it is told. */
class Door {
  /** @param {(place: {file: string, line: number, column: number}) => void} open */
  constructor(open) {
    const name = `deckgen-${crypto.randomBytes(12).toString("hex")}`;
    this.folder = process.platform === "win32" ? "" : fs.mkdtempSync(path.join(os.tmpdir(), name));
    this.at = this.folder ? path.join(this.folder, "door") : `\\\\.\\pipe\\${name}`;
    this.server = net.createServer((socket) => {
      let told = "";
      socket.setEncoding("utf8");
      socket.on("data", (part) => {
        told += part;
        if (told.length > MOST) {
          socket.destroy();
        }
      });
      socket.on("end", () => {
        const place = placeIn(told);
        if (place !== undefined) {
          open(place);
        }
      });
      socket.on("error", () => undefined);
    });
    this.server.on("error", () => undefined);
    this.server.listen(this.at);
    this.server.unref();
  }

  /**
   * Return the command with which a preview opens places: the words of `--editor`.
   *
   * @param {string} node
   */
  command(node = process.execPath) {
    return [node, GOTO, this.at].map(quoted).join(" ") + " {path} {line} {column}";
  }

  close() {
    this.server.close();
    if (this.folder) {
      fs.rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

/** @param {string} told */
function placeIn(told) {
  try {
    const { file, line, column } = JSON.parse(told);
    const counted = [line, column].every((each) => Number.isInteger(each) && each > 0);
    return typeof file === "string" && counted ? { file, line, column } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Return a word as a shell has it, in which deckgen divides commands.
 *
 * @param {string} word
 */
function quoted(word) {
  return `'${word.replaceAll("'", "'\"'\"'")}'`;
}

module.exports = { Door, placeIn };
