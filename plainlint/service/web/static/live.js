// The line at the top: how the page does now, and how far it has come.

const HIGHEST = 20;
const REST = 2000;

function describeChange(now, before) {
  const change = Math.round((now - before) * 10) / 10;
  if (!change) return "";
  return change < 0 ? ` ↓ ${-change} since you opened it` : ` ↑ ${change} since you opened it`;
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
    const { verdict, grades, to_rewrite: left, counts, limits } = view;
    const name = verdict[0].toUpperCase() + verdict.slice(1);
    const mark = document.createElement("span");
    mark.className = `mark ${view.mark}`;
    this.part("verdict").replaceChildren(mark, ` ${name}`);
    this.put("rewrite", `${left} of ${counts.sentences}`, describeChange(left, this.first.to_rewrite), left < this.first.to_rewrite);
    const grade = grades ? String(Math.round(grades[0])) : "–";
    const before = this.first.grades;
    this.put("grade", grade, grades && before ? describeChange(grades[0], before[0]) : "", grades && before && grades[0] < before[0]);
    this.put("must", String([...view.cards, ...view.whole].filter((card) => card.weight === "Must fix").length));
    this.put("terms", String(counts.terms));
    this.showScale(grades, limits);
    clearTimeout(this.timer);
    const words = `${name}. ${left} sentences to rewrite. Grade ${grade}.`;
    this.timer = setTimeout(() => {
      if (this.spoken.textContent !== words) this.spoken.textContent = words;
    }, REST);
  }

  showScale(grades, [target, most]) {
    const scale = this.part("scale");
    const at = (value) => `${Math.min(Math.max(value, 0), HIGHEST) * (100 / HIGHEST)}%`;
    scale.hidden = !grades || (target ?? most) === null;
    if (!scale.hidden) {
      scale.querySelector(".goal").style.width = at(target ?? most);
      scale.querySelector(".most").style.left = at(most ?? target);
      scale.querySelector(".now").style.left = at(grades[0]);
    }
    this.part("limits").textContent = (target ?? most) === null ? "none" : `grade ${target ?? most}${most !== null && target !== null ? `, at most ${most}` : ""}`;
  }

  showChecking(isChecking) {
    this.part("checking").hidden = !isChecking;
  }
}
