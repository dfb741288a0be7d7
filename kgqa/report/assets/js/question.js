// One question: its words and answer, its paths drawn, its source rows, knowledge, proofs and Cypher.

const PROOFS = {
  present: "each edge of each path is in the graph",
  replayed: "the pattern gives the same answer for this patient alone",
  sufficient: "the pattern gives this answer on the evidence alone",
  necessary: "the answer fails when any one edge is taken away",
  sourced: "each source row, read again, says what the node says",
  agreed: "the other engine gives the same answer",
};
const PROOFS_OF_NOTHING = { replayed: "the pattern, asked of this patient, finds nothing", agreed: "the other engine finds nothing, for the same reason" };
const FEW = 14; // nodes that all answers together may have to be drawn at once
const MANY = 24; // nodes after which the derivations that are left are drawn only when asked for

const section = (title, ...children) => h("section", { class: "block" }, h("h3", {}, title), children);
const table = (heads, rows, name) => h("div", { class: "scroll" }, h("table", { class: name },
  h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, rows)));
const told = (value) => (value === true ? "yes" : value === false ? "no" : String(value));

function valueText(value, record) {
  const unit = "value" in value && record.answer.unit ? ` ${record.answer.unit}` : "";
  const more = [value.rank ? `${value.rank}.` : "", value.name ?? `${told(value.value)}${unit}`];
  const after = [value.count !== undefined ? `(${value.count})` : "", value.time ? `at ${value.time}` : ""];
  return [...more, ...after].filter(Boolean).join(" ");
}

