// The writer's page: keeps the text, its result and what is shown in step.

import { Cards } from "./cards.js";
import { askForReason, askForText, askWriter } from "./dialogs.js";
import { Editor } from "./editor.js";
import { Files } from "./files.js";
import { Live } from "./live.js";
import { Panel } from "./panel.js";
import { ask, fetchFile } from "./server.js";
import { speak, t } from "./words.js";

const PASTED = "pasted.md";
const TOAST = 8000, LATE = 400, RESTING = 1500;
const byId = (id) => document.getElementById(id);

const page = {
  name: "", // of the open page
  digest: "", // of its file when it was opened or saved
  saved: "", // its text then
  audience: "", // chosen for a text that names none
  version: Date.now(), // of the text; grows with each change, and from one visit to the next
  view: null, // the newest result, with positions in the text of now
  open: 0, // the number of the open card
  since: [], // the changes since the text that is being checked
  isChecking: false,
  changedAt: 0,
};
const drafts = new Map(); // the editor's state of pages that were left with changes
let audiences = [];
let started = null; // settles when the files are known

const editor = new Editor(byId("editor"), document.querySelector("meta[name=nonce]").content, {
  changed(changes) {
    page.version++;
    page.changedAt = Date.now();
    page.since.push(changes);
    if (page.view) movePositions(page.view, [changes]);
    showSaved();
    check();
  },
  moved(caret) {
    if (!page.view) return;
    const card = page.view.cards.find((one) => one.from <= caret && caret <= one.to);
    if (card && card.number !== page.open) openCard(card, false);
  },
  numberChosen(number) {
    const card = page.view?.cards[number - 1];
    if (!card) return;
    drawer.open(() => editor.findNumber(number));
    openCard(card, true);
    editor.reveal(card.from);
  },
  htmlPasted: async (html) => editor.insert((await convert(html)).trimEnd()),
});

const cards = new Cards(byId("rows"), byId("chips"), byId("cards-count"), {
  open(card) {
    openCard(card, false);
    editor.goTo(card.from);
    editor.focus();
  },
  go(card, step) {
    openCard(card, false);
    editor.goTo(step.from, step.to);
    editor.focus();
  },
  async copy(card, step) {
    await navigator.clipboard.writeText(step.copied);
    showToast(t("Copied: {}", `“${step.copied}”.`));
  },
  fix: applyFix,
  accept: accept,
  findNext: () => files.findNext(page.name),
  openPage: openFile,
});
const files = new Files(byId("list"), byId("find"), openFile, () => !page.isChecking && Date.now() - page.changedAt > RESTING);
const drawer = new Panel("cards", byId("cards"), byId("show-cards"));
const menu = new Panel("files", byId("files"), byId("show-files"));
const live = new Live(byId("live"), byId("spoken"));

async function convert(html) {
  return (await ask("convert", { html })).text;
}

// --- positions ---

function* listPlaces(view) {
  for (const card of view.cards) {
    yield [card, 1, -1];
    for (const finding of card.findings) yield [finding, 1, -1];
    for (const step of card.steps) {
      yield [step, 1, -1];
      for (const edit of step.edits) yield edit.from === edit.to ? [edit, 1, 1] : [edit, 1, -1];
    }
  }
}

function movePositions(view, sets) {
  for (const changes of sets) {
    for (const [place, start, end] of listPlaces(view)) {
      place.from = changes.mapPos(place.from, start);
      place.to = Math.max(changes.mapPos(place.to, end), place.from);
    }
  }
}

// What the text must still be for an edit to be right.
function rememberTexts(view) {
  for (const card of view.cards) for (const step of card.steps) for (const edit of step.edits) edit.old = editor.slice(edit.from, edit.to);
}

// --- checking: one at a time, always the newest text ---

async function check() {
  if (page.isChecking || !page.name) return;
  page.isChecking = true;
  const late = setTimeout(() => live.showChecking(true), LATE);
  try {
    let sent = -1;
    while (sent !== page.version && page.name) {
      sent = page.version;
      page.since = [];
      const { name } = page;
      const view = await ask("check", { name, text: editor.text, version: sent, audience: page.audience });
      if (view.late || name !== page.name) continue;
      if (await speak(view.language)) cards.reset();
      if (name !== page.name) continue;
      movePositions(view, page.since);
      rememberTexts(view);
      showView(view);
    }
    hideProblem();
  } catch (error) {
    showProblem(error.message);
  } finally {
    clearTimeout(late);
    live.showChecking(false);
    page.isChecking = false;
  }
}

function showView(view) {
  page.view = view;
  const { caret } = editor;
  const inside = view.cards.find((card) => card.from <= caret && caret <= card.to);
  page.open = inside ? inside.number : Math.min(page.open, view.cards.length);
  editor.showMarks(view.cards, page.open);
  cards.show(view, page.open);
  live.show(view);
  showAudience(view);
  byId("download").disabled = false;
  if (page.name !== PASTED && editor.text === page.saved) files.showSummary(page.name, view);
  performance.mark("shown", { detail: view.version });
}

