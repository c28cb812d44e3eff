import ClientRuntime
import Foundation
import OmniVideo

/// `omnivideo models`: what each model can do.
func runModels(_ arguments: Arguments) -> ExitCode {
  let provider = arguments.value("provider").flatMap(ProviderID.init)
  let models = provider.map(ModelCatalog.models(of:)) ?? ModelCatalog.models
  if arguments.isSet("json") {
    for model in models {
      if let json = try? JSONValue(encoding: model) { Terminal.out(json.text + "\n") }
    }
    return .fine
  }
  let head = ["model", "seconds", "resolution", "ratio", "from", "sound", "shots"]
  let rows = [head] + models.map { row($0, provider) }
  let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  for row in rows {
    let cells = zip(row, widths).map { $0.padding(to: $1) }.joined(separator: "  ")
    Terminal.out(cells.trimmingCharacters(in: .whitespaces) + "\n")
  }
  return .fine
}

private func row(_ model: ModelCapability, _ provider: ProviderID?) -> [String] {
  let own = provider.flatMap { model.names[$0] }
  let name = model.model.rawValue
  return [
    own.map { $0 == name ? name : "\(name) (\($0))" } ?? name,
    lengths(model.seconds), model.resolutions.map(\.rawValue).joined(separator: " "),
    model.aspectRatios.map(\.rawValue).joined(separator: " "), inputs(model.inputs),
    model.makesSound ? "yes" : "no", model.makesShots ? "yes" : "no",
  ]
}

/// `3-15`, or each length when there are gaps.
private func lengths(_ seconds: [Int]) -> String {
  guard let first = seconds.min(), let last = seconds.max() else { return "" }
  if seconds.count > 2, last - first + 1 == seconds.count { return "\(first)-\(last)" }
  return seconds.map { "\($0)" }.joined(separator: " ")
}

private func inputs(_ inputs: ModelInputs) -> String {
  var words = inputs.text ? ["text"] : []
  if inputs.firstFrame { words.append(inputs.lastFrame ? "frames" : "first frame") }
  let counts = [
    ("image", inputs.images), ("video", inputs.videos), ("sound", inputs.audios),
    ("element", inputs.elements),
  ]
  words += counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }
  return words.joined(separator: ", ")
}
