// The list of questions that were found. Only the rows that can be seen are in the page.

const ROW = 93; // its height in page.css
const list = {
  box: at("list"),
  current: null, // position of the question on show

  draw() {
    const { found } = filter;
    const first = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 4);
    const last = Math.min(found.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / ROW) + 4);
    const rows = at("rows");
    rows.style.height = `${found.length * ROW}px`;
    rows.replaceChildren(...found.slice(first, last).map((i, n) => this.row(i, first + n)));
    if (!found.length) rows.replaceChildren(h("p", { class: "nothing" }, "No question fits. Take a filter away."));
    const shown = this.current === null ? -1 : found.indexOf(this.current);
    if (shown >= first && shown < last) this.box.setAttribute("aria-activedescendant", `row-${this.current}`);
    else this.box.removeAttribute("aria-activedescendant");
    document.documentElement.dataset.listed ??= performance.now().toFixed(0);
  },

  row(i, place) {
    const mark = marks.of(data.index.id[i])?.mark;
    const row = h("div", {
      role: "option", id: `row-${i}`, class: "row", "aria-selected": i === this.current ? "true" : "false",
      "aria-setsize": filter.found.length, "aria-posinset": place + 1, onclick: () => view.open(i),
    },
    h("p", { class: "asks" }, this.marked(data.index.text[i])),
    h("p", { class: "about" }, mark ? h("span", { class: `dot ${mark}` }, mark) : null,
      `${plural(Number(data.name("hops", i)), "hop")} · ${data.name("kind", i)} · ${data.family(i).replaceAll("_", " ")}`));
    row.style.top = `${place * ROW}px`;
    return row;
  },

  // The text with the words that were searched for marked.
  marked(text) {
    if (!filter.words.length) return text;
    const words = filter.words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return text.split(new RegExp(`(${words.join("|")})`, "i")).map((part, n) => (n % 2 ? h("mark", {}, part) : part));
  },

  seen(i) {
    const place = filter.found.indexOf(i);
    if (place < 0) return;
    const top = place * ROW;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top + ROW > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = top + ROW - this.box.clientHeight;
  },

  step(by) {
    const { found } = filter;
    if (!found.length) return;
    const place = found.indexOf(this.current);
    view.open(found[place < 0 ? 0 : Math.min(found.length - 1, Math.max(0, place + by))]);
  },
};

list.box.addEventListener("scroll", () => requestAnimationFrame(() => list.draw()), { passive: true });
new ResizeObserver(() => data.index && list.draw()).observe(list.box);
filter.then.push(() => { list.box.scrollTop = 0; list.draw(); });
