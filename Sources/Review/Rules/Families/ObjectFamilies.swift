extension RuleFamily {
  /// Schemas: what objects and lists hold.
  static let objects: [RuleFamily] = [
    schema(
      "required-property", "a required property",
      .presence(
        "type: object", "type: object\nrequired: [name]\nproperties:\n  name: {type: string}")),
    schema(
      "optional-property", "an optional property",
      .presence("type: object", "type: object\nproperties:\n  name: {type: string}")),
    schema(
      "required", "an entry in 'required'",
      .presence(
        "type: object\nproperties:\n  name: {type: string}",
        "type: object\nproperties:\n  name: {type: string}\nrequired: [name]")),
    schema(
      "required-in-requests", "the duty to send a required property",
      .presence(
        "type: object\nrequired: [id]\nproperties:\n  id: {type: string, readOnly: true}",
        "type: object\nrequired: [id]\nproperties:\n  id: {type: string}")),
    part("additionalProperties", "additional-properties", "false", "object"),
    part("unevaluatedProperties", "unevaluated-properties", "false", "object"),
    part("propertyNames", "property-names", "{maxLength: 5}", "object"),
    part("items", "items", "{type: string}", "array"),
    part("unevaluatedItems", "unevaluated-items", "false", "array"),
    part("contains", "contains", "{type: string}", "array"),
    part("prefixItems", "prefix-item", "[{type: string}]", "array"),
    part("patternProperties", "pattern-property", "{\"^x-\": {type: string}}", "object"),
    part("dependentSchemas", "dependent-schema", "{name: {required: [size]}}", "object"),
    schema(
      "dependent-required", "'dependentRequired'",
      .value(
        "type: object", "type: object\ndependentRequired: {name: [size]}",
        "type: object\ndependentRequired: {name: [color]}")),
  ]

  /// Schemas: one of several.
  static let unions: [RuleFamily] = [
    schema("union", "a choice", .presence("type: boolean", "oneOf:\n  - \(cat)\n  - \(dog)")),
    schema(
      "alternative", "an alternative",
      .presence(
        "oneOf:\n  - \(cat)\n  - \(dog)", "oneOf:\n  - \(cat)\n  - \(dog)\n  - type: boolean")),
    schema(
      "discriminator", "'discriminator'",
      .value(choice, discriminated("propertyName: kind"), discriminated("propertyName: type"))),
    schema(
      "discriminator-default", "'defaultMapping' of 'discriminator'",
      .value(
        discriminated("propertyName: kind"),
        discriminated("propertyName: kind\n  defaultMapping: Cat"),
        discriminated("propertyName: kind\n  defaultMapping: Dog"))),
    schema(
      "discriminator-value", "an entry in 'mapping' of 'discriminator'",
      .value(
        mapped(""), mapped("\n    pet: \"#/components/schemas/Cat\""),
        mapped("\n    pet: \"#/components/schemas/Dog\""))),
  ]

  private static let cat = "$ref: \"#/components/schemas/Cat\""
  private static let dog = "$ref: \"#/components/schemas/Dog\""
  private static let choice = "oneOf:\n  - \(cat)\n  - \(dog)"

  private static func discriminated(_ text: String) -> String {
    choice + "\ndiscriminator:\n  " + text
  }

  private static func mapped(_ more: String) -> String {
    discriminated("propertyName: kind\n  mapping:\n    cat: \"#/components/schemas/Cat\"" + more)
  }

  private static func part(
    _ keyword: String, _ aspect: String, _ value: String, _ type: String
  ) -> RuleFamily {
    schema(
      aspect, "'\(keyword)'", .presence("type: \(type)", "type: \(type)\n\(keyword): \(value)"))
  }
}
