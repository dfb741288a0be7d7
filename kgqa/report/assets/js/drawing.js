// A question's paths as one picture: the record on one side, the knowledge on the other, the answer marked.

const KNOWLEDGE = "Concept";
const BOX = { line: 17, pad: 10, lines: 4 };
const WIDTHS = [164, 126]; // of a box at most; the narrower where the picture would have to shrink
const pen = document.createElement("canvas").getContext("2d");
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

function wide(text, font) {
  pen.font = `${font} ${FONT}`;
  return pen.measureText(text).width;
}

function wrap(text, font, width, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (wide(longer, font) <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] += "…";
  return kept.map((line) => {
    let short = line;
    while (wide(short, font) > width && short.length > 4) short = `${short.slice(0, -2).trimEnd()}…`;
    return short;
  });
}

// The nodes and edges of the paths (and of the chains that were looked for) of one answer, or of all where it is null;
// whole derivations until there are `most` nodes, and how many derivations are left.
function graphOf(question, answer, most = Infinity) {
  const { record, nodes: names } = question;
  const answers = new Set(record.answer.values.flatMap((value) => (value.ids ?? []).map((id) => `${value.label}|${id}`)));
  const slots = new Set(Object.values(record.slots).flatMap((slot) => (slot.ids ?? []).map((id) => `${slot.label}|${id}`)));
  const nodes = new Map();
  const edges = new Map();
  const add = (walk, virtual) => {
    const keys = walk.nodes.map((node, n) => {
      const key = node.virtual ? `${walk.name}|${walk.answer}|${walk.derivation}|${n}` : `${node.label}|${node.id}`;
      if (!nodes.has(key)) {
        const [name, about, when, row] = node.virtual ? ["any", null, null, null] : names[key] ?? [String(node.id), null, null, null];
        nodes.set(key, {
          key, label: node.label, name, about, when, row, virtual: Boolean(node.virtual), knowledge: node.label === KNOWLEDGE,
          answer: answers.has(key), slot: slots.has(key),
        });
      }
      return key;
    });
    for (const { source, type, target } of walk.edges) {
      const key = `${keys[source]} ${type} ${keys[target]}`;
      if (!edges.has(key)) edges.set(key, { source: keys[source], target: keys[target], type, virtual });
    }
  };
  const derivations = new Map();
  for (const [walks, virtual] of [[record.paths ?? [], false], [record.absent ?? [], true]]) {
    for (const walk of walks.filter((one) => answer === null || one.answer === answer)) {
      const key = `${walk.answer}|${walk.derivation}`;
      derivations.set(key, [...(derivations.get(key) ?? []), [walk, virtual]]);
    }
  }
  let left = 0;
  for (const walks of derivations.values()) {
    if (nodes.size >= most) left += 1;
    else walks.forEach(([walk, virtual]) => add(walk, virtual));
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], left };
}

function sized(node, most) {
  const longest = Math.max(...node.name.split(/\s+/).map((word) => wide(word, "600 13px")));
  const lines = wrap(node.name, "600 13px", Math.min(WIDTHS[0], Math.max(most, longest + 2 * BOX.pad)) - 2 * BOX.pad, BOX.lines);
  const under = [node.about, node.when].filter(Boolean).map((text) => wrap(text, "11px", WIDTHS[0] - 2 * BOX.pad, 1)[0]);
  const tag = node.answer ? "answer" : node.slot ? "asked about" : "";
  const head = node.virtual ? `any ${node.label}` : node.label;
  if (node.virtual) lines.length = 0;
  const widths = [...lines.map((line) => wide(line, "600 13px")), ...under.map((line) => wide(line, "11px")), wide(head, "11px") + (tag ? wide(tag, "600 11px") + 14 : 0)];
  const width = Math.max(84, Math.ceil(Math.max(...widths)) + 2 * BOX.pad);
  const height = 16 + lines.length * BOX.line + under.length * 15 + 2 * 8;
  return { ...node, lines, under, tag, head, width, height };
}

