import Foundation

/// Chromium without a window, over `file://`, without a network: what a page is after its scripts have run.
enum Browser {
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        if let own = environment["THROUGHLINE_BROWSER"] { return own }
        let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":").map(String.init)
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        let places =
            names.flatMap { name in folders.map { "\($0)/\(name)" } }
            + [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ]
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let absence = "not run: no Chromium or Chrome was found; install one, or name it in THROUGHLINE_BROWSER"

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// The lines that a driving script left in `<pre id="seen">` of a page, each `name: value`.
    ///
    /// The page is a copy of `page` beside it, with `script` as one more classic script: the page's own policy stays in
    /// force. The script calls `done()` when it has seen all.
    static func drive(_ page: String, below folder: TemporaryFolder, script: String) throws -> [String: String] {
        let html = try folder.text(page)
        guard let head = html.range(of: "</head>") else { throw Failure(description: "\(page) has no head") }
        let up = String(repeating: "../", count: page.split(separator: "/").count - 1)
        try folder.write("drive.js", prelude + script)
        let copy = (page as NSString).deletingPathExtension + "-driven.html"
        let driven = html.replacingCharacters(in: head, with: "<script src=\"\(up)drive.js\" defer></script></head>")
        let place = try folder.write(copy, driven)
        let dom = try dump(place)
        guard let start = dom.range(of: "<pre id=\"seen\">"),
            let end = dom.range(of: "</pre>", range: start.upperBound..<dom.endIndex)
        else { throw Failure(description: "the script did not end:\n\(dom.prefix(4_000))") }
        var seen: [String: String] = [:]
        for line in dom[start.upperBound..<end.lowerBound].split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            seen[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
                .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
                .replacingOccurrences(of: "&amp;", with: "&")
        }
        return seen
    }

    /// Helpers of every driving script.
    ///
    /// Time is virtual: waiting costs nothing.
    private static let prelude = """
        "use strict";
        var lines = [];
        function see(name, value) { lines.push(name + ": " + String(value).replace(/\\s+/g, " ")); }
        function done() {
          var pre = document.createElement("pre"); pre.id = "seen"; pre.textContent = lines.join("\\n");
          document.body.appendChild(pre);
        }
        window.addEventListener("error", function (event) { see("error", event.message); done(); });
        function soon(action) { setTimeout(action, 300); }
        function until(test, action) { if (test()) { action(); } else { setTimeout(function () { until(test, action); }, 50); } }
        function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
        function press(key) {
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
        }

        """

    /// Without a window, without a network, with a profile of its own.
    static func arguments(profile: String) -> [String] {
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=\(profile)", "--window-size=1280,900",
        ]
    }

    private static func dump(_ file: String) throws -> String {
        guard let path else { throw Failure(description: absence) }
        let captured = try TemporaryFolder()
        let output = try captured.write("out", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments =
            arguments(profile: "\(captured.path)/profile")
            + ["--virtual-time-budget=60000", "--dump-dom", URL(fileURLWithPath: file).absoluteString]
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // A browser that hangs is a failure of the machine, not a reason to wait for ever.
        for _ in 0..<2_400 where process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
        if process.isRunning {
            process.terminate()
            throw Failure(description: "the browser did not end")
        }
        return try captured.text("out")
    }
}
