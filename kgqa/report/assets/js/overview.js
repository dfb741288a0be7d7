// The figures of the whole set, and of what the filters leave: every bar is also a filter.

const UPRIGHT = ["hops", "size", "chance", "decile"];
const OUTCOMES = ["holds", "does not apply", "not asked", "fails"];
const LYING = ["theme", "kind", "source", "gate", "shape", "answerable", "split", "novelty"];
const CHARTS = ["hops", "theme", "kind", "size", "chance", "decile", "source", "proof", "gate", "answerable", "shape", "split", "novelty"];

const brief = (value) => (value < 1000 ? String(value) : `${(value / 1000).toFixed(value < 10000 ? 1 : 0)}k`);

const overview = {
  ready: false,

  draw() {
    if (!this.ready || at("overview").hidden) return;
    const cards = CHARTS.map((key) => [key, filter.facet(key)]).filter(([key, facet]) => facet.names.length > 1 || !["answerable", "shape", "decile", "novelty"].includes(key));
    at("overview").replaceChildren(
      h("h2", {}, "The question set"),
      this.figures(),
      h("p", { class: "muted hint" }, "Bars count questions; a click on one keeps only those in the list and in all other figures."),
      h("div", { class: "charts" }, cards.map(([key, facet]) => this.card(key, facet)), this.refused()),
      this.gates(), this.families(), this.made());
    for (const place of at("overview").querySelectorAll("[data-chart]")) this.chart(place);
  },

  figures() {
    const { index } = data;
    const found = filter.found.length;
    const proofs = index.facets.proof;
    const failing = new Set([...proofs.names.keys()].filter((n) => proofs.names[n].endsWith(": fails")));
    const proven = proofs.of.filter((of) => !(Array.isArray(of) ? of : [of]).some((n) => failing.has(n))).length;
    const agreed = proofs.of.filter((of) => (Array.isArray(of) ? of : [of]).some((n) => proofs.names[n] === "agreed: holds")).length;
    const hops = index.facets.hops.names.map(Number).sort((a, b) => a - b);
    const tiles = [
      [number(data.count), data.count === found ? "questions" : `questions, ${number(found)} in the list`],
      [number(data.patients), "patients"], [number(index.facets.pattern.names.length), "families"],
      [hops.length > 1 ? `${hops[0]}–${hops.at(-1)}` : hops[0], "hops"],
      [percent(proven, data.count), "with every proof asked for"],
      [agreed ? percent(agreed, data.count) : "–", agreed ? "agreed by a second engine" : "second engine not asked"],
    ];
    return h("dl", { class: "tiles" }, tiles.map(([figure, what]) => h("div", {}, h("dt", {}, what), h("dd", {}, String(figure)))));
  },

  card(key, facet) { return h("figure", { class: "chart" }, h("figcaption", {}, facet.title), h("div", { "data-chart": key })); },

  chart(place) {
    const key = place.dataset.chart;
    if (key === "refused") return place.replaceChildren(this.bars(Object.entries(data.index.refused).map(([name, all]) => ({ name, all, now: all })), place.clientWidth, null));
    const { names, of } = filter.facet(key);
    const all = new Array(names.length).fill(0);
    for (const values of of) for (const value of Array.isArray(values) ? values : [values]) all[value] += 1;
    const rows = names.map((name, n) => ({ name, all: all[n], now: filter.counts[key][n], on: filter.chosen.get(key)?.has(n) }));
    if (key === "proof") return place.replaceChildren(this.proofs(rows, place.clientWidth));
    const many = LYING.includes(key) && rows.length > 12 ? rows.slice(0, 12) : rows;
    return place.replaceChildren((UPRIGHT.includes(key) ? this.columns : this.bars).call(this, many, place.clientWidth, key));
  },

  style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },

  bars(rows, width, key) {
    const left = Math.min(width * 0.54, 16 + Math.max(...rows.map(({ name }) => wide(name, "12px"))));
    const svg = Plot.plot({
      width, height: rows.length * 24 + 6, marginLeft: left, marginRight: 52, marginTop: 2, marginBottom: 4, style: this.style,
      x: { axis: null, domain: [0, Math.max(1, ...rows.map((row) => row.all))] }, y: { domain: rows.map((row) => row.name), label: null, padding: 0.28 },
      marks: [
        Plot.barX(rows, { x: "all", y: "name", fill: "var(--bar-rest)", rx: 2 }),
        Plot.barX(rows, { x: "now", y: "name", fill: "var(--bar)", rx: 2 }),
        Plot.text(rows, { x: "all", y: "name", text: (row) => number(row.now), textAnchor: "start", dx: 6, fill: "currentColor" }),
        Plot.axisY({ tickSize: 0, tickPadding: 8, tickFormat: (name) => wrap(name, "12px", left - 12, 1)[0], fill: "currentColor" }),
      ],
    });
    return this.live(svg, rows, key);
  },

  columns(rows, width, key) {
    const slanted = Math.max(...rows.map(({ name }) => wide(name, "12px"))) + 4 > (width - 16) / rows.length;
    const svg = Plot.plot({
      width, height: 190, marginLeft: 8, marginRight: 8, marginTop: 20, marginBottom: slanted ? 52 : 26, style: this.style,
      x: { domain: rows.map((row) => row.name), label: null, padding: 0.18 }, y: { axis: null, domain: [0, Math.max(1, ...rows.map((row) => row.all))] },
      marks: [
        Plot.barY(rows, { x: "name", y: "all", fill: "var(--bar-rest)", rx: 2 }),
        Plot.barY(rows, { x: "name", y: "now", fill: "var(--bar)", rx: 2 }),
        Plot.text(rows, { x: "name", y: "all", text: (row) => (slanted ? brief(row.now) : number(row.now)), dy: -8, fill: "currentColor", fontSize: slanted ? 11 : 12 }),
        Plot.axisX({ tickSize: 0, tickPadding: 6, tickRotate: slanted ? -40 : 0, fill: "currentColor", fontSize: slanted ? 11 : 12 }),
        Plot.ruleY([0], { stroke: "var(--line)" }),
      ],
    });
    return this.live(svg, rows, key);
  },

  proofs(rows, width) {
    const split = rows.map((row) => { const [proof, outcome] = row.name.split(": "); return { ...row, proof, outcome }; });
    const names = [...new Set(split.map((row) => row.proof))];
    const inAll = Math.max(...names.map((proof) => split.filter((row) => row.proof === proof).reduce((sum, row) => sum + row.now, 0)));
    const label = (row) => `${row.outcome} ${number(row.now)}`;
    const fits = (row) => wide(label(row), "12px") < (width - 100) * row.now / inAll;
    return Plot.plot({
      width, height: names.length * 24 + 34, marginLeft: 76, marginRight: 12, marginTop: 2, marginBottom: 6, style: this.style,
      x: { axis: null }, y: { domain: names, label: null, padding: 0.28 },
      color: { domain: OUTCOMES, range: ["var(--bar)", "var(--bar-rest)", "var(--bar-rest)", "var(--wrong)"], legend: false },
      marks: [
        Plot.barX(split, { x: "now", y: "proof", fill: "outcome", rx: 2, order: OUTCOMES, title: (row) => `${row.name}: ${number(row.now)}` }),
        Plot.text(split.filter((row) => row.now), Plot.stackX({ x: "now", y: "proof", z: "outcome", order: OUTCOMES, text: (row) => (fits(row) ? label(row) : ""), fill: (row) => (["holds", "fails"].includes(row.outcome) ? "var(--on-bar)" : "currentColor"), fontSize: 11 })),
        Plot.axisY({ tickSize: 0, tickPadding: 8, fill: "currentColor" }),
      ],
    });
  },

  // Let the pointer and the keyboard take bars as filters.
  live(svg, rows, key) {
    if (!key) return svg;
    for (const group of svg.querySelectorAll("[aria-label=bar]")) {
      [...group.querySelectorAll("rect")].forEach((bar, n) => {
        const value = filter.facet(key).names.indexOf(rows[n].name);
        const choose = () => filter.toggle(key, value);
        bar.classList.add("bar");
        if (rows[n].on) bar.classList.add("on");
        bar.addEventListener("click", choose);
        if (group !== svg.querySelector("[aria-label=bar]")) return;
        fill(bar, {
          tabindex: 0, role: "button", "aria-pressed": String(Boolean(rows[n].on)), "aria-label": `${rows[n].name}: ${number(rows[n].now)} of ${number(rows[n].all)} questions`,
          onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(); } },
        }, []);
      });
    }
    return svg;
  },

  refused() {
    if (!Object.keys(data.index.refused).length) return null;
    return h("figure", { class: "chart" }, h("figcaption", {}, "Refused, by reason"), h("div", { "data-chart": "refused" }));
  },

  // How often each gate held, as the manifest tells it.
  gates() {
    const gates = Object.entries(data.index.made.gates ?? {});
    if (!gates.length) return null;
    return section("Gates", table(["A question of which", "Does", "Held", "Of", ""], gates.map(([name, gate]) => h("tr", {},
      h("td", {}, name), h("td", { class: gate.refuses ? null : "muted" }, gate.refuses ? "refuses" : "marks"), h("td", { class: "digits" }, number(gate.questions)),
      h("td", { class: "digits" }, gate.of === undefined ? "" : number(gate.of)), h("td", { class: "digits" }, `${(100 * gate.share).toFixed(1)} %`))), "figures"));
  },

  families() {
    const { names, of } = filter.facet("pattern");
    const all = new Array(names.length).fill(0);
    of.forEach((value) => { all[value] += 1; });
    const most = Math.max(...all);
    const refusedOf = (name) => Object.values(data.index.families[name]?.counts?.refused ?? {}).reduce((sum, count) => sum + count, 0);
    const empty = Object.keys(data.index.families).filter((name) => !names.includes(name));
    return section("Families", table(["Family", "Questions", "", "Refused"], names.map((name, n) => h("tr", { class: filter.counts.pattern[n] ? null : "faint" },
      h("td", {}, h("button", { class: "plain link", title: "Keep only this family", "aria-pressed": String(Boolean(filter.chosen.get("pattern")?.has(n))), onclick: () => filter.toggle("pattern", n) }, data.title(name)), h("code", { class: "muted under" }, name)),
      h("td", { class: "digits" }, number(filter.counts.pattern[n])),
      h("td", { class: "bar-cell" }, s("svg", { width: 120, height: 10, "aria-hidden": "true" }, s("rect", { width: 120 * all[n] / most, height: 10, rx: 2, class: "rest" }), s("rect", { width: 120 * filter.counts.pattern[n] / most, height: 10, rx: 2, class: "now" }))),
      h("td", { class: "digits" }, number(refusedOf(name))))), "figures families"),
    empty.length ? h("p", { class: "muted" }, `Asked, without a question: ${empty.map((name) => name.replaceAll("_", " ")).join(", ")}.`) : null);
  },

  made() {
    const { made, set } = data.index;
    const options = Object.entries(made.options ?? {}).filter(([, value]) => value !== null && value !== 0 && value !== false && value !== true).map(([key, value]) => `${key.replaceAll("_", " ")} ${key === "wrong" ? value.length : value}`).filter((text) => !text.endsWith(" "));
    const rows = [
      ["Questions", set], ["Graph", made.fingerprint], ["Made by", made.kgqa ? `kgqa ${made.kgqa}, seed ${made.seed}${options.length ? `, ${options.join(", ")}` : ""}` : null],
      ["Knowledge", Object.entries(made.knowledge ?? {}).map(([name, release]) => h("div", {}, `${name}: ${release}`))], ["Licences", (made.licences ?? []).map((text) => h("div", {}, text))],
    ];
    return section("What it was made from", h("dl", { class: "facts" }, rows.filter(([, text]) => text?.length).map(([key, text]) => [h("dt", {}, key), h("dd", {}, text)])));
  },
};

let turning;
let drawnAt = 0; // a drawing changes the height of its place, which is no reason to draw again
function drawSoon() {
  clearTimeout(turning);
  turning = setTimeout(() => overview.draw(), 120);
}
filter.then.push(drawSoon);
new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === drawnAt) return;
  drawnAt = contentRect.width;
  drawSoon();
}).observe(at("stage"));
