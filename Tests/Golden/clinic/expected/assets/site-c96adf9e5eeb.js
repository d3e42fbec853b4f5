/* Sorting: tables of class "sortable" get a button in each column head. Without this script they stand in their order.
   A cell's order is its data-value, else its <time>, else its first number, else its text; cells without a figure
   (class "marker" inside, or empty) stay last whichever way. Groups (<tbody>) stay apart. */
(function () {
  "use strict";
  var language = document.documentElement.lang || "en";
  var decimal = ".";
  var collator;
  try {
    var parts = new Intl.NumberFormat(language).formatToParts(1.5);
    for (var i = 0; i < parts.length; i += 1) { if (parts[i].type === "decimal") { decimal = parts[i].value; } }
    collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  } catch (error) {
    collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  }

  /* The first number of a text, whatever stands between its thousands; null without one. */
  function firstNumber(text) {
    var found = /[-\u2212+]?\d[\d.,'\u2019 \u00a0\u202f]*/.exec(text);
    if (!found) { return null; }
    var digits = found[0].replace(/\u2212/g, "-").split(decimal);
    var whole = digits[0].replace(/[^\d-]/g, "");
    var value = Number(whole + (digits.length > 1 ? "." + digits[1].replace(/\D.*$/, "") : ""));
    return isNaN(value) ? null : value;
  }

  function keyOf(cell, numeric) {
    if (!cell || cell.querySelector(".marker")) { return null; }
    var given = cell.getAttribute("data-value");
    if (given !== null) { return numeric ? (given === "" ? null : Number(given)) : given; }
    var time = cell.querySelector("time[datetime]");
    if (time) { return time.getAttribute("datetime"); }
    var text = cell.textContent.replace(/\s+/g, " ").trim();
    if (text === "") { return null; }
    return numeric ? firstNumber(text) : text;
  }

  function sortGroup(group, column, direction, numeric) {
    var rows = group.__rows || (group.__rows = Array.prototype.slice.call(group.rows));
    var heads = rows.filter(function (row) { return row.classList.contains("group"); });
    var keyed = rows.filter(function (row) { return heads.indexOf(row) < 0; }).map(function (row, index) {
      return { row: row, index: index, key: direction ? keyOf(row.cells[column], numeric) : null };
    });
    keyed.sort(function (a, b) {
      if (a.key === null || b.key === null) {
        if (a.key !== b.key) { return a.key === null ? 1 : -1; }
        return a.index - b.index;
      }
      var order = typeof a.key === "number" ? a.key - b.key : collator.compare(a.key, b.key);
      return order * direction || a.index - b.index;
    });
    var fragment = document.createDocumentFragment();
    heads.forEach(function (row) { fragment.appendChild(row); });
    keyed.forEach(function (entry) { fragment.appendChild(entry.row); });
    group.appendChild(fragment);
  }

  function makeSortable(table) {
    var head = table.tHead && table.tHead.rows[table.tHead.rows.length - 1];
    var groups = Array.prototype.slice.call(table.tBodies);
    if (!head || !groups.some(function (group) { return group.rows.length > 2; })) { return; }
    var cells = Array.prototype.slice.call(head.cells);
    cells.forEach(function (cell, column) {
      if (cell.classList.contains("plot") || cell.colSpan > 1 || cell.textContent.trim() === "") { return; }
      var numeric = cell.classList.contains("num");
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (cell.firstChild) { button.appendChild(cell.firstChild); }
      cell.appendChild(button);
      button.addEventListener("click", function () {
        var now = cell.getAttribute("aria-sort");
        var first = numeric ? "descending" : "ascending";
        var second = numeric ? "ascending" : "descending";
        var next = now === first ? second : now === second ? null : first;
        cells.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (next) { cell.setAttribute("aria-sort", next); }
        table.classList.toggle("sorted", next !== null);
        var direction = next === null ? 0 : next === "ascending" ? 1 : -1;
        groups.forEach(function (group) { sortGroup(group, column, direction, numeric); });
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), makeSortable);
})();

/* Search, on the page that has #search alone. The index comes in classic scripts that are inserted one after the other
   (data-parts); each calls throughlineSearch with its entries [kind, title, path, context, text]. Nothing is stored and
   nothing is fetched; data reach the page as text nodes only. Words come from data attributes of #search. */
(function () {
  "use strict";
  var box = document.getElementById("search");
  if (!box) { return; }
  var input = box.querySelector("input");
  var status = box.querySelector("[role=status]");
  var list = box.querySelector("ol");
  var more = box.querySelector("button");
  var page = 25;
  var entries = [];
  var missing = 0;
  var waiting = (box.getAttribute("data-parts") || "").split(" ").filter(Boolean);
  var shown = page;
  var found = [];
  var tokens = [];
  var timer = 0;
  var nextLook = 0;

  function word(key, values) {
    var text = box.getAttribute("data-" + key) || "";
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? values[name] : whole; });
  }

  var special = { "\u00df": "ss", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00fe": "th", "\u0131": "i" };
  /* Lower case without marks: what two spellings of a word have in common. */
  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[\u00df\u00f8\u00e6\u0153\u0142\u0111\u00f0\u00fe\u0131]/g, function (letter) { return special[letter]; });
  }
  /* Folded words with a space before each and one at the end, so that a prefix of a word is a plain search. */
  function words(text) { return " " + fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim() + " "; }
  /* Writing without spaces between words is found anywhere. */
  var unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

  window.throughlineSearch = function (part) {
    part.forEach(function (raw) {
      entries.push({
        kind: raw[0], title: raw[1], path: raw[2], context: raw[3], text: raw[4], order: entries.length,
        titleWords: words(raw[1]), contextWords: words(raw[3]), textWords: words(raw[4])
      });
    });
  };

  function loadNext() {
    if (waiting.length === 0) { refresh(); return; }
    var script = document.createElement("script");
    script.src = waiting[0];
    script.addEventListener("load", function () {
      waiting.shift();
      /* What is there already is shown, as often as leaves most of the time to the parts that are still to come. */
      if (performance.now() >= nextLook) { refresh(); }
      loadNext();
    });
    script.addEventListener("error", function () { waiting.shift(); missing += 1; loadNext(); });
    document.head.appendChild(script);
  }

  /* 2 for a whole word, 1 for the start of one, 0 for neither. */
  function match(hay, token) {
    if (hay.indexOf(" " + token + " ") >= 0) { return 2; }
    if (hay.indexOf(" " + token) >= 0) { return 1; }
    return unspaced.test(token) && hay.indexOf(token) >= 0 ? 1 : 0;
  }

  function score(entry, phrase) {
    var total = 0;
    for (var i = 0; i < tokens.length; i += 1) {
      var best = Math.max(
        match(entry.titleWords, tokens[i]) * 10, match(entry.contextWords, tokens[i]) * 3,
        match(entry.textWords, tokens[i]));
      if (best === 0) { return 0; }
      total += best;
    }
    if (entry.titleWords === " " + phrase + " ") { total += 40; }
    else if (entry.titleWords.indexOf(" " + phrase) === 0) { total += 15; }
    else if (tokens.length > 1 && entry.titleWords.indexOf(" " + phrase) > 0) { total += 10; }
    else if (tokens.length > 1 && entry.textWords.indexOf(" " + phrase) >= 0) { total += 3; }
    return total;
  }

  function refresh() {
    var began = performance.now();
    var phrase = words(input.value).trim();
    tokens = phrase === "" ? [] : phrase.split(" ").slice(0, 12);
    found = [];
    if (tokens.length > 0) {
      entries.forEach(function (entry) {
        var points = score(entry, phrase);
        if (points > 0) { found.push({ entry: entry, points: points }); }
      });
      found.sort(function (a, b) { return b.points - a.points || a.entry.order - b.entry.order; });
    }
    document.documentElement.classList.toggle("searching", tokens.length > 0);
    draw();
    var ended = performance.now();
    nextLook = ended + 250 + 8 * (ended - began);
  }

  /* Where words that begin with a token stand in a text: [start, end] in order, none inside another. */
  function spans(text) {
    var folded = "";
    var origin = [];
    for (var i = 0; i < text.length;) {
      var letter = String.fromCodePoint(text.codePointAt(i));
      var plain = fold(letter);
      for (var j = 0; j < plain.length; j += 1) { origin.push(i); }
      folded += plain;
      i += letter.length;
    }
    origin.push(text.length);
    var result = [];
    tokens.forEach(function (token) {
      var at = folded.indexOf(token);
      while (at >= 0) {
        var before = at === 0 ? "" : folded.charAt(at - 1);
        if (unspaced.test(token) || !/[\p{L}\p{N}]/u.test(before)) {
          var end = at + token.length;
          while (end < origin.length - 1 && origin[end] === origin[end - 1]) { end += 1; }
          result.push([origin[at], origin[end]]);
        }
        at = folded.indexOf(token, at + token.length);
      }
    });
    result.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var merged = [];
    result.forEach(function (span) {
      var last = merged[merged.length - 1];
      if (last && span[0] < last[1]) { last[1] = Math.max(last[1], span[1]); } else { merged.push(span); }
    });
    return merged;
  }

  /* The text as nodes, what was looked for in <mark>. */
  function marked(parent, text) {
    var at = 0;
    spans(text).forEach(function (span) {
      parent.appendChild(document.createTextNode(text.slice(at, span[0])));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      parent.appendChild(mark);
      at = span[1];
    });
    parent.appendChild(document.createTextNode(text.slice(at)));
  }

  /* About 180 characters around the first match, cut between words. */
  function snippet(text) {
    var first = spans(text)[0];
    if (!first) { return ""; }
    var start = Math.max(0, first[0] - 60);
    var end = Math.min(text.length, first[0] + 120);
    if (start > 0) { start = text.indexOf(" ", start) + 1 || start; if (start > first[0]) { start = first[0]; } }
    if (end < text.length) { var space = text.lastIndexOf(" ", end); if (space > first[1]) { end = space; } }
    return (start > 0 ? "\u2026 " : "") + text.slice(start, end).trim() + (end < text.length ? " \u2026" : "");
  }

  function item(entry) {
    var row = document.createElement("li");
    var link = document.createElement("a");
    link.href = entry.path;
    marked(link, entry.title);
    row.appendChild(link);
    var under = document.createElement("span");
    under.className = "base";
    var kind = word("kind-" + entry.kind);
    under.appendChild(document.createTextNode(" " + kind + (entry.context ? " \u00b7 " : "")));
    marked(under, entry.context);
    row.appendChild(under);
    var quote = snippet(entry.text);
    if (quote !== "") {
      var line = document.createElement("p");
      marked(line, quote);
      row.appendChild(line);
    }
    return row;
  }

  function draw() {
    /* Somebody who walks through the results while more arrive stays where they are. */
    var held = list.contains(document.activeElement) ? document.activeElement.href : "";
    while (list.firstChild) { list.removeChild(list.firstChild); }
    found.slice(0, shown).forEach(function (hit) { list.appendChild(item(hit.entry)); });
    if (held) { links().some(function (link) { if (link.href === held) { link.focus(); return true; } return false; }); }
    list.hidden = found.length === 0;
    more.hidden = found.length <= shown;
    var text = "";
    /* While parts arrive the count would change with each, and a screen reader would read them all. */
    if (tokens.length > 0 && waiting.length > 0) { text = word("loading"); }
    else if (tokens.length > 0) {
      text = found.length === 0 ? word("none") : found.length === 1 ? word("one") : word("other", { n: String(found.length) });
    }
    if (missing > 0) { text += " " + word("missing"); }
    if (status.textContent !== text) { status.textContent = text; }
  }

  function links() { return Array.prototype.slice.call(list.querySelectorAll("a")); }

  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { shown = page; refresh(); }, 80);
  });
  /* Arrows walk through the results, Enter goes to the first, Escape comes back and then empties the field. */
  box.addEventListener("keydown", function (event) {
    var all = links();
    var at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && all.length > 0) { (all[at + 1] || all[all.length - 1]).focus(); }
    else if (event.key === "ArrowUp" && at >= 0) { (at === 0 ? input : all[at - 1]).focus(); }
    else if (event.key === "Enter" && document.activeElement === input) { if (all[0]) { all[0].focus(); } }
    else if (event.key === "Escape" && at >= 0) { input.focus(); }
    else if (event.key === "Escape" && document.activeElement === input && input.value !== "") { input.value = ""; refresh(); }
    else { return; }
    event.preventDefault();
  });
  more.addEventListener("click", function () {
    var before = shown;
    shown += page;
    draw();
    var all = links();
    if (all[before]) { all[before].focus(); }
  });

  var asked = /^#q=(.*)$/.exec(location.hash);
  if (asked && input.value === "") {
    try { input.value = decodeURIComponent(asked[1].replace(/\+/g, " ")); } catch (error) { input.value = asked[1]; }
  }
  box.hidden = false;
  loadNext();
})();
