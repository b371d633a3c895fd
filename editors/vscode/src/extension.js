// Starts `plainlint lsp` for the pages of this window, and starts it again when its settings change.

const vscode = require("vscode");
const { LanguageClient, RevealOutputChannelOn } = require("vscode-languageclient/node");

const INSTALL = "https://pypi.org/project/plainlint/";
let client = null;
let turn = Promise.resolve();

function readCommand() {
  const settings = vscode.workspace.getConfiguration("plainlint");
  const [command = "plainlint", ...first] = settings.get("command", ["plainlint"]);
  const args = [...first, "lsp"];
  const config = settings.get("config", "");
  if (config) args.push("--config", config);
  if (settings.get("plugins", false) && vscode.workspace.isTrusted) args.push("--plugins");
  return { command, args };
}

function makeClient() {
  const { command, args } = readCommand();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return new LanguageClient(
    "plainlint",
    "plainlint",
    { command, args, options: { cwd: folder } },
    {
      documentSelector: [
        { scheme: "file", language: "markdown" },
        { scheme: "untitled", language: "markdown" },
        { scheme: "file", language: "html" },
      ],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/{plainlint.toml,pyproject.toml}") },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
}

async function start() {
  client = makeClient();
  try {
    await client.start();
  } catch (error) {
    const words = "plainlint could not be started. Is it installed, with its part for editors? (pip install 'plainlint[lsp]')";
    const chosen = await vscode.window.showErrorMessage(words, "How to install", "Settings", "What happened");
    if (chosen === "How to install") vscode.env.openExternal(vscode.Uri.parse(INSTALL));
    if (chosen === "Settings") vscode.commands.executeCommand("workbench.action.openSettings", "plainlint.command");
    if (chosen === "What happened") client.outputChannel.show();
  }
}

async function stop() {
  const old = client;
  client = null;
  if (old?.isRunning()) await old.stop();
  old?.outputChannel.dispose();
}

// One after the other: a restart waits until the last one is done.
function restart() {
  turn = turn.then(stop).then(start);
  return turn;
}

exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("plainlint.restart", restart),
    vscode.commands.registerCommand("plainlint.showLog", () => client?.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("plainlint") && restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  return restart();
};

exports.deactivate = () => turn.then(stop);
