// Where the cursor is -> the preview that shows the slide there.
"use strict";

const http = require("node:http");

const PAUSE = 80;
const PATIENCE = 2_000;

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
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.post(body), PAUSE);
  }

  /** @param {string} body */
  post(body) {
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
    request.on("response", (answer) => answer.resume());
    request.end(body);
  }

  stop() {
    clearTimeout(this.waiting);
  }
}

module.exports = { Cursor };
