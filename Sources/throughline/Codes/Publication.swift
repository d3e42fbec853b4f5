extension DiagnosticCode {
    /// Confidentiality, the memory of what was published, and writing the site.
    static let publication: [DiagnosticCode] = [
        DiagnosticCode(
            "group-too-small", "A smallest group of fewer than five people was asked for.",
            why: "In so small a group people know who said what.",
            remedy: "Write 5 or more, or leave the key out."),
        DiagnosticCode(
            "empty-key", "The key of `confidentiality` is empty.",
            why: "What is remembered of a publication is salted with it, and could be guessed without it.",
            remedy:
                "Write a secret of your own, of twenty characters or more, and never change it; or leave the key out.",
            example: "confidentiality: { key: \"\" }    # key: a long secret of your own"),
        DiagnosticCode(
            "memory-missing", "The site was published, and what was published is not remembered here.",
            why: "Two publications could be subtracted from each other, and give away who answered between them.",
            remedy: "Restore `.throughline/published` of the content folder from a backup or from version control."),
        DiagnosticCode(
            "memory-damaged", "The memory of what was published cannot be read.",
            why: "Without it nobody can say which changes would single somebody out.",
            remedy: "Restore `.throughline/published` of the content folder from a backup or from version control."),
        DiagnosticCode(
            "memory-key", "The site was published with another `confidentiality: key`.",
            why: "Under another key nobody is recognised, so nothing can be compared.",
            remedy: "Put the earlier key back into site.yml."),
        DiagnosticCode(
            "published-scale", "A question of a published wave has another number of points now.",
            why: "Its answers cannot be held against what was published, and a single late answer could be worked out.",
            remedy: "Put the former scale back, and give the question with the new one an id of its own."),
        DiagnosticCode(
            "earlier-figures-stand", "Figures of a published wave stay as they were published.",
            why: "So few people came, went or answered otherwise that the difference would give their answers away.",
            remedy: "Nothing is wrong if late answers came in; they stay out of these figures."),
        DiagnosticCode(
            "foreign-file", "Files that this program did not write stand where pages belong.",
            why: "They may be somebody's only copy; nothing is overwritten.",
            remedy: "Move them away, or name another folder with `--output`."),
        DiagnosticCode(
            "cannot-write", "The system refused to write a file.",
            why: "What is there is whole: pages change only when all of them could be written.",
            remedy:
                "Look at the cause in the message (a full disk, a lost share, permissions) and run the command again."),
        DiagnosticCode(
            "not-built", "The folder of the site is not what the content builds now.",
            why: "Nothing is published that nobody could have looked at.",
            remedy: "Run `throughline build`, look at the site, and publish then."),
        DiagnosticCode(
            "not-ours", "The destination holds files and no site of ours.",
            why: "It may be somebody else's folder.",
            remedy: "Name an empty folder, or give `--adopt` to publish beside what is there."),
        DiagnosticCode(
            "locked", "Another run is writing into the folder.",
            why: "Two at once would leave a mixture of two sites. Nothing was touched.",
            remedy:
                "Wait until that run is done. If it is over, because its computer was switched off, give `--break-lock`."
        ),
        DiagnosticCode(
            "lock-taken-over", "The lock of a run that is over was taken over.",
            why: "It had ended without giving its lock back; what it left unfinished is completed now.",
            remedy: "Nothing is to be done."),
        DiagnosticCode(
            "file-in-use", "The system could not replace a file.",
            why: "Somebody has it open, or it is protected; it was tried for about ten seconds.",
            remedy: "Close what is open, and run the command again: it goes on where it ended."),
        DiagnosticCode(
            "not-finished", "Some files could not be replaced, so the site is not whole yet.",
            why: "Every page is an old or a new one, and the release id at its foot tells which.",
            remedy: "Close what is open, and run the command again: it goes on where it ended."),
        DiagnosticCode(
            "interrupted", "A signal ended the run.",
            why: "It stopped between two steps; every page is an old or a new one.",
            remedy: "Run the command again: it completes what was begun."),
        DiagnosticCode(
            "no-folder", "The folder to publish into does not exist, nor the one above it.",
            why: "A share that is not mounted looks like this, and a site written beside it would be seen by nobody.",
            remedy: "Mount the share, or create the folder."),
        DiagnosticCode(
            "memory-changed", "What was published was written by another run meanwhile.",
            why: "The two publications were not held against each other.",
            remedy: "Build again, look at the site, and publish then."),
        DiagnosticCode(
            "not-verified", "What was read back is not what was written.",
            why: "Somebody else wrote there at the same time, or the share is at fault.",
            remedy: "Publish again; if it stays so, ask who else writes into the folder."),
    ]

    /// Templates and words.
    static let templates: [DiagnosticCode] = [
        DiagnosticCode(
            "no-templates", "The built-in templates are not beside the program.",
            why: "Without them there are no pages.",
            remedy: "Install the program with its templates: `make install`, or unpack the whole archive."),
        DiagnosticCode(
            "missing-template", "The template of a page does not exist.",
            why: "The page cannot be made.",
            remedy: "Restore it from the built-in templates."),
        DiagnosticCode(
            "template-syntax", "A template cannot be read.",
            why: "A tag that does not close takes the rest of the page with it.",
            remedy:
                "Use {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>file}} or {{! comment}}, each closed on its line."),
        DiagnosticCode(
            "unknown-partial", "A template asks for a file that is not there.",
            why: "Its part of the page would be missing.",
            remedy: "Correct the name; the message lists those that there are.",
            example: "{{>heda}}                  {{! >head }}"),
        DiagnosticCode(
            "circular-partial", "A template contains itself.",
            why: "The page would never end.",
            remedy: "Take the inner one out."),
        DiagnosticCode(
            "unknown-template-name", "A template uses a name that its page does not have.",
            why: "Nothing would stand there, and nobody would notice.",
            remedy: "templates/README.md lists the names of every template."),
        DiagnosticCode(
            "unknown-string", "A text of the site is set or used that does not exist.",
            why: "The wording that was meant would not change.",
            remedy: "strings/en.yml lists them all."),
        DiagnosticCode(
            "unknown-placeholder", "A text has a placeholder that is not filled.",
            why: "The reader would see the bracket.",
            remedy: "Use those that the message names.",
            example: "finding-range: \"from {lo}\"     # {low}"),
        DiagnosticCode(
            "unknown-language", "There are no words for the language.",
            why: "Pages would be without words.",
            remedy: "Use en or de, or add strings/LANGUAGE.yml to your templates folder."),
        DiagnosticCode(
            "missing-strings", "Some texts are not in the site's language.",
            why: "They stay English.",
            remedy: "Add them to strings/LANGUAGE.yml of your templates folder."),
        DiagnosticCode(
            "same-page", "Two pages of the site would have one name.",
            why: "One would overwrite the other, on some file systems also where only letter case differs.",
            remedy: "Rename one of the files that they come from."),
    ]
}
