import ArgumentParser

@main
struct Throughline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughline",
        abstract: "Markdown notes and CSV survey exports in, an intranet site of department pages out.",
        discussion: """
            Shows, for every department, how well it serves the people who depend on it, inside and outside.

              throughline build                       content/ to public/
              throughline check                       every problem of the content at once
              throughline inspect EXPORT.csv          how a survey file is read, and why
              throughline explain EXPORT.csv --row 7  why a row was classified so
              throughline help CODE                   what the code of a finding means

            Exit status: 0 done, 1 the content has errors (nothing was written), 64 wrong usage, 73 the output cannot be \
            written, 70 a defect of the program, 130 or 143 ended from outside: run it again.
            """,
        version: "0.2.0",
        subcommands: [
            Build.self, Check.self, Inspect.self, Explain.self, Tabulate.self, Plan.self, Publish.self, Watch.self,
            New.self, Help.self, Manual.self,
        ])
}
