import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// What a schema is, under the name that its type gets if it needs one.
  mutating func result(of schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    if let reference = document.resolve(schema.node), !restricts(schema) {
      return result(ofReference: schema, to: reference.node)
    }
    switch readings[schema.node] {
    case .done(let known): return known
    case .open(let id): return result(ofOpen: schema, id: id)
    case nil: break
    }
    guard depth < Self.deepest else { return result(ofDeep: schema) }
    readings[schema.node] = .open(nil)
    depth += 1
    var result = read(schema, named: name)
    depth -= 1
    if schema.isNullable { result.isNullable = true }
    readings[schema.node] = .done(result)
    return result
  }

  /// How many schemas may stand in each other, as lists of lists do.
  private static let deepest = 300

  private mutating func result(ofDeep schema: SchemaObject) -> Result {
    diagnostics.error(
      "too-deep", "this schema stands in \(Self.deepest) others", at: schema.node.range,
      help: "describe it with fewer lists, maps and alternatives around it")
    return Result(type: .any)
  }

  /// Whether keywords beside a `$ref` make another type of its target; documentation, defaults and
  /// limits do not. Up to 3.0 what stands there is ignored, parts of an object aside.
  private func restricts(_ schema: SchemaObject) -> Bool {
    guard hasSiblings(schema) else { return false }
    let node = schema.node
    if node[keyword: "properties"] != nil || schema.hasAllOf || node[keyword: "oneOf"] != nil {
      return true
    }
    guard document.version.release >= .v3_1 else { return false }
    return node.entries.contains { key, value in
      Self.narrowing.contains(where: key.hasText) && (value.kind != .scalar || key.hasText("const"))
    } || requiresMore(schema) || formatsMore(schema)
  }

  private static let narrowing = [
    "anyOf", "enum", "const", "items", "additionalProperties", "unevaluatedProperties",
    "patternProperties",
  ]

  /// Whether anything stands beside a `$ref`, which is rare.
  func hasSiblings(_ schema: SchemaObject) -> Bool {
    var entries = schema.node.entries
    return entries.next() != nil && entries.next() != nil
  }

  /// Whether names are required beside a `$ref` that its target does not require.
  private func requiresMore(_ schema: SchemaObject) -> Bool {
    let required = schema.required
    if required.isEmpty { return false }
    return !Set(required).isSubset(of: flatParts(target(schema)).flatMap(\.required))
  }

  /// Whether a format stands beside a `$ref` to a plain value that has none.
  private func formatsMore(_ schema: SchemaObject) -> Bool {
    guard schema.format != nil || schema.contentEncoding != nil else { return false }
    let target = self.target(schema)
    return target.format == nil && ["string", "integer", "number"].contains(target.plainType)
  }

  /// A schema that contains itself is that type when it has a name, and cannot be spelt otherwise.
  private mutating func result(ofOpen schema: SchemaObject, id: TypeID?) -> Result {
    if let id { return Result(type: .named(id), isNullable: schema.isNullable) }
    diagnostics.warning(
      "recursive-alias", "this schema contains itself through lists or maps only",
      at: schema.node.range, help: "a JSONValue is generated where it repeats")
    return Result(type: .any)
  }

  private mutating func read(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    if schema.booleanSchema != nil { return Result(type: .any) }
    if let family = family(schema, named: name) { return family }
    if document.resolve(schema.node) != nil || schema.hasAllOf {
      return composition(schema, named: name)
    }
    if schema.hasAlternatives { return choice(schema, named: name) }
    if let constant = schema.constant { return self.constant(schema, [constant]) }
    if schema.hasEnumeration { return enumeration(schema, named: name) }
    if let type = schema.plainType { return Result(type: typed(schema, type, named: name)) }
    let types = self.types(of: schema)
    if types.count > 1 { return choice(schema, ofTypes: types, named: name) }
    return Result(type: typed(schema, types.first, named: name))
  }

  /// The types under `type`, or those that the other keywords only make sense for.
  func types(of schema: SchemaObject) -> [String] {
    let types = schema.types
    if !types.isEmpty { return types }
    if let implied = schema.impliedType { return [implied.type] }
    // Bytes as they are have no type; from 3.1 on their media type is all that is said.
    if let content = schema.contentMediaType, Self.holdsBytes(content) { return ["string"] }
    return schema.format.flatMap(Self.type(ofFormat:)).map { [$0] } ?? []
  }

  mutating func typed(
    _ schema: SchemaObject, _ type: String?, named name: TypeDeclaration.Name
  ) -> TypeUse {
    switch type {
    case "object": object(schema, named: name)
    case "array": list(schema, named: name)
    case "string": text(schema)
    case "integer": .integer(integerFormat(schema))
    case "number": number(schema)
    case "boolean": .boolean
    case "file": .string(.binary)
    default: .any
    }
  }

  private mutating func text(_ schema: SchemaObject) -> TypeUse {
    // Up to 3.0 the keywords of contents are reported as unknown.
    if document.version.release >= .v3_1 { warnOfContent(schema) }
    return .string(stringFormat(schema))
  }

  private mutating func warnOfContent(_ schema: SchemaObject) {
    if let encoding = schema.contentEncoding, !Self.readEncodings.contains(encoding) {
      diagnostics.warning(
        "unsupported-keyword", "'\(encoding)' is not decoded",
        at: schema.node.entry("contentEncoding")?.key.range,
        help: "the text is handed over as it is")
    }
    if schema.contentSchema != nil {
      diagnostics.warning(
        "unsupported-keyword", "what 'contentSchema' says of the inside of a text is not read",
        at: schema.node.entry("contentSchema")?.key.range,
        help: "the text is handed over as it is")
    }
  }

  /// Encodings that are decoded, and those that leave a text as it is.
  private static let readEncodings = ["base64", "7bit", "8bit", "binary"]

  private mutating func list(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> TypeUse {
    let items = schema.items
    let first = schema.prefixItems
    guard !first.isEmpty else {
      return .list(items.map { result(of: $0, named: name.item).use } ?? .any)
    }
    let all = first + (items.map { $0.booleanSchema == false ? [] : [$0] } ?? [])
    let isAlike = areAlike(all)
    diagnostics.warning(
      "unsupported-keyword", "the types of single items under 'prefixItems' are not told apart",
      at: schema.node.entry("prefixItems")?.key.range,
      help: isAlike
        ? "a list of any length is generated" : "a list of JSONValue of any length is generated")
    return .list(isAlike ? result(of: all[0], named: name.item).use : .any)
  }

  /// Whether several schemas are one, or plain values of one type.
  private func areAlike(_ schemas: [SchemaObject]) -> Bool {
    guard let first = schemas.first.map({ target($0) }) else { return false }
    return schemas.dropFirst().map { target($0) }.allSatisfy { other in
      other.node == first.node
        || other.plainType.map { other.isPlain && first.isPlain(of: $0) } == true
          && other.format == first.format && other.contentEncoding == first.contentEncoding
    }
  }
}

