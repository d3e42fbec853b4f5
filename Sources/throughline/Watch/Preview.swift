import ByteCoding
import Site
import Storage

/// Makes a preview out of a site: every page also loads a script that asks, once a second, whether the site was built
/// again, and then loads the page anew. It does so by inserting a classic script, which works from a `file://` address.
/// Nothing of it is ever part of a site that is built with `build`.
enum Preview {
    static let scriptPath = "assets/preview.js"
    static let stampPath = "assets/preview-stamp.js"

    /// The files of a site that are to be written for its preview; those that are kept were dressed when they were made.
    static func of(_ built: Built) -> [StagedFile] {
        var files = built.files.map { file in
            guard file.path.hasSuffix(".html") else { return file }
            let up = String(repeating: "../", count: file.path.count { $0 == "/" })
            let tag = "<script defer src=\"\(up)\(scriptPath)\"></script></head>"
            let page = String(decoding: file.bytes, as: UTF8.self).replacing("</head>", with: tag, maxReplacements: 1)
            return StagedFile(path: file.path, bytes: Array(page.utf8))
        }
        files.append(StagedFile(path: scriptPath, bytes: Array(script.utf8)))
        files.append(StagedFile(path: stampPath, bytes: Array("throughlineBuilt(\"\(stamp(built))\");\n".utf8)))
        return files
    }

    /// Differs where the site differs: of what its files were made of, under a key that nobody knows, or a number that no
    /// other build has where nothing is kept.
    private static func stamp(_ built: Built) -> String {
        guard let (base, memory) = built.site else { return String(UInt64.random(in: .min ... .max), radix: 16) }
        var writer = ByteWriter()
        writer.put(base)
        for (digest, paths) in memory.files.sorted(by: { $0.key.first < $1.key.first }) {
            writer.put(digest)
            writer.put(paths) { $0.put($1) }
        }
        return String(writer.digest(memory.key).first, radix: 16)
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
