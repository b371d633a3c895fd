// The cards at the side: one a sentence, with what to do.

import { t } from "./words.js";

const WEIGHTS = ["Must fix", "Should fix", "Could fix"];
const SHOWN = 25;

function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function makeButton(className, text, label, action) {
  const button = make("button", className, text);
  button.type = "button";
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", action);
  return button;
}

const makeWeight = (weight) => make("span", `weight ${weight.split(" ")[0].toLowerCase()}`, t(weight));

export class Cards {
  // `actions`: fix, copy, go, accept, open; each takes a card, the first three also a step;
  // findNext returns the page to go on with, and openPage opens one.
  constructor(rows, chips, count, actions) {
    this.rows = rows;
    // Where no card is left, the focus stays among them.
    rows.tabIndex = -1;
    this.chips = chips;
    this.count = count;
    this.actions = actions;
    this.weight = "";
    this.shown = SHOWN;
    this.view = null;
    this.openNumber = 0;
    this.drawn = "";
  }

  get listed() {
    if (!this.view) return [];
    return this.view.cards.filter((card) => !this.weight || card.weight === this.weight);
  }

  show(view, openNumber) {
    this.view = view;
    this.openNumber = openNumber;
    // Most edits change no card that is shown: to draw them takes longer than to check the text.
    const wanted = this.describe();
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const focused = this.findFocused();
    this.renderChips();
    this.renderRows();
    this.restoreFocus(focused);
  }

  // All that is seen of the cards; places move at each key.
  describe() {
    const places = new Set(["from", "to", "old", "line", "on_page"]);
    const seen = [this.weight, this.shown, this.openNumber, this.view.whole, this.view.cards.length, this.listed.slice(0, this.shown)];
    if (!this.listed.length) seen.push(this.actions.findNext(), this.view.grades, this.view.ease, this.view.verdict);
    return JSON.stringify(seen, (key, value) => (places.has(key) ? undefined : value));
  }

  // A card as it is in the newest result.
  current(card) {
    return this.view.cards[card.number - 1];
  }

  reset() {
    this.weight = "";
    this.shown = SHOWN;
    this.drawn = "";
  }

  find(number) {
    return this.rows.querySelector(`[data-card="${number}"]`);
  }

  // What has the focus keeps it when the cards are drawn again.
  findFocused() {
    const card = document.activeElement?.closest?.("[data-card]");
    if (!card || !this.rows.contains(card)) return null;
    const buttons = [...card.querySelectorAll("button, summary, a")];
    return { number: Number(card.dataset.card), index: buttons.indexOf(document.activeElement) };
  }

  restoreFocus(focused) {
    if (!focused) return;
    const card = this.find(Math.min(focused.number, this.view.cards.length)) ?? this.rows;
    const buttons = [...card.querySelectorAll("button, summary, a")];
    (buttons[Math.min(focused.index, buttons.length - 1)] ?? this.rows).focus({ preventScroll: true });
  }

  renderChips() {
    const counts = Object.fromEntries(WEIGHTS.map((weight) => [weight, 0]));
    const every = [...this.view.whole, ...this.view.cards];
    for (const card of every) counts[card.weight]++;
    this.count.textContent = every.length;
    const all = [["", t("All"), every.length], ...WEIGHTS.map((weight) => [weight, t(weight.split(" ")[0]), counts[weight]])];
    this.chips.replaceChildren(
      ...all.map(([weight, name, count]) => {
        const chip = makeButton(count ? "chip" : "chip none", `${name} ${count}`, `${t(weight || "All")}: ${count}`, () => {
          this.weight = weight;
          this.shown = SHOWN;
          this.show(this.view, this.openNumber);
          this.chips.querySelector("[aria-pressed=true]").focus();
        });
        chip.setAttribute("aria-pressed", String(weight === this.weight));
        return chip;
      }),
    );
  }

  renderRows() {
    const { whole } = this.view;
    const rows = [];
    const about = whole.filter((card) => !this.weight || card.weight === this.weight);
    if (about.length) rows.push(this.renderWhole(about));
    const { listed } = this;
    rows.push(...listed.slice(0, this.shown).map((card) => this.renderCard(card)));
    const left = listed.length - this.shown;
    if (left > 0) {
      const more = makeButton("more", t("Show {} more", Math.min(left, SHOWN)), "", () => {
        this.shown += SHOWN;
        this.show(this.view, this.openNumber);
        this.find(listed[this.shown - SHOWN].number)?.focus();
      });
      rows.push(more);
    }
    if (!listed.length && !about.length) rows.push(this.weight ? make("p", "none", t("Nothing here. Choose another button above.")) : this.renderDone());
    this.rows.replaceChildren(...rows);
  }

