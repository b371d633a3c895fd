// The report's only script: sorting, filters kept in the address, tabs, next and previous, tips.
"use strict";
(() => {
  const root = document.documentElement;
  const single = root.classList.contains("single");
  const all = (query, inside = document) => [...inside.querySelectorAll(query)];
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  // The address is #place?name=value&name=value.
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

  // Filters: a row stays if one of its parts, or the row itself, has every chosen value.
  const chosen = (form) => Object.fromEntries([...new FormData(form)].filter(([name]) => name));
  const fits = (element, values) =>
    Object.entries(values).every(([name, value]) => {
      if (!value) return true;
      if (name === "text") return element.textContent.toLowerCase().includes(value.toLowerCase());
      const has = (element.dataset[name] || "").split("|");
      return has.some((each) => each === value || each.startsWith(`${value}/`));
    });
  const apply = (form) => {
    const values = chosen(form);
    let shown = 0;
    for (const row of all("[data-row]", byId(form.dataset.rows))) {
      const parts = all("[data-part]", row);
      for (const part of parts) part.hidden = !fits(part, values);
      row.hidden = parts.length ? parts.every((part) => part.hidden) : !fits(row, values);
      shown += !row.hidden;
      if (row.classList.contains("place")) dim(row);
    }
    const count = form.querySelector(".count");
    const { of, noun } = count.dataset;
    count.textContent = shown === Number(of) ? `${of} ${noun}` : `${shown} of ${of} ${noun}`;
  };
  const dim = (row) => {
    const mark = markOf(row.id);
    if (!mark || mark.classList.contains("off") === row.hidden) return;
    for (const each of partsOf(mark)) each.classList.toggle("off", row.hidden);
  };

  // A place is p7 in the list and s7 in the text; there it has marks and a number, all with data-p.
  const markOf = (id) => byId(id.replace(/p(\d+)$/, "s$1"));
  const placeOf = (mark) => byId(mark.id.replace(/s(\d+)$/, "p$1"));
  const known = new WeakMap();
  const partsOf = (mark) => {
    const text = mark.closest(".text");
    if (!known.has(text)) {
      const parts = new Map();
      for (const each of all("[data-p]", text))
        parts.set(each.dataset.p, [...(parts.get(each.dataset.p) || []), each]);
      known.set(text, parts);
    }
    return known.get(text).get(mark.dataset.p);
  };
  const numberOf = (mark) => partsOf(mark).find((each) => each.matches("a.n"));
  const forms = all("form.filter");
  const restore = (form) => {
    const { query } = address();
    for (const field of form.elements)
      if (field.name) field.value = isHere(form) ? query.get(field.name) || "" : "";
    apply(form);
  };
  for (const form of forms) {
    const changed = () => {
      apply(form);
      remember(form, chosen(form));
    };
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Sorting: by number where a column holds numbers, else by text; kept in the address.
  const valueOf = (cell) => cell.dataset.v ?? cell.textContent.trim();
  const sort = (head, way) => {
    const table = head.closest("table");
    const index = head.cellIndex;
    for (const each of all("th[aria-sort]", table)) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", way);
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [valueOf(row.cells[index]), row]);
    const numbers = rows.every(([value]) => value !== "" && !Number.isNaN(Number(value)));
    const compare = numbers ? ([a], [b]) => a - b : ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
    rows.sort(way === "ascending" ? compare : (a, b) => compare(b, a));
    body.append(...rows.map(([, row]) => row));
  };
  const heads = all("th[data-sort]");
  for (const head of heads)
    head.firstElementChild.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      sort(head, way);
      remember(head.closest("table"), { sort: head.dataset.sort, way });
    });
  const restoreSort = () => {
    const { query } = address();
    const found = (each) => each.dataset.sort === query.get("sort") && isHere(each.closest("table"));
    const head = heads.find(found);
    if (head) sort(head, query.get("way") === "descending" ? "descending" : "ascending");
  };

  // Tabs: the list and the text of a document, one at a time.
  const panelOf = (tab) => byId(tab.getAttribute("aria-controls"));
  const select = (tab) => {
    for (const each of all("[role=tab]", tab.parentElement)) {
      each.setAttribute("aria-selected", each === tab);
      each.tabIndex = each === tab ? 0 : -1;
      panelOf(each).hidden = each !== tab;
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

  // Going to a place: its page and its tab are opened first.
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
    for (const lit of all(".s.lit")) lit.classList.remove("lit");
    if (link) target.classList.add("lit");
  };

  // Next and previous, by button or key, in the view that is open.
  const step = (form, by) => {
    const panel = all(".panel", form.closest(".page")).find((each) => !each.hidden);
    const stops = all(".place:not([hidden]), a.n:not(.off)", panel);
    const here = stops.findIndex((each) => each.contains(document.activeElement));
    const below = stops.findIndex((each) => each.getBoundingClientRect().top > 0);
    const first = below < 0 ? stops.length - 1 : below;
    const next = here < 0 ? first : Math.min(Math.max(here + by, 0), stops.length - 1);
    stops[next]?.focus({ preventScroll: true });
    stops[next]?.scrollIntoView({ block: "center" });
  };
  for (const button of all("[data-step]"))
    button.addEventListener("click", () => step(button.form, Number(button.dataset.step)));
  const ways = { j: 1, k: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") tip.hidden = true;
    const typing = event.target.closest("input:not([type=checkbox]), select");
    if (!(event.key in ways) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const form = forms.find((each) => each.offsetParent && each.querySelector(".keys input"));
    if (form?.querySelector(".keys input").checked) step(form, ways[event.key]);
  });

  // Tips: what is wrong with a sentence, on hover or on focus of its number.
  const tip = byId("tip");
  let leaving = 0;
  const showTip = (mark, anchor) => {
    const found = mark && placeOf(mark)?.querySelector(".found");
    clearTimeout(leaving);
    if (!found || mark.classList.contains("off")) return;
    tip.replaceChildren(found.cloneNode(true));
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

  // Copying path:line.
  if (navigator.clipboard)
    for (const button of all(".copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.previousElementSibling.textContent);
        byId("said").textContent = "Copied";
      });
    }

  // On narrow screens each cell says which column it is of.
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
