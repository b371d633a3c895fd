// The page "Over time": compare any two days. Without scripts, its table has all days.
"use strict";
(() => {
  const { all, address, remember, isHere } = window.plainlint;
  const form = document.querySelector("form.days");
  if (!form) return;
  const section = form.closest("section");
  const [from, to] = all("select", form);
  const usual = [from.value, to.value];
  const rows = all(".each-day tbody tr", section);
  const body = section.querySelector(".between tbody");
  const chips = all(".chips input", section);
  const counted = new Map(chips.map((chip) => [chip, chip.labels[0].querySelector("b").textContent]));
  const ORDER = ["harder", "same", "easier", "new", "gone"];

  const read = (cell) => {
    if (!cell.dataset.day) return null;
    const [level, scale, left, must, findings] = cell.dataset.day.split("|");
    return { level, scale, left, must, findings };
  };
  // Down is easier, on each scale.
  const judge = (before, now) => {
    if (!before) return "new";
    if (!now) return "gone";
    const step = before.level && now.level && before.scale === now.scale ? now.level - before.level : 0;
    if (!step) return "same";
    return step > 0 === !now.scale ? "harder" : "easier";
  };
  const words = { harder: t("harder"), easier: t("easier"), same: t("as hard as before"), new: t("new page"), gone: t("no longer there") };
  const signs = { harder: "↑", easier: "↓", same: "=", new: "+", gone: "–" };

  const addCell = (row, label, before, now) => {
    const cell = row.insertCell();
    cell.className = "n";
    cell.dataset.label = label;
    if (before) {
      const arrow = Object.assign(document.createElement("span"), { textContent: "→" });
      arrow.setAttribute("aria-hidden", "true");
      const spoken = Object.assign(document.createElement("span"), { className: "vh", textContent: t(", now") });
      cell.append(`${before} `, arrow, spoken, " ");
    }
    cell.append(Object.assign(document.createElement("strong"), { textContent: now || "–" }));
  };
  const draw = ({ source, before, now, kind }) => {
    const row = body.insertRow();
    row.dataset.kind = kind;
    row.append(source.cells[0].cloneNode(true));
    const what = row.insertCell();
    what.dataset.label = t("Change");
    what.append(`${signs[kind]} ${words[kind]}`);
    addCell(row, t("Grade, then and now"), before?.level, now?.level);
    addCell(row, t("To rewrite"), before?.left, now?.left);
    addCell(row, t("Must fix"), before?.must, now?.must);
    addCell(row, t("Findings"), before?.findings, now?.findings);
  };
  const compare = () => {
    // The earlier day comes first, whichever was picked first.
    const [first, last] = [from.value, to.value].sort();
    const isUsual = first === usual[0] && last === usual[1];
    section.classList.toggle("picked", !isUsual);
    const column = (value) => 1 + [...from.options].findIndex((option) => option.value === value);
    const found = rows
      .map((source) => {
        const before = read(source.cells[column(first)]), now = read(source.cells[column(last)]);
        return { source, before, now, kind: judge(before, now) };
      })
      .filter(({ before, now }) => (before || now) && JSON.stringify(before) !== JSON.stringify(now))
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    body.replaceChildren();
    if (!isUsual) found.forEach(draw);
    const count = (kind) => found.filter((one) => !kind || one.kind === kind).length;
    for (const chip of chips) {
      const label = chip.labels[0], number = isUsual ? counted.get(chip) : String(count(chip.value));
      label.querySelector("b").textContent = number;
      label.classList.toggle("none", number === "0");
    }
    const name = (value) => [...from.options].find((option) => option.value === value).textContent;
    form.querySelector("[role=status]").textContent = isUsual
      ? ""
      : first === last
        ? t("Pick two days that differ.")
        : t(`${name(first)} and ${name(last)}: ${count("easier")} easier, ${count("harder")} harder.`);
    return isUsual;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const isUsual = compare();
    remember(form, { from: isUsual ? "" : from.value, to: isUsual ? "" : to.value });
  });
  const arrive = () => {
    if (!isHere(form)) return;
    const { query } = address();
    for (const [select, name, value] of [[from, "from", usual[0]], [to, "to", usual[1]]]) {
      const wanted = query.get(name);
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : value;
    }
    compare();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
