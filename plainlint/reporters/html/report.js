// The only script of the report: sorting, filters, tabs, next and previous, tips.
"use strict";
(() => {
  const root = document.documentElement;
  const single = root.classList.contains("single");
  const all = (query, inside = document) => [...inside.querySelectorAll(query)];
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  // The hash is #place?name=value&name=value, so that a view can be shared.
  const address = () => {
    const [place, query = ""] = location.hash.slice(1).split("?");
    return { place: decodeURIComponent(place), query: new URLSearchParams(query) };
  };
  const pageOf = (place) => (single ? place.split("--")[0] || "index" : "");
  const isHere = (element) => !single || element.dataset.page === pageOf(address().place);
  const remember = (element, values) => {
    const { place, query } = address();
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const kept = single && !isHere(element) ? `${element.dataset.page}--` : place;
    history.replaceState(null, "", `#${kept}${query.size ? `?${query}` : ""}`);
  };

  // Filters: a row is shown if it matches every chosen value; it may have several, with | between.
  const valuesOf = (form) => Object.fromEntries([...new FormData(form)].filter(([name]) => name));
  const matches = (element, values) =>
    Object.entries(values).every(([name, value]) => {
      if (!value) return true;
      if (name === "text") return element.textContent.toLowerCase().includes(value.toLowerCase());
      const own = (element.dataset[name] || "").split("|");
      return own.some((candidate) => candidate === value || candidate.startsWith(`${value}/`));
    });
  const apply = (form) => {
    const values = valuesOf(form);
    let shown = 0;
    for (const row of all("[data-row]", byId(form.dataset.rows))) {
      row.hidden = !matches(row, values);
      shown += !row.hidden;
      if (row.classList.contains("place")) dim(row);
    }
    const count = form.querySelector(".count");
    const { of, noun, one = noun } = count.dataset;
    const counted = `${of} ${of === "1" ? one : noun}`;
    count.textContent = shown === Number(of) ? counted : `${shown} of ${counted}`;
  };
  const dim = (row) => {
    const mark = markOf(row.id);
    if (!mark || mark.classList.contains("off") === row.hidden) return;
    for (const part of partsOf(mark)) part.classList.toggle("off", row.hidden);
  };

  // Place 7 is #p7 in the list and #s7 in the text, where its marks and number have data-p=7.
  const markOf = (id) => byId(id.replace(/p(\d+)$/, "s$1"));
  const placeOf = (mark) => byId(mark.id.replace(/s(\d+)$/, "p$1"));
  const partsByText = new WeakMap();
  const partsOf = (mark) => {
    const text = mark.closest(".text");
    if (!partsByText.has(text)) {
      const parts = new Map();
      for (const part of all("[data-p]", text))
        parts.set(part.dataset.p, [...(parts.get(part.dataset.p) || []), part]);
      partsByText.set(text, parts);
    }
    return partsByText.get(text).get(mark.dataset.p);
  };
  const numberOf = (mark) => partsOf(mark).find((part) => part.matches("a.n"));
  const forms = all("form.filter");
  const restore = (form) => {
    const { query } = address();
    for (const field of form.elements)
      if (field.name) field.value = isHere(form) ? query.get(field.name) || "" : "";
    apply(form);
  };
  for (const form of forms) {
    const update = () => {
      apply(form);
      remember(form, valuesOf(form));
    };
    form.addEventListener("input", update);
    form.addEventListener("reset", () => setTimeout(update));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Sorting: as numbers if the whole column has numbers, else as text.
  const valueOf = (cell) => cell.dataset.v ?? cell.textContent.trim();
  const sort = (head, direction) => {
    const table = head.closest("table");
    const index = head.cellIndex;
    for (const sorted of all("th[aria-sort]", table)) sorted.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [valueOf(row.cells[index]), row]);
    const numbers = rows.every(([value]) => value !== "" && !Number.isNaN(Number(value)));
    const compare = numbers ? ([a], [b]) => a - b : ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
    rows.sort(direction === "ascending" ? compare : (a, b) => compare(b, a));
    body.append(...rows.map(([, row]) => row));
  };
  const heads = all("th[data-sort]");
  for (const head of heads)
    head.firstElementChild.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      sort(head, direction);
      remember(head.closest("table"), { sort: head.dataset.sort, way: direction });
    });
  const restoreSort = () => {
    const { query } = address();
    const head = heads.find(
      (th) => th.dataset.sort === query.get("sort") && isHere(th.closest("table")),
    );
    if (head) sort(head, query.get("way") === "descending" ? "descending" : "ascending");
  };

  // Tabs: show either the list or the text of a document.
  const panelOf = (tab) => byId(tab.getAttribute("aria-controls"));
  const select = (selected) => {
    for (const tab of all("[role=tab]", selected.parentElement)) {
      tab.setAttribute("aria-selected", tab === selected);
      tab.tabIndex = tab === selected ? 0 : -1;
      panelOf(tab).hidden = tab !== selected;
    }
  };
  for (const tabs of all(".tabs")) {
    tabs.hidden = false;
    const both = all("[role=tab]", tabs);
    for (const tab of both) {
      panelOf(tab).setAttribute("role", "tabpanel");
      panelOf(tab).setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", () => select(tab));
    }
    select(both[0]);
    tabs.addEventListener("keydown", (event) => {
      if (!/^Arrow(Left|Right)$/.test(event.key)) return;
      const other = both.find((tab) => tab !== event.target);
      select(other);
      other.focus();
    });
  }

  // Going to a place: open its page and its tab first.
  const open = () => {
    const { place } = address();
    if (single)
      for (const page of all(".page")) page.classList.toggle("open", page.id === `${pageOf(place)}--`);
    const target = byId(place);
    if (!target) return;
    const panel = target.closest("[role=tabpanel]");
    if (panel) select(byId(panel.getAttribute("aria-labelledby")));
    target.scrollIntoView();
    const link = target.classList.contains("s") && numberOf(target);
    (link || target).focus({ preventScroll: true });
    for (const mark of all(".s.lit")) mark.classList.remove("lit");
    if (link) target.classList.add("lit");
  };

  // Next and previous place in the open view, by button or key.
  const step = (form, by) => {
    const panel = all(".panel", form.closest(".page")).find((candidate) => !candidate.hidden);
    const stops = all(".place:not([hidden]), a.n:not(.off)", panel);
    const current = stops.findIndex((stop) => stop.contains(document.activeElement));
    const below = stops.findIndex((stop) => stop.getBoundingClientRect().top > 0);
    const first = below < 0 ? stops.length - 1 : below;
    const next = current < 0 ? first : Math.min(Math.max(current + by, 0), stops.length - 1);
    stops[next]?.focus({ preventScroll: true });
    stops[next]?.scrollIntoView({ block: "center" });
  };
  for (const button of all("[data-step]"))
    button.addEventListener("click", () => step(button.form, Number(button.dataset.step)));
  const steps = { j: 1, k: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") tip.hidden = true;
    const typing = event.target.closest("input:not([type=checkbox]), select");
    if (!(event.key in steps) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const form = forms.find((visible) => visible.offsetParent && visible.querySelector(".keys input"));
    if (form?.querySelector(".keys input").checked) step(form, steps[event.key]);
  });

  // Tips: the findings in a sentence, on hover or on focus of its number.
  const tip = byId("tip");
  let leaving = 0;
  const showTip = (mark, anchor) => {
    const findings = mark && placeOf(mark)?.querySelector(".found");
    clearTimeout(leaving);
    if (!findings || mark.classList.contains("off")) return;
    tip.replaceChildren(findings.cloneNode(true));
    tip.hidden = false;
    const box = anchor.getBoundingClientRect();
    const below = box.bottom + tip.offsetHeight + 8 < innerHeight;
    tip.style.top = `${below ? box.bottom + 6 : Math.max(box.top - tip.offsetHeight - 6, 4)}px`;
    tip.style.left = `${Math.max(Math.min(box.left, innerWidth - tip.offsetWidth - 16), 8)}px`;
  };
  const hideTip = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => (tip.hidden = true), 200);
  };
  for (const text of all(".panel .text")) {
    text.addEventListener("mouseover", (event) => {
      const over = event.target.closest(".s, a.n");
      if (over) showTip(markOf(numberOf(over).hash.slice(1)), over);
      else hideTip();
    });
    text.addEventListener("mouseleave", hideTip);
    text.addEventListener("focusin", (event) => {
      const number = event.target.closest("a.n");
      if (!number) return;
      number.setAttribute("aria-describedby", "tip");
      showTip(markOf(number.hash.slice(1)), number);
    });
    text.addEventListener("focusout", hideTip);
  }
  tip.addEventListener("mouseover", () => clearTimeout(leaving));
  tip.addEventListener("mouseleave", hideTip);

  // Copy path:line.
  if (navigator.clipboard)
    for (const button of all(".copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.previousElementSibling.textContent);
        byId("status").textContent = "Copied";
      });
    }

  // Show what an earlier place says of an equal text.
  document.addEventListener("click", ({ target }) => {
    if (!target.matches(".same button")) return;
    const open = target.parentElement.nextElementSibling.classList.toggle("open");
    target.setAttribute("aria-expanded", open);
  });

  // Narrow screens show the column name in each cell.
  for (const table of all("table.documents")) {
    const labels = all("thead th", table).map((head) => head.textContent.trim());
    for (const row of table.tBodies[0].rows)
      for (const cell of row.cells) if (cell.cellIndex) cell.dataset.label = labels[cell.cellIndex];
  }

  const arrive = () => {
    forms.forEach(restore);
    restoreSort();
    open();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
