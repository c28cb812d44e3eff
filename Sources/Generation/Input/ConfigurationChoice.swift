import Diagnostics
import YAML

/// Something in gen.yaml that is there to match something in a description.
enum ConfigurationChoice: Hashable, Sendable {
  case rename(String)
  case tag(String)
  case path(String)
  case operation(String)
  case format(String)

  /// Where the choices of one entry were written.
  static func places(_ fields: [String: Node]) -> [ConfigurationChoice: SourceRange] {
    var places: [ConfigurationChoice: SourceRange] = [:]
    for (field, make) in [("renames", ConfigurationChoice.rename), ("formats", Self.format)] {
      for entry in fields[field].map({ Array($0.entries) }) ?? [] {
        let key = entry.key
        places[make(key.string ?? "")] = key.range
      }
    }
    for side in ["include", "exclude"] {
      for (key, make) in [
        ("tags", ConfigurationChoice.tag), ("paths", Self.path), ("operations", Self.operation),
      ] {
        guard let node = fields[side]?[key] else { continue }
        for element in node.kind == .sequence ? Array(node.elements) : [node] {
          if let text = element.string { places[make(text)] = element.range }
        }
      }
    }
    return places
  }
}

extension Configuration.Entry {
  /// Where the choices of all descriptions were written that one with its own follows too.
  func places(besides own: Configuration.Entry) -> [ConfigurationChoice: SourceRange] {
    places.filter { choice, _ in
      if case .rename(let name) = choice { return own.renames[name] == nil }
      if case .format(let name) = choice { return own.formats[name] == nil }
      return own.selection.include.isEmpty && selection.include.holds(choice)
        || own.selection.exclude.isEmpty && selection.exclude.holds(choice)
    }
  }
}

extension OperationSelection.Criteria {
  /// Everything that is asked.
  var choices: [ConfigurationChoice] {
    tags.map { .tag($0) } + paths.map { .path($0) } + operations.map { .operation($0) }
  }

  fileprivate func holds(_ choice: ConfigurationChoice) -> Bool { choices.contains(choice) }
}

extension FieldReader {
  /// Protocols of Swift that ask for members which a generated type may not have.
  mutating func reportConformances(_ node: Node?) {
    let demanding = [
      "Identifiable", "CaseIterable", "Comparable", "RawRepresentable", "CustomStringConvertible",
      "CustomDebugStringConvertible", "LosslessStringConvertible", "Sequence", "Collection",
      "Strideable", "AdditiveArithmetic", "IteratorProtocol", "OptionSet", "CodingKey",
    ]
    let elements = node.map { $0.kind == .sequence ? Array($0.elements) : [$0] } ?? []
    for element in elements {
      let name = element.string?.split(separator: ".").last.map(String.init) ?? ""
      guard demanding.contains(name) else { continue }
      diagnostics.warning(
        "demanding-conformance", "'\(name)' asks for members that generated types may not have",
        at: element.range,
        help: "write the conformance as an extension beside the types that it fits")
    }
  }
}
