// The dialogs: accept with a reason, paste or open a text, and what went wrong.

import { ask } from "./server.js";
import { t } from "./words.js";

const WAIT = 250;
const byId = (id) => document.getElementById(id);

// Asks one question; resolves with the value of the button that was chosen, or "" at Esc.
export function askWriter(title, words, buttons) {
  const dialog = byId("problem");
  byId("problem-title").textContent = title;
  byId("problem-words").textContent = words;
  return new Promise((resolve) => {
    let chosen = "";
    byId("problem-buttons").replaceChildren(
      ...buttons.map(([value, text], index) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.className = index ? "" : "act";
        button.addEventListener("click", () => {
          chosen = value;
          dialog.close();
        });
        return button;
      }),
    );
    dialog.addEventListener("close", () => resolve(chosen), { once: true });
    dialog.showModal();
  });
}

// Each thing that is accepted by itself, with its words.
function listAccepted(findings) {
  const own = [...new Map(findings.map((one) => [`${one.rule} ${one.from} ${one.to}`, one])).values()];
  const choices = own.map((one) => ({ label: `${one.text ? `“${one.text}”: ` : ""}${one.title}`, findings: [one] }));
  return choices.length > 1 ? [{ label: t("All of this"), findings: own }, ...choices.map((one) => ({ ...one, label: `${t("Only")} ${one.label}` }))] : choices;
}

function nameEverywhere(findings) {
  const count = [...new Map(findings.map((one) => [one.rule, one.on_page])).values()].reduce((sum, one) => sum + one, 0);
  return t("Everywhere on this page ({} now)", count);
}

// Resolves with the changes that accept a card, or null.
export function askForReason(card, text, where) {
  const dialog = byId("accept"), reason = byId("reason"), go = byId("accept-go");
  const choices = listAccepted(card.findings);
  const [here, everywhere] = dialog.querySelectorAll("input[name=where]");
  byId("accept-text").textContent = text;
  reason.value = "";
  byId("accept-findings").replaceChildren(
    ...choices.map(({ label: words }, index) => {
      const label = document.createElement("label");
      const input = label.appendChild(document.createElement("input"));
      Object.assign(input, { type: "radio", name: "finding", value: index, checked: !index });
      label.append(` ${words}`);
      return label;
    }),
  );
  // What is about the whole page is nowhere in its text.
  byId("accept-where").hidden = !card.number;
  here.checked = Boolean(card.number);
  everywhere.checked = !card.number;
  let edits = null, timer = 0, asked = 0;
  const preview = async () => {
    const turn = ++asked;
    const { findings } = choices[dialog.querySelector("input[name=finding]:checked").value];
    byId("accept-everywhere").textContent = nameEverywhere(findings);
    edits = null;
    go.disabled = true;
    byId("accept-problem").textContent = byId("accept-hidden").textContent = "";
    if (!reason.value.trim()) {
      byId("accept-line").textContent = t("Write your reason first.");
      return;
    }
    try {
      const answer = await ask("accept", { ...where(), findings, everywhere: everywhere.checked, reason: reason.value });
      if (turn !== asked) return;
      ({ edits } = answer);
      byId("accept-line").textContent = edits.map((edit) => edit.insert.trim()).join(" … ");
      byId("accept-hidden").textContent = answer.hidden === 1 ? t("It hides 1 thing to do.") : t("It hides {} things to do.", answer.hidden);
      go.disabled = false;
    } catch (error) {
      if (turn === asked) byId("accept-problem").textContent = error.message;
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(preview, WAIT);
    go.disabled = true;
  };
  return new Promise((resolve) => {
    const stop = new AbortController(), { signal } = stop;
    let result = null;
    reason.addEventListener("input", schedule, { signal });
    dialog.addEventListener("change", (event) => event.target.type === "radio" && preview(), { signal });
    byId("accept-cancel").addEventListener("click", () => dialog.close(), { signal });
    dialog.querySelector("form").addEventListener("submit", () => (result = edits), { signal });
    dialog.addEventListener("close", () => {
      clearTimeout(timer);
      stop.abort();
      resolve(result);
    }, { once: true });
    preview();
    dialog.showModal();
    reason.focus();
  });
}

async function readFile(file) {
  if (/\.docx$/i.test(file.name)) {
    const address = await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => resolve(reader.result));
      reader.addEventListener("error", () => reject(reader.error));
      reader.readAsDataURL(file);
    });
    return (await ask("convert", { word: address.slice(address.indexOf(",") + 1) })).text;
  }
  const text = await file.text();
  return /\.html?$/i.test(file.name) ? (await ask("convert", { html: text })).text : text;
}

// Resolves with { text, audience }, or null.
export function askForText(audiences, pasteHtml) {
  const dialog = byId("incoming"), area = byId("incoming-text"), file = byId("incoming-file");
  const audience = byId("incoming-audience"), problem = byId("incoming-problem");
  area.value = file.value = problem.textContent = "";
  audience.replaceChildren(...audiences.map((name) => new Option(t(name), name)));
  return new Promise((resolve) => {
    const stop = new AbortController(), { signal } = stop;
    let result = null;
    const take = (promise) => promise.then((text) => (area.value = text), (error) => (problem.textContent = error.message));
    file.addEventListener("change", () => {
      problem.textContent = "";
      if (file.files[0]) take(readFile(file.files[0]));
    }, { signal });
    area.addEventListener("paste", (event) => {
      const html = event.clipboardData.getData("text/html");
      if (!html) return;
      event.preventDefault();
      take(pasteHtml(html));
    }, { signal });
    byId("incoming-cancel").addEventListener("click", () => dialog.close(), { signal });
    dialog.querySelector("form").addEventListener("submit", (event) => {
      if (!area.value.trim()) {
        event.preventDefault();
        problem.textContent = t("Paste a text first, or choose a file.");
        return;
      }
      result = { text: area.value.replaceAll(/\r\n?/g, "\n"), audience: audience.value };
    }, { signal });
    dialog.addEventListener("close", () => {
      stop.abort();
      resolve(result);
    }, { once: true });
    dialog.showModal();
    area.focus();
  });
}
