/// How the memberwise initializer of a record fits on the page.
struct InitializerLayout {
  var parameterLines: [String]
  var assignments: [String]
  var isShort: Bool

  init(
    _ parameters: [ParameterPlan], _ properties: [PropertyPlan], _ additional: String?,
    access: String, indent: Int
  ) {
    let declarations = parameters.map(\.declaration)
    let head =
      indent + access.width + " init() {".width + declarations.joined(separator: ", ").width
    let isWide = head > Page.width
    parameterLines = isWide ? WrappedList.filled(declarations, indent: indent + 2) : []
    assignments = Self.assignments(properties, additional, indent: indent + 2)
    let body = assignments.count == 1 ? assignments[0].width + 3 : assignments.isEmpty ? 1 : 999
    isShort = !isWide && head + body <= Page.width
  }

  /// Many properties are assigned several at a time, as many as a line holds; what is boxed is
  /// assigned alone, as a wrapper must be.
  private static func assignments(
    _ properties: [PropertyPlan], _ additional: String?, indent: Int
  ) -> [String] {
    let pairs =
      properties.map { (target: "self." + $0.storage, name: $0.name, isBoxed: $0.isBoxed) }
      + (additional.map { [(target: "self." + $0, name: $0, isBoxed: false)] } ?? [])
    var lines: [String] = []
    var line: (targets: [String], names: [String], width: Int) = ([], [], 0)
    func end() {
      let targets = line.targets.joined(separator: ", ")
      let names = line.names.joined(separator: ", ")
      if line.names.count == 1 { lines.append("\(targets) = \(names)") }
      if line.names.count > 1 { lines.append("(\(targets)) = (\(names))") }
      line = ([], [], 0)
    }
    for pair in pairs {
      let width = pair.target.width + pair.name.width + 4
      if pair.isBoxed || indent + 3 + line.width + width > Page.width { end() }
      line = (line.targets + [pair.target], line.names + [pair.name], line.width + width)
      if pair.isBoxed { end() }
    }
    end()
    return lines
  }
}
