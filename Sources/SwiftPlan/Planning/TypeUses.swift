import Contract

extension Planner {
  /// The scope of operations: an extension of the client, which does not see into the namespace.
  static let client: TypeID? = nil

  /// A type as it is written inside another.
  func swiftType(_ use: TypeUse, in context: TypeID?) -> String {
    switch use {
    case .any: word("JSONValue")
    case .boolean: word("Bool")
    case .integer(let format): integer(format)
    case .number(let format): number(format)
    case .string(let format): string(format)
    case .named(let id): name(of: id, in: context)
    case .list(let item): String(parts: "[", swiftType(item, in: context), "]")
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
    case .named(let format): options.formats[format] ?? word("Int")
    }
  }

  private func number(_ format: NumberFormat) -> String {
    switch format {
    case .double: options.formats["number"] ?? word("Double")
    case .float: options.formats["float"] ?? word("Float")
    case .decimal: options.formats["decimal"] ?? word("Decimal")
    case .named(let format): options.formats[format] ?? word("Double")
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
    case .named(let format): options.formats[format] ?? word("String")
    }
  }

  /// The shortest name that means the type inside a scope: the whole path where something nearer
  /// has the same first name.
  private func name(of id: TypeID, in context: TypeID?) -> String {
    let lineage = lineages[id]
    if lineage.isEmpty { return word("JSONValue") }
    guard let context else { return String(parts: options.namespace, ".", paths[id]) }
    let scopes = lineages[context]
    var common = 0
    while common < scopes.count, common < lineage.count - 1, scopes[common] == lineage[common] {
      common += 1
    }
    let first = typeNames[lineage[common]]
    let isHidden = scopes[common...].contains { scope in
      typeNames[scope] == first && scope != id
        || children[scope].contains { typeNames[$0] == first }
    }
    if isHidden || common < hidden(in: scopes) {
      return String(parts: options.namespace, ".", paths[id])
    }
    if common == 0 { return paths[id] }
    if common == lineage.count - 1 { return first }
    return lineage[common...].map { typeNames[$0] }.joined(separator: ".")
  }

  /// How many of the scopes around are out of sight: an extension of a type sees that type's
  /// members, but not what the type itself is declared in.
  private func hidden(in scopes: [TypeID]) -> Int {
    scopes.indices.dropFirst().last { moved[scopes[$0]] } ?? 0
  }

  /// The modules that a use needs beside the runtime.
  func needsFoundation(_ use: TypeUse) -> Bool {
    switch use {
    case .string(.dateTime), .string(.uuid), .string(.url), .string(.base64), .number(.decimal):
      true
    // Which module another's type comes from is not known; Foundation is harmless.
    case .string(.named), .integer(.named), .number(.named): true
    case .list(let type), .map(let type), .nullable(let type): needsFoundation(type)
    default: false
    }
  }
}
