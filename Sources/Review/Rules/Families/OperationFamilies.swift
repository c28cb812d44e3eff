extension RuleFamily {
  /// Paths, operations and what they take.
  static let operations: [RuleFamily] =
    words(.path, of: "a path", in: .path, after: path) + [
      RuleFamily(
        .operation, "", "an operation", in: .path,
        .presence(path, path + "\ndelete:\n  \(Frame.done)")),
      RuleFamily(
        .operation, "id", "'operationId'", in: .operation,
        .value(Frame.done, operation("operationId: sendThing"), operation("operationId: addThing"))),
      RuleFamily(
        .operation, "tag", "a tag of an operation", in: .operation,
        .presence(call + "\ntags: [one]", call + "\ntags: [one, other]")),
      RuleFamily(
        .operation, "sunset", "'x-sunset' of an operation", in: .operation,
        .value(call, call + "\nx-sunset: 2027-01-01", call + "\nx-sunset: 2028-01-01")),
      RuleFamily(
        .operation, "stability", "'x-stability-level' of an operation", in: .operation,
        .value(call, call + "\nx-stability-level: beta", call + "\nx-stability-level: stable")),
      RuleFamily(
        .operation, "required-parameter", "a required parameter", in: .operation,
        .presence(call, parameter("required: true, "))),
      RuleFamily(
        .operation, "optional-parameter", "an optional parameter", in: .operation,
        .presence(call, parameter(""))),
      RuleFamily(
        .operation, "required-body", "a required request body", in: .operation,
        .presence(call, body("required: true, "))),
      RuleFamily(
        .operation, "optional-body", "an optional request body", in: .operation,
        .presence(call, body(""))),
    ] + words(.operation, of: "an operation", in: .operation, after: call)

  /// What a server sends by itself.
  static let deliveries: [RuleFamily] = [
    RuleFamily(
      .webhook, "", "a webhook", in: .root,
      .presence(
        document(""), document("webhooks:\n  thing:\n    post:\n      \(Frame.done)"))),
    RuleFamily(
      .callback, "", "a callback", in: .operation,
      .presence(call, callbacks("done: {\"{$url}\": {post: {\(Frame.done)}}}"))),
    RuleFamily(
      .callback, "path", "the path of a callback", in: .operation,
      .presence(
        callbacks("done:\n    \"{$url}\": {post: {\(Frame.done)}}"),
        callbacks(
          "done:\n    \"{$url}\": {post: {\(Frame.done)}}\n    \"{$url}/more\": {post: {\(Frame.done)}}"
        ))),
    RuleFamily(
      .callback, "operation", "an operation of a callback", in: .operation,
      .presence(
        callbacks("done:\n    \"{$url}\":\n      post: {\(Frame.done)}"),
        callbacks(
          "done:\n    \"{$url}\":\n      post: {\(Frame.done)}\n      put: {\(Frame.done)}"))),
  ]

  private static let path = "get:\n  operationId: things\n  \(Frame.done)"
  private static let call = operation("operationId: sendThing")

  static func operation(_ text: String) -> String { "\(text)\n\(Frame.done)" }

  private static func parameter(_ flag: String) -> String {
    call + "\nparameters:\n  - {name: limit, in: query, \(flag)schema: {type: integer}}"
  }

  private static func body(_ flag: String) -> String {
    call + "\nrequestBody: {\(flag)content: {application/json: {schema: {type: string}}}}"
  }

  private static func callbacks(_ text: String) -> String { call + "\ncallbacks:\n  \(text)" }
}