function openCard(card, isFocused) {
  page.open = card.number;
  editor.showMarks(page.view.cards, page.open);
  const { listed } = cards;
  const place = listed.indexOf(card);
  if (place >= cards.shown) cards.shown = place + 1;
  cards.show(page.view, page.open);
  const row = cards.find(card.number);
  row?.scrollIntoView({ block: "nearest" });
  if (isFocused) row?.focus({ preventScroll: true });
}

// By a button of the drawer, the focus stays there: on a phone, the keyboard would cover the text.
function step(direction, isByKey) {
  const { listed } = cards;
  if (!listed.length) return;
  const { caret } = editor;
  const after = listed.find((card) => card.from > caret), before = listed.findLast((card) => card.to < caret);
  const card = direction > 0 ? (after ?? listed[0]) : (before ?? listed.at(-1));
  drawer.open(() => (isByKey ? editor.content : drawer.button));
  openCard(card, false);
  editor.goTo(card.from);
  if (isByKey || !drawer.isFolded) editor.focus();
}

// --- fixes ---

function applyFix(card, one) {
  if (one.edits.some((edit) => editor.slice(edit.from, edit.to) !== edit.old)) {
    showToast(t("The text has just changed here. Try again."));
    return;
  }
  const [{ from, to, insert }] = one.edits;
  const words = one.edits.length === 1 && from < to ? t("“{}” is now “{}”.", editor.slice(from, to), insert) : t("Done: {}", `${one.verb}${one.rest}`);
  editor.change(one.edits.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.insert })));
  showToast(words, true);
}

async function accept(card) {
  if (card.number) openCard(card, false);
  const text = card.number ? editor.slice(card.from, card.to) : card.reasons.map((reason) => reason.message).join(" ");
  const edits = await askForReason(card, text, () => ({ name: page.name, version: page.version }));
  if (!edits) return;
  // The focus is where it was, and the next card comes there.
  editor.change(edits);
  showToast(t("Accepted, with your reason."), true);
}

let toastTimer = 0;
function showToast(words, canUndo = false) {
  const toast = byId("toast");
  byId("toast-words").textContent = words;
  byId("toast-undo").hidden = !canUndo;
  toast.hidden = false;
  clearTimeout(toastTimer);
  const hide = () => {
    if (toast.matches(":hover, :focus-within")) toastTimer = setTimeout(hide, TOAST);
    else toast.hidden = true;
  };
  toastTimer = setTimeout(hide, TOAST);
}

// --- pages ---

const isDirty = () => page.name === PASTED || editor.text !== page.saved;

function showSaved() {
  byId("undo").disabled = !editor.canUndo;
  if (!page.name) return;
  const dirty = isDirty();
  byId("saved").textContent = page.name === PASTED ? t("only on this page") : dirty ? t("changes not saved") : "";
  byId("save").disabled = page.name === PASTED || !dirty;
  files.mark(page.name, { isOpen: true, isDirty: dirty });
}

function showAudience(view) {
  const select = byId("audience");
  byId("for").hidden = false;
  select.replaceChildren(...audiences.map((name) => new Option(t(name), name)));
  select.value = view.audience;
  select.disabled = page.name !== PASTED;
  select.title = select.disabled ? t("The top of the page says who reads it.") : "";
}

function leavePage() {
  if (!page.name) return;
  if (page.name !== PASTED && isDirty()) drafts.set(page.name, { state: editor.view.state, digest: page.digest, saved: page.saved });
  else drafts.delete(page.name);
  files.mark(page.name, { isOpen: false, isDirty: drafts.has(page.name) });
}

function showPage(name, state, { digest, saved, audience = "" }) {
  leavePage();
  Object.assign(page, { name, digest, saved, audience, view: null, open: 0, since: [] });
  page.version++;
  cards.reset();
  live.reset();
  byId("empty").hidden = true;
  byId("editor").hidden = false;
  byId("name").textContent = name === PASTED ? t("A pasted text") : name;
  document.title = `${name} – plainlint`;
  editor.view.setState(state);
  menu.close();
  // What is above the text is for programs.
  const top = /^---\n.*?\n---\n+/s.exec(editor.text)?.[0].length ?? 0;
  if (top) editor.goTo(top);
  showSaved();
  check();
  editor.focus();
}

async function openFile(name) {
  const draft = drafts.get(name);
  try {
    if (name !== page.name) {
      const opened = draft ?? (await ask("open", { name }));
      history.replaceState(null, "", `#${encodeURIComponent(name)}`);
      showPage(name, draft ? draft.state : editor.makeState(opened.text), { digest: opened.digest, saved: draft ? draft.saved : opened.text });
    }
  } catch (error) {
    showProblem(error.message);
  }
}

async function openPasted() {
  await started;
  const chosen = await askForText(audiences, convert);
  if (!chosen) return;
  history.replaceState(null, "", " ");
  showPage(PASTED, editor.makeState(chosen.text), { digest: "", saved: "", audience: chosen.audience });
}

