import OpenAPI
import YAML

extension Lowering {
  static func type(ofFormat format: String) -> String? {
    switch format {
    case "date-time", "date", "uuid", "uri", "byte", "binary", "email", "password": "string"
    case "int32", "int64": "integer"
    case "float", "double": "number"
    default: nil
    }
  }

  func stringFormat(_ schema: SchemaObject) -> StringFormat {
    switch schema.format {
    case "date-time": return .dateTime
    case "date": return .date
    case "uuid": return .uuid
    case "uri", "url": return .url
    case "byte", "base64": return .base64
    case "binary": return .binary
    default: break
    }
    switch schema.contentEncoding {
    case "base64", "base64url": return .base64
    default: return schema.contentMediaType == "application/octet-stream" ? .binary : .plain
    }
  }

  func integerFormat(_ schema: SchemaObject) -> IntegerFormat {
    switch schema.format {
    case "int32": .int32
    case "int64": .int64
    case "uint32": .uint32
    case "uint64": .uint64
    default: .any
    }
  }

  func numberFormat(_ schema: SchemaObject) -> NumberFormat {
    switch schema.format {
    case "float": .float
    case "decimal": .decimal
    default: .double
    }
  }

  /// The limits that a schema sets, in one order whatever the order written.
  func constraints(of schema: SchemaObject) -> Constraints {
    let node = target(schema).node
    guard node.kind == .mapping else { return Constraints() }
    var limits: [Constraints.Limit] = []
    if let value = node[keyword: "minLength"]?.integer, value > 0 {
      limits.append(.minLength(value))
    }
    if let value = node[keyword: "maxLength"]?.integer { limits.append(.maxLength(value)) }
    if let value = node[keyword: "pattern"]?.string { limits.append(.pattern(value)) }
    limits += bounds(node)
    if let value = node[keyword: "multipleOf"]?.number, value > 0 {
      limits.append(.multipleOf(value))
    }
    if let value = node[keyword: "minItems"]?.integer, value > 0 { limits.append(.minItems(value)) }
    if let value = node[keyword: "maxItems"]?.integer { limits.append(.maxItems(value)) }
    if node[keyword: "uniqueItems"]?.bool == true { limits.append(.uniqueItems) }
    if let value = node[keyword: "minProperties"]?.integer, value > 0 {
      limits.append(.minProperties(value))
    }
    if let value = node[keyword: "maxProperties"]?.integer { limits.append(.maxProperties(value)) }
    return Constraints(limits: limits)
  }

  /// In 3.0 `exclusiveMinimum` is a flag for `minimum`; from 3.1 it is a bound of its own.
  private func bounds(_ node: Node) -> [Constraints.Limit] {
    let isOpenBelow = node[keyword: "exclusiveMinimum"]?.bool == true
    let isOpenAbove = node[keyword: "exclusiveMaximum"]?.bool == true
    let (minimum, maximum) = (node[keyword: "minimum"]?.number, node[keyword: "maximum"]?.number)
    let below = isOpenBelow ? minimum : node[keyword: "exclusiveMinimum"]?.number
    let above = isOpenAbove ? maximum : node[keyword: "exclusiveMaximum"]?.number
    var limits: [Constraints.Limit] = []
    if let minimum, !isOpenBelow { limits.append(.minimum(minimum)) }
    if let maximum, !isOpenAbove { limits.append(.maximum(maximum)) }
    if let below { limits.append(.exclusiveMinimum(below)) }
    if let above { limits.append(.exclusiveMaximum(above)) }
    return limits
  }
}
