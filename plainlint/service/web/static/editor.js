// The editor: the text, its marks, and the positions that edits move.

import {
  Decoration, defaultKeymap, defineLanguageFacet, drawSelection, dropCursor, EditorState, EditorView, GFM,
  highlightActiveLine, HighlightStyle, history, historyKeymap, isolateHistory, keymap, Language, lineNumbers,
  markdownParser, search, searchKeymap, StateEffect, StateField, syntaxHighlighting, syntaxTree, tags, undo,
  undoDepth, ViewPlugin, WidgetType,
} from "./codemirror.js";

import { t } from "./words.js";

const setMarks = StateEffect.define();
const clearChanged = StateEffect.define();

class NumberWidget extends WidgetType {
  constructor(card, isOpen) {
    super();
    this.card = card;
    this.isOpen = isOpen;
  }

  eq(other) {
    return other.card.number === this.card.number && other.card.level === this.card.level && other.isOpen === this.isOpen;
  }

  toDOM() {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.className = `number l${this.card.level}${this.isOpen ? " open" : ""}`;
    button.dataset.number = this.card.number;
    button.setAttribute("aria-label", `${t("Place")} ${this.card.number}: ${t(this.card.level_name || this.card.weight)}`);
    button.append(String(this.card.number));
    const bars = button.appendChild(document.createElement("span"));
    bars.className = "bars";
    for (let bar = 1; bar <= 3; bar++) bars.appendChild(document.createElement("i")).className = bar <= this.card.level ? "on" : "";
    return button;
  }

  ignoreEvent() {
    return true;
  }
}

class StepWidget extends WidgetType {
  constructor(number) {
    super();
    this.number = number;
  }

  eq(other) {
    return other.number === this.number;
  }

  toDOM() {
    const mark = document.createElement("span");
    mark.className = "step-number";
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = this.number;
    return mark;
  }
}

function buildMarks({ cards, open }, length) {
  const marks = [];
  for (const card of cards) {
    const from = Math.min(card.from, length), to = Math.min(card.to, length);
    const isOpen = card.number === open;
    marks.push(Decoration.widget({ widget: new NumberWidget(card, isOpen), side: -1 }).range(from));
    if (from >= to) continue;
    marks.push(Decoration.mark({ class: `sentence l${card.level}${isOpen ? " open" : ""}` }).range(from, to));
    card.steps.forEach((step, index) => {
      if (step.from >= step.to || step.to > length) return;
      marks.push(Decoration.mark({ class: "words" }).range(step.from, step.to));
      if (isOpen) marks.push(Decoration.widget({ widget: new StepWidget(index + 1), side: 1 }).range(step.to));
    });
  }
  return Decoration.set(marks, true);
}

const marksField = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return buildMarks(effect.value, transaction.newDoc.length);
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

// What the writer changed since the last save.
const changedMark = Decoration.mark({ class: "changed", inclusive: true });
const changedField = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (transaction.effects.some((effect) => effect.is(clearChanged))) return Decoration.none;
    if (!transaction.docChanged) return marks;
    marks = marks.map(transaction.changes);
    const added = [];
    transaction.changes.iterChanges((fromA, toA, from, to) => {
      let isCovered = from === to;
      marks.between(from, to, (start, end) => {
        isCovered ||= start <= from && to <= end;
      });
      if (!isCovered) added.push(changedMark.range(from, to));
    });
    return marks.update({ add: added, sort: true });
  },
  provide: (field) => EditorView.decorations.from(field),
});

const frontMatter = {
  defineNodes: [{ name: "FrontMatter", block: true, style: tags.meta }],
  parseBlock: [
    {
      name: "FrontMatter",
      before: "HorizontalRule",
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== "---") return false;
        let end = line.text.length;
        while (context.nextLine()) {
          end = context.lineStart + line.text.length;
          if (line.text.trimEnd() === "---") {
            context.nextLine();
            break;
          }
        }
        context.addElement(context.elt("FrontMatter", 0, end));
        return true;
      },
    },
  ],
};
const markdown = new Language(defineLanguageFacet(), markdownParser.configure([GFM, frontMatter]), [], "markdown");
const style = HighlightStyle.define([
  { tag: tags.heading, class: "md-heading" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.link, class: "md-link" },
  { tag: [tags.meta, tags.comment, tags.processingInstruction, tags.url], class: "md-soft" },
]);

