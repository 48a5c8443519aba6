// A stand-in for the editor's `vscode` and its client library, as far as the extension uses them.
"use strict";

const Module = require("node:module");
const path = require("node:path");

/** Return a new editor with nothing open, and what it was asked to do. */
function makeEditor({ settings = {}, folders = [], trusted = true } = {}) {
  const done = { commands: new Map(), contexts: new Map(), errors: [], panels: [], tasks: [] };
  const listeners = new Map();
  const on = (name) => (listener) => {
    listeners.set(name, listener);
    return { dispose: () => listeners.delete(name) };
  };
  const defaults = Object.fromEntries(
    Object.entries(require("../package.json").contributes.configuration.properties).map(
      ([name, { default: value }]) => [name.replace("deckgen.", ""), value],
    ),
  );
  const vscode = {
    Position: class {
      constructor(line, character) {
        Object.assign(this, { line, character });
      }
    },
    Range: class {
      constructor(start, end) {
        Object.assign(this, { start, end });
      }
    },
    Uri: { file: (name) => ({ fsPath: name, scheme: "file" }), parse: (text) => ({ text }) },
    ViewColumn: { One: 1, Beside: -2 },
    TaskScope: { Workspace: 2 },
    TaskRevealKind: { Always: 1 },
    ProcessExecution: class {
      constructor(program, words, options) {
        Object.assign(this, { program, words, options });
      }
    },
    Task: class {
      constructor(definition, scope, name, source, execution) {
        Object.assign(this, { definition, scope, name, source, execution });
      }
    },
    commands: {
      registerCommand: (name, deed) => {
        done.commands.set(name, deed);
        return { dispose: () => undefined };
      },
      executeCommand: (_, name, value) => done.contexts.set(name, value),
    },
    languages: {
      match: (selector, { languageId, uri }) =>
        selector.some(
          ({ language, pattern }) =>
            language === languageId && path.matchesGlob
              ? path.matchesGlob(uri.fsPath, pattern)
              : globOf(pattern).test(uri.fsPath) && language === languageId,
        )
          ? 10
          : 0,
    },
    tasks: { executeTask: (task) => done.tasks.push(task) },
    env: { openExternal: (uri) => done.commands.set("opened", uri) },
    window: {
      activeTextEditor: undefined,
      visibleTextEditors: [],
      showErrorMessage: async (message) => void done.errors.push(message),
      showInformationMessage: async (message) => void done.errors.push(message),
      showTextDocument: async (uri, options) => void (done.shown = { uri, options }),
      createWebviewPanel: (kind, title, column, options) => {
        const gone = [];
        const panel = {
          kind,
          title,
          options,
          webview: { html: "" },
          reveal: () => (panel.revealed = true),
          onDidDispose: (listener) => gone.push(listener),
          dispose: () => gone.splice(0).forEach((listener) => listener()),
        };
        done.panels.push(panel);
        return panel;
      },
      onDidChangeActiveTextEditor: on("editor"),
      onDidChangeTextEditorSelection: on("selection"),
    },
    workspace: {
      isTrusted: trusted,
      workspaceFolders: folders.map((folder) => ({ uri: { fsPath: folder } })),
      textDocuments: [],
      getConfiguration: () => ({ get: (name, other) => settings[name] ?? defaults[name] ?? other }),
      getWorkspaceFolder: () => undefined,
      onDidOpenTextDocument: on("open"),
      onDidChangeConfiguration: on("configuration"),
      onDidGrantWorkspaceTrust: on("trust"),
    },
  };
  const clients = [];
  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { id, server, options, state: "new" });
      clients.push(this);
    }
    async start() {
      if (done.refusal) {
        throw new Error(done.refusal);
      }
      this.state = "started";
    }
    async dispose() {
      this.state = "stopped";
    }
  }
  return { vscode, done, clients, listeners, LanguageClient };
}

function globOf(pattern) {
  const signs = { "**/": "(?:.*/)?", "*": "[^/]*", ".": "\\." };
  return new RegExp(`^${pattern.replace(/\*\*\/|\*|\./g, (sign) => signs[sign])}$`);
}

/** Load the extension anew, in an editor. */
function load(editor, name = "extension") {
  const original = Module._load;
  const folder = path.join(__dirname, "..", "src") + path.sep;
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(folder)) {
      delete require.cache[file];
    }
  }
  Module._load = function (request, ...rest) {
    if (request === "vscode") {
      return editor.vscode;
    }
    if (request === "vscode-languageclient/node") {
      return { LanguageClient: editor.LanguageClient };
    }
    return original.call(this, request, ...rest);
  };
  try {
    return require(`../src/${name}`);
  } finally {
    Module._load = original;
  }
}

/** Return a document as the editor has it. */
function document(file, languageId = "yaml") {
  const saved = { count: 0 };
  return {
    uri: { fsPath: file, scheme: "file" },
    languageId,
    saved,
    save: async () => (saved.count += 1),
  };
}

/** Return an editor that shows a document, with its cursor in a line counted from 1. */
function showing(shown, line = 1) {
  return { document: shown, selection: { active: { line: line - 1, character: 0 } } };
}

/** Wait until something is so, for no longer than half a minute. */
async function until(holds) {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (holds()) {
      return;
    }
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("waited in vain");
}

module.exports = { document, load, makeEditor, showing, until };
