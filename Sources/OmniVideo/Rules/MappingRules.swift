/// What is reported when a request is put into a vendor's words, before any rule of the vendor's.
enum MappingRules {
  static let descriptions: [RuleDescription] = [
    row("U1", "The vendor has no place for the field."),
    row("U2", "The vendor cannot do without the field."),
    row("U3", "The vendor does not know the value."),
    row("U4", "Two fields say different things."),
    row("U5", "The vendor cannot take media this way, or a file cannot be read."),
    row("U6", "The field has no effect with the vendor and is left out."),
    row("U7", "The vendor may read the field otherwise, or lose it."),
    row("U8", "The table of models does not have it for this model."),
  ]

  private static func row(_ id: String, _ text: String) -> RuleDescription {
    RuleDescription(id: id, field: "", moment: .request, text: text)
  }

  /// What a model cannot do by the table, for gateways that say nothing of it themselves.
  ///
  /// The vendors' own samples ask for more than their tables have, so this is in doubt.
  static func doubts(_ request: ResolvedRequest) -> [Violation] {
    guard let model = request.capability, model.family != .seedance else { return [] }
    var violations: [Violation] = []
    if let seconds = request.seconds, !model.seconds.isEmpty, !request.edits,
      model.family != .geminiOmni, seconds > 0, !model.seconds.contains(seconds)
    {
      let possible = model.seconds.map { "\($0)" }.joined(separator: ", ")
      violations.append(.contradiction(request.path(.seconds), "the model makes \(possible)"))
    }
    if let resolution = request.resolution, !model.resolutions.isEmpty,
      !model.resolutions.contains(resolution)
    {
      let possible = model.resolutions.map(\.rawValue).joined(separator: ", ")
      violations.append(.contradiction(request.path(.resolution), "the model makes \(possible)"))
    }
    if let ratio = request.aspectRatio, !model.aspectRatios.isEmpty,
      !model.aspectRatios.contains(ratio)
    {
      let possible = model.aspectRatios.map(\.rawValue).joined(separator: ", ")
      violations.append(.contradiction(request.path(.aspectRatio), "the model makes \(possible)"))
    }
    if request.audioGeneration == true, !model.makesSound {
      let message = "the model makes no sound"
      violations.append(.contradiction(request.path(.audioGeneration), message))
    }
    if model.family == .vidu, request.images.count > model.inputs.images {
      let message = "\(request.images.count) images; the model takes \(model.inputs.images)"
      violations.append(.contradiction(request.path(.images), message))
    }
    if model.family == .vidu, request.videos.count > model.inputs.videos {
      let message = "\(request.videos.count) videos; the model takes \(model.inputs.videos)"
      violations.append(.contradiction(request.path(.videos), message))
    }
    return violations
  }
}
