import ClientRuntime
import Foundation

/// What a vendor's clerk does: looks at the key, takes tasks, tells of them.
struct Desk: Sendable {
  let api: any VendorAPI
  let store: TaskStore
  let rules: MisbehaviourList
  /// Where the server is reached.
  let address: LazyAddress
  let callbacks: Callbacks

  /// Answers a request that belongs to a route of the vendor's.
  func answer(
    _ request: APIRequest, _ route: Route, id: String
  ) throws(Refusal) -> Answer {
    let key = try key(request)
    let account = try api.account(key, store.options)
    switch route.kind {
    case .create: return try create(request, key: key, account: account)
    case .list: return try list(request, key: key)
    case .query:
      return Answer(json: api.shown(try view(id, key: key), path: route.path))
    case .content, .file: return try content(id, key: key, request)
    }
  }

  private func key(_ request: APIRequest) throws(Refusal) -> String {
    guard let header = request.headers["authorization"], !header.isEmpty else {
      throw Refusal(.noKey, "Authorization is empty")
    }
    let parts = header.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Refusal(.wrongKey, "Authorization must be 'Bearer' and a key")
    }
    return String(parts[1])
  }

  private func create(
    _ request: APIRequest, key: String, account: String
  ) throws(Refusal) -> Answer {
    guard let body = try? JSONValue(parsing: request.body), body.objectValue != nil else {
      throw Refusal(.unreadable, "the body is no JSON object")
    }
    try api.check(body)
    let order = api.order(body)
    let time = store.options.now()
    let external = body["external_task_id"]?.stringValue
    let task = store.add { number in
      let entry = LedgerEntry(
        vendor: api.vendor, account: account, path: "/" + request.path.joined(separator: "/"),
        externalID: external.flatMap { $0.isEmpty ? nil : $0 },
        taskID: api.taskID(number, at: time), time: time, body: body)
      return SandboxTask(
        entry: entry, key: accountKey(key, account), number: number, order: order,
        isFailing: fails(body))
    }
    guard let task else {
      throw Refusal(.tooManyTasks, "parallel task over resource pack limit")
    }
    callbacks.follow(task)
    return Answer(json: api.created(self.view(task, url: nil)))
  }

  /// Kling's tokens are other ones each time; the account is what stays.
  private func accountKey(_ key: String, _ account: String) -> String {
    account.hasPrefix("…") ? key : account
  }

  /// Whether any text of the body holds the word.
  private func fails(_ body: JSONValue) -> Bool {
    let word = store.options.failingWord.lowercased()
    let texts =
      [body["prompt"]] + (body["multi_prompt"]?.arrayValue ?? []).map { $0["prompt"] }
    return texts.contains { text in
      (text?.stringValue ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
        .contains { $0 == word }
    }
  }

  private func view(_ id: String, key: String) throws(Refusal) -> TaskView {
    let account = try api.account(key, store.options)
    guard
      let task = store.ask(
        id, vendor: api.vendor, key: accountKey(key, account), byExternalID: api.findsExternalIDs)
    else { throw Refusal(.unknownTask, "task '\(id)' not found") }
    let stage = task.progress(store.options).stage
    callbacks.tell(task)
    let wrong = rules.next(api.vendor, .query) { kind in
      kind == .unknownStatus || kind == .withoutURL && stage == .succeeded
    }
    var view = view(task, url: wrong?.kind == .withoutURL ? nil : address.text)
    if wrong?.kind == .unknownStatus { view.strangeWord = wrong?.word ?? "wibbling" }
    return view
  }

  private func view(_ task: SandboxTask, url address: String?) -> TaskView {
    let progress = task.progress(store.options)
    let isDone = progress.stage == .succeeded
    return TaskView(
      task: task, progress: progress,
      urls: isDone ? address.map { ResultAddress.make($0, task) } ?? [] : [])
  }

  private func list(_ request: APIRequest, key: String) throws(Refusal) -> Answer {
    func number(_ name: String, _ range: ClosedRange<Int>, _ usual: Int) throws(Refusal) -> Int {
      guard let text = request.query[name] else { return usual }
      guard let value = Int(text), range.contains(value) else {
        throw Refusal(.invalid, "\(name) must be from \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }
    let page = try number("pageNum", 1...1000, 1)
    let size = try number("pageSize", 1...500, 30)
    let account = try api.account(key, store.options)
    let tasks = store.list(vendor: api.vendor, key: accountKey(key, account))
      .dropFirst((page - 1) * size).prefix(size)
    return Answer(json: api.listed(tasks.map { view($0, url: address.text) }))
  }

  private func content(
    _ id: String, key: String, _ request: APIRequest
  ) throws(Refusal) -> Answer {
    let account = try api.account(key, store.options)
    guard let task = store.peek(id), task.key == accountKey(key, account) else {
      throw Refusal(.unknownContent, "Task not found")
    }
    let stage = task.progress(store.options).stage
    guard stage == .succeeded else {
      throw Refusal(.notReady, "Task is not completed yet, current status: \(stage)")
    }
    var headers = request.headers
    if !api.contentHasRanges { headers["range"] = nil }
    return FileAnswer.answer(task, headers: headers)
  }
}
