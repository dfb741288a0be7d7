// The keyboard, and how the page starts.

const KEYS = {
  j: () => list.step(1), k: () => list.step(-1),
  r: () => marks.set("right"), w: () => marks.set("wrong"), u: () => marks.set("unclear"),
  o: () => view.close(), Escape: () => view.close(), x: () => marks.export(), t: nextTheme,
  "/": () => { at("search").focus(); at("search").select(); }, "?": () => at("help-dialog").showModal(),
};

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || !data.index) return;
  if (field) {
    if (event.key === "Escape") { // Chromium empties a search field without telling the page
      if (field === at("search")) { field.value = ""; filter.search(""); event.preventDefault(); }
      list.box.focus();
    }
    if (event.key === "Enter" && field === at("search") && filter.found.length) { view.open(filter.found[0]); list.box.focus(); }
    return;
  }
  const inList = event.target === list.box;
  const act = inList && event.key === "ArrowDown" ? KEYS.j : inList && event.key === "ArrowUp" ? KEYS.k : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

at("help").addEventListener("click", KEYS["?"]);
at("home").addEventListener("click", () => view.close());

function followAddress() {
  const i = data.byId.get(decodeURIComponent(location.hash.slice(1)));
  if (i !== undefined && i !== list.current) view.open(i);
}
addEventListener("hashchange", followAddress);

document.body.dataset.view = "overview";
data.open().then(async () => {
  marks.open();
  at("about").textContent = `${plural(data.count, "question")} about ${plural(data.patients, "patient")}`;
  document.title = `${plural(data.count, "question")} · kgqa`;
  filter.run();
  followAddress();
  await data.wholePage;
  overview.ready = true;
  overview.draw();
  document.documentElement.dataset.ready = performance.now().toFixed(0);
}, () => { at("overview").textContent = "This browser cannot unpack the page: it needs DecompressionStream (2023 or later)."; });
