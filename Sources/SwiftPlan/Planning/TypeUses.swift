import Contract

extension Planner {
  /// The scope of operations: an extension of the client, which does not see into the namespace.
  static let client = ["Client"]

  /// A type as it is written inside the type at a path.
  func swiftType(_ use: TypeUse, in context: [String]) -> String {
    switch use {
    case .any: word("JSONValue")
    case .boolean: word("Bool")
    case .integer(let format): integer(format)
    case .number(let format): number(format)
    case .string(let format): string(format)
    case .named(let id): name(of: id, in: context)
    case .list(let item): "[\(swiftType(item, in: context))]"
    case .map(let value): "[\(word("String")): \(swiftType(value, in: context))]"
    case .nullable(.any): word("JSONValue")
    case .nullable(let type): swiftType(type, in: context) + "?"
    }
  }

  private func integer(_ format: IntegerFormat) -> String {
    switch format {
    case .any: options.formats["integer"] ?? word("Int")
    case .int32: options.formats["int32"] ?? word("Int32")
    case .int64: options.formats["int64"] ?? word("Int64")
    case .uint32: options.formats["uint32"] ?? word("UInt32")
    case .uint64: options.formats["uint64"] ?? word("UInt64")
    }
  }

  private func number(_ format: NumberFormat) -> String {
    switch format {
    case .double: options.formats["number"] ?? word("Double")
    case .float: options.formats["float"] ?? word("Float")
    case .decimal: options.formats["decimal"] ?? word("Decimal")
    }
  }

  private func string(_ format: StringFormat) -> String {
    switch format {
    case .plain: word("String")
    case .dateTime: options.formats["date-time"] ?? word("Date")
    case .date: options.formats["date"] ?? word("CalendarDate")
    case .uuid: options.formats["uuid"] ?? word("UUID")
    case .url: options.formats["uri"] ?? word("URL")
    case .base64: options.formats["byte"] ?? word("Data")
    case .binary: options.formats["binary"] ?? word("FileContent")
    }
  }

  /// The shortest name that means the type inside a scope: the whole path where something nearer
  /// has the same first name.
  private func name(of id: TypeID, in context: [String]) -> String {
    let path = paths[id.index]
    if path.isEmpty { return word("JSONValue") }
    if context == Self.client { return ([options.namespace] + path).joined(separator: ".") }
    var common = 0
    while common < context.count, common < path.count - 1, context[common] == path[common] {
      common += 1
    }
    if common < hidden(in: context) {
      return ([options.namespace] + path).joined(separator: ".")
    }
    let relative = Array(path[common...])
    var scope = context
    while scope.count > common {
      let isNearer = scope.last == relative[0] && scope != path
      if declared[scope]?.contains(relative[0]) == true || isNearer {
        return ([options.namespace] + path).joined(separator: ".")
      }
      scope.removeLast()
    }
    return relative.joined(separator: ".")
  }

  /// How many of the scopes around are out of sight: an extension of a type sees that type's
  /// members, but not what the type itself is declared in.
  private func hidden(in context: [String]) -> Int {
    guard !moved.isEmpty else { return 0 }
    for count in stride(from: context.count, to: 1, by: -1)
    where moved.contains(Array(context.prefix(count))) {
      return count - 1
    }
    return 0
  }

  /// The modules that a use needs beside the runtime.
  func needsFoundation(_ use: TypeUse) -> Bool {
    switch use {
    case .string(.dateTime), .string(.uuid), .string(.url), .string(.base64), .number(.decimal):
      true
    case .list(let type), .map(let type), .nullable(let type): needsFoundation(type)
    default: false
    }
  }
}