const view = {
  async open(i) {
    const same = list.current === i;
    list.current = i;
    history.replaceState(null, "", `#${data.index.id[i]}`);
    document.body.dataset.view = "question";
    list.seen(i);
    list.draw();
    const question = await data.question(i);
    await data.wholePage; // the drawing's libraries stand at the end of the page
    if (list.current !== i) return;
    at("overview").hidden = true;
    at("question").hidden = at("review").hidden = false;
    at("question").replaceChildren(...this.parts(question));
    if (!same) at("stage").scrollTop = 0;
    list.seen(i); // the bar for marks has made the list shorter
    marks.show();
  },

  close() {
    list.current = null;
    history.replaceState(null, "", location.pathname + location.search);
    document.body.dataset.view = "overview";
    at("overview").hidden = false;
    at("question").hidden = at("review").hidden = true;
    list.draw();
    overview.draw();
  },

  parts(question) {
    const { record } = question;
    return [
      this.head(record), this.answer(record), this.paths(question), this.steps(record), this.rows(question), this.spans(question),
      this.knowledge(question), this.links(question), this.proofs(record), this.cypher(record), this.family(record),
    ].flat().filter(Boolean);
  },

  head(record) {
    const chips = [plural(record.hops, "hop"), record.shape, record.answer.kind, record.theme, record.split, record.novelty].filter(Boolean);
    const others = (record.wordings ?? []).filter((wording) => wording !== record.question);
    return [
      h("button", { class: "plain back", onclick: () => this.close() }, "‹ Overview and list"),
      h("p", { class: "eyebrow" }, data.title(record.pattern)),
      h("h2", { id: "asked" }, record.question),
      h("p", { class: "chips" }, chips.map((chip) => h("span", { class: "chip flat" }, chip)),
        (record.marks ?? []).map((mark) => h("span", { class: "chip flat gate", title: "marked by a gate" }, mark)),
        h("code", { class: "muted" }, record.id)),
      others.length ? h("details", { class: "others" }, h("summary", {}, plural(others.length, "other wording")), h("ul", {}, others.map((wording) => h("li", {}, wording)))) : null,
    ];
  },

  answer(record) {
    const { values } = record.answer;
    if (!record.answerable || !values.length) {
      return h("div", { class: "answer none" }, h("h3", {}, record.answerable ? "Answer: nothing" : "Cannot be answered"), record.reason ? h("p", {}, record.reason) : null,
        record.twin_of ? h("p", { class: "muted" }, `Its ${(record.swapped ?? "slot").replaceAll("_", " ")} was swapped for another; it was `, h("a", { href: `#${record.twin_of}` }, record.twin_of), ".") : null);
    }
    return h("div", { class: "answer" }, h("h3", {}, values.length > 1 ? `Answer: ${values.length} values` : "Answer"), h("ul", {}, values.map((value) => h("li", {},
      h("strong", {}, valueText(value, record)), h("span", { class: "muted" },
        [value.cui ?? value.concept, value.further ? `and ${plural(value.further, "further derivation")}` : "", (value.aliases ?? []).length ? `also ${value.aliases.slice(0, 4).join(", ")}` : ""].filter(Boolean).map((text) => ` ${text}`).join(" ·"))))));
  },

  paths(question) {
    const { record } = question;
    if (!(record.paths ?? []).length) return null;
    const place = h("div", { class: "scroll picture", tabindex: 0, "aria-label": "The paths, drawn" });
    const more = h("p", { class: "more muted" });
    const draw = (answer, most = MANY) => {
      const graph = graphOf(question, answer, most);
      place.replaceChildren(drawing(graph, Math.max(300, at("question").clientWidth - 20)));
      more.replaceChildren(...(graph.left ? [`${plural(graph.left, "derivation")} like these not drawn; their rows stand below. `, h("button", { onclick: () => draw(answer, Infinity) }, "Draw all")] : []));
    };
    const several = record.answer.values.length > 1;
    const all = graphOf(question, null).nodes.length <= FEW;
    const tabs = several ? h("div", { class: "tabs", role: "group", "aria-label": "Paths of which answer" }) : null;
    const choose = (answer) => {
      draw(answer);
      tabs?.replaceChildren(...[null, ...record.answer.values.keys()].map((n) => h("button", { "aria-pressed": n === answer ? "true" : "false", onclick: () => choose(n) }, n === null ? "all" : valueText(record.answer.values[n], record))));
    };
    choose(several && !all ? 0 : null);
    place.addEventListener("click", (event) => this.pointAt(event.target.closest(".node")?.dataset.row));
    return section("Path", tabs, place, more, this.legend(record));
  },

  legend(record) {
    const marked = record.answer.values.some((value) => value.ids);
    return h("p", { class: "legend" },
      marked ? h("span", { class: "key answer" }, "the answer") : h("span", { class: "key answer" }, `the answer, ${record.answer.values.map((value) => valueText(value, record)).join(", ")}, is read from these`),
      Object.values(record.slots).some((slot) => slot.ids) ? h("span", { class: "key slot" }, "named in the question") : null,
      (record.absent ?? []).length ? h("span", { class: "key virtual" }, "looked for (exists, does not exist, or counted)") : null);
  },

  pointAt(row) {
    for (const line of at("question").querySelectorAll("tr.pointed")) line.classList.remove("pointed");
    const line = row && at("question").querySelector(`tr[data-row="${CSS.escape(row)}"]`);
    if (!line) return;
    line.classList.add("pointed");
    line.scrollIntoView({ block: "nearest", behavior: "smooth" });
  },

  rows({ record, rows, nodes }) {
    const whole = (record.evidence ?? []).filter((row) => row.start === undefined);
    if (!whole.length) return null;
    const said = new Set(record.answer.values.map((value) => value.value).filter((value) => typeof value === "string")); // an answer that stands in a cell
    const names = new Map(Object.values(nodes).filter(([, , , row]) => row).map(([name, , , row]) => [row, name]));
    return section("Source rows", table(["Table", "Row", "What it says"], whole.map((row) => {
      const place = `${row.table}|${row.row_id}`;
      const cells = rows[place] ?? null;
      const used = cells ? row.columns.filter((column) => column in cells) : row.columns;
      const rest = cells ? Object.keys(cells).filter((column) => !used.includes(column)) : [];
      const pair = (column) => h("span", { class: "pair" }, h("span", { class: "column" }, column), cells ? h("span", { class: said.has(cells[column]) ? "cell said" : "cell" }, cells[column]) : null);
      return h("tr", { "data-row": place }, h("td", { class: "nowrap" }, row.table), h("td", { class: "digits" }, String(row.row_id)),
        h("td", {}, names.has(place) ? h("div", { class: "what" }, names.get(place)) : null, used.map(pair),
          rest.length ? h("details", { class: "rest" }, h("summary", {}, `the row's ${plural(rest.length, "other column")}`), rest.map(pair)) : null));
    })), data.index.rows ? null : h("p", { class: "muted" }, "The source tables were not at hand when this page was made: columns are named, not shown."));
  },

  spans({ record, around }) {
    const spans = (record.evidence ?? []).filter((row) => row.start !== undefined);
    if (!spans.length) return null;
    return section("In the notes", spans.map((span) => {
      const [before, after] = around[`${span.row_id}|${span.start}|${span.end}`] ?? ["", ""];
      return h("figure", { class: "note" }, h("blockquote", {}, before ? `…${before}` : "", h("mark", {}, span.text ?? ""), after ? `${after}…` : ""),
        h("figcaption", { class: "muted" }, `${span.table} ${span.row_id}, characters ${span.start} to ${span.end}`));
    }));
  },

  knowledge({ record, nodes }) {
    if (!(record.knowledge ?? []).length) return null;
    const name = (id) => [nodes[`Concept|${id}`]?.[0] ?? id, h("code", { class: "muted under" }, id)];
    return section("Knowledge", table(["From", "", "To", "Stated by"], record.knowledge.map((edge) => h("tr", {},
      h("td", {}, name(edge.source)), h("td", { class: "nowrap type" }, edge.type.toLowerCase().replaceAll("_", " ")), h("td", {}, name(edge.target)),
      h("td", {}, edge.sources.join(", "), ["reviewed", "checked"].filter((key) => edge[key] === false).map((key) => h("span", { class: "chip flat gate" }, `not ${key}`)))))));
  },

  links({ record, nodes }) {
    if (!(record.links ?? []).length) return null;
    const name = (label, id) => nodes[`${label}|${id}`]?.[0] ?? id;
    return section("How events were joined to concepts", table(["Event", "Concept", "As", "By"], record.links.map((link) => h("tr", {},
      h("td", {}, name(link.source.label, link.source.id)), h("td", {}, name("Concept", link.target)), h("td", {}, link.role ?? ""),
      h("td", {}, [link.method, link.vocabulary].filter(Boolean).join(", "), link.exact === false ? h("span", { class: "chip flat gate" }, "not exact") : null)))));
  },

  proofs(record) {
    const chance = record.chance === null || record.chance === undefined ? "unknown" : `${(100 * record.chance).toFixed(1)} %`;
    return section("Proofs", h("ul", { class: "proofs" }, Object.entries(record.proofs).map(([name, holds]) => h("li", { class: holds === true ? "holds" : holds === false ? "fails" : "open", title: PROOFS[name] },
      h("strong", {}, `${holds === true ? "✓" : holds === false ? "✗" : "–"} ${name}`), h("span", {}, holds !== null ? (record.answerable ? PROOFS : PROOFS_OF_NOTHING)[name] ?? "" : name === "agreed" ? "not asked" : "does not apply: of what is absent there is no path")))),
    !record.answerable ? null : h("p", { class: "muted" }, `Right by chance: ${chance}${record.candidates ? ` among ${plural(record.candidates, "candidate")}` : ""}.`));
  },

  cypher(record) {
    if (!record.cypher) return null;
    const link = typeof record.browser === "string" && /^https?:\/\//.test(record.browser) ? record.browser : null;
    return section("Cypher", h("pre", {}, h("code", {}, record.cypher)), h("p", { class: "actions" },
      h("button", { onclick: (event) => copy(record.cypher, event.currentTarget) }, "Copy the Cypher"),
      link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer", class: "button" }, "Open the proof in Neo4j Browser ↗") : null,
      link ? h("span", { class: "muted" }, "runs on your own machine, after kgqa neo4j push") : null));
  },

  // What a set may have beside: one step a hop, each with its own answer; the question for the evidence.
  steps(record) {
    const evidence = record.evidence_question;
    const steps = record.steps ?? [];
    return [
      steps.length ? section("Step by step", h("ol", { class: "steps" }, steps.map((step) => h("li", {}, typeof step === "string" ? step : [
        h("p", {}, step.question ?? ""), step.answer ? h("p", { class: "muted" }, `→ ${stepAnswer(step.answer)}`) : null])))) : null,
      evidence ? section("Evidence question", h("p", {}, typeof evidence === "string" ? evidence : evidence.question ?? ""),
        evidence.rows ? h("p", { class: "muted" }, `→ ${evidence.rows.map((row) => `${row.table} ${row.row_id}`).join(", ")}`) : null) : null,
    ];
  },

  family(record) {
    const about = data.index.families[record.pattern] ?? {};
    const rows = [["Family", record.pattern], ["Decision", about.decision], ["Why it matters", about.why], ["Where its rule is stated", about.source]];
    return section("The family", h("dl", { class: "facts" }, rows.filter(([, text]) => text).map(([key, text]) => [h("dt", {}, key), h("dd", {}, text)])));
  },
};

function stepAnswer(answer) {
  if (typeof answer !== "object" || answer === null) return told(answer);
  if (answer.name || answer.label) return answer.name ?? `some ${answer.label}`;
  const values = Array.isArray(answer) ? answer : answer.values ?? [];
  return values.map((value) => (typeof value === "object" && value !== null ? valueText(value, { answer: { unit: answer.unit } }) : told(value))).join("; ");
}
