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
      indent + access.width + " init() {".utf8.count + WrappedList.width(declarations)
    let isWide = head > Page.width
    parameterLines = isWide ? WrappedList.filled(declarations, indent: indent + 2) : []
    assignments = Self.assignments(properties, additional, room: Page.width - indent - 5)
    let body = assignments.count == 1 ? assignments[0].width + 3 : assignments.isEmpty ? 1 : 999
    isShort = !isWide && head + body <= Page.width
  }

  /// Many properties are assigned several at a time, as many as a line holds; what is boxed is
  /// assigned alone, as a wrapper must be.
  private static func assignments(
    _ properties: [PropertyPlan], _ additional: String?, room: Int
  ) -> [String] {
    var lines: [String] = []
    var line = Assignment()
    func add(_ name: String, to storage: String, isAlone: Bool) {
      let width = "self.".utf8.count + storage.width + name.width + 2 * ", ".utf8.count
      if line.count > 0, isAlone || line.width + width > room {
        lines.append(line.text)
        line = Assignment()
      }
      line.add(name, to: storage, width: width)
      if isAlone {
        lines.append(line.text)
        line = Assignment()
      }
    }
    for index in properties.indices {
      add(
        properties[index].name, to: properties[index].storage,
        isAlone: properties[index].isBoxed)
    }
    if let additional { add(additional, to: additional, isAlone: false) }
    if line.count > 0 { lines.append(line.text) }
    return lines
  }
}

/// A statement that sets several properties, as it grows.
private struct Assignment {
  private var targets = ""
  private var values = ""
  private(set) var count = 0
  /// How much of the line the properties take.
  private(set) var width = 0

  mutating func add(_ name: String, to storage: String, width: Int) {
    if count > 0 {
      targets += ", "
      values += ", "
    }
    targets += "self."
    targets += storage
    values += name
    count += 1
    self.width += width
  }

  var text: String { count == 1 ? "\(targets) = \(values)" : "(\(targets)) = (\(values))" }
}