// dagre ranks the nodes; an event is held back so that all of the record comes before any concept.
function arranged({ nodes, edges }, sideways, turned) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: sideways ? "LR" : "TB", nodesep: sideways ? 20 : 26, ranksep: sideways ? 20 : 22, edgesep: 16, marginx: sideways ? 18 : 24, marginy: 36 });
  const depth = depths(nodes, edges);
  const deepest = Math.max(0, ...nodes.filter((node) => !node.knowledge).map((node) => depth.get(node.key)));
  const inKnowledge = new Set(nodes.filter((node) => node.knowledge).map((node) => node.key));
  for (const node of turned ? nodes.toReversed() : nodes) graph.setNode(node.key, { ...node });
  (turned ? edges.toReversed() : edges).forEach((edge, n) => {
    const crosses = inKnowledge.has(edge.target) && !inKnowledge.has(edge.source);
    const lines = sideways ? balanced(edge.type) : [spoken(edge.type)];
    graph.setEdge(edge.source, edge.target, {
      ...edge, lines, width: Math.max(...lines.map((line) => wide(line, "11px"))) + 6, height: 14 * lines.length, labelpos: "c",
      minlen: crosses ? 1 + deepest - depth.get(edge.source) : 1, weight: inKnowledge.has(edge.target) ? 1 : 6,
    }, String(n));
  });
  dagre.layout(graph);
  return { nodes: graph.nodes().map((key) => graph.node(key)), edges: graph.edges().map((edge) => graph.edge(edge)), ...graph.graph(), sideways };
}

const spoken = (type) => type.toLowerCase().replaceAll("_", " ");

// The words of an edge on one line or two, where two are the narrower.
function balanced(type) {
  const words = spoken(type).split(" ");
  if (words.length < 2) return words;
  const ways = words.slice(1).map((_, n) => [words.slice(0, n + 1).join(" "), words.slice(n + 1).join(" ")]);
  return ways.sort((one, other) => Math.max(...one.map((line) => line.length)) - Math.max(...other.map((line) => line.length)))[0];
}

function depths(nodes, edges) {
  const depth = new Map(nodes.map((node) => [node.key, 0]));
  for (let round = 0; round < nodes.length; round += 1) {
    let changed = false;
    for (const { source, target } of edges) {
      const next = depth.get(source) + 1;
      if (source !== target && next > depth.get(target) && next < nodes.length) { depth.set(target, next); changed = true; }
    }
    if (!changed) break;
  }
  return depth;
}

// How often an edge runs behind a box that is not its own, and how often two edges' straight parts cross.
function muddle({ nodes, edges }) {
  const parts = edges.flatMap((edge) => edge.points.slice(1).map((point, n) => [edge.points[n], point, edge]));
  const inside = (point, node) => Math.abs(point.x - node.x) < node.width / 2 + 4 && Math.abs(point.y - node.y) < node.height / 2 + 4;
  const along = [0.1, 0.3, 0.5, 0.7, 0.9];
  const behind = parts.filter(([from, to, edge]) => nodes.some((node) => node.key !== edge.source && node.key !== edge.target
    && along.some((t) => inside({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }, node)))).length;
  const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const crossing = parts.filter(([a, b, one], n) => parts.slice(n + 1).some(([c, d, other]) => one !== other && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0)).length;
  return 10 * behind + crossing;
}

// From left to right where that can be read at this width, else from top to bottom if that is read at a larger scale;
// each in the two orders that dagre can start from, of which the clearer is taken.
function drawing(graph, room) {
  const scale = (way) => Math.min(1, room / way.width);
  const clearest = (most, sideways) => {
    const boxes = { ...graph, nodes: graph.nodes.map((node) => sized(node, most)) };
    return [false, true].map((turned) => arranged(boxes, sideways, turned)).reduce((one, other) => (muddle(other) < muddle(one) ? other : one));
  };
  const [usual, narrow] = WIDTHS;
  let across = clearest(usual, true);
  if (scale(across) < 0.95) across = clearest(narrow, true);
  if (scale(across) >= 0.74) return svgOf(across, scale(across));
  const down = clearest(usual, false);
  const best = scale(down) > scale(across) ? down : across;
  return svgOf(best, Math.max(0.7, scale(best)));
}

