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
    const { verdict, grades, ease, to_rewrite: left, counts, limits } = view;
    const name = verdict[0].toUpperCase() + verdict.slice(1);
    const mark = document.createElement("span");
    mark.className = `mark ${view.mark}`;
    this.part("verdict").replaceChildren(mark, ` ${name}`);
    this.put("rewrite", `${left} of ${counts.sentences}`, describeChange(left, this.first.to_rewrite), left < this.first.to_rewrite);
    const now = ease ? ease.value : grades?.[0];
    const grade = now === undefined ? "–" : String(Math.round(now));
    const scaleName = ease ? ease.scale || "Ease" : "Grade";
    this.part("grade").previousElementSibling.textContent = `${scaleName} now`;
    const before = ease ? this.first.ease?.value : this.first.grades?.[0];
    const isKnown = now !== undefined && before !== undefined;
    // On a scale of ease, a higher number is better.
    this.put("grade", grade, isKnown ? describeChange(now, before) : "", isKnown && (ease ? now > before : now < before));
    this.put("must", String([...view.cards, ...view.whole].filter((card) => card.weight === "Must fix").length));
    this.put("terms", String(counts.terms));
    this.showScale(grades, limits);
    if (ease) this.part("limits").textContent = ease.goal;
    clearTimeout(this.timer);
    const words = `${name}. ${left} sentences to rewrite. ${scaleName} ${grade}.`;
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
