import Foundation

signal(SIGPIPE, SIG_IGN)
useLargePages()
exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
