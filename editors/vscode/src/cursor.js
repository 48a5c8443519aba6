// Where the cursor is -> the preview that shows the slide there.
"use strict";

const http = require("node:http");

const PAUSE = 80;
const PATIENCE = 10_000;
const AGAIN = 500;
const TRIES = 10;
const MOST = 1_000;

/** Tells a preview where the cursor is, once it has rested. */
class Cursor {
  /** @param {{port: number, token: string}} preview */
  constructor(preview) {
    this.preview = preview;
    /** @type {NodeJS.Timeout | undefined} */
    this.waiting = undefined;
    this.last = "";
  }

  /**
   * Take the place of the cursor; lines are counted from 1.
   *
   * @param {string} file
   * @param {number} line
   */
  move(file, line) {
    const body = JSON.stringify({ file, line });
    if (body === this.last) {
      return;
    }
    this.last = body;
    this.wait(body, PAUSE, TRIES);
  }

  /**
   * Tell the preview after a pause; one that does not know the place yet is told again.
   *
   * @param {string} body
   * @param {number} pause
   * @param {number} tries
   */
  wait(body, pause, tries) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.post(body, tries), pause);
  }

  /**
   * @param {string} body
   * @param {number} tries
   */
  post(body, tries) {
    const request = http.request({
      host: "127.0.0.1",
      port: this.preview.port,
      path: "/cursor",
      method: "POST",
      timeout: PATIENCE,
      headers: {
        Authorization: `Bearer ${this.preview.token}`,
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(body),
      },
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => undefined); // the preview has ended, which its panel tells
    request.on("response", (answer) => {
      let told = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => {
        told = (told + part).slice(0, MOST);
      });
      answer.on("end", () => {
        if (tries > 1 && body === this.last && isUnknown(told)) {
          this.wait(body, AGAIN, tries - 1);
        }
      });
    });
    request.end(body);
  }

  stop() {
    this.last = "";
    clearTimeout(this.waiting);
  }
}

/**
 * Tell whether a preview says that it knows no slide at a place: it may not have read it yet.
 *
 * @param {string} told
 */
function isUnknown(told) {
  try {
    return JSON.parse(told).slide === null;
  } catch {
    return false;
  }
}

module.exports = { Cursor };