  renderDone() {
    const box = make("section", "whole");
    box.append(make("h3", "", t("Nothing left to fix here")));
    const { grades, ease, verdict, readers, mark } = this.view;
    const level = ease ? `${ease.scale} ${Math.round(ease.value)}` : grades && `${t("grade")} ${Math.round(grades[0])}`;
    if (level && mark !== "none") box.append(make("p", "", t("This page reads at {}. That is {} for {}.", level, verdict, t(readers))));
    const next = this.actions.findNext();
    if (next) {
      const line = box.appendChild(make("p", "", `${t("Next")}: `));
      const title = next.name.slice(next.name.lastIndexOf("/") + 1);
      line.append(makeButton("link", title, "", () => this.actions.openPage(next.name)), `, ${next.left} ${t(next.left === 1 ? "sentence" : "sentences")} ${t("to rewrite")}.`);
    }
    return box;
  }

  renderWhole(whole) {
    const box = make("section", "whole");
    box.append(make("h3", "", t("About the whole page")));
    const list = box.appendChild(make("ul"));
    for (const card of whole) {
      for (const reason of card.reasons) {
        const { weight } = card.findings.find((one) => one.rule === reason.rule) ?? card;
        list.appendChild(make("li")).append(makeWeight(weight), ` ${reason.message} ${reason.help}`);
      }
    }
    const all = { number: 0, reasons: whole.flatMap((card) => card.reasons), findings: whole.flatMap((card) => card.findings) };
    box.append(makeButton("link", t("Accept with a reason"), t("Accept what is about the whole page, with a reason"), () => this.actions.accept(all)));
    return box;
  }

  renderCard(card) {
    const isOpen = card.number === this.openNumber;
    const row = make("article", `card${isOpen ? " open" : ""}`);
    row.dataset.card = card.number;
    row.tabIndex = -1;
    if (isOpen) row.setAttribute("aria-current", "true");
    const head = row.appendChild(make("h3"));
    const number = makeButton(`number l${card.level}`, String(card.number), t("Show place {} in the text", card.number), () => this.actions.open(this.current(card)));
    const bars = number.appendChild(make("span", "bars"));
    for (let bar = 1; bar <= 3; bar++) bars.append(make("i", bar <= card.level ? "on" : ""));
    head.append(number, ` ${t(card.level_name) || card.title}`);
    if (card.words) head.append(make("span", "soft", ` ${t("{:d} words", card.words)}`));
    head.append(makeWeight(card.weight));
    const steps = row.appendChild(make("ol", "steps"));
    card.steps.forEach((step, index) => steps.append(this.renderStep(card, step, index)));
    const foot = row.appendChild(make("div", "foot"));
    const why = foot.appendChild(make("details"));
    why.append(make("summary", "", t("Why")));
    for (const reason of card.reasons) {
      const words = why.appendChild(make("p"));
      words.append(make("b", "", `${reason.title}. `), `${reason.message} ${reason.help}`);
    }
    if (card.findings.length) foot.append(makeButton("link", t("Accept with a reason"), t("Accept place {} with a reason", card.number), () => this.actions.accept(this.current(card))));
    return row;
  }

  renderStep(card, step, index) {
    const act = (action) => () => action(this.current(card), this.current(card).steps[index]);
    const row = make("li");
    const words = row.appendChild(make("span"));
    words.append(make("b", "", step.verb), step.rest);
    if (step.edits.length) row.append(makeButton("fix", t("Fix"), `${t("Fix")}: ${step.verb}${step.rest}`, act(this.actions.fix)));
    else if (step.copied) row.append(makeButton("fix", t("Copy"), t("Copy “{}”", step.copied), act(this.actions.copy)));
    else if (step.from < step.to) row.append(makeButton("fix", t("Go there"), `${t("Go there")}: ${step.verb}${step.rest}`, act(this.actions.go)));
    return row;
  }
}
