import Storage

/// Makes a preview out of a site: every page also loads a script that asks, once a second, whether the site was built
/// again, and then loads the page anew. It does so by inserting a classic script, which works from a `file://` address.
/// Nothing of it is ever part of a site that is built with `build`.
enum Preview {
    static let scriptPath = "assets/preview.js"
    static let stampPath = "assets/preview-stamp.js"

    static func of(_ site: [StagedFile]) -> [StagedFile] {
        var files = site.map { file in
            guard file.path.hasSuffix(".html") else { return file }
            let up = String(repeating: "../", count: file.path.count { $0 == "/" })
            let tag = "<script defer src=\"\(up)\(scriptPath)\"></script></head>"
            let page = String(decoding: file.bytes, as: UTF8.self).replacing("</head>", with: tag, maxReplacements: 1)
            return StagedFile(path: file.path, bytes: Array(page.utf8))
        }
        files.append(StagedFile(path: scriptPath, bytes: Array(script.utf8)))
        files.append(StagedFile(path: stampPath, bytes: Array("throughlineBuilt(\"\(stamp(site))\");\n".utf8)))
        return files
    }

    /// FNV-1a over paths and bytes: differs where the site differs, and says nothing else.
    private static func stamp(_ site: [StagedFile]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for file in site {
            for byte in file.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(hash, radix: 16)
    }

    private static let script = """
        (function () {
          "use strict";
          var base = document.currentScript.src.replace(/preview\\.js.*$/, "");
          var first = null, turn = 0;
          window.throughlineBuilt = function (stamp) {
            if (first === null) { first = stamp; } else if (stamp !== first) { location.reload(); }
          };
          function ask() {
            var script = document.createElement("script");
            script.src = base + "preview-stamp.js?" + turn++;
            script.onload = script.onerror = function () { script.remove(); setTimeout(ask, 1000); };
            document.head.appendChild(script);
          }
          ask();
        }());

        """
}
