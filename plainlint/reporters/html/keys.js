// The keys and the pointer on a document's page.
"use strict";
(() => {
  const { docs } = window.plainlint;
  const keys = {
    j: (one) => one.step(1),
    k: (one) => one.step(-1),
    c: (one) => one.copyFirst(),
    f: (one) => one.form.querySelector("[name=show]:checked").focus(),
    "?": (one) => one.form.querySelector(".keys").toggleAttribute("open"),
  };
  const findShown = () => docs.find(({ doc }) => doc.checkVisibility());
  document.addEventListener("keydown", (event) => {
    const one = findShown();
    if (!one) return;
    if (event.key === "Escape") {
      const keyList = one.form.querySelector(".keys");
      if (keyList.open) keyList.open = false;
      else one.close(true);
      return;
    }
    if (event.key === "Tab") return one.onTab(event);
    const isTyping = event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (!(event.key in keys) || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!one.form.querySelector("[data-keys]").checked) return;
    event.preventDefault();
    keys[event.key](one);
  });

  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!target.matches(".same button")) return findShown()?.onClick(event);
    // Show what an earlier place says of an equal text.
    const isOpen = target.parentElement.nextElementSibling.classList.toggle("open");
    target.setAttribute("aria-expanded", isOpen);
  });
})();
