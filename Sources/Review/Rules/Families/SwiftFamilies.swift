extension RuleFamily {
  /// What only the generated Swift shows: types and their members.
  static let swiftTypes: [RuleFamily] = [
    swift(
      Rule.moduleRenamed, "a module or its namespace has another name", in: .root, document(""),
      document("")),
    swift("type-removed", "a type is gone", in: .root, spare, document("")),
    swift(
      "type-renamed", "a type has another name", in: .root, answering("Thing"), answering("Item")),
    swift(
      "type-moved", "a type stands in another one", in: .root,
      answering("Thing", part: "{type: object, properties: {size: {type: integer}}}"),
      answering("Thing", part: "{$ref: \"#/components/schemas/Part\"}", more: true)),
    swift(
      "type-kind-changed", "a type is of another kind", in: .schema, "type: string\nenum: [a, b]",
      object("name: {type: string}")),
    swift(
      "raw-type-changed", "raw values have another type", in: .schema, "type: string\nenum: [a, b]",
      "type: integer\nenum: [1, 2]"),
    swift(
      "conformance-removed", "a type does not conform to a protocol any more", in: .schema,
      "oneOf:\n  - type: string\n  - type: integer", "oneOf:\n  - type: boolean\n  - type: integer"),
    swift(
      "enum-member-removed", "a known value is gone", in: .schema, "type: string\nenum: [a, b]",
      "type: string\nenum: [a]"),
    swift(
      "enum-member-added", "there is a new known value", in: .schema, "type: string\nenum: [a]",
      "type: string\nenum: [a, b]"),
    swift(
      "enum-member-renamed", "a known value has another name", in: .schema,
      "type: string\nenum: [a, b]\nx-enum-varnames: [first, second]",
      "type: string\nenum: [a, b]\nx-enum-varnames: [first, last]"),
    swift(
      "enum-member-value-changed", "a name stands for another value", in: .schema,
      "type: string\nenum: [a, b]\nx-enum-varnames: [first, second]",
      "type: string\nenum: [a, c]\nx-enum-varnames: [first, second]"),
    swift(
      "union-case-removed", "a case is gone", in: .schema,
      "oneOf:\n  - type: string\n  - type: integer\n  - type: boolean",
      "oneOf:\n  - type: string\n  - type: integer"),
    swift(
      "union-case-added", "there is a new case, which a switch has to name", in: .schema,
      "oneOf:\n  - type: string\n  - type: integer",
      "oneOf:\n  - type: string\n  - type: integer\n  - type: boolean"),
    swift(
      "union-case-renamed", "a case has another name", in: .schema,
      tagged("Cat"), tagged("Lion")),
    swift(
      "union-case-payload-changed", "a case holds another type", in: .schema,
      choice("type: string"), choice("type: string, format: date")),
  ]

  /// What only the generated Swift shows: properties.
  static let swiftProperties: [RuleFamily] = [
    property("removed", "a property is gone", "name: {type: string}", ""),
    property(
      "renamed", "a property has another name", "name: {type: string}",
      "name: {type: string, x-name: title}"),
    property(
      "added-optional", "an initializer takes one more argument, which may be left out", "",
      "name: {type: string}"),
    property(
      "added-required", "an initializer needs one more argument", "",
      "name: {type: string}\nrequired: [name]"),
    property(
      "became-optional", "a property may be nil", "name: {type: string}\nrequired: [name]",
      "name: {type: string}"),
    property(
      "became-required", "a property is never nil, and has to be given", "name: {type: string}",
      "name: {type: string}\nrequired: [name]"),
    property(
      "integer-width-changed", "an integer has another width",
      "name: {type: integer, format: int32}", "name: {type: integer, format: int64}"),
    property(
      "collection-kind-changed", "a list is a dictionary now, or the other way round",
      "name: {type: array, items: {type: string}}",
      "name: {type: object, additionalProperties: {type: string}}"),
    property(
      "type-changed", "a property has another type", "name: {type: string}",
      "name: {type: boolean}"),
    property(
      "deprecated", "a property is deprecated", "name: {type: string}",
      "name: {type: string, deprecated: true}"),
    swift(
      "init-order-changed", "an initializer takes its arguments in another order", in: .schema,
      object("name: {type: string}\n  size: {type: integer}"),
      object("size: {type: integer}\n  name: {type: string}")),
  ]

  static func swift(
    _ aspect: String, _ thing: String, in frame: Frame, _ old: String, _ new: String
  ) -> RuleFamily {
    RuleFamily(.swift, aspect, thing, in: frame, .change(old, new))
  }

  private static func property(
    _ edit: String, _ thing: String, _ old: String, _ new: String
  ) -> RuleFamily {
    swift("property-\(edit)", thing, in: .schema, object(old), object(new))
  }

  private static func object(_ properties: String) -> String {
    "type: object\nproperties:\n  id: {type: string}\n  \(properties)"
  }

  private static func choice(_ first: String) -> String {
    "oneOf:\n  - {title: First, \(first)}\n  - {title: Second, type: integer}"
  }

  private static func tagged(_ name: String) -> String {
    """
    oneOf:
      - $ref: "#/components/schemas/\(name)"
      - $ref: "#/components/schemas/Dog"
    discriminator:
      propertyName: kind
      mapping: {a: "#/components/schemas/\(name)", b: "#/components/schemas/Dog"}
    """
  }

  private static let spare = document(
    "components:\n  schemas:\n    Spare: {type: object, properties: {a: {type: string}}}")

  private static func answering(
    _ name: String, part: String = "{type: string}", more: Bool = false
  ) -> String {
    let extra = more ? "\n    Part: {type: object, properties: {size: {type: integer}}}" : ""
    return Frame.head + """
      paths:
        /things:
          get:
            operationId: things
            responses:
              "200":
                description: done
                content: {application/json: {schema: {$ref: "#/components/schemas/\(name)"}}}
      components:
        schemas:
          \(name):
            type: object
            properties: {part: \(part)}\(extra)
      """
  }
}
