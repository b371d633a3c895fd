// The list of pages at the left, with what each needs.

import { ask } from "./server.js";
import { t } from "./words.js";

const PAUSE = 1000;

export class Files {
  // `choose` takes the name of a page; `isIdle` says whether the writer rests.
  constructor(list, find, choose, isIdle) {
    this.list = list;
    this.choose = choose;
    this.isIdle = isIdle;
    this.rows = new Map();
    find.addEventListener("input", () => this.filter(find.value.trim().toLowerCase()));
  }

  show(names) {
    this.rows.clear();
    const folders = new Map();
    for (const name of names) {
      const folder = name.slice(0, Math.max(name.lastIndexOf("/"), 0));
      if (!folders.has(folder)) folders.set(folder, []);
      folders.get(folder).push(name);
    }
    this.list.replaceChildren(...[...folders].map(([folder, inside]) => this.renderFolder(folder, inside)));
    if (!names.length) this.list.append(t("There is no page in this folder. You can paste a text."));
    this.summarise([...names]);
  }

  renderFolder(folder, names) {
    const group = document.createElement("section");
    if (folder) group.appendChild(document.createElement("h2")).textContent = folder;
    const list = group.appendChild(document.createElement("ul"));
    for (const name of names) {
      const button = list.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
      button.type = "button";
      button.title = name;
      const mark = button.appendChild(document.createElement("span"));
      mark.className = "mark";
      const title = button.appendChild(document.createElement("span"));
      title.className = "title";
      title.textContent = name.slice(name.lastIndexOf("/") + 1);
      const count = button.appendChild(document.createElement("span"));
      count.className = "count";
      button.addEventListener("click", () => this.choose(name));
      this.rows.set(name, { button, mark, count, title, left: 0 });
    }
    return group;
  }

  filter(words) {
    for (const [name, { button }] of this.rows) button.parentElement.hidden = !name.toLowerCase().includes(words);
    for (const group of this.list.querySelectorAll("section")) group.hidden = !group.querySelector("li:not([hidden])");
  }

  mark(name, { isOpen, isDirty }) {
    const row = this.rows.get(name);
    if (!row) return;
    if (isOpen) row.button.setAttribute("aria-current", "page");
    else row.button.removeAttribute("aria-current");
    row.title.classList.toggle("dirty", isDirty);
  }

  showSummary(name, summary) {
    const row = this.rows.get(name);
    if (!row) return;
    row.mark.className = `mark ${summary.mark}`;
    row.left = summary.to_rewrite;
    row.count.textContent = summary.to_rewrite || "";
    row.button.setAttribute("aria-label", `${name}: ${summary.verdict}${summary.to_rewrite ? `, ${summary.to_rewrite} ${t("to rewrite")}` : ""}`);
  }

  // Another page that is soon done: the one with the fewest sentences to rewrite; null without one.
  findNext(name) {
    const others = [...this.rows].filter(([other, { left }]) => other !== name && left);
    others.sort(([, a], [, b]) => a.left - b.left);
    return others.length ? { name: others[0][0], left: others[0][1].left } : null;
  }

  // One page at a time, and only while the writer rests.
  async summarise(names) {
    for (const name of names) {
      while (!this.isIdle()) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!this.rows.has(name)) return;
      try {
        this.showSummary(name, await ask("summary", { name }));
      } catch (error) {
        if (!error.status) return;
        this.showSummary(name, { mark: "none", verdict: t("can't be read"), to_rewrite: 0 });
      }
    }
  }
}
