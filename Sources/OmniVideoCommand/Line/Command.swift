/// What omnivideo can do.
enum Command: String, Sendable, CaseIterable {
  case create, check, status, wait, download, list, resume, models, sandbox

  /// How it is typed after `omnivideo`.
  var usage: String {
    switch self {
    case .create: "create --provider P [--request FILE] [FIELD…] [--wait] [--output F.mp4]"
    case .check: "check --provider P [--request FILE] [FIELD…]"
    case .status: "status TASK --provider P"
    case .wait: "wait TASK --provider P [--output F.mp4]"
    case .download: "download TASK --provider P --output F.mp4"
    case .list: "list --provider P | list --journal FILE"
    case .resume: "resume --journal FILE [--output FOLDER]"
    case .models: "models [--provider P]"
    case .sandbox: "sandbox [--port N]"
    }
  }

  var summary: String {
    switch self {
    case .create: "start making a video, and wait for it if you like"
    case .check: "tell what the vendor would reject, without sending anything"
    case .status: "ask once how far a task is"
    case .wait: "follow a task until it is over"
    case .download: "fetch the video of a task that succeeded"
    case .list: "list the tasks of an account, or of a journal"
    case .resume: "go on with everything in a journal that is not over"
    case .models: "show what each model can do"
    case .sandbox: "serve all vendors' APIs on this machine, for nothing"
    }
  }

  var details: String {
    switch self {
    case .create:
      """
      FILE is a request in JSON or YAML with the unified field names; - is standard input. Options
      for fields win over the file. With --native the file is the vendor's own body.
      Every accepted create is billed, so give a --journal: a create whose answer is lost is then
      found again, and the same request is not sent twice.
      """
    case .check:
      """
      FILE is a request in JSON or YAML; - is standard input. Nothing is sent and no key is needed.
      --json prints {"errors":[{"rule":…,"path":…,"message":…}],"warnings":[…]}.
      """
    case .status, .wait, .download:
      """
      TASK is the id that the vendor gave; with Kling your own external id does as well. With
      --journal the vendor and its address are taken from there.
      """
    case .list: "With --journal alone nobody is asked: what the journal knows is listed."
    case .resume:
      """
      Every task in the journal that is not over is followed to its end, and every video that was
      not fetched before is put into FOLDER as TASK.mp4. Nothing is ever created again. A create of
      which nobody knows whether it was accepted is looked up where the vendor can; where not, look
      at the vendor's site, and --settle CREATE ends the question when there is no task.
      """
    case .models: "The table is data of this version; its sources are in --json."
    case .sandbox:
      """
      Tasks queue, run and succeed within seconds, and give a small real video. A prompt that holds
      the word of --fail fails. POST /_sandbox/misbehave lets other things go wrong.
      """
    }
  }

  /// Whether the command takes the id of a task.
  var takesTask: Bool { self == .status || self == .wait || self == .download }
}
