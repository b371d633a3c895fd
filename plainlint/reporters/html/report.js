// The script of all pages: sorting, filters, pages in one file. A document's page has its own, too.
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
    }
    const count = form.querySelector(".count");
    const { of, noun, one = noun } = count.dataset;
    const counted = `${of} ${of === "1" ? one : noun}`;
    count.textContent = shown === Number(of) ? counted : `${shown} of ${counted}`;
  };
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

  // Going to a place: open its page first. The script of a document's page goes to those in its text.
  const open = () => {
    const { place } = address();
    if (single)
      for (const page of all(".page")) page.classList.toggle("open", page.id === `${pageOf(place)}--`);
    const target = byId(place);
    if (!target || target.dataset.p) return;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

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
  window.plainlint = { all, byId, address, remember, isHere };
})();
