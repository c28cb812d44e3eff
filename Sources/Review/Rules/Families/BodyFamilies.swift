extension RuleFamily {
  /// Bodies and answers, with what they are made of.
  static let bodies: [RuleFamily] =
    [
      RuleFamily(
        .body, "required", "'required' of a request body", in: .body,
        .presence(json, "required: true\n" + json)),
      RuleFamily(
        .body, "media-type", "a media type of a request body", in: .body,
        .presence(json, json + "\n  text/plain: {schema: {type: string}}")),
    ] + words(.body, of: "a request body", in: .body, after: json) + [
      RuleFamily(
        .response, "success", "an answer of success", in: .operation,
        .presence(done, done + "\n  \"202\": {description: later}")),
      RuleFamily(
        .response, "failure", "an answer of failure", in: .operation,
        .presence(done, done + "\n  \"404\": {description: not there}")),
      RuleFamily(
        .response, "media-type", "a media type of an answer", in: .response,
        .presence(answer, answer + "\n  text/plain: {schema: {type: string}}")),
      header(.response, "required", "an answer", in: .response, after: answer),
      header(.response, "optional", "an answer", in: .response, after: answer),
    ]
    + words(.response, of: "an answer", in: .response) { word, line in
      // It has to have a description.
      [word == .description ? "" : "description: done", json, line].joined(separator: "\n")
    }

  private static let answer = "description: done\n" + json
  private static let done = "operationId: sendThing\nresponses:\n  \"200\": {description: done}"
  private static let json = "content:\n  application/json: {schema: {type: string}}"

  /// What bodies hold in one media type.
  static let mediaTypes: [RuleFamily] =
    [
      RuleFamily(
        .mediaType, "schema", "the schema of a body", in: .mediaType,
        .presence("x-is: here", form)),
      RuleFamily(
        .mediaType, "item-schema", "'itemSchema' of a body", in: .mediaType,
        .presence("x-is: here", "x-is: here\nitemSchema: {type: string}")),
      encodings(
        .mediaType, "prefixEncoding", "prefix-encoding", "a body", after: form, isList: true),
      encodings(.mediaType, "itemEncoding", "item-encoding", "a body", after: form),
    ] + words(.mediaType, of: "a body", in: .mediaType, after: form)

  /// How parts of forms are written.
  static let encodings: [RuleFamily] =
    [
      RuleFamily(.encoding, "", "the encoding of a part", in: .mediaType, .presence(form, part)),
      encoding("contentType", "content-type", "image/png", "image/jpeg"),
      encoding("style", "style", "form", "pipeDelimited"),
      encoding("explode", "explode", "true", "false"),
      encoding("allowReserved", "allow-reserved", "true", "false"),
      header(.encoding, "required", "a part", in: .mediaType, after: part),
      header(.encoding, "optional", "a part", in: .mediaType, after: part),
      encodings(
        .encoding, "prefixEncoding", "prefix-encoding", "a part", after: part, isList: true),
      encodings(.encoding, "itemEncoding", "item-encoding", "a part", after: part),
      encodings(.encoding, "encoding", "encoding", "a part", after: part, name: "detail"),
    ]

  private static let form =
    "schema: {type: object, properties: {photo: {type: array, items: {type: string}}}}"
  private static let part = form + "\nencoding:\n  photo:\n    x-is: here"

  private static func encoding(
    _ keyword: String, _ aspect: String, _ first: String, _ second: String
  ) -> RuleFamily {
    let line = "\n    \(keyword): "
    return RuleFamily(
      .encoding, aspect, "'\(keyword)' of a part", in: .mediaType,
      .value(part, part + line + first, part + line + second))
  }

  /// Encodings within something, by place or by name.
  private static func encodings(
    _ position: Rule.Position, _ keyword: String, _ aspect: String, _ holder: String,
    after base: String, isList: Bool = false, name: String? = nil
  ) -> RuleFamily {
    let values = ["image/png", "image/jpeg"].map { type in
      let value = name.map { "{\($0): {contentType: \(type)}}" } ?? "{contentType: \(type)}"
      let space = position == .encoding ? "    " : ""
      return "\(base)\n\(space)\(keyword): \(isList ? "[\(value)]" : value)"
    }
    return RuleFamily(
      position, aspect, "'\(keyword)' of \(holder)", in: .mediaType,
      .value(base, values[0], values[1]))
  }

  private static func header(
    _ position: Rule.Position, _ duty: String, _ holder: String, in frame: Frame,
    after base: String
  ) -> RuleFamily {
    let space = position == .encoding ? "    " : ""
    let flag = duty == "required" ? "required: true, " : ""
    let header = "{\(flag)schema: {type: string}}"
    return RuleFamily(
      position, "\(duty)-header", "\(duty == "required" ? "a" : "an") \(duty) header of \(holder)",
      in: frame, .presence(base, base + "\n\(space)headers: {Thing-Count: \(header)}"))
  }
}
