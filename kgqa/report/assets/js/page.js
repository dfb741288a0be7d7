"use strict";
// What every part of the page uses: making elements (text is always text, never markup), messages, light and dark.

const SVG = "http://www.w3.org/2000/svg";
const at = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

const number = (value) => value.toLocaleString("en");
const percent = (part, whole) => (whole ? `${(100 * part / whole).toFixed(part === whole || part === 0 ? 0 : 1)} %` : "–");
const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

let silence;
function say(text) {
  at("said").textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { at("said").textContent = ""; }, 6000);
}

// A browser may refuse storage to a file; the page then works until it is closed.
const kept = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); return true; } catch { return false; } },
};

const THEMES = { "": "◐ Auto", light: "☀ Light", dark: "☾ Dark" };
function useTheme(theme) {
  document.documentElement.dataset.theme = theme;
  at("theme").textContent = THEMES[theme];
  kept.set("kgqa:theme", theme);
}
function nextTheme() {
  const order = Object.keys(THEMES);
  useTheme(order[(order.indexOf(document.documentElement.dataset.theme) + 1) % order.length]);
}
useTheme(kept.get("kgqa:theme") in THEMES ? kept.get("kgqa:theme") : "");
at("theme").addEventListener("click", nextTheme);

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // a page from a file may have no clipboard of its own
    const area = document.body.appendChild(h("textarea", { class: "aside" }));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const before = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = before; }, 1500);
}
