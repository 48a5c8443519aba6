// The extension: a language server for decks, a panel with their slides, and a command that builds.
"use strict";

const vscode = require("vscode");

const { build } = require("./building");
const { Previews } = require("./preview");
const { Server } = require("./server");
const { isDeck, settings } = require("./settings");

const RESTARTING = ["deckgen.path", "deckgen.python", "deckgen.files"];

/** @type {Server | undefined} */
let server;

/** @param {import("vscode").ExtensionContext} context */
function activate(context) {
  const started = (server = new Server());
  const previews = new Previews();
  const look = () => {
    const document = vscode.window.activeTextEditor?.document;
    vscode.commands.executeCommand("setContext", "deckgen.isDeck", isDeck(document));
  };
  const open = (document) => (isDeck(document) ? started.start() : undefined);
  const ofDeck = (deed) => () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isDeck(document)) {
      const files = settings().get("files", []).join(", ");
      return vscode.window.showInformationMessage(`deckgen: decks are the files ${files}.`);
    }
    return deed(document);
  };
  context.subscriptions.push(
    previews,
    vscode.commands.registerCommand(
      "deckgen.preview",
      ofDeck((document) => previews.show(document.uri)),
    ),
    vscode.commands.registerCommand("deckgen.build", ofDeck(build)),
    vscode.commands.registerCommand("deckgen.restart", () => started.restart()),
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      look();
      if (editor !== undefined) {
        previews.follow(editor);
      }
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => previews.follow(textEditor)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      look();
      if (started.client !== undefined && RESTARTING.some((name) => event.affectsConfiguration(name))) {
        return started.restart();
      }
      return vscode.workspace.textDocuments.forEach(open);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.client && started.restart()),
  );
  look();
  vscode.workspace.textDocuments.forEach(open);
}

function deactivate() {
  return server?.stop();
}

module.exports = { activate, deactivate };
