import Diagnostics
import Mustache
import YAML

/// Shows any value as JSON by its stored properties, so that every stage can be looked at.
enum Mirrored {
  static func json(_ value: Any) -> String {
    var output = ""
    write(value, to: &output, indent: "")
    return output
  }

  static func json(_ object: Object) -> String {
    var output = ""
    write(.object(object), to: &output, indent: "")
    return output
  }

  private static func write(_ value: Any, to output: inout String, indent: String) {
    let mirror = Mirror(reflecting: value)
    switch value {
    case let text as String: output += jsonQuoted(text)
    case let flag as Bool: output += flag ? "true" : "false"
    case let number as Int: output += String(number)
    case let node as Node: output += node.json()
    default:
      switch mirror.displayStyle {
      case .optional:
        guard let child = mirror.children.first else { return output += "null" }
        write(child.value, to: &output, indent: indent)
      case .collection, .set:
        list(mirror.children.map(\.value), to: &output, indent)
      case .dictionary: dictionary(mirror, to: &output, indent)
      case .enum: enumeration(value, mirror, to: &output, indent)
      default:
        if mirror.children.isEmpty { return output += jsonQuoted("\(value)") }
        pairs(
          mirror.children.enumerated().map { ($1.label ?? "\($0)", $1.value) }, to: &output, indent)
      }
    }
  }

  private static func write(_ value: Value, to output: inout String, indent: String) {
    switch value {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .string(let text): output += jsonQuoted(text)
    case .number(let number):
      output += Int(exactly: number).map { String($0) } ?? String(number)
    case .lambda: output += jsonQuoted("(computed)")
    case .items(let list):
      block(list.values, "[", "]", to: &output, indent) { write($1, to: &$0, indent: $2) }
    case .object(let object):
      let pairs = object.keys.compactMap { key in object[key].map { (key, $0) } }
      block(pairs, "{", "}", to: &output, indent) {
        $0 += jsonQuoted($1.0) + ": "
        write($1.1, to: &$0, indent: $2)
      }
    }
  }

  /// A case without values is its name; with values, an object of one key.
  private static func enumeration(
    _ value: Any, _ mirror: Mirror, to output: inout String, _ indent: String
  ) {
    guard let child = mirror.children.first else { return output += jsonQuoted("\(value)") }
    pairs([(child.label ?? "", child.value)], to: &output, indent)
  }

  private static func dictionary(_ mirror: Mirror, to output: inout String, _ indent: String) {
    let entries = mirror.children.map { child -> (String, Any) in
      let parts = Array(Mirror(reflecting: child.value).children)
      return ("\(parts.first?.value ?? "")", parts.last?.value ?? "")
    }
    pairs(entries.sorted { $0.0 < $1.0 }, to: &output, indent)
  }

  private static func list(_ items: [Any], to output: inout String, _ indent: String) {
    block(items, "[", "]", to: &output, indent) { write($1, to: &$0, indent: $2) }
  }

  private static func pairs(_ pairs: [(String, Any)], to output: inout String, _ indent: String) {
    block(pairs, "{", "}", to: &output, indent) {
      $0 += jsonQuoted($1.0) + ": "
      write($1.1, to: &$0, indent: $2)
    }
  }

  private static func block<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout String, _ indent: String,
    _ item: (inout String, Item, String) -> Void
  ) {
    output += open
    for (index, value) in items.enumerated() {
      output += (index == 0 ? "\n  " : ",\n  ") + indent
      item(&output, value, indent + "  ")
    }
    output += items.isEmpty ? close : "\n\(indent)\(close)"
  }
}
