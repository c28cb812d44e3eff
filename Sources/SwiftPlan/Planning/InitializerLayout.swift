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
    var pairs = properties.indices.map {
      Assignment(
        name: properties[$0].name, storage: properties[$0].storage,
        isAlone: properties[$0].isBoxed)
    }
    if let additional {
      pairs.append(Assignment(name: additional, storage: additional, isAlone: false))
    }
    var lines: [String] = []
    var start = 0
    while start < pairs.count {
      var (end, width) = (start + 1, pairs[start].width)
      while end < pairs.count, !pairs[start].isAlone, !pairs[end].isAlone,
        width + pairs[end].width <= room
      {
        width += pairs[end].width
        end += 1
      }
      lines.append(Assignment.line(pairs[start..<end]))
      start = end
    }
    return lines
  }
}

/// A property that an initializer sets from the parameter of its name.
private struct Assignment {
  var name: String
  var storage: String
  var isAlone: Bool

  /// How much of a line it takes.
  var width: Int { "self.".utf8.count + storage.width + name.width + 2 * ", ".utf8.count }

  /// The statement that sets several properties.
  static func line(_ pairs: ArraySlice<Assignment>) -> String {
    let isOne = pairs.count == 1
    let capacity = pairs.reduce(16) { $0 + $1.storage.utf8.count + $1.name.utf8.count + 9 }
    return String(capacity: capacity) { writer in
      if !isOne { writer.add("(") }
      for index in pairs.indices {
        writer.add(index == pairs.startIndex ? "self." : ", self.")
        writer.add(pairs[index].storage)
      }
      writer.add(isOne ? " = " : ") = (")
      for index in pairs.indices {
        if index > pairs.startIndex { writer.add(", ") }
        writer.add(pairs[index].name)
      }
      if !isOne { writer.add(")") }
    }
  }
}
