import ClientRuntime

/// A body for OmniRouters, with what Kling would be told of it where one of Kling's models makes it.
struct OmniRoutersBody: Sendable {
  let json: JSONValue
  /// The same as a request, whose words the page has.
  let request: ResolvedRequest
  private let draft: VendorDraft?
  private let klingBody: KlingBody?

  init(_ json: JSONValue) {
    self.json = json
    let request = RequestReader.read(json).request
    self.request = ResolvedRequest(request)
    let isOmni = self.request.capability?.names[.kling] != nil
    draft = isOmni ? VideoProvider.offline(.kling).draft(of: request, readsFiles: false) : nil
    klingBody = draft.flatMap { KlingBody($0.body) }
  }

  /// The family of models, where the model is known.
  var family: ModelFamily? { request.capability?.family }

  func has(_ family: String) -> Bool { json["model"]?.stringValue?.hasPrefix(family) ?? false }

  /// Whether something beside words tells what to make.
  var hasInputs: Bool {
    ["images", "videos", "firstframe", "metadata"].contains { !json[$0].isMissing }
  }

  /// Where the request breaks a rule of Kling's, at its fields here.
  func violations(of rule: Rule<KlingBody>) -> [Violation] {
    guard let draft, let klingBody else { return [] }
    let unsaid = draft.refusals.filter { $0.rule == rule.id }.map {
      Violation.error($0.path, $0.message)
    }
    return unsaid
      + rule.violations(klingBody).map { violation in
        var violation = violation
        violation.path = draft.origin(of: violation.path)
        return violation
      }
  }
}
