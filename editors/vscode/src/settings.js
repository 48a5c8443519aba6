// The settings of the editor -> what the other modules need of them.
"use strict";

const vscode = require("vscode");

const { deckgenCommand } = require("./commands");

/** Return the settings of the extension. */
function settings() {
  return vscode.workspace.getConfiguration("deckgen");
}

/** Return the program and the words before those of a command. */
function command() {
  const found = settings();
  return deckgenCommand({
    path: found.get("path", ""),
    python: found.get("python", ""),
    folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
    trusted: vscode.workspace.isTrusted,
  });
}

/**
 * Return which files are decks, as the editor selects documents.
 *
 * @returns {{scheme: string, language: string, pattern: string}[]}
 */
function selector() {
  const patterns = settings().get("files", []);
  return patterns.map((pattern) => ({ scheme: "file", language: "yaml", pattern }));
}

/** Tell whether a document is a deck, or part of one. */
function isDeck(document) {
  return document !== undefined && vscode.languages.match(selector(), document) > 0;
}

module.exports = { command, isDeck, selector, settings };
