// A part of the page that narrow windows fold: a button opens it, Esc closes it, the focus follows.

export class Panel {
  // `name` is that of the part; `button` is seen only where the part is folded.
  constructor(name, part, button) {
    this.className = `${name}-open`;
    this.part = part;
    this.button = button;
    this.findOpener = null;
    button.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.isFolded || !this.isOpen) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
  }

  get isFolded() {
    return this.button.checkVisibility();
  }

  get isOpen() {
    return document.body.classList.contains(this.className);
  }

  // `findOpener` returns what the focus goes back to; it may have been drawn again meanwhile.
  open(findOpener = () => this.button) {
    if (!this.isFolded) return;
    if (!this.isOpen) this.findOpener = findOpener;
    this.set(true);
  }

  close() {
    const hadFocus = this.part.contains(document.activeElement);
    this.set(false);
    if (hadFocus && this.isFolded) (this.findOpener?.() ?? this.button).focus({ preventScroll: true });
  }

  set(isOpen) {
    document.body.classList.toggle(this.className, isOpen);
    this.button.setAttribute("aria-expanded", String(isOpen));
  }
}
