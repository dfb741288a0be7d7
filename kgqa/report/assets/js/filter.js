// Which questions are in the list: words that all must stand in a question, and values chosen in facets.

const MARKS = ["right", "wrong", "unclear", "not marked"];
const SELECTS = ["theme", "pattern", "hops", "kind", "gate", "mark", "split", "novelty", "answerable"];

const filter = {
  words: [],
  chosen: new Map(), // facet -> set of positions in its names
  found: [], // positions of questions, in the order chosen
  counts: {}, // facet -> how many questions of each value the other filters leave
  then: [],

  facet(key) {
    if (key === "mark") return { title: "Your mark", names: MARKS, of: data.index.id.map((id) => MARKS.indexOf(marks.of(id)?.mark ?? "not marked")) };
    return data.index.facets[key];
  },

  facets() { return [...Object.keys(data.index.facets), "mark"]; },

  toggle(key, value) {
    const values = this.chosen.get(key) ?? new Set();
    if (!values.delete(value)) values.add(value);
    this.choose(key, values);
  },

  choose(key, values) {
    if (values.size) this.chosen.set(key, values);
    else this.chosen.delete(key);
    this.run();
  },

  clear() {
    this.chosen.clear();
    this.words = [];
    at("search").value = "";
    this.run();
  },

  search(text) {
    this.words = text.toLowerCase().split(/\s+/).filter(Boolean);
    this.run();
  },

  run() {
    const facets = this.facets().map((key) => ({ key, ...this.facet(key) }));
    const asked = facets.filter(({ key }) => this.chosen.has(key)).map(({ key, of }) => ({ key, of, values: this.chosen.get(key) }));
    const has = (of, values, i) => (Array.isArray(of[i]) ? of[i].some((value) => values.has(value)) : values.has(of[i]));
    for (const { key, names } of facets) this.counts[key] = new Array(names.length).fill(0);
    const found = [];
    for (let i = 0; i < data.count; i += 1) {
      if (!this.words.every((word) => data.words[i].includes(word))) continue;
      const failing = asked.filter(({ of, values }) => !has(of, values, i)).map(({ key }) => key);
      if (failing.length > 1) continue;
      if (!failing.length) found.push(i);
      for (const { key, of } of facets) {
        if (failing.length && failing[0] !== key) continue;
        for (const value of Array.isArray(of[i]) ? of[i] : [of[i]]) this.counts[key][value] += 1;
      }
    }
    this.found = this.sorted(found);
    this.then.forEach((next) => next());
  },

  sorted(found) {
    const by = {
      family: (i) => [data.family(i)],
      hops: (i) => [-Number(data.name("hops", i))],
      random: (i) => [data.index.id[i]],
    }[at("order").value];
    if (!by) return found;
    const keys = new Map(found.map((i) => [i, by(i)[0]]));
    return found.sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : keys.get(a) > keys.get(b) ? 1 : a - b));
  },

  show() {
    at("count").textContent = this.found.length === data.count ? plural(data.count, "question") : `${number(this.found.length)} of ${plural(data.count, "question")}`;
    at("filters").replaceChildren(...SELECTS.filter((key) => this.facet(key).names.length > 1).map((key) => this.select(key)));
    const chips = [...this.chosen].flatMap(([key, values]) => [...values].map((value) => this.chip(key, value)));
    if (chips.length) chips.push(h("button", { class: "chip clear", onclick: () => this.clear() }, "Clear all"));
    at("chips").replaceChildren(...chips);
  },

  select(key) {
    const { title, names } = this.facet(key);
    const values = this.chosen.get(key) ?? new Set();
    const one = values.size === 1 ? [...values][0] : null;
    const options = names.map((name, i) => [name, i, this.counts[key][i]]).filter(([, i, count]) => count || values.has(i));
    if (key === "pattern") options.sort(([a], [b]) => (a < b ? -1 : 1));
    return h("select", {
      "aria-label": title, class: values.size ? "set" : null, "data-facet": key,
      onchange: (event) => {
        this.choose(key, new Set(event.target.value === "" ? [] : [Number(event.target.value)]));
        document.querySelector(`#filters [data-facet=${key}]`)?.focus();
      },
    }, h("option", { value: "", selected: one === null }, values.size > 1 ? `${title}: ${values.size} values` : `${title}: any`),
    options.map(([name, i, count]) => h("option", { value: i, selected: i === one }, `${name} (${number(count)})`)));
  },

  chip(key, value) {
    const { title, names } = this.facet(key);
    return h("button", { class: "chip", "aria-label": `Remove filter ${title}: ${names[value]}`, onclick: () => this.toggle(key, value) }, `${title}: ${names[value]} ×`);
  },
};

let typing;
at("search").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => filter.search(event.target.value), 60);
});
at("order").addEventListener("change", () => filter.run());
filter.then.push(() => filter.show());
