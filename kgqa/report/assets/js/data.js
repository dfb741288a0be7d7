// The data in the file: an index of all questions, and parts of 128 questions that are unpacked when one is opened.

async function unpack(text) {
  const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

const data = {
  index: null,
  parts: new Map(),
  wholePage: new Promise((done) => document.addEventListener("DOMContentLoaded", done)),

  async open() {
    this.index = await unpack(at("index").textContent);
    this.count = this.index.id.length;
    this.patients = new Set(this.index.patient).size;
    this.byId = new Map(this.index.id.map((id, i) => [id, i]));
    this.words = this.index.id.map((id, i) => `${this.index.text[i]} ${this.index.answer[i]} ${id} ${this.family(i)} patient ${this.index.patient[i]}`.toLowerCase());
  },

  // The name of a question's value in a facet that gives each question one.
  name(facet, i) {
    const { names, of } = this.index.facets[facet];
    return names[of[i]];
  },

  family(i) { return this.name("pattern", i); },
  title(pattern) { return this.index.families[pattern]?.title ?? pattern.replaceAll("_", " "); },

  async question(i) {
    const [part, row] = this.index.place[i];
    if (!this.parts.has(part)) {
      if (!at(`part-${part}`)) await this.wholePage;
      this.parts.set(part, unpack(at(`part-${part}`).textContent));
      if (this.parts.size > 24) this.parts.delete(this.parts.keys().next().value);
    }
    const { records, ...shared } = await this.parts.get(part);
    return { ...shared, record: Object.fromEntries(Object.entries(records).map(([key, column]) => [key, column[row]])) };
  },
};
