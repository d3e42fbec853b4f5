import Foundation
import Testing

/// The script of the pages in a real browser over `file://`: search with an index of several parts, and sorting.
@Suite("In a browser", .enabled(if: Browser.path != nil, Comment(rawValue: Browser.absence)), .serialized)
struct SearchAndSortingTests {
    /// A site of the clinic's departments with enough notes for an index of more than one part.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(Program.package)/Tests/Golden/clinic/content", toPath: "\(folder.path)/content")
        let filler = String(repeating: "Patients told us about the waiting room and its chairs. ", count: 20)
        for number in 1...260 {
            let title = number == 7 ? "Zwölf Stühle" : number == 8 ? "Chairs <b>&amp; tables" : "Round \(number)"
            let body = number == 250 ? "\(filler) The façade gets a new marquee." : filler
            try folder.write(
                "content/notes/round-\(number).md",
                "---\ntitle: \"\(title)\"\ndate: 2026-01-10\ndepartments: [\(try firstDepartment(folder))]\n---\n\(body)\n"
            )
        }
        let run = try Program.run(["build"], in: folder.path)
        try #require(run.status == 0, "\(run.errors)")
        return folder
    }

    private func firstDepartment(_ folder: TemporaryFolder) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/content/departments")
        return String(try #require(names.sorted().first).dropLast(3))
    }

    @Test("Search: parts, prefixes, several words, marks left out, highlighting, keys, the live count")
    func search() throws {
        let folder = try site()
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/public/search/index-2.js"))
        let seen = try Browser.drive(
            "public/search.html", below: folder,
            script: """
                var box = document.getElementById("search"), input = box.querySelector("input");
                function count() { return box.querySelector("[role=status]").textContent; }
                function titles() { return all("#search li a").map(function (a) { return a.textContent; }); }
                function ask(text, then) {
                  input.value = text; input.dispatchEvent(new Event("input"));
                  soon(then);
                }
                see("hidden", box.hidden);
                ask("chairs", function () { until(function () { return /\\d/.test(count()); }, function () {
                  see("chairs", count()); see("best", titles()[0]); see("drawn", titles().length);
                  see("marks", all("#search li:first-child a mark").map(function (m) { return m.textContent; }).join("|"));
                  see("elements", all("#search li b").length);
                  see("list", getComputedStyle(document.querySelector(".a-to-z")).display);
                  box.querySelector("button").click(); see("more", titles().length);
                  ask("stuhl zwo", function () { see("folded", titles().join("|"));
                  ask("marq faca", function () { see("two", count()); see("text", all("#search li p mark").map(function (m) { return m.textContent; }).join("|"));
                  ask("nosuchword", function () { see("none", count()); see("left", titles().length);
                  ask("round 11", function () {
                    input.focus(); press("ArrowDown"); see("down", document.activeElement.textContent);
                    press("ArrowDown"); press("ArrowUp"); press("ArrowUp"); see("up", document.activeElement === input);
                    press("Enter"); see("enter", document.activeElement.getAttribute("href"));
                    press("Escape"); press("Escape"); see("escape", input.value + count());
                    see("scripts", all("script[src^='search/']").length);
                  ask("round 12", function () {
                    input.focus(); press("ArrowDown"); press("ArrowDown"); see("held", document.activeElement.textContent);
                  // The list is drawn anew, as it is while parts of the index arrive.
                  ask("round 12", function () { see("kept", document.activeElement.textContent);
                    done();
                  }); }); }); }); }); });
                }); });
                """)
        #expect(seen["error"] == nil, "\(seen)")
        #expect(seen["hidden"] == "false")
        #expect(seen["chairs"] == "260 results")
        // What was typed as markup in a title stays text.
        #expect(seen["best"] == "Chairs <b>&amp; tables" && seen["marks"] == "Chairs")
        #expect(seen["elements"] == "0" && seen["list"] == "none")
        #expect(seen["drawn"] == "25" && seen["more"] == "50")
        #expect(seen["folded"] == "Zwölf Stühle")
        #expect(seen["two"] == "1 result" && seen["text"] == "faça|marq")
        #expect(seen["left"] == "0" && seen["none"]?.isEmpty == false)
        #expect(seen["down"] == "Round 11" && seen["up"] == "true")
        #expect(seen["enter"] == "notes/round-11.html" && seen["escape"] == "")
        #expect(seen["scripts"] == "2")
        #expect(seen["held"] == seen["kept"] && seen["held"]?.hasPrefix("Round 12") == true)
    }

    @Test("Sorting: numbers as numbers, cells without a figure last, back to the given order")
    func sorting() throws {
        let folder = try TemporaryFolder()
        let script = try String(contentsOfFile: "\(Program.package)/templates/assets/60-sort.js", encoding: .utf8)
        try folder.write("sort.js", script)
        func row(_ name: String, _ value: String, _ date: String) -> String {
            "<tr><th scope=\"row\">\(name)</th><td class=\"num\">\(value)</td><td>\(date)</td></tr>"
        }
        let marker = "<span class=\"marker\">Not shown</span>"
        try folder.write(
            "page.html",
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>"
                + "<script src=\"sort.js\" defer></script></head><body><table class=\"sortable\"><thead><tr>"
                + "<th scope=\"col\">Name</th><th scope=\"col\" class=\"num\">Value</th><th scope=\"col\">Day</th></tr></thead>"
                + "<tbody>" + row("delta", "1,204 <span>of 2,000</span>", "<time datetime=\"2026-02-01\">1 Feb</time>")
                + row("Alpha", "\u{2212}5", "<time datetime=\"2025-12-24\">24 Dec</time>") + row("beta", marker, "")
                + row("charlie", "9%", "<time datetime=\"2026-01-15\">15 Jan</time>") + "</tbody></table></body></html>"
        )
        let seen = try Browser.drive(
            "page.html", below: folder,
            script: """
                var heads = all("thead th");
                function click(column) {
                  heads[column].querySelector("button").click();
                  return all("tbody th").map(function (th) { return th.textContent; }).join(" ")
                    + " " + heads.map(function (th) { return th.getAttribute("aria-sort") || "-"; }).join(" ");
                }
                see("name up", click(0)); see("name down", click(0)); see("name off", click(0));
                see("value down", click(1)); see("value up", click(1)); see("day up", click(2));
                done();
                """)
        #expect(
            seen == [
                "name up": "Alpha beta charlie delta ascending - -",
                "name down": "delta charlie beta Alpha descending - -",
                "name off": "delta Alpha beta charlie - - -", "value down": "delta charlie Alpha beta - descending -",
                "value up": "Alpha charlie delta beta - ascending -",
                "day up": "Alpha charlie delta beta - - ascending",
            ])
    }
}
