// A reviewer's marks: kept in this browser under the set's fingerprint, exported and imported as a file of lines.

const marks = {
  all: new Map(), // question id -> {mark, reason, when}
  reviewer: "",
  get key() { return `kgqa:marks:${data.index.set}`; },

  open() {
    this.reviewer = kept.get("kgqa:reviewer") ?? "";
    try {
      const saved = JSON.parse(kept.get(this.key) ?? "{}");
      this.all = new Map(Object.entries(saved).filter(([id]) => data.byId.has(id)));
    } catch { say("The marks that this browser kept could not be read."); }
    this.tell();
  },

  of(id) { return this.all.get(id); },

  async set(mark) {
    if (list.current === null || !(await this.named())) return;
    const id = data.index.id[list.current];
    const before = this.all.get(id);
    if (before?.mark === mark) this.all.delete(id);
    else this.all.set(id, { mark, reason: before?.reason ?? "", when: new Date().toISOString() });
    this.save();
    if (this.all.get(id) && mark !== "right") at("reason").focus();
    say(this.all.has(id) ? `Marked ${mark}.` : "Mark taken away.");
  },

  reason(text) {
    const id = data.index.id[list.current];
    const entry = this.all.get(id);
    if (!entry || entry.reason === text) return;
    this.all.set(id, { ...entry, reason: text, when: new Date().toISOString() });
    this.save();
  },

  // Ask once who marks.
  named() {
    if (this.reviewer) return true;
    const dialog = at("name-dialog");
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((done) => dialog.addEventListener("close", () => {
      const name = at("reviewer").value.trim();
      if (dialog.returnValue === "ok" && name) {
        this.reviewer = name;
        kept.set("kgqa:reviewer", name);
      }
      done(Boolean(this.reviewer));
    }, { once: true }));
  },

  save() {
    if (!kept.set(this.key, JSON.stringify(Object.fromEntries(this.all)))) say("This browser keeps nothing for files: export your marks before you close the page.");
    this.show();
    this.tell();
    list.draw();
  },

  show() {
    if (list.current === null) return;
    const entry = this.of(data.index.id[list.current]);
    for (const button of document.querySelectorAll("[data-mark]")) button.setAttribute("aria-pressed", String(entry?.mark === button.dataset.mark));
    at("reason").value = entry?.reason ?? "";
    at("reason").disabled = !entry;
  },

  tell() {
    at("progress").textContent = this.all.size ? `${number(this.all.size)} of ${number(data.count)} marked${this.reviewer ? ` by ${this.reviewer}` : ""}` : "";
    at("export").disabled = !this.all.size;
  },

  lines() {
    return data.index.id.filter((id) => this.all.has(id)).map((id) => {
      const { mark, reason, when } = this.all.get(id);
      return `${JSON.stringify({ question: id, mark, reason, reviewer: this.reviewer, when, set: data.index.set })}\n`;
    }).join("");
  },

  export() {
    if (!this.all.size) return say("Nothing is marked yet.");
    const address = URL.createObjectURL(new Blob([this.lines()], { type: "application/x-ndjson" }));
    const name = `marks-${this.reviewer.replace(/[^\p{L}\p{N}_-]+/gu, "_") || "reviewer"}.jsonl`;
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    return say(`${plural(this.all.size, "mark")} in ${name}`);
  },

  // Take in a file that was exported before; what is marked here already stays unless the file's mark is newer.
  async import(file) {
    let rows;
    try {
      rows = (await file.text()).split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
    } catch { return say("That file is no file of marks: a line in it is not JSON."); }
    const names = new Set(rows.map((row) => row.reviewer));
    if (!rows.length || rows.some((row) => !MARKS.slice(0, 3).includes(row.mark))) return say("That file holds no marks.");
    if (rows.some((row) => row.set !== data.index.set)) return say("Those marks are of another question set.");
    if (names.size > 1) return say("That file holds the marks of several reviewers: kgqa review takes it.");
    const [name] = names;
    if (this.reviewer && this.reviewer !== name && this.all.size) return say(`Those are marks of ${name}; here ${this.reviewer} marks. Export yours first, in another browser profile.`);
    this.reviewer = name;
    kept.set("kgqa:reviewer", name);
    for (const { question, mark, reason, when } of rows) {
      if (data.byId.has(question) && !(this.of(question)?.when > when)) this.all.set(question, { mark, reason: reason ?? "", when });
    }
    this.save();
    return say(`${plural(rows.length, "mark")} taken in.`);
  },
};

for (const button of document.querySelectorAll("[data-mark]")) button.addEventListener("click", () => marks.set(button.dataset.mark));
at("reason").addEventListener("change", (event) => marks.reason(event.target.value.trim()));
at("reason").addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === "Escape") { marks.reason(event.target.value.trim()); at("stage").focus(); event.preventDefault(); event.stopPropagation(); }
});
at("export").addEventListener("click", () => marks.export());
at("import").addEventListener("click", () => at("import-file").click());
at("import-file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file) await marks.import(file);
  event.target.value = "";
});
at("previous").addEventListener("click", () => list.step(-1));
at("next").addEventListener("click", () => list.step(1));
