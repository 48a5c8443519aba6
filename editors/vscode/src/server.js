// Decks in the editor -> a language server, which runs while there are any.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const { command, selector } = require("./settings");

const HOW_TO_INSTALL = "https://github.com/deckgen/deckgen/blob/main/docs/editors.md";

/** Starts and stops the language server, one for the whole window. */
class Server {
  constructor() {
    /** @type {LanguageClient | undefined} */
    this.client = undefined;
    /** @type {Promise<void>} */
    this.busy = Promise.resolve();
  }

  /** Start the server unless it runs. */
  start() {
    return this.next(async () => {
      if (this.client === undefined) {
        await this.begin();
      }
    });
  }

  /** Start the server anew, with the settings as they are now. */
  restart() {
    return this.next(async () => {
      await this.end();
      await this.begin();
    });
  }

  /** Stop the server. */
  stop() {
    return this.next(() => this.end());
  }

  /**
   * Do something once what was asked before is done.
   *
   * @param {() => Promise<void>} deed
   */
  next(deed) {
    this.busy = this.busy.then(deed, deed);
    return this.busy;
  }

  async begin() {
    const [program, ...words] = command();
    const run = { command: program, args: [...words, "lsp"] };
    const options = { documentSelector: selector() }; // the server asks for what changes on disk
    const client = new LanguageClient("deckgen", "deckgen", { run, debug: run }, options);
    try {
      await client.start();
      this.client = client;
    } catch (error) {
      await tellOfFailure(program, error);
    }
  }

  async end() {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }
}

/**
 * Say that the server does not start, and where it is told what to do.
 *
 * @param {string} program
 * @param {unknown} error
 */
async function tellOfFailure(program, error) {
  const reason = error instanceof Error ? error.message : String(error);
  const message =
    `deckgen: the language server '${program} lsp' does not start (${reason}). ` +
    "Install it with: pip install 'deckgen-pptx[lsp]'";
  const help = "How to Install";
  vscode.window.showErrorMessage(message, help).then((chosen) => {
    if (chosen === help) {
      vscode.env.openExternal(vscode.Uri.parse(HOW_TO_INSTALL));
    }
  });
}

module.exports = { Server };
