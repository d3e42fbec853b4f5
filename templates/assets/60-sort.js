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
