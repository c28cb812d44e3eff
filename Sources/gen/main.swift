import Foundation

signal(SIGPIPE, SIG_IGN)
let words = Array(CommandLine.arguments.dropFirst())
// Two descriptions are held at once.
useLargePages(megabytes: words.first == Command.diff.rawValue ? 48 : 36)
exit(run(words).rawValue)