function svgOf(layout, scale) {
  const { width, height, nodes, edges } = layout;
  const title = `${plural(nodes.length, "node")}, ${plural(edges.length, "edge")}: ${edges.filter((e) => !e.virtual).map((edge) => spoken(edge.type)).join(", ")}`;
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, role: "img", "aria-label": title, class: "drawing" },
    s("defs", {}, ["edge", "thought"].map((kind) => s("marker", { id: `arrow-${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, s("path", { d: "M0,0.5 L8,4 L0,7.5 z", class: `arrow ${kind}` })))));
  svg.append(...bands(layout));
  const line = d3.line((point) => point.x, (point) => point.y).curve(d3.curveBasis);
  for (const edge of edges) {
    svg.append(s("g", { class: `edge${edge.virtual ? " virtual" : ""}` },
      s("path", { d: line(edge.points), "marker-end": `url(#arrow-${edge.virtual ? "thought" : "edge"})` }),
      edge.lines.map((words, n) => s("text", { x: edge.x, y: edge.y + 4 + 14 * (n - (edge.lines.length - 1) / 2) }, words))));
  }
  for (const node of nodes) svg.append(boxOf(node));
  return svg;
}

// A ground behind each side, the border between them half way across the gap.
function bands({ nodes, width, height, sideways }) {
  const middle = (node) => (sideways ? node.x : node.y);
  const half = (node) => (sideways ? node.width : node.height) / 2;
  const sides = [["Record", nodes.filter((node) => !node.knowledge)], ["Knowledge", nodes.filter((node) => node.knowledge)]].filter(([, own]) => own.length);
  const whole = sideways ? width : height;
  const border = sides.length < 2 ? whole : (Math.max(...sides[0][1].map((node) => middle(node) + half(node))) + Math.min(...sides[1][1].map((node) => middle(node) - half(node)))) / 2;
  return sides.map(([name], n) => {
    const [from, to] = n === 0 ? [0, border - (sides.length > 1 ? 3 : 0)] : [border + 3, whole];
    return s("g", { class: `band ${name.toLowerCase()}` },
      s("rect", sideways ? { x: from, y: 0, width: to - from, height, rx: 9 } : { x: 0, y: from, width, height: to - from, rx: 9 }),
      s("text", sideways ? { x: from + 14, y: 21 } : { x: 14, y: from + 21 }, name));
  });
}

function boxOf(node) {
  const { x, y, width, height } = node;
  const [left, top] = [x - width / 2, y - height / 2];
  const kind = ["node", node.knowledge ? "knowledge" : "record", node.answer && "answer", node.slot && "slot", node.virtual && "virtual"];
  let below = top + 20;
  const group = s("g", { class: kind.filter(Boolean).join(" "), "data-row": node.row },
    s("title", {}, [node.label, node.name, node.about, node.when, node.virtual ? "looked for by the pattern" : node.key.split("|").slice(1).join("|")].filter(Boolean).join("\n")),
    s("rect", { x: left, y: top, width, height, rx: 8 }),
    s("text", { x: left + BOX.pad, y: below, class: "label" }, node.head),
    node.tag ? s("text", { x: left + width - BOX.pad, y: below, class: "tag" }, node.tag) : null);
  for (const line of node.lines) group.append(s("text", { x: left + BOX.pad, y: (below += BOX.line), class: "name" }, line));
  for (const line of node.under) group.append(s("text", { x: left + BOX.pad, y: (below += 15), class: "under" }, line));
  return group;
}
