// A deck -> its PowerPoint file, in a task whose messages lead to their lines.
"use strict";

const path = require("node:path");
const vscode = require("vscode");

const { command, settings } = require("./settings");

/**
 * Build a deck, after its text has been saved.
 *
 * @param {import("vscode").TextDocument} document
 */
async function build(document) {
  await document.save();
  const [program, ...words] = command();
  const more = settings().get("arguments", []);
  const file = document.uri.fsPath;
  const execution = new vscode.ProcessExecution(program, [...words, "build", file, ...more], {
    cwd: path.dirname(file),
  });
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const task = new vscode.Task(
    { type: "process" },
    folder ?? vscode.TaskScope.Workspace,
    `Build ${path.basename(file)}`,
    "deckgen",
    execution,
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  return vscode.tasks.executeTask(task);
}

module.exports = { build };