extension SchemaObject {
  /// Whether it allows every value of a type.
  fileprivate var isPlain: Bool { !hasEnumeration && constant == nil && !isNullable }

  fileprivate func isPlain(of type: String) -> Bool {
    isPlain && plainType == type && ["string", "integer", "number", "boolean"].contains(type)
  }
}

extension TypeDeclaration.Name {
  /// The name of a list's items: the list's own words in the singular.
  var item: TypeDeclaration.Name {
    switch self {
    case .component(let words): .component(words + " item")
    case .member(let parent, let words): .member(of: parent, words.singular)
    case .operation(let index, let words): .operation(index, words + " item")
    case .delivery(let words): .delivery(words + " item")
    }
  }
}

extension String {
  /// What one of several is called: `image_list` holds an image, `urls` a url, `data` an item.
  fileprivate var singular: String {
    for ending in ["_list", "List", "-list"] where hasSuffix(ending) && count > ending.count {
      return String(dropLast(ending.count))
    }
    let lowered = lowercased()
    if lowered.hasSuffix("ies"), count > 4 { return String(dropLast(3)) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where lowered.hasSuffix(ending) {
      return String(dropLast(2))
    }
    for ending in ["ss", "us", "is", "news"] where lowered.hasSuffix(ending) {
      return self + " item"
    }
    return lowered.hasSuffix("s") && count > 2 ? String(dropLast()) : self + " item"
  }
}
