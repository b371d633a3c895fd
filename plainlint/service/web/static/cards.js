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

export class Cards {
  // `actions`: fix, copy, go, accept, open; each takes a card, the first three also a step.
  constructor(rows, chips, actions) {
    this.rows = rows;
    this.chips = chips;
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
    const places = new Set(["from", "to", "old", "line"]);
    const seen = [this.weight, this.shown, this.openNumber, this.view.whole, this.view.cards.length, this.listed.slice(0, this.shown)];
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
    const { whole, cards } = this.view;
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
    if (!listed.length && !about.length) rows.push(make("p", "none", t(cards.length ? "Nothing here. Choose another button above." : "Nothing to do in the text. Well done.")));
    this.rows.replaceChildren(...rows);
  }

  renderWhole(whole) {
    const box = make("section", "whole");
    box.append(make("h3", "", t("About the whole page")));
    const list = box.appendChild(make("ul"));
    for (const card of whole) {
      for (const reason of card.reasons.slice(0, 1)) {
        const row = list.appendChild(make("li"));
        row.append(make("span", `weight ${card.weight.split(" ")[0].toLowerCase()}`, t(card.weight)), ` ${reason.message} ${reason.help}`);
      }
    }
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
    head.append(make("span", `weight ${card.weight.split(" ")[0].toLowerCase()}`, t(card.weight)));
    const steps = row.appendChild(make("ol", "steps"));
    card.steps.forEach((step, index) => steps.append(this.renderStep(card, step, index)));
    const foot = row.appendChild(make("div", "foot"));
    const why = foot.appendChild(make("details"));
    why.append(make("summary", "", t("Why")));
    for (const reason of card.reasons) {
      const words = why.appendChild(make("p"));
      words.append(make("b", "", `${reason.title}. `), `${reason.message} ${reason.help}`);
    }
    if (card.reasons.length) foot.append(makeButton("link", t("Accept with a reason"), t("Accept place {} with a reason", card.number), () => this.actions.accept(this.current(card))));
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
