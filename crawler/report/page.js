"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("list");
  const more = document.getElementById("more");
  const count = document.getElementById("count");
  const form = document.getElementById("filters");
  const tip = document.getElementById("tip");
  const STEP = 25;
  let found = [];
  let drawn = 0;

  // Everything from a page goes in as text, never as markup.
  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const readable = (text) =>
    text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, (c) =>
      "⟨U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + "⟩");

  for (const article of data.articles) {
    const words = [article.url, article.id, ...article.title.map((piece) => piece[0])];
    for (const paragraph of article.body) {
      if (typeof paragraph !== "number") words.push(...paragraph.p.map((piece) => piece[0]));
    }
    article.words = words.join("").toLowerCase();
    article.outcome = article.copy ? "copy" : article.rejected ? "rejected" : "stored";
  }

  const fill = (name, values) => {
    for (const value of [...new Set(values)].sort()) form.elements[name].append(new Option(value, value));
  };
  fill("site", data.articles.map((article) => article.site));
  fill("stage", data.articles.flatMap((article) => article.stages));
  fill("reason", data.articles.flatMap((article) => article.reasons));
  fill("mark", data.articles.flatMap((article) => article.marks));

  const explain = (element, article, number) => {
    if (number < 0) return;
    const [stage, reason, evidence] = article.why[number];
    element.tabIndex = 0;
    element.dataset.stage = stage + " / " + reason;
    element.dataset.evidence = evidence;
    element.setAttribute("aria-description", evidence ? stage + ", " + reason + ": " + evidence : stage + ", " + reason);
  };

  const pieces = (into, parts, article) => {
    for (const [text, kind, number] of parts) {
      if (kind === 0) {
        into.append(readable(text));
        continue;
      }
      const element = make(kind === 1 ? "del" : "ins", "", readable(text));
      if (number >= 0 && article.why[number][0] === "normalization") element.classList.add("quiet");
      explain(element, article, number);
      into.append(element);
    }
  };

  const draw = (article) => {
    const element = make("article");
    const heading = make("h3");
    pieces(heading, article.title, article);
    if (!heading.textContent) heading.textContent = "(no title)";
    element.append(heading);
    const facts = make("div", "facts");
    facts.append(make("span", "", article.site), make("span", "", article.run));
    for (const fact of [article.published, article.source, article.authors.join(", ")]) {
      if (fact) facts.append(make("span", "", readable(fact)));
    }
    if (article.rejected) facts.append(make("span", "refused", "✗ rejected: " + article.rejected.join(" / ")));
    if (article.copy) {
      const alike = typeof article.copy[1] === "number" ? " (" + Math.round(article.copy[1] * 100) + " % alike)" : "";
      facts.append(make("span", "", "copy of " + readable(article.copy[0]) + alike));
    }
    for (const mark of article.marks) facts.append(make("span", "marked", "⚑ " + mark));
    facts.append(make("span", "", readable(article.url)), make("code", "", article.id));
    element.append(facts);
    const body = make("div", "body");
    let size = 0;
    for (const paragraph of article.body) {
      if (typeof paragraph === "number") {
        body.append(make("p", "gap", paragraph + (paragraph === 1 ? " paragraph" : " paragraphs") + " without changes not shown"));
        continue;
      }
      const p = make("p");
      if (paragraph.d === undefined) {
        pieces(p, paragraph.p, article);
      } else {
        p.className = "dropped";
        const del = make("del");
        del.textContent = paragraph.p.filter((piece) => piece[1] !== 1).map((piece) => readable(piece[0])).join("");
        explain(del, article, paragraph.d);
        p.append(del);
      }
      for (const note of paragraph.n || []) p.append(" ", make("span", "remark", "⚑ " + readable(note)));
      size += p.textContent.length;
      body.append(p);
    }
    element.append(body);
    if (size > 2000) {
      body.classList.add("short");
      const open = make("button", "", "Show all of it");
      open.type = "button";
      open.setAttribute("aria-expanded", "false");
      open.addEventListener("click", () => {
        const short = body.classList.toggle("short");
        open.textContent = short ? "Show all of it" : "Show less";
        open.setAttribute("aria-expanded", String(!short));
      });
      // Whoever moves to a removal by keyboard must see it.
      body.addEventListener("focusin", () => { if (body.classList.contains("short")) open.click(); });
      element.append(open);
    }
    if (article.notes.length) {
      const notes = make("ul", "notes");
      for (const note of article.notes) notes.append(make("li", "remark", readable(note)));
      element.append(notes);
    }
    return element;
  };

  const next = () => {
    const part = document.createDocumentFragment();
    for (const article of found.slice(drawn, drawn + STEP)) part.append(draw(article));
    drawn = Math.min(found.length, drawn + STEP);
    list.append(part);
    more.hidden = drawn >= found.length;
    more.textContent = "Show more (" + (found.length - drawn) + " left)";
  };

  const filter = () => {
    const want = Object.fromEntries(new FormData(form));
    const text = want.text.trim().toLowerCase();
    found = data.articles.filter((article) =>
      (!text || article.words.includes(text)) &&
      (!want.site || article.site === want.site) &&
      (!want.stage || article.stages.includes(want.stage)) &&
      (!want.reason || article.reasons.includes(want.reason)) &&
      (!want.outcome || article.outcome === want.outcome || (want.outcome === "rejected" && article.outcome === "copy")) &&
      (!want.mark || article.marks.includes(want.mark)));
    count.textContent = found.length + " of " + data.articles.length + " articles";
    list.replaceChildren();
    drawn = 0;
    next();
  };

  let waiting = 0;
  for (const name of ["input", "change"]) {
    form.addEventListener(name, () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  }
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  more.addEventListener("click", next);

  const pick = (values) => {
    form.reset();
    for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
    filter();
    document.getElementById("articles").scrollIntoView();
  };
  for (const button of document.querySelectorAll("button[data-find]")) {
    button.addEventListener("click", () => pick({ text: button.dataset.find }));
  }
  for (const button of document.querySelectorAll("button[data-site-filter]")) {
    button.addEventListener("click", () => pick({ site: button.dataset.siteFilter }));
  }

  const show = (event) => {
    const element = event.target.closest && event.target.closest("[data-stage]");
    if (!element) { tip.hidden = true; return; }
    tip.replaceChildren(make("b", "", element.dataset.stage), readable(element.dataset.evidence || ""));
    tip.hidden = false;
    const box = element.getBoundingClientRect();
    const left = Math.min(box.left + scrollX, scrollX + document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = (box.bottom + scrollY + 6) + "px";
  };
  for (const name of ["mouseover", "focusin", "click"]) document.addEventListener(name, show);
  document.addEventListener("focusout", () => { tip.hidden = true; });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

  const picture = document.querySelector("svg.network");
  if (picture) {
    const light = (site) => {
      picture.classList.toggle("picked", Boolean(site));
      const near = new Set([site]);
      for (const link of picture.querySelectorAll(".link")) {
        const on = link.dataset.a === site || link.dataset.b === site;
        link.classList.toggle("on", on);
        if (on) near.add(link.dataset.a).add(link.dataset.b);
      }
      for (const node of picture.querySelectorAll(".node")) node.classList.toggle("on", near.has(node.dataset.site));
    };
    for (const node of picture.querySelectorAll(".node")) {
      node.addEventListener("mouseenter", () => light(node.dataset.site));
      node.addEventListener("focus", () => light(node.dataset.site));
      node.addEventListener("mouseleave", () => light(""));
      node.addEventListener("blur", () => light(""));
    }
  }

  const theme = document.getElementById("theme");
  const remember = (value) => { try { localStorage.setItem("squeegee-theme", value); } catch { /* a file may have no storage */ } };
  const recall = () => { try { return localStorage.getItem("squeegee-theme"); } catch { return null; } };
  const known = recall();
  if (known === "light" || known === "dark") document.documentElement.dataset.theme = known;
  theme.addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    remember(document.documentElement.dataset.theme);
  });

  filter();
})();
