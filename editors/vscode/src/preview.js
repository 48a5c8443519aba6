// A deck -> a panel that shows its slides, from a `deckgen preview` that runs as long as it does.
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");
const vscode = require("vscode");

const { addressIn, forPanel, panelPage } = require("./address");
const { Cursor } = require("./cursor");
const { Door } = require("./opening");
const { command, settings } = require("./settings");

const MOST_SAID = 4_000;

/** The previews of the window, one for each deck. */
class Previews {
  constructor() {
    /** @type {Map<string, Preview>} */
    this.byDeck = new Map();
    this.door = new Door((place) => void openAt(place));
  }

  /**
   * Show the slides of a deck beside its text; a panel that is there is brought to the front.
   *
   * @param {import("vscode").Uri} deck
   */
  show(deck) {
    const known = this.byDeck.get(deck.fsPath);
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return known;
    }
    const preview = new Preview(deck, this.door.command());
    this.byDeck.set(deck.fsPath, preview);
    preview.panel.onDidDispose(() => this.byDeck.delete(deck.fsPath));
    return preview;
  }

  /**
   * Take the place of the cursor in an editor.
   *
   * @param {import("vscode").TextEditor} editor
   */
  follow(editor) {
    if (!settings().get("followCursor", true) || editor.document.uri.scheme !== "file") {
      return;
    }
    for (const preview of this.byDeck.values()) {
      preview.cursor?.move(editor.document.uri.fsPath, editor.selection.active.line + 1);
    }
  }

  dispose() {
    for (const preview of [...this.byDeck.values()]) {
      preview.panel.dispose();
    }
    this.door.close();
  }
}

/** A panel and the process that serves it. */
class Preview {
  /**
   * @param {import("vscode").Uri} deck
   * @param {string} opening
   */
  constructor(deck, opening) {
    this.deck = deck;
    /** @type {Cursor | undefined} */
    this.cursor = undefined;
    this.title = `Slides of ${path.basename(deck.fsPath)}`;
    this.panel = vscode.window.createWebviewPanel(
      "deckgen.preview",
      this.title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] },
    );
    this.panel.onDidDispose(() => this.end());
    this.said = "";
    this.printed = "";
    this.process = this.begin(opening);
  }

  /** @param {string} opening */
  begin(opening) {
    const [program, ...words] = command();
    const more = settings().get("arguments", []);
    const options = ["preview", this.deck.fsPath, "--no-open", "--port", "0", "--editor", opening];
    const started = spawn(program, [...words, ...options, ...more], {
      cwd: path.dirname(this.deck.fsPath),
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    started.stdout.setEncoding("utf8");
    started.stderr.setEncoding("utf8");
    started.stdout.on("data", (part) => this.hear(part));
    started.stderr.on("data", (part) => {
      this.said = (this.said + part).slice(-MOST_SAID);
    });
    started.on("error", (error) => this.fail(error.message));
    started.on("close", () => this.fail(this.said.trim()));
    return started;
  }

  /** @param {string} part */
  hear(part) {
    if (this.cursor !== undefined) {
      return;
    }
    this.printed += part;
    const found = addressIn(this.printed);
    if (found !== undefined) {
      this.cursor = new Cursor(found);
      this.panel.webview.html = panelPage(forPanel(found.page), this.title);
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.uri.fsPath === this.deck.fsPath) {
        this.cursor.move(this.deck.fsPath, editor.selection.active.line + 1);
      }
    }
  }

  /** @param {string} why */
  fail(why) {
    if (!this.ended) {
      this.panel.dispose();
      vscode.window.showErrorMessage(`deckgen: the preview has ended. ${why}`);
    }
  }

  end() {
    this.ended = true;
    this.cursor?.stop();
    this.process?.kill();
  }
}

/**
 * Show a place in the text of a deck.
 *
 * @param {{file: string, line: number, column: number}} place
 */
async function openAt({ file, line, column }) {
  const at = new vscode.Position(line - 1, column - 1);
  const beside = vscode.window.visibleTextEditors.find((one) => one.document.uri.fsPath === file);
  await vscode.window.showTextDocument(vscode.Uri.file(file), {
    selection: new vscode.Range(at, at),
    viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One,
  });
}

module.exports = { Previews, openAt };
