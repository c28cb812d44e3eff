import Foundation

signal(SIGPIPE, SIG_IGN)
let interruption = Interruption()
let code = await interruption.watch { await run(Array(CommandLine.arguments.dropFirst())) }
exit(code.rawValue)
