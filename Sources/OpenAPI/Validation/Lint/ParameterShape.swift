import Diagnostics
import YAML

/// What kinds of values a parameter may have, as far as its schema says.
struct ParameterShape {
  /// Whether a list or an object is among them.
  private(set) var isCompound = false
  /// Whether a plain value is among them.
  private(set) var isPlain = false
  /// The properties of the objects among them.
  private(set) var properties: [(key: Node, value: SchemaObject)] = []

  init(_ schema: Node, _ context: ValidationContext, depth: Int = 0) {
    let target = SchemaObject(context.target(schema))
    for type in target.types.isEmpty ? Self.implied(target) : target.types {
      if type == "array" || type == "object" { isCompound = true } else { isPlain = true }
    }
    properties = target.properties
    // Schemas may contain themselves; a parameter nests no deeper than this.
    guard depth < 4 else { return }
    let alternatives = target.oneOf + target.anyOf
    for part in target.allOf + alternatives {
      let shape = ParameterShape(part.node, context, depth: depth + 1)
      properties += shape.properties
      isCompound = isCompound || shape.isCompound
      isPlain = isPlain || shape.isPlain
    }
  }

  private static func implied(_ schema: SchemaObject) -> [String] {
    schema.impliedType.map { [$0.type] } ?? []
  }
}

extension ValidationContext {
  /// The parameters that are written as texts by a style, with their places and schemas.
  var styledParameters: [(node: Node, place: String, schema: Node)] {
    guard document.version.release > .v2 else { return [] }
    return objects(.parameter).compactMap { parameter in
      guard let place = parameter["in"]?.string, let schema = parameter["schema"] else {
        return nil
      }
      return (parameter, place, schema)
    }
  }
}
