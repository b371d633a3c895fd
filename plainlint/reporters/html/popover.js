// The popover: the card of the open place, where there is no room for cards beside the text.
"use strict";
(() => {
  const dialog = document.createElement("dialog");
  const slot = document.createElement("ol");
  const place = document.createElement("span");
  const foot = document.createElement("div");
  const add = (parent, label, action) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label });
    button.addEventListener("click", action);
    parent.append(button);
  };
  dialog.className = "doc pop";
  dialog.setAttribute("aria-label", t("What to do here"));
  slot.className = "cards";
  foot.className = "pop-foot";
  dialog.append(slot, foot);

  // The card is moved here and back again, so that there is only one of it.
  let held = null;
  let owner = null;
  add(foot, t("Back"), () => owner.step(-1));
  foot.append(place);
  add(foot, t("Next"), () => owner.step(1));
  add(foot, t("Close"), () => owner.close(true));
  window.plainlint.popover = {
    dialog,
    holds: (card) => held?.card === card,
    show: (card, its) => {
      owner = its;
      held = { card, mark: document.createComment("") };
      card.replaceWith(held.mark);
      card.hidden = false;
      slot.replaceChildren(card);
      if (!dialog.isConnected) document.getElementById("main").append(dialog);
      dialog.show();
      owner.doc.classList.add("popped");
    },
    hide: () => {
      held.mark.replaceWith(held.card);
      held = null;
      dialog.close();
      owner.doc.classList.remove("popped");
    },
    tell: (text) => (place.textContent = text),
  };
})();