class FoldWidget extends WidgetType {
  eq() {
    return true;
  }

  toDOM() {
    const mark = document.createElement("span");
    mark.className = "folded";
    mark.textContent = "…";
    mark.title = t("the address of the link");
    return mark;
  }
}

const folded = Decoration.replace({ widget: new FoldWidget() });

// Addresses of links are folded until the caret is in the link.
function foldLinks(view) {
  const marks = [];
  const { main } = view.state.selection;
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        if (node.name !== "Link") return;
        const address = node.node.getChild("URL");
        if (!address || (main.from <= node.to && main.to >= node.from)) return;
        if (node.to - 1 > address.from) marks.push(folded.range(address.from, node.to - 1));
      },
    });
  }
  return Decoration.set(marks, true);
}

const linkFolding = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = foldLinks(view);
    }

    update(update) {
      if (update.docChanged || update.selectionSet || update.viewportChanged) this.decorations = foldLinks(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

// HTML that only colours a text says nothing; that of Word and of pages has parts.
const HAS_PARTS = /<(?:p|h[1-6]|li|table|b|strong|i|em|a)[\s>]/i;

export class Editor {
  constructor(parent, nonce, { changed, moved, numberChosen, htmlPasted }) {
    this.handlers = { changed, moved };
    this.extensions = [
      EditorView.cspNonce.of(nonce),
      lineNumbers(), history(), drawSelection(), dropCursor(), highlightActiveLine(), search({ top: true }),
      EditorView.lineWrapping, EditorView.contentAttributes.of(() => ({ "aria-label": t("The text"), spellcheck: "true", tabindex: "0" })),
      markdown, syntaxHighlighting(style), linkFolding, marksField, changedField,
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => this.take(update)),
      EditorView.domEventHandlers({
        paste(event) {
          const html = event.clipboardData?.getData("text/html") ?? "";
          if (!HAS_PARTS.test(html)) return false;
          event.preventDefault();
          htmlPasted(html);
          return true;
        },
      }),
    ];
    this.view = new EditorView({ parent, state: this.makeState("") });
    parent.addEventListener("click", (event) => {
      const button = event.target.closest?.("button.number");
      if (button) numberChosen(Number(button.dataset.number));
    });
  }

  makeState(text) {
    return EditorState.create({ doc: text, extensions: this.extensions });
  }

  take(update) {
    if (update.docChanged) this.handlers.changed(update.changes);
    if (update.selectionSet || update.docChanged) this.handlers.moved(update.state.selection.main.head);
  }

  get text() {
    return this.view.state.doc.toString();
  }

  get canUndo() {
    return undoDepth(this.view.state) > 0;
  }

  get caret() {
    return this.view.state.selection.main.head;
  }

  slice(from, to) {
    return this.view.state.sliceDoc(from, to);
  }

  showMarks(cards, open) {
    this.view.dispatch({ effects: setMarks.of({ cards, open }) });
  }

  markSaved() {
    this.view.dispatch({ effects: clearChanged.of(null) });
  }

  // One step of undo of its own.
  change(changes, userEvent = "input.fix") {
    this.view.dispatch({ changes, userEvent, annotations: isolateHistory.of("full") });
  }

  insert(text) {
    this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: "input.paste" });
  }

  goTo(from, to = from) {
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  }

  reveal(from) {
    this.view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
  }

  findNumber(number) {
    return this.content.querySelector(`.number[data-number="${number}"]`);
  }

  get content() {
    return this.view.contentDOM;
  }

  undo() {
    undo(this.view);
  }

  focus() {
    this.view.focus();
  }
}
