import OpenAPI
import YAML

extension Lowering {
  static func type(ofFormat format: String) -> String? {
    switch format {
    case "date-time", "date", "uuid", "uri", "byte", "binary", "email", "password": "string"
    case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64": "integer"
    case "float", "double", "decimal", "decimal128": "number"
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
    default: if let name = named(schema) { return .named(name) }
    }
    switch schema.contentEncoding {
    case "base64": return .base64
    default: return schema.contentMediaType.map(Self.holdsBytes) == true ? .binary : .plain
    }
  }

  /// The format of a schema, where a person chose a type for it.
  private func named(_ schema: SchemaObject) -> String? {
    if formats.isEmpty { return nil }
    return schema.format.flatMap { formats.contains($0) ? $0 : nil }
  }

  func integerFormat(_ schema: SchemaObject) -> IntegerFormat {
    switch schema.format {
    case "int32": .int32
    case "int64": .int64
    case "uint32": .uint32
    case "uint64": .uint64
    default: named(schema).map { .named($0) } ?? .any
    }
  }

  /// A number is a whole one where its format says so.
  func number(_ schema: SchemaObject) -> TypeUse {
    switch schema.format {
    case "int32", "int64", "uint32", "uint64": .integer(integerFormat(schema))
    default: .number(numberFormat(schema))
    }
  }

  func numberFormat(_ schema: SchemaObject) -> NumberFormat {
    switch schema.format {
    case "float": .float
    case "decimal", "decimal128": .decimal
    default: named(schema).map { .named($0) } ?? .double
    }
  }
}
