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
    for (const { row, failed } of rows) {
      row.hidden = failed.length > 0;
      if (row.classList.contains("place")) dim(row);
    }
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
    count.textContent = shown === Number(of) ? counted : `${shown} of ${counted}`;
    if (endsOf(form, ".more")) page(form, asked, shown);
  };
  const dim = (row) => {
    const mark = markOf(row.id);
    if (!mark || mark.classList.contains("off") === row.hidden) return;
    for (const part of partsOf(mark)) part.classList.toggle("off", row.hidden);
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
    more.firstElementChild.textContent = `Show ${next} more`;
    more.lastElementChild.textContent = `${Math.min(most, shown)} of ${shown} shown`;
    const empty = endsOf(form, ".no-row");
    empty.hidden = shown > 0;
    const names = asked.map(([name, value]) => `“${nameOf(form, name, value)}”`);
    empty.children[1].textContent = `You filter by ${names.join(" and ")}.`;
    const which = ["", "the filter", "both filters"][asked.length] || "all filters";
    empty.lastElementChild.textContent = `Clear ${which}`;
    form.querySelector("[type=reset]").hidden = !asked.length;
  };
  const nameOf = (form, name, value) =>
    choicesOf(form).find((choice) => choice.name === name && choice.value === value)?.label ?? value;

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
    const folded = target.closest("details");
    if (folded) folded.open = true;
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
        const label = button.dataset.label ?? button.textContent;
        Object.assign(button.dataset, { label });
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = label), 2000);
      });
    }

  // Show what an earlier place says of an equal text.
  document.addEventListener("click", ({ target }) => {
    if (!target.matches(".same button")) return;
    const open = target.parentElement.nextElementSibling.classList.toggle("open");
    target.setAttribute("aria-expanded", open);
  });

  const arrive = () => {
    restoreSort();
    forms.forEach(restore);
    open();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
