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
  // What changes the view is a step that Back undoes; typing is not.
  const remember = (element, values, way = "pushState") => {
    const before = location.hash;
    const { place, query } = address();
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const kept = single && !isHere(element) ? `${element.dataset.page}--` : place;
    const hash = `#${kept}${query.size ? `?${query}` : ""}`;
    if (hash !== (before || "#")) history[way](null, "", hash);
  };

  // Filters: a row is shown if it matches the chosen value of every question; it may have several
  // values, with | between. Each choice says how many rows it leaves with the other answers.
  const valuesOf = (form) => Object.fromEntries([...new FormData(form)].filter(([name]) => name));
  const texts = new WeakMap();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, (row.dataset.text ?? row.textContent).toLowerCase());
    return texts.get(row);
  };
  // All values by which a row is found: a folder is found by those around it, too.
  const keys = new WeakMap();
  const keysOf = (row, name) => {
    if (!keys.has(row)) keys.set(row, {});
    const own = keys.get(row);
    if (!own[name]) {
      const whole = row.dataset[name] || "";
      own[name] = new Set([whole]);
      for (const value of whole.split("|"))
        for (let end = value.length; end > 0; end = value.lastIndexOf("/", end - 1))
          own[name].add(value.slice(0, end));
    }
    return own[name];
  };
  const matches = (row, name, value) =>
    name === "text"
      ? textOf(row).includes(value.trim().toLowerCase())
      : keysOf(row, name).has(value);
  const apply = (form) => {
    const asked = Object.entries(valuesOf(form)).filter(([, value]) => value);
    const rows = all("[data-row]", byId(form.dataset.rows)).map((row) => {
      const failed = asked.filter(([name, value]) => !matches(row, name, value));
      return { row, failed: failed.map(([name]) => name) };
    });
    for (const { row, failed } of rows) row.hidden = failed.length > 0;
    for (const name of new Set(choicesOf(form).map((choice) => choice.name))) {
      const counts = new Map();
      const count = (value) => counts.set(value, (counts.get(value) || 0) + 1);
      for (const { row, failed } of rows)
        if (failed.every((other) => other === name)) new Set(["", ...keysOf(row, name)]).forEach(count);
      for (const choice of choicesOf(form))
        if (choice.name === name) choice.show(counts.get(choice.value) || 0);
    }
    const shown = rows.filter(({ row }) => !row.hidden).length;
    const count = form.querySelector(".count");
    const { of, noun, one = noun } = count.dataset;
    const counted = `${of} ${of === "1" ? one : noun}`;
    count.textContent = shown === Number(of) ? counted : t(`${shown} of ${counted}`);
    if (endsOf(form, ".more")) page(form, asked, shown);
    markLetters(form);
  };
  // The choices of a filter, each with its question and a way to show its count.
  const choicesByForm = new WeakMap();
  const choicesOf = (form) => {
    if (!choicesByForm.has(form)) {
      const picks = all("input[type=radio]", form).map(({ name, value, labels: [label] }) => ({
        name,
        value,
        label: label.querySelector("span")?.textContent,
        show: (count) => {
          label.classList.toggle("none", !count);
          label.querySelector("b").textContent = count.toLocaleString("en");
        },
      }));
      const options = all("select[name] option", form).map((option) => {
        const label = option.textContent;
        option.value = option.value;
        return {
          name: option.parentElement.name,
          value: option.value,
          label,
          show: (count) => (option.textContent = `${label} (${count.toLocaleString("en")})`),
        };
      });
      choicesByForm.set(form, [...picks, ...options]);
    }
    return choicesByForm.get(form);
  };

  // Long lists: rows that match are drawn a step at a time, and an empty list says why.
  const endsOf = (form, query) => all(query).find((end) => end.contains(buttonOf(form, end)));
  const buttonOf = (form, end) =>
    end.querySelector(`[data-more="${form.dataset.rows}"], [data-clear="${form.dataset.rows}"]`);
  const drawn = (form) => {
    const query = isHere(form) ? address().query : new URLSearchParams();
    return Math.max(Number(query.get("shown")) || 0, Number(form.dataset.most) || Infinity);
  };
  const page = (form, asked, shown) => {
    const most = drawn(form);
    let number = 0;
    for (const row of all("[data-row]", byId(form.dataset.rows)))
      row.classList.toggle("later", !row.hidden && ++number > most);
    const more = endsOf(form, ".more");
    const next = Math.min(shown - most, Number(form.dataset.most));
    more.hidden = next <= 0;
    more.firstElementChild.textContent = t(`Show ${next} more`);
    more.lastElementChild.textContent = t(`${Math.min(most, shown)} of ${shown} shown`);
    const empty = endsOf(form, ".no-row");
    empty.hidden = shown > 0;
    const names = asked.map(([name, value]) => `“${nameOf(form, name, value)}”`);
    empty.children[1].textContent = t(`You filter by ${names.join(t(" and "))}.`);
    const which = ["", t("the filter"), t("both filters")][asked.length] || t("all filters");
    empty.lastElementChild.textContent = t(`Clear ${which}`);
    form.querySelector("[type=reset]").hidden = !asked.length;
  };
  const nameOf = (form, name, value) =>
    choicesOf(form).find((choice) => choice.name === name && choice.value === value)?.label ?? value;

  // Letters lead to the first row of each that is shown; the others lead nowhere.
  const lettersOf = (form) => all("[data-letters]").find((nav) => nav.dataset.letters === form.dataset.rows);
  const rowsOf = (form) => all("[data-row]:not([hidden])", byId(form.dataset.rows));
  const markLetters = (form) => {
    const nav = lettersOf(form);
    if (!nav) return;
    const firsts = new Map();
    for (const row of rowsOf(form)) if (!firsts.has(row.dataset.letter)) firsts.set(row.dataset.letter, row);
    for (const row of byId(form.dataset.rows).rows) row.classList.toggle("begins", firsts.get(row.dataset.letter) === row);
    for (const link of nav.children) {
      if (link.hasAttribute("href")) link.dataset.place = link.getAttribute("href");
      if (firsts.has(link.textContent)) link.setAttribute("href", link.dataset.place);
      else link.removeAttribute("href");
    }
  };
  const goToLetter = (form, letter) => {
    const sorting = tables.find(({ table }) => table.tBodies[0] === byId(form.dataset.rows));
    if (sorting.own.some((head) => head.hasAttribute("aria-sort"))) choose(sorting, "", "");
    const rows = rowsOf(form);
    const place = rows.findIndex((row) => row.dataset.letter === letter);
    const step = Number(form.dataset.most);
    if (place >= drawn(form)) {
      remember(form, { shown: Math.ceil((place + 1) / step) * step }, "replaceState");
      apply(form);
    }
    const [name] = rows[place].cells;
    name.tabIndex = -1;
    name.scrollIntoView();
    name.focus({ preventScroll: true });
  };

  const forms = all("form.filter");
  const restore = (form) => {
    const { query } = address();
    for (const field of form.elements) {
      const value = (field.name && isHere(form) && query.get(field.name)) || "";
      if (field.type === "radio") field.checked = field.value === value;
      else if (field.name) field.value = value;
    }
    apply(form);
  };
  for (const form of forms) {
    const update = (way) => {
      remember(form, { ...valuesOf(form), shown: "" }, way);
      apply(form);
    };
    form.addEventListener("input", ({ target }) => {
      if (target.name) update(target.type === "search" ? "replaceState" : "pushState");
    });
    form.addEventListener("reset", () => setTimeout(update));
    lettersOf(form)?.addEventListener("click", (event) => {
      if (!event.target.matches("[href]")) return;
      event.preventDefault();
      goToLetter(form, event.target.textContent);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const end of all(".more, .no-row").filter((one) => buttonOf(form, one)))
      buttonOf(form, end).addEventListener("click", () => {
        if (end.matches(".no-row")) {
          form.reset();
          return form.querySelector("input").focus();
        }
        const next = byId(form.dataset.rows).querySelector(".later");
        remember(form, { shown: drawn(form) + Number(form.dataset.most) }, "replaceState");
        apply(form);
        next?.querySelector("a, summary, button")?.focus();
      });
  }

  // Sorting: as numbers if the whole column has numbers, else as text. Equal rows keep their order.
  const valueOf = (cell) => cell.dataset.v ?? cell.textContent.trim();
  const heads = all("th[data-sort]");
  const tables = [...new Set(heads.map((head) => head.closest("table")))].map((table) => ({
    table,
    own: heads.filter((head) => table.contains(head)),
    rows: [...table.tBodies[0].rows],
    sorted: heads.filter((head) => table.contains(head) && head.hasAttribute("aria-sort")),
    ranks: new Map(all(".rank", table).map((rank) => [rank, rank.textContent])),
    select: all("select[data-order]").find((select) => select.dataset.order === table.id),
  }));
  const sort = ({ table, own, rows, sorted, ranks, select }, name, direction) => {
    const head = own.find((one) => one.dataset.sort === name);
    for (const one of own) one.removeAttribute("aria-sort");
    for (const [rank, text] of ranks) rank.textContent = head ? "" : text;
    for (const one of head ? [head] : sorted) one.setAttribute("aria-sort", direction);
    if (select) select.value = head ? `${name}:${direction}` : "";
    const keyed = rows.map((row) => [head ? valueOf(row.cells[head.cellIndex]) : 0, row]);
    const numbers = keyed.every(([value]) => value !== "" && !Number.isNaN(Number(value)));
    const compare = numbers ? ([a], [b]) => a - b : ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
    keyed.sort(direction === "ascending" ? compare : (a, b) => compare(b, a));
    table.tBodies[0].append(...keyed.map(([, row]) => row));
  };
  const choose = (sorting, name, direction) => {
    sort(sorting, name, direction);
    remember(sorting.table, { sort: name, way: name && direction });
    for (const form of forms) if (byId(form.dataset.rows) === sorting.table.tBodies[0]) apply(form);
  };
  for (const sorting of tables) {
    for (const head of sorting.own)
      head.firstElementChild.addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        choose(sorting, head.dataset.sort, way);
      });
    sorting.select?.addEventListener("change", ({ target }) => {
      const [name, way = "ascending"] = target.value.split(":");
      choose(sorting, name, way);
    });
  }
  const restoreSort = () => {
    const { query } = address();
    for (const sorting of tables) {
      const name = isHere(sorting.table) ? query.get("sort") : "";
      sort(sorting, name, query.get("way") === "descending" ? "descending" : "ascending");
    }
  };

  // Going to a place: open its page first. The script of a document's page goes to those in its text.
  const open = () => {
    const { place } = address();
    if (single)
      for (const page of all(".page")) page.classList.toggle("open", page.id === `${pageOf(place)}--`);
    const target = byId(place);
    if (!target || target.dataset.p) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  // Copy the words of a button, or those before it.
  for (const button of all(".copy")) button.hidden = !navigator.clipboard;
  document.addEventListener("click", async ({ target }) => {
    if (!target.matches(".copy")) return;
    const words = target.dataset.copy ?? target.previousElementSibling.textContent;
    await navigator.clipboard.writeText(words);
    byId("status").textContent = t(`Copied: ${words}`);
    const label = target.dataset.label ?? target.textContent;
    Object.assign(target.dataset, { label });
    target.textContent = t("Copied");
    setTimeout(() => (target.textContent = label), 2000);
  });

  const arrive = () => {
    restoreSort();
    forms.forEach(restore);
    open();
  };
  addEventListener("hashchange", arrive);
  arrive();
  window.plainlint = { all, byId, address, remember, isHere };
})();
