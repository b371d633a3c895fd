// The script of a document's page: its filter, its cards, and the place that is open.
"use strict";
(() => {
  const { all, byId, address, remember, isHere, popover } = window.plainlint;
  const single = document.documentElement.classList.contains("single");
  const wide = matchMedia("(min-width: 64rem)");
  // So many cards are drawn at a time: a browser takes seconds for thousands.
  const BATCH = 25;
  const FOCUSABLE = "a[href], button, summary, input, select";
  const setUp = (doc) => {
    const form = doc.querySelector("form.bar");
    if (!form) return null;
    const text = doc.querySelector(".text");
    const list = doc.querySelector(".cards");
    const scroller = list.parentElement;
    const order = doc.querySelector("select[name=order]");
    const sides = doc.querySelector(".sides");
    const at = form.querySelector(".at");
    const cards = all(".card", list);
    const cardOf = new Map(cards.map((card) => [card.dataset.p, card]));
    const links = all("a.n", text);
    const linkOf = new Map(links.map((link) => [link.dataset.p, link]));
    for (const link of links) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", false);
    }
    let parts = null;
    const partsOf = (number) => {
      if (!parts) {
        parts = new Map();
        for (const part of all("[data-p]", text)) {
          if (!parts.has(part.dataset.p)) parts.set(part.dataset.p, []);
          parts.get(part.dataset.p).push(part);
        }
      }
      return parts.get(number);
    };
    const idOf = (number) => linkOf.get(number).hash.slice(1).replace(/p(\d+)$/, "s$1");

    // The places that the filter lets through, in order, and which of them have their card drawn.
    let shown = cards;
    let from = 0;
    let to = BATCH;
    let current = null;
    let filtered = false;
    const makeMore = (action) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", className: "again" });
      made.addEventListener("click", action);
      return made;
    };
    const more = makeMore(() => draw(from, to + BATCH));
    const before = makeMore(() => draw(Math.max(from - BATCH, 0), to));
    const draw = (start, end) => {
      [from, to] = [start, end];
      const drawn = new Set(shown.slice(from, to));
      for (const card of cards) if (!popover.holds(card)) card.hidden = !drawn.has(card);
      before.hidden = from === 0;
      before.textContent = t(`Show ${Math.min(BATCH, from)} before`);
      const left = shown.length - to;
      more.hidden = left <= 0;
      more.textContent = t(`Show ${Math.min(BATCH, left)} more`);
    };
    const reveal = (card) => {
      const index = shown.indexOf(card);
      if (index >= from && index < to) return;
      const start = Math.floor(index / BATCH) * BATCH;
      draw(start, start + BATCH);
    };
    list.before(before);
    list.after(more);

    // The filter: both of its values must match; each count is of what the other one leaves.
    const has = (card, name, value) => !value || card.dataset[name].split(" ").includes(value);
    const chosen = () => ({ show: form.elements.show.value, kind: form.elements.kind.value });
    const tell = () => {
      const index = current ? shown.indexOf(cardOf.get(current)) : -1;
      const places = `${shown.length} ${shown.length === 1 ? t("place") : t("places")}`;
      at.textContent = index < 0 ? places : t(`Place ${index + 1} of ${shown.length}`);
      popover.tell(t(`${index + 1} of ${shown.length}`));
    };
    const filter = () => {
      const { show, kind } = chosen();
      shown = cards.filter((card) => has(card, "show", show) && has(card, "kind", kind));
      if (order.value) {
        const rank = (card) => Number(card.dataset.rank ?? Infinity);
        shown.sort((a, b) => rank(a) - rank(b) || 0);
      }
      const ofKind = cards.filter((card) => has(card, "kind", kind));
      for (const chip of form.elements.show) {
        const number = ofKind.filter((card) => has(card, "show", chip.value)).length;
        chip.parentElement.querySelector("b").textContent = number.toLocaleString("en");
        chip.parentElement.classList.toggle("none", !number);
      }
      if (show || kind || filtered) {
        const left = new Set(shown);
        for (const card of cards)
          for (const part of partsOf(card.dataset.p)) part.classList.toggle("off", !left.has(card));
      }
      filtered = Boolean(show || kind);
      draw(0, BATCH);
      tell();
    };
    const arrange = () => {
      const sorted = order.value ? [...new Set([...shown, ...cards])] : cards;
      list.append(...sorted);
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      if (!event.target.name) return;
      close(false);
      filter();
      remember(form, chosen());
    });
    order.addEventListener("change", () => {
      close(false);
      filter();
      arrange();
      scroller.scrollTop = 0;
      remember(order, { order: order.value });
    });

    // Tabs: where there is no room for both, either the text or the cards.
    const tabs = all("[role=tab]", form);
    const selectTab = (name) => {
      sides.dataset.tab = name;
      for (const tab of tabs) {
        tab.setAttribute("aria-selected", tab.dataset.tab === name);
        tab.tabIndex = tab.dataset.tab === name ? 0 : -1;
      }
    };
    for (const tab of tabs) {
      tab.addEventListener("click", () => {
        close(false);
        selectTab(tab.dataset.tab);
        remember(form, { tab: tab.dataset.tab === "text" ? "" : tab.dataset.tab });
      });
      tab.addEventListener("keydown", (event) => {
        if (!/^Arrow(Left|Right)$/.test(event.key)) return;
        const other = tabs.find((candidate) => candidate !== tab);
        other.click();
        other.focus();
      });
    }

    // The open place: its sentence is framed, and its card is beside the text or over it.
    const mark = (number, isOpen) => {
      for (const part of [...partsOf(number), ...all(".n", cardOf.get(number)), cardOf.get(number)])
        part.classList.toggle("open", isOpen);
      linkOf.get(number).setAttribute("aria-expanded", isOpen);
    };
    const close = (isBack) => {
      if (!current) return;
      const link = linkOf.get(current);
      if (popover.holds(cardOf.get(current))) {
        popover.hide();
        draw(from, to);
      }
      mark(current, false);
      current = null;
      tell();
      if (!isBack) return;
      history.replaceState(null, "", `#${single ? `${form.dataset.page}--` : ""}${queryText()}`);
      link.focus({ preventScroll: true });
    };
    const queryText = () => {
      const { query } = address();
      return query.size ? `?${query}` : "";
    };
    const place = (card) => {
      scroller.scrollTop = card.offsetTop - 4;
    };
    const open = (number) => {
      const card = cardOf.get(number);
      if (!card) return;
      close(false);
      const advice = doc.querySelector("details.advice");
      if (advice) advice.open = true;
      if (!shown.includes(card)) {
        form.elements.show.value = form.elements.kind.value = "";
        filter();
        remember(form, chosen());
      }
      current = number;
      mark(number, true);
      tell();
      const isList = !wide.matches && sides.dataset.tab === "cards";
      if (wide.matches || isList) reveal(card);
      else popover.show(card, api);
      if (isList) {
        card.scrollIntoView({ block: "nearest" });
        card.querySelector(FOCUSABLE).focus({ preventScroll: true });
        return;
      }
      show(number);
    };
    const show = (number) => {
      const link = linkOf.get(number);
      link.focus({ preventScroll: true });
      (byId(idOf(number)) ?? link).scrollIntoView({ block: wide.matches ? "center" : "nearest" });
      if (wide.matches) place(cardOf.get(number));
    };
    // A link adds to the history; Next, Back and their keys change the last entry.
    const go = (number, isNew) => {
      const target = `#${idOf(number)}${queryText()}`;
      history[isNew ? "pushState" : "replaceState"](null, "", target);
      open(number);
    };
    const step = (by) => {
      if (!shown.length) return;
      const index = current ? shown.indexOf(cardOf.get(current)) : -1;
      let next = Math.min(Math.max(index + by, 0), shown.length - 1);
      if (index < 0 && !order.value) {
        const below = shown.findIndex((card) => linkOf.get(card.dataset.p).getBoundingClientRect().top > 0);
        next = Math.max(below, 0);
      }
      go(shown[next].dataset.p, false);
    };
    for (const each of all("[data-by]", form))
      each.addEventListener("click", () => step(Number(each.dataset.by)));

    // A link to a place opens it, and so does a sentence or a card itself.
    const onClick = (event) => {
      const link = event.target.closest("a");
      if (link) {
        const target = link.hash && link.pathname === location.pathname && byId(link.hash.slice(1));
        if (!target || !target.dataset.p || !doc.contains(target) || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (!link.closest(".text")) selectTab("text");
        go(target.dataset.p, true);
        return;
      }
      const inside = event.target.closest(".text .s[data-p]:not(.off), .card");
      if (!inside || event.target.closest(FOCUSABLE) || String(getSelection())) return;
      if (inside.dataset.p !== current && !popover.dialog.contains(inside)) go(inside.dataset.p, true);
    };

    // Tab goes from a number to its card, and from there to the next number.
    const onTab = (event) => {
      if (!current || (!wide.matches && sides.dataset.tab === "cards")) return;
      const link = linkOf.get(current);
      const card = cardOf.get(current);
      const inside = popover.holds(card) ? popover.dialog : card;
      const stops = all(FOCUSABLE, inside).filter((stop) => stop.checkVisibility());
      let target = null;
      if (event.target === link && !event.shiftKey) target = stops[0];
      else if (event.target === stops[0] && event.shiftKey) target = link;
      else if (event.target === stops.at(-1) && !event.shiftKey)
        target = links.slice(links.indexOf(link) + 1).find((other) => !other.classList.contains("off"));
      if (!target) return;
      event.preventDefault();
      target.focus();
    };
    const copyFirst = () => current && cardOf.get(current).querySelector(".copy")?.click();

    // The cards follow the text: the first place in the window, or the open one if it is there.
    const inWindow = new Set();
    const follow = () => {
      if (!wide.matches || order.value || !inWindow.size) return;
      if (scroller.matches(":hover") || scroller.contains(document.activeElement)) return;
      const isOpenSeen = current && inWindow.has(linkOf.get(current));
      const first = links.find((link) => inWindow.has(link));
      const card = cardOf.get(isOpenSeen ? current : first.dataset.p);
      if (!shown.includes(card)) return;
      reveal(card);
      place(card);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) inWindow.add(target);
        else inWindow.delete(target);
      follow();
    });

    const arrive = () => {
      close(false);
      if (!isHere(form)) return;
      const { place: id, query } = address();
      const known = (name, values) =>
        [...values].some(({ value }) => value === query.get(name)) ? query.get(name) : "";
      form.elements.show.value = known("show", form.elements.show);
      form.elements.kind.value = known("kind", form.elements.kind.options);
      order.value = known("order", order.options);
      selectTab(known("tab", [{ value: "cards" }]) || "text");
      filter();
      if (order.value || list.dataset.order) arrange();
      list.dataset.order = order.value;
      const target = id ? byId(id) : null;
      if (target?.dataset.p && doc.contains(target)) open(target.dataset.p);
    };
    // A browser goes to the place of an address itself, too, and takes the focus away.
    const settle = () => current && sides.dataset.tab === "text" && show(current);
    const api = { arrive, settle, close, copyFirst, doc, form, onClick, onTab, step };
    arrive();
    for (const link of links) observer.observe(link);
    wide.addEventListener("change", () => current && open(current));
    return api;
  };
  const docs = all(".doc").map(setUp).filter(Boolean);
  addEventListener("load", () => docs.forEach((one) => one.settle()));
  addEventListener("hashchange", () => docs.forEach((one) => one.arrive()));
  Object.assign(window.plainlint, { docs });
})();
