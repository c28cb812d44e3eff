import ClientRuntime
import OmniVideo

/// Runs the command that a person typed.
func run(_ words: [String]) async -> ExitCode {
  do {
    let arguments = try Arguments(words)
    if arguments.isSet("version") {
      Terminal.out("omnivideo \(Help.version)\n")
      return .fine
    }
    if arguments.isSet("help") {
      Terminal.out(arguments.command.map(Help.page) ?? Help.overview)
      return .fine
    }
    return try await run(arguments)
  } catch let error as UsageError {
    Terminal.error(error.message)
    if let help = error.help { Terminal.err("  \(help)\n") }
    if error.isAboutWords {
      let command = words.first { Command(rawValue: $0) != nil }.map { " \($0)" } ?? ""
      Terminal.err("  'omnivideo\(command) --help' shows how it is used\n")
    }
    return .misuse
  } catch let error as LocatedError {
    Terminal.err("\(error)\n")
    return .misuse
  } catch let error as VideoError {
    Terminal.error("\(error)")
    return ExitCode(error)
  } catch {
    Terminal.error("\(error)")
    return .failed
  }
}

private func run(_ arguments: Arguments) async throws -> ExitCode {
  switch arguments.command {
  case .create: try await CreateRun(arguments).run()
  case .check: try CheckRun(arguments).run()
  case .status, .wait, .download: try await TaskRun(arguments).run()
  case .list: try await ListRun(arguments).run()
  case .resume: try await ResumeRun(arguments).run()
  case .models: runModels(arguments)
  case .sandbox: try await runSandbox(arguments)
  case nil: .misuse
  }
}
