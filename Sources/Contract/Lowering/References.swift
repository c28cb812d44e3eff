import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The object that a reference leads to, or the object itself.
  func target<Object: ObjectView>(_ object: Object) -> Object {
    document.resolve(object.node).map { Object($0.node) } ?? object
  }

  /// A schema with its references followed, for questions that need no type.
  func target(_ schema: SchemaObject) -> SchemaObject {
    document.resolve(schema.node).map { SchemaObject($0.node) } ?? schema
  }

  /// What the schema that a reference leads to is.
  mutating func result(ofReference schema: SchemaObject, to node: Node) -> Result {
    let target = SchemaObject(node)
    var result = self.result(of: target, named: .component(name(ofTarget: node)))
    if schema.isNullable { result.isNullable = true }
    return result
  }

  /// Words of a pointer that say where in a description something stands, not what it is.
  private static let structural: Set = [
    "#", "components", "schemas", "definitions", "$defs", "properties", "items", "schema",
    "content",
    "responses", "requestBodies", "parameters", "paths",
  ]

  private static func unescaped(_ token: Substring) -> String {
    String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
  }

  /// The words that a referenced schema is called by: its component's key, or the telling words of its
  /// pointer, or its file.
  private func name(ofTarget node: Node) -> String {
    if let component = components[node] { return component }
    let pointer = document.pointer(of: node).drop { $0 != "#" }
    let words = pointer.split(separator: "/").map(Self.unescaped).filter {
      !Self.structural.contains($0)
    }
    if !words.isEmpty { return words.joined(separator: " ") }
    let file = node.range.file.name.split(separator: "/").last ?? "Schema"
    return String(file.prefix { $0 != "." })
  }
}