async function save() {
  if (page.name === PASTED || !page.name || !isDirty()) return;
  const { text } = editor;
  try {
    const { digest } = await ask("save", { name: page.name, text, digest: page.digest });
    Object.assign(page, { digest, saved: text });
    editor.markSaved();
    showSaved();
    if (page.view) files.showSummary(page.name, page.view);
    showToast(t("Saved."));
  } catch (error) {
    if (error.status === 409) await resolveConflict(text);
    else showProblem(error.message);
  }
}

async function resolveConflict(text) {
  const chosen = await askWriter(
    t("Someone else changed this file"),
    t("Your text is safe here. You can download it, keep yours in place of theirs, or take theirs."),
    [["download", t("Download mine")], ["mine", t("Keep mine")], ["theirs", t("Take theirs")]],
  );
  if (chosen === "download") downloadText();
  if (chosen !== "mine" && chosen !== "theirs") return;
  const { name } = page;
  const theirs = await ask("open", { name });
  if (chosen === "mine") {
    page.digest = theirs.digest;
    await save();
    return;
  }
  page.saved = theirs.text;
  page.digest = theirs.digest;
  // One step of undo brings the writer's own text back.
  editor.change([{ from: 0, to: text.length, insert: theirs.text }]);
  editor.markSaved();
  showSaved();
}

function keepFile(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const getBaseName = () => page.name.slice(page.name.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
const downloadText = () => keepFile(new Blob([editor.text], { type: "text/markdown" }), `${getBaseName()}.md`);

async function download(kind) {
  toggle(byId("download"), byId("downloads"), false);
  if (kind === "markdown") {
    downloadText();
    return;
  }
  try {
    const file = await fetchFile("download", { name: page.name, version: page.version, kind });
    keepFile(file, `${getBaseName()}.${kind === "word" ? "docx" : "html"}`);
  } catch (error) {
    showProblem(error.message);
  }
}

// --- problems and keys ---

function showProblem(words) {
  byId("saved").textContent = t(words);
  byId("saved").classList.add("late");
}

function hideProblem() {
  if (!byId("saved").classList.contains("late")) return;
  byId("saved").classList.remove("late");
  showSaved();
}

function toggle(button, panel, isOpen = panel.hidden) {
  panel.hidden = !isOpen;
  button.setAttribute("aria-expanded", String(isOpen));
}

function focusSteps() {
  drawer.open(() => editor.content);
  const row = cards.find(page.open);
  (row?.querySelector(".fix") ?? row)?.focus();
}

function moveToNextPart() {
  const parts = [byId("files"), byId("editor"), byId("cards")];
  const now = parts.findIndex((part) => part.contains(document.activeElement));
  const next = (now + 1) % parts.length;
  if (next === 0) menu.open();
  else menu.close();
  if (next === 2) drawer.open(() => editor.content);
  if (next === 1 && page.name) editor.focus();
  else (parts[next].querySelector("[aria-current]:is(button), .card.open, input, button") ?? byId("find")).focus();
}

const KEYS = [
  [(event) => (event.ctrlKey || event.metaKey) && event.key === "s", save],
  [(event) => event.key === "F8", (event) => step(event.shiftKey ? -1 : 1, true)],
  [(event) => event.key === "F6", moveToNextPart],
  [(event) => (event.ctrlKey || event.metaKey) && event.key === ".", focusSteps],
  [(event) => event.altKey && event.code === "KeyA", () => page.view?.cards[page.open - 1]?.findings.length && accept(page.view.cards[page.open - 1])],
];
document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && !byId("downloads").hidden) {
    toggle(byId("download"), byId("downloads"), false);
    byId("download").focus();
  }
  const digit = /^[1-4]$/.test(event.key) && document.activeElement.closest?.("[data-card]");
  if (digit && !event.ctrlKey && !event.altKey && !event.metaKey) {
    digit.querySelectorAll(".steps li")[event.key - 1]?.querySelector(".fix")?.click();
    return;
  }
  for (const [isPressed, action] of KEYS) {
    if (!isPressed(event)) continue;
    event.preventDefault();
    action(event);
  }
});

for (const [id, action] of [
  ["save", save],
  ["undo", () => editor.undo()],
  ["toast-undo", () => {
    editor.undo();
    byId("toast").hidden = true;
    editor.focus();
  }],
  ["next", () => step(1, false)],
  ["back", () => step(-1, false)],
  ["paste", openPasted],
  ["empty-paste", openPasted],
  ["help", () => byId("keys").showModal()],
  ["keys-close", () => byId("keys").close()],
  ["download", () => toggle(byId("download"), byId("downloads"))],
]) byId(id).addEventListener("click", action);
byId("downloads").addEventListener("click", (event) => event.target.dataset.kind && download(event.target.dataset.kind));
byId("audience").addEventListener("change", (event) => {
  page.audience = event.target.value;
  page.version++;
  check();
});
addEventListener("beforeunload", (event) => {
  if (drafts.size || (page.name && isDirty() && editor.text)) event.preventDefault();
});

async function start() {
  try {
    const answer = await ask("files");
    ({ audiences } = answer);
    await speak(answer.language);
    files.show(answer.files);
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (answer.files.includes(wanted)) await openFile(wanted);
    else if (answer.files.length === 1) await openFile(answer.files[0]);
  } catch (error) {
    showProblem(error.message);
  }
}

started = start();
