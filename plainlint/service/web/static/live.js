// The line at the top: how the page does now, and how far it has come.

import { t, writeNumber } from "./words.js";

const HIGHEST = 20;
const REST = 2000;

function describeChange(now, before) {
  const change = Math.round((now - before) * 10) / 10;
  if (!change) return "";
  return ` ${t("{} since you opened it", `${change < 0 ? "↓" : "↑"} ${writeNumber(Math.abs(change))}`)}`;
}

function describeLimits([target, most]) {
  const goal = target ?? most;
  if (goal === null) return t("none");
  return most !== null && target !== null ? t("grade {:d}, at most {:d}", goal, most) : t("grade {:d}", goal);
}

export class Live {
  constructor(root, spoken) {
    this.root = root;
    this.spoken = spoken;
    this.first = null;
    this.timer = 0;
  }

  part(id) {
    return this.root.querySelector(`#${id}`);
  }

  put(id, text, change = "", isBetter = true) {
    const place = this.part(id);
    place.replaceChildren(text);
    if (!change) return;
    const note = place.appendChild(document.createElement("span"));
    note.className = isBetter ? "change better" : "change worse";
    note.textContent = change;
  }

  reset() {
    this.first = null;
    this.root.hidden = true;
  }

  show(view) {
    this.root.hidden = false;
    this.first ??= view;
    const { verdict, grades, ease, to_rewrite: left, counts, limits } = view;
    const name = verdict[0].toUpperCase() + verdict.slice(1);
    const mark = document.createElement("span");
    mark.className = `mark ${view.mark}`;
    this.part("verdict").replaceChildren(mark, ` ${name}`);
    this.put("rewrite", t("{:d} of {:d}", left, counts.sentences), describeChange(left, this.first.to_rewrite), left < this.first.to_rewrite);
    const now = ease ? ease.value : grades?.[0];
    const grade = now === undefined ? "–" : String(Math.round(now));
    const scaleName = ease ? ease.scale || t("Ease") : t("Grade");
    this.part("grade").previousElementSibling.textContent = `${scaleName} ${t("now")}`;
    const before = ease ? this.first.ease?.value : this.first.grades?.[0];
    const isKnown = now !== undefined && before !== undefined;
    // On a scale of ease, a higher number is better.
    this.put("grade", grade, isKnown ? describeChange(now, before) : "", isKnown && (ease ? now > before : now < before));
    this.put("must", String([...view.cards, ...view.whole].filter((card) => card.weight === "Must fix").length));
    this.put("terms", String(counts.terms));
    this.showScale(view.places);
    this.part("limits").textContent = ease ? ease.goal : describeLimits(limits);
    clearTimeout(this.timer);
    const words = `${name}. ${left} ${t("sentences to rewrite")}. ${scaleName} ${grade}.`;
    this.timer = setTimeout(() => {
      if (this.spoken.textContent !== words) this.spoken.textContent = words;
    }, REST);
  }

  // `places` are where the goal, the limit and the text are on the way from easy to hard.
  showScale(places) {
    const scale = this.part("scale");
    const at = (value) => `${Math.min(Math.max(value, 0), HIGHEST) * (100 / HIGHEST)}%`;
    scale.hidden = !places;
    if (!places) return;
    scale.querySelector(".goal").style.width = at(places.goal);
    scale.querySelector(".most").style.left = at(places.limit);
    scale.querySelector(".now").style.left = at(places.now);
  }

  showChecking(isChecking) {
    this.part("checking").hidden = !isChecking;
  }
}
