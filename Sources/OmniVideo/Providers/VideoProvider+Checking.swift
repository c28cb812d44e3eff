import ClientRuntime

extension VideoProvider {
  /// Says the request in the vendor's words; throws for what the vendor has no words for.
  public func map(_ request: VideoRequest) throws(RefusedRequest) -> VendorBody {
    let draft = draft(of: request)
    if !draft.refusals.isEmpty { throw RefusedRequest(provider: id, findings: draft.refusals) }
    return VendorBody(
      route: route, body: draft.body, externalID: request.externalTaskID, warnings: draft.warnings)
  }

  /// Checks a request against everything known of the vendor, without sending it.
  ///
  /// - Parameter strict: Whether what the vendor's sources disagree about counts as an error.
  public func check(_ request: VideoRequest, strict: Bool = false) -> CheckReport {
    let draft = draft(of: request, readsFiles: false)
    let doubts = draft.warnings.filter { strict && $0.rule.hasPrefix("C") }
    var report = CheckReport(
      errors: draft.refusals + doubts, warnings: draft.warnings.filter { !doubts.contains($0) })
    if !draft.refusals.contains(where: { $0.path == RequestField.model.rawValue }) {
      let native = check(native: draft.body, strict: strict)
      report.errors += native.errors.map { $0.moved(by: draft) }
      report.warnings += native.warnings.map { $0.moved(by: draft) }
    }
    if id == .newapi {
      report.add(MappingRules.doubts(resolve(request)), of: "U8", strict: strict)
    }
    LocalMedia(request).check(&report, strict: strict)
    return report.withoutRepetitions
  }

  /// Checks a request file, also where it cannot be read as a request.
  public func check(unified json: JSONValue, strict: Bool = false) -> CheckReport {
    let (request, findings) = RequestReader.read(json)
    var report = check(request, strict: strict)
    // A field that could not be read is no further reproach.
    let unread = Set(findings.map(\.field))
    report.errors = findings + report.errors.filter { !unread.contains($0.field) }
    report.warnings.removeAll { unread.contains($0.field) }
    return report.withoutRepetitions
  }

  /// Checks a body that is written in the vendor's own words.
  public func check(native body: JSONValue, strict: Bool = false) -> CheckReport {
    var report = CheckReport()
    guard body.objectValue != nil else {
      report.add([.error("", "the body must be a JSON object")], of: "T6", strict: strict)
      return report
    }
    switch id {
    case .kling:
      if let body = KlingBody(body) { report.apply(KlingRules.all, to: body, strict: strict) }
    case .chainhub:
      if let body = KlingBody(body) { report.apply(ChainHubRules.all, to: body, strict: strict) }
    case .omnirouters: report.apply(OmniRoutersRules.all, to: OmniRoutersBody(body), strict: strict)
    case .orcarouter: report.apply(OrcaRouterRules.all, to: OrcaRouterBody(body), strict: strict)
    case .newapi: report.apply(NewAPIRules.all, to: body, strict: strict)
    }
    return report
  }

  /// What the vendor says about its requests, rule by rule.
  public var rules: [RuleDescription] {
    let own = ownRules
    let known = Set(own.map(\.id))
    return own + MappingRules.descriptions.filter { !known.contains($0.id) }
  }

  private var ownRules: [RuleDescription] {
    switch id {
    case .kling: KlingRules.all.map(\.description)
    case .chainhub: ChainHubRules.all.map(\.description)
    case .omnirouters: OmniRoutersRules.all.map(\.description)
    case .orcarouter: OrcaRouterRules.all.map(\.description)
    case .newapi: NewAPIRules.all.map(\.description)
    }
  }

  /// What becomes of every field of a request for a model.
  public func accounts(for model: VideoModel) -> [RequestField: FieldAccount] {
    let rules = table(for: ResolvedRequest(VideoRequest(model: model)).capability)
    return Dictionary(rules.map { ($0.field, $0.account) }, uniquingKeysWith: { $1 })
  }

  private var route: Route {
    switch id {
    case .kling: .klingOmniVideo
    case .chainhub: .chainHubOmniVideo
    case .omnirouters: .omniRoutersVideos
    case .orcarouter: .orcaRouterVideoGenerations
    case .newapi: .newAPIVideos
    }
  }
}

// MARK: Mapping

extension VideoProvider {
  /// The vendor's account of the unified fields.
  func table(for capability: ModelCapability?) -> [FieldRule] {
    let family = capability?.family ?? .unknown
    return switch id {
    case .kling: KlingMapping.table
    case .chainhub: ChainHubMapping.table
    case .omnirouters: OmniRoutersMapping.table(for: family)
    case .orcarouter: OrcaRouterMapping.table(for: capability)
    case .newapi: NewAPIMapping.table(for: family)
    }
  }

  /// The body as far as it can be written, with what could not be.
  func draft(of request: VideoRequest, readsFiles: Bool = true) -> VendorDraft {
    var draft = VendorDraft(id, readsFiles: readsFiles)
    let resolved = resolve(request)
    for finding in resolved.findings { draft.refuse(finding.rule, finding.path, finding.message) }
    if request.model.rawValue.isBlank {
      draft.refuse("U2", RequestField.model.rawValue, "name the model that makes the video")
    }
    if let seconds = resolved.seconds, seconds >= 1000 {
      let message = "\(seconds) seconds look like milliseconds; write seconds"
      draft.refuse("U3", resolved.path(.seconds), message)
    }
    for rule in table(for: resolved.capability) where resolved.request.has(rule.field) {
      if rule.field == .model, request.model.rawValue.isBlank { continue }
      rule.apply(resolved, &draft)
    }
    if id == .chainhub { ChainHubMapping.addDefaults(resolved, &draft) }
    if id == .newapi { NewAPIMapping.addMode(resolved, &draft) }
    return draft
  }

  /// OmniRouters takes metadata as it is; others have fields for what it says.
  private func resolve(_ request: VideoRequest) -> ResolvedRequest {
    if id == .omnirouters { return ResolvedRequest(request) }
    let isSeedance = ModelCatalog.capability(of: request.model)?.family == .seedance
    return MetadataReading.resolve(request, keepsContent: isSeedance)
  }
}

extension Finding {
  /// The field of the request that the path begins with.
  fileprivate var field: Substring { path.prefix { $0 != "." && $0 != "[" } }

  /// The same finding at the field of the unified request that its path came from.
  fileprivate func moved(by draft: VendorDraft) -> Finding {
    Finding(rule: rule, path: draft.origin(of: path), message: message)
  }
}

extension CheckReport {
  /// Each fault once: a rule and a place.
  fileprivate var withoutRepetitions: CheckReport {
    var seen: Set<[String]> = []
    let isNew = { (finding: Finding) in seen.insert([finding.rule, finding.path]).inserted }
    return CheckReport(errors: errors.filter(isNew), warnings: warnings.filter(isNew))
  }
}

extension VideoProvider {
  /// Checks which page of the list of tasks is asked for.
  public func check(pageNumber: Int, pageSize: Int) -> CheckReport {
    guard id == .kling else { return CheckReport() }
    var report = CheckReport()
    let violations =
      [Violation].error("pageNum", "must be 1 to 1000", if: !(1...1000).contains(pageNumber))
      + [Violation].error("pageSize", "must be 1 to 500", if: !(1...500).contains(pageSize))
    report.add(violations, of: "R62", strict: false)
    return report
  }
}
