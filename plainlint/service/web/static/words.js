// The page's own words, in the language of the open text or of the settings. The key of a phrase is
// English: t("{:d} of {:d}", 3, 7). A test looks for each of them in the table of Spanish.

import { ask } from "./server.js";

const ENGLISH = "en";
const ATTRIBUTES = ["aria-label", "placeholder", "title"];
let table = new Map();
let language = ENGLISH;

function find(words) {
  const small = words[0].toLowerCase() + words.slice(1);
  const own = table.get(words);
  if (own !== undefined || !table.has(small)) return own ?? words;
  const found = table.get(small);
  return found[0].toUpperCase() + found.slice(1);
}

export function t(words, ...values) {
  if (!words) return words;
  let next = 0;
  return find(words).replace(/\{(?::d)?\}/g, () => values[next++]);
}

// A number as the language writes it.
export function writeNumber(value) {
  return language === ENGLISH ? String(value) : new Intl.NumberFormat(language, { useGrouping: false }).format(value);
}

// What the page has from the start: text nodes and attributes, each with its English words.
const texts = [], labels = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push([walker.currentNode, walker.currentNode.nodeValue]);
for (const name of ATTRIBUTES) {
  for (const element of document.body.querySelectorAll(`[${name}]`)) labels.push([element, name, element.getAttribute(name)]);
}

// Resolves with whether the language is another one now.
export async function speak(wanted) {
  if (wanted === language) return false;
  const { words } = wanted === ENGLISH ? { words: {} } : await ask("words", { language: wanted });
  table = new Map(Object.entries(words));
  language = document.documentElement.lang = wanted;
  for (const [node, english] of texts) {
    const words = english.trim();
    node.nodeValue = english.replace(words, () => t(words));
  }
  for (const [element, name, english] of labels) element.setAttribute(name, t(english));
  return true;
}
